import assert from 'node:assert/strict';
import { type Evaluation } from '../../../services/domain/evaluation/evaluation.ts';
import { readMonth } from '../../../services/domain/evaluation/read-month.ts';
import { actOnTeam } from '../../../services/flows/act-on-team.ts';
import { evaluateMonth } from '../../../services/flows/evaluation/evaluate-month.ts';
import { seeInstruction } from '../../../services/flows/see-instruction.ts';
import { tellTown } from '../../../services/flows/evaluation/tell-town.ts';
import { DAY, HOUR, MINUTE } from '../../../services/domain/instant.ts';
import { type World } from '../../../services/flows/world.ts';
import { local, member } from '../../support/dialogue-facts.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

const ANSWER = 'Dinsdag 1 december wordt het opgehaald.';

function evaluate(world: World, text = ''): Promise<Evaluation> {
  const { calendar, clock, settings } = world;
  const now = clock.now();
  const asked = readMonth(text, {
    municipalities: settings.municipalities,
    usual: 'live',
    today: calendar.localTime(now).day,
    periodIn: (typed) => calendar.periodIn(typed, now),
  });
  assert.ok(!('unread' in asked), JSON.stringify(asked));
  return evaluateMonth(world, asked, member('Dirk'));
}

async function answers(world: TestWorld, id: string): Promise<void> {
  await world.does(id, 'Bram', { type: 'claim' });
  await world.does(id, 'Bram', { type: 'place', text: ANSWER });
  world.advance(MINUTE);
  await world.settleAll();
}

/** A quick answer with thanks, a late one, one that was claimed and left, and one that nobody answered. */
async function month(): Promise<TestWorld> {
  const world = createWorld();
  const question = (handle: string): Promise<string> =>
    // The very same words would be folded.
    world.writes(`@GemWormerland Wanneer wordt het grofvuil opgehaald in Jisp, vraagt ${handle}?`, { handle });
  const quick = await question('vlug');
  await answers(world, quick);
  await world.writes('Dankjewel!', { handle: 'vlug', inReplyTo: world.outside.network.placed[0]!.id });
  const [late, left] = [await question('laat'), await question('vergeten')];
  await world.does(left, 'Els', { type: 'claim' });
  for (const id of [left, left]) {
    world.advance(HOUR);
    await world.settleAll();
    assert.ok(id);
  }
  world.advance(4 * HOUR);
  await world.settleAll();
  await answers(world, late);
  world.advance(DAY);
  await world.settleAll();
  return world;
}

