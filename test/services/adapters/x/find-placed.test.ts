import assert from 'node:assert/strict';
import { MINUTE, SECOND } from '../../../../services/domain/instant.ts';
import { Fault } from '../../../../services/ports/fault.ts';
import { type Reply } from '../../../../services/ports/network.ts';
import { setUpX, type XSetup } from '../../../support/x-server/x-setup.ts';

describe('Looking up a reply on X', () => {
  let setup: XSetup;
  let reply: Reply & { readonly inReplyTo: string };
  beforeEach(async () => {
    setup = await setUpX();
    const post = setup.x.addPost({ author: 'jan_wormer', text: '@GemOostzaan hoe laat?' });
    reply = { account: 'GemOostzaan', inReplyTo: post.id, text: 'Tot 17.00 uur, zie https://oostzaan.nl/open. ^AB' };
  });
  afterEach(() => setup.x.close());
  const placed = (text: string, at = setup.clock.at) =>
    setup.x.addPost({ author: 'GemOostzaan', text, inReplyTo: reply.inReplyTo, at });

  it('finds it behind more than a hundred other replies', async () => {
    const one = placed(reply.text);
    for (let n = 1; n <= 150; n += 1) placed(`Ander antwoord ${n}`, setup.clock.at + n * SECOND);
    assert.equal((await setup.network.findPlaced(reply, setup.clock.at))?.id, one.id);
    assert.equal(setup.x.requests()['GET /2/users/:id/tweets'], 2);
  });

  it('allows for a minute between the clocks, and not for more', async () => {
    const one = placed(reply.text, setup.clock.at - 50 * SECOND);
    assert.equal((await setup.network.findPlaced(reply, setup.clock.at))?.id, one.id);
    assert.equal(await setup.network.findPlaced(reply, setup.clock.at + MINUTE), null);
  });

  it('does not take what another account of ours placed', async () => {
    setup.x.addPost({ author: 'GemWormerland', text: reply.text, inReplyTo: reply.inReplyTo });
    assert.equal(await setup.network.findPlaced(reply, setup.clock.at), null);
  });

  for (const kind of ['429', '401', '503', 'cut-after', 'truncated', 'html'] as const)
    it(`never says "not there" when X could not be read (${kind})`, async () => {
      placed(reply.text);
      setup.x.fault({ match: 'GET /2/users/:id/tweets', kind });
      const since = setup.clock.at;
      await assert.rejects(setup.network.findPlaced(reply, since), Fault);
      setup.clock.at += 16 * MINUTE;
      assert.notEqual(await setup.network.findPlaced(reply, since), null);
    });

  for (const body of [{}, { errors: [{ title: 'Forbidden' }] }, { data: [{ id: 'x' }], meta: {} }])
    it(`never says "not there" on an answer that says nothing: ${JSON.stringify(body)}`, async () => {
      setup.x.fault({ match: 'GET /2/users/:id/tweets', kind: 'answer', answer: { status: 200, body } });
      await assert.rejects(setup.network.findPlaced(reply, setup.clock.at), Fault);
    });

  it('says which keys are missing', async () => {
    const lookup = setup.network.findPlaced({ ...reply, account: 'GemZaandam' }, setup.clock.at);
    await assert.rejects(lookup, /no X keys of @GemZaandam/);
  });
});
