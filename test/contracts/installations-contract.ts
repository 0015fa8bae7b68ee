import assert from 'node:assert/strict';
import { type ChannelReference, type Installations, type PersonReference } from '../../services/ports/installations.ts';

const CHANNEL: ChannelReference = {
  tenant: '00000000-0000-0000-0000-000000000001',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  bot: '28:bot',
  team: '19:team@thread.tacv2',
  channel: '19:webcare@thread.tacv2',
  channelName: 'Webcare “één” / twee',
  trouble: null,
  updatedAt: 1_795_510_800_000,
};
const PERSON: PersonReference = {
  email: "p.d'arts@voorbeeld.nl",
  name: "Piet d'Arts",
  teamsId: '29:abc',
  aadObjectId: null,
  tenant: CHANNEL.tenant,
  serviceUrl: CHANNEL.serviceUrl,
  conversation: null,
  updatedAt: CHANNEL.updatedAt,
};

/** What Teams told us is kept as it was told last. */
export function installationsContract(make: () => Promise<Installations>): void {
  it('there is no channel and nobody at first', async () => {
    const installations = await make();
    assert.equal(await installations.channel(), null);
    assert.equal(await installations.person(PERSON.email), null);
    await installations.forgetPerson(PERSON.email);
  });

  it('the channel is the one saved last; saving the same twice is harmless', async () => {
    const installations = await make();
    await installations.saveChannel(CHANNEL);
    await installations.saveChannel(CHANNEL);
    assert.deepEqual(await installations.channel(), CHANNEL);
    const moved: ChannelReference = { ...CHANNEL, channel: '19:other@thread.tacv2', trouble: 'renamed' };
    await installations.saveChannel(moved);
    assert.deepEqual(await installations.channel(), moved);
  });

  it('a person is found by sign-in name, in whatever case, until forgotten', async () => {
    const installations = await make();
    await installations.savePerson({ ...PERSON, conversation: 'a:1' });
    await installations.savePerson(PERSON);
    await installations.savePerson({ ...PERSON, email: 'ander@voorbeeld.nl', name: 'Ander' });
    assert.deepEqual(await installations.person(PERSON.email.toUpperCase()), PERSON);
    await installations.forgetPerson(PERSON.email.toUpperCase());
    assert.equal(await installations.person(PERSON.email), null);
    assert.equal((await installations.person('ander@voorbeeld.nl'))?.name, 'Ander');
  });
}
