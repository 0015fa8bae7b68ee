import assert from 'node:assert/strict';
import { shiftEndCard } from '../../../cards/shift-end-card.ts';
import { MINUTE } from '../../../services/domain/instant.ts';
import { endShifts, shiftEnd } from '../../../services/flows/end-shifts.ts';
import { settleShift } from '../../../services/flows/settle-shift.ts';
import { bytesOf, ofType, read, titlesOf } from '../../cards/card-walk.ts';
import { local, member } from '../../support/dialogue-facts.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';
import { DUTCH, ENGLISH } from '../../support/views.ts';

const FIVE = local('11-24 17:00');
const QUARTER = 15 * MINUTE;

/** Tuesday, a quarter before closing: Bram holds two dialogues, Els none, and Anna comes on Wednesday. */
async function closing(): Promise<{ readonly world: TestWorld; readonly held: readonly string[] }> {
  const world = createWorld({ start: FIVE - QUARTER - MINUTE });
  const held: string[] = [];
  for (const handle of ['jan_wormer', 'ans_neck']) {
    const dialogue = await world.writes(`Wanneer komt het grofvuil? Bel 06-12345678, ${handle}`, { handle });
    await world.does(dialogue, 'Bram', { type: 'claim' });
    held.push(dialogue);
  }
  return { world, held };
}

describe('The end of a shift', () => {
  it('brings one 1:1 card to who holds something, once, whatever restarts', async () => {
    const { world } = await closing();
    const told = (): readonly string[] => world.outside.chats.messages.map(({ to }) => to.email);
    await endShifts(world.bot.world);
    assert.deepEqual(told(), []);
    world.advance(MINUTE);
    await endShifts(world.bot.world);
    assert.deepEqual(told(), [member('Bram').email]);
    world.advance(2 * MINUTE);
    await endShifts(world.restart().world);
    assert.deepEqual(told(), [member('Bram').email]);
  });

  it('says nothing in the channel where there is no way to that person', async () => {
    const { world } = await closing();
    const before = world.posted().length;
    world.outside.chats.refuses(member('Bram').email);
    world.advance(MINUTE);
    await endShifts(world.bot.world);
    assert.deepEqual([world.outside.chats.messages.length, world.posted().length], [0, before]);
  });

  it('is a card with a choice for each dialogue, masked and small', async () => {
    const { world } = await closing();
    const message = await shiftEnd(world.bot.world, member('Bram'), FIVE);
    assert.equal(message.next?.name, 'Anna de Boer');
    for (const words of [DUTCH, ENGLISH]) {
      const card = shiftEndCard(message, words, () => null);
      assert.doesNotMatch(JSON.stringify(card), /06-?12345678|undefined|\$\{/);
      assert.ok(bytesOf(card) < 28 * 1024);
      const choices = ofType(card, 'Input.ChoiceSet');
      assert.deepEqual(
        choices.map(({ id, value }) => [id, value]),
        [
          ['shift0', 'keep'],
          ['shift1', 'keep'],
        ],
      );
      assert.ok(choices.every(({ label }) => label));
    }
    const card = shiftEndCard(message, DUTCH, () => null);
    assert.deepEqual(titlesOf(card), ['Uitvoeren', 'Alles vrijgeven']);
    assert.match(read(card), /Je dienst eindigt om 17:00/);
  });

  it('carries each choice out by itself, and refuses what is not theirs (any more)', async () => {
    const { world, held } = await closing();
    const [first = '', second = ''] = held;
    const choices = [
      { dialogue: first, what: 'handOver' },
      { dialogue: second, what: 'release' },
      { dialogue: 'nowhere', what: 'release' },
    ] as const;
    const bram = member('Bram');
    const { done, refusals } = await settleShift(world.bot.world, bram, choices, member('Anna').email, 'click-1');
    assert.deepEqual([done, refusals], [2, []]);
    await world.settleAll();
    const holders = await Promise.all(held.map(async (id) => (await world.head(id)).stage));
    assert.deepEqual(
      holders.map((stage) => [stage.name, 'by' in stage ? stage.by?.name : null]),
      [
        ['claimed', 'Anna de Boer'],
        ['waiting', null],
      ],
    );
    const again = await settleShift(world.bot.world, bram, choices, member('Anna').email, 'click-2');
    assert.deepEqual(
      again.refusals.map(({ code }) => code),
      ['not-yours', 'not-now'],
    );
    assert.deepEqual((await shiftEnd(world.bot.world, bram, FIVE)).entries, []);
  });
});