describe('The evaluation of a month', () => {
  it('chooses dialogues to talk about with a reason each, one that went well among them', async () => {
    const world = await month();
    const { talks, report } = await evaluate(world.bot.world);
    assert.deepEqual(
      talks.map(({ reason, entry }) => [reason, entry.view.dialogue.citizen.handle]),
      [
        ['missed', 'vergeten'],
        ['late', 'laat'],
        ['thanked', 'vlug'],
      ],
    );
    assert.ok(talks.every(({ entry }) => entry.thread !== null));
    assert.equal(report.figures.counts.norm?.['missed'], 1);
  });

  it('reads each dialogue once and a history only where something hints at it', async () => {
    const world = createWorld();
    for (let n = 0; n < 12; n += 1)
      await world.writes(`Die ${n} nieuwe bankjes in Wormer vind ik lelijk.`, { handle: `mening${n}`, account: null });
    const before = world.meddler.calls('store.history');
    const { talks } = await evaluate(world.bot.world);
    assert.deepEqual(talks, []);
    assert.equal(world.meddler.calls('store.history') - before, 0);
  });

  it('is about the last month before the 20th, and about no dialogue of another month', async () => {
    const world = await month();
    world.advance(local('12-19 10:00') - world.now);
    assert.deepEqual(
      [(await evaluate(world.bot.world)).month, (await evaluate(world.bot.world, 'oktober')).talks],
      ['2026-11', []],
    );
    world.advance(DAY);
    const december = await evaluate(world.bot.world);
    assert.deepEqual([december.month, december.usual, december.talks], ['2026-12', true, []]);
  });

  it('tells what changed in the work instruction, once, however many instances started', async () => {
    const world = createWorld();
    const { world: here } = world.bot;
    await seeInstruction(here);
    const { instruction } = here.settings;
    const stricter = { ...here.settings, instruction: { ...instruction, answer: { within: 2 * HOUR, goal: 80 } } };
    await Promise.all(
      [world.start(), world.start()].map((bot) => seeInstruction({ ...bot.world, settings: stricter })),
    );
    await seeInstruction({ ...here, settings: stricter });
    const { seen } = await evaluate(world.bot.world);
    assert.deepEqual(seen, [
      { at: world.now, changes: [{ path: 'instruction.answer.within', from: '4h', to: '2h' }], more: 0 },
    ]);
    assert.deepEqual((await evaluate(world.bot.world, 'oktober')).seen, []);
  });

  it('shows last month’s agreement masked, and the one that was recorded for this month', async () => {
    const world = createWorld();
    const agree = (monthOf: string, text: string): Promise<unknown> =>
      actOnTeam(world.bot.world, { type: 'agree', by: member('Els'), month: monthOf, text });
    await agree('2026-10', 'Bel bij een klacht eerst, zoals op 06-12345678.');
    await agree('2026-11', 'Binnen een uur een tussenbericht.');
    const { agreed, agreement, mayAgree } = await evaluate(world.bot.world);
    assert.equal(agreed?.text, 'Bel bij een klacht eerst, zoals op [telefoonnummer].');
    assert.equal(agreement?.text, 'Binnen een uur een tussenbericht.');
    assert.ok(mayAgree);
  });

  it('counts the hours on the roster of the time itself, absences that are long over too', async () => {
    const [whole, away] = [createWorld({ start: local('11-02 08:00') }), createWorld({ start: local('11-02 08:00') })];
    const els = member('Els');
    const until = local('11-07 00:00');
    await actOnTeam(away.bot.world, { type: 'reportAbsent', by: els, who: els, from: away.now, until });
    const hoursOf = async (world: TestWorld): Promise<number> => {
      world.advance(local('11-30 23:00') - world.now);
      const settings = { ...world.bot.world.settings, worth: { price: { public: 4.5 }, poll: null } };
      const { worth } = await evaluate({ ...world.bot.world, settings }, '2026-11');
      return (worth?.hours ?? 0) / HOUR;
    };
    // In a week Els is on duty on Monday from 12:45, on Tuesday and on Thursday.
    assert.equal((await hoursOf(whole)) - (await hoursOf(away)), 4.25 + 8.5 + 8.5);
  });
});

describe('What goes on in town', () => {
  it('is counted per municipality from two reads, asked and unasked', async () => {
    const world = createWorld();
    for (let n = 0; n < 6; n += 1)
      await world.writes(`@GemWormerland Wanneer wordt het grofvuil nummer ${n} opgehaald in Jisp?`, {
        handle: `vraag${n}`,
      });
    for (let n = 0; n < 2; n += 1)
      await world.writes(`Grofvuil ligt hier in Oostzaan al ${n + 2} weken op de stoep.`, {
        handle: `zag${n}`,
        account: null,
      });
    const { calendar } = world.bot.world;
    const period = calendar.periodIn('week', world.now)!;
    const before = world.meddler.calls('figures.days');
    const { towns } = await tellTown(world.bot.world, { period, mode: 'live', municipality: null });
    assert.equal(world.meddler.calls('figures.days') - before, 2);
    assert.deepEqual(
      towns.map(({ place, talk }) => [place, talk.n, talk.asked, talk.enough]),
      [
        ['Oostzaan', 2, 0, false],
        ['Wormerland', 6, 6, true],
        [null, 0, 0, false],
      ],
    );
    assert.deepEqual(
      towns[1]!.talk.topics.map(({ topic, n, rising }) => [topic, n, rising]),
      [['afval', 6, true]],
    );
  });
});
