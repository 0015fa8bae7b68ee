import assert from 'node:assert/strict';
import { actOnTeam } from '../../../services/flows/act-on-team.ts';
import { factsNow } from '../../../services/flows/world.ts';
import { local, member, type Name } from '../../support/dialogue-facts.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

const QUESTION = '@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp?';
const COMPLAINT = '@GemWormerland schandalig, al weken ligt het grofvuil hier in Jisp.';

/** Somebody reports sick, and the bot sees to it. */
async function fallsIll(world: TestWorld, name: Name): Promise<void> {
  const who = member(name);
  await actOnTeam(world.bot.world, { type: 'reportAbsent', by: who, who, from: world.now, until: null });
  await tended(world);
}

async function tended(world: TestWorld): Promise<void> {
  await world.bot.tend();
  await world.settleAll();
}

describe('Who falls ill', () => {
  it('holds nothing any more: it waits again with its draft, and no message is spent on it', async () => {
    const world = createWorld();
    const id = await world.writes(QUESTION);
    await world.does(id, 'Bram', { type: 'claim' });
    await world.does(id, 'Bram', { type: 'keep', text: 'Dinsdag' });
    const before = world.posted();
    await fallsIll(world, 'Bram');
    const { stage, concept } = await world.head(id);
    assert.ok(stage.name === 'waiting' && stage.had?.email === member('Bram').email);
    assert.equal(concept?.text, 'Dinsdag');
    assert.deepEqual(world.posted(), before);
    await world.does(id, 'Els', { type: 'claim' });
  });

  it('takes nothing away from others, nor a text that waits for a yes', async () => {
    const world = createWorld();
    const held = await world.writes(QUESTION);
    await world.does(held, 'Els', { type: 'claim' });
    const asked = await world.writes(COMPLAINT, { handle: 'een_ander' });
    await world.does(asked, 'Bram', { type: 'claim' });
    await world.does(asked, 'Bram', { type: 'submit', text: 'Vervelend. We kijken ernaar.' });
    await fallsIll(world, 'Bram');
    assert.equal((await world.head(held)).stage.name, 'claimed');
    assert.equal((await world.head(asked)).stage.name, 'drafted');
    await world.bot.approves(asked, 'Els');
    assert.equal((await world.head(asked)).stage.name, 'approved');
  });

  it('and was asked for a yes: it is asked of who is there', async () => {
    const world = createWorld({ start: local('11-23 13:00') });
    await actOnTeam(world.bot.world, {
      type: 'swapDuty',
      ...{ by: member('Els'), one: member('Bram'), other: member('Anna') },
      during: [{ from: local('11-23 00:00'), until: local('11-23 14:00') }],
    });
    const id = await world.writes(COMPLAINT);
    await world.does(id, 'Bram', { type: 'claim' });
    await world.does(id, 'Bram', { type: 'submit', text: 'Vervelend. We kijken ernaar.' });
    await fallsIll(world, 'Els');
    const asked = world.outside.channel.messages.flatMap(({ announcement }) => announcement ?? []).at(-1);
    assert.equal(asked?.what, 'approval-asked');
    assert.deepEqual(
      asked.to.map(({ email }) => email),
      [member('Anna').email],
    );
  });

  it('is seen to once, whatever breaks off in between', async () => {
    const world = createWorld();
    const ids = [
      await world.writes(QUESTION),
      await world.writes('@GemWormerland Mag mijn hek hoger?', { handle: 'ander' }),
    ];
    for (const id of ids) await world.does(id, 'Bram', { type: 'claim' });
    const who = member('Bram');
    await actOnTeam(world.bot.world, { type: 'reportAbsent', by: who, who, from: world.now, until: null });
    world.meddler.once('store', 'commit', (deed) => deed());
    world.meddler.once('store', 'commit', () => Promise.reject(new Error('the tables are down')));
    await assert.rejects(world.bot.tend(), /the tables are down/);
    world.restart();
    await tended(world);
    // Who is away may still take something: it stays theirs.
    await world.does(ids[0]!, 'Bram', { type: 'claim' });
    await tended(world);
    assert.deepEqual(await Promise.all(ids.map(async (id) => (await world.head(id)).stage.name)), [
      'claimed',
      'waiting',
    ]);
    for (const id of ids) assert.equal((await world.course(id)).filter((type) => type === 'freed').length, 1);
  });

  it('is not asked, and is not on duty, in the facts of every flow', async () => {
    const world = createWorld();
    await fallsIll(world, 'Bram');
    const other = world.start();
    await other.tend();
    for (const bot of [world.bot, other]) {
      const facts = factsNow(bot.world);
      assert.deepEqual(
        facts.onDuty(world.now).map(({ initials }) => initials),
        ['EP'],
      );
      assert.equal(
        facts.nextOnDuty(world.now, ({ initials }) => initials === 'BK'),
        null,
      );
    }
  });
});

describe('Nobody on duty while we are open', () => {
  it('is told to the coordinators once per stretch, and never while we are closed', async () => {
    const world = createWorld({ start: local('11-27 10:00') });
    await tended(world);
    assert.deepEqual(world.outside.alerts.told, []);
    await fallsIll(world, 'Anna');
    await tended(world);
    await world.restart().tend();
    await world.start().tend();
    assert.deepEqual(world.outside.alerts.told, [
      {
        to: 'coordinators',
        alert: { what: 'nobody-on-duty', from: local('11-27 10:00'), until: local('11-27 17:00') },
      },
    ]);
    world.outside.clock.advance(local('11-27 18:00') - world.now);
    await tended(world);
    assert.equal(world.outside.alerts.told.length, 1);
    world.outside.clock.advance(local('11-30 09:00') - world.now);
    await tended(world);
    assert.equal(world.outside.alerts.told.length, 2, 'on Monday morning Anna would be alone');
  });
});
