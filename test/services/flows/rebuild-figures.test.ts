import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createCalendar } from '../../../services/adapters/calendar/create-calendar.ts';
import { createDialogueStore } from '../../../services/adapters/tables/dialogue-store.ts';
import { createFiguresStore } from '../../../services/adapters/tables/figures-store.ts';
import { allRows } from '../../../services/adapters/tables/rows.ts';
import { createLeases } from '../../../services/adapters/tables/leases.ts';
import { type Happened } from '../../../services/domain/dialogue/messages.ts';
import { periodFigures } from '../../../services/domain/figures/period-figures.ts';
import { sharesOf } from '../../../services/domain/figures/shares.ts';
import { DAY, MINUTE } from '../../../services/domain/instant.ts';
import { rebuildFigures, type Rebuilding } from '../../../services/flows/rebuild-figures.ts';
import { recordHistory } from '../../../services/flows/record-figures.ts';
import { type DialogueStore } from '../../../services/ports/dialogue-store.ts';
import { type FiguresStore } from '../../../services/ports/figures-store.ts';
import { committed } from '../../contracts/store-under-test.ts';
import { settings, TUESDAY_TEN } from '../../support/dialogue-facts.ts';
import { changeOf } from '../../support/dialogues.ts';
import { createManualClock, type ManualClock } from '../../support/manual-clock.ts';
import { createMemoryDialogueStore } from '../../support/memory/memory-dialogue-store.ts';
import { createMemoryFigures } from '../../support/memory/figures.ts';
import { createMemoryLeases } from '../../support/memory/memory-leases.ts';
import { live, story } from '../../support/random-story.ts';
import { openTables } from '../../support/tables-under-test.ts';

const calendar = createCalendar(settings);
const EVER = { from: '2026-11-01', until: '2027-12-01' };

/** Histories of dialogues with names of their own: some random ones, each several times. */
function histories(count: number, seed: number, times = 1): readonly (readonly Happened[])[] {
  const some = fc
    .sample(story, { numRuns: 5 * count, seed })
    .map((one) => live(one).history)
    // Each day costs some calls to roll up.
    .filter((history) => history.length > 9 && history.at(-1)!.at - history[0]!.at < 15 * DAY)
    .slice(0, count);
  return Array.from({ length: times }, () => some)
    .flat()
    .map(([first, ...rest], n) =>
      first?.type === 'opened' ? [{ ...first, dialogue: `x:${seed}:${n}` }, ...rest] : [],
    );
}

/** Lives them commit by commit, some events at once, and records what each added at that time, as the bot does. */
async function lived(world: Rebuilding, clock: ManualClock, all: readonly (readonly Happened[])[]): Promise<void> {
  for (const [n, history] of all.entries()) {
    let stored: Parameters<typeof changeOf>[0] = null;
    for (let from = 0; from < history.length; from += 4 + 3 * (n % 3)) {
      const events = history.slice(from, from + 4 + 3 * (n % 3));
      stored = await committed(world.store, changeOf(stored, events));
      const { id } = stored.dialogue;
      const past = await world.store.history(id);
      await world.figures.record(id, past.length, sharesOf(past, events.at(-1)!.at, calendar));
    }
  }
  const last = Math.max(...all.map((history) => history.at(-1)!.at));
  clock.advance(Math.max(last - clock.now(), 0) + 2 * DAY);
}

async function all(figures: FiguresStore, at: number): Promise<unknown> {
  const [days, open] = [await figures.days(EVER), await figures.open()];
  const of = (['live', 'practice', 'listening'] as const).map((mode) =>
    periodFigures(days, open, { mode, days: EVER, at }, (from, until) => calendar.openHours(from, until)),
  );
  const sorted = (_: string, one: unknown): unknown =>
    one instanceof Map
      ? [...one]
      : typeof one === 'object' && one !== null && !Array.isArray(one)
        ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
        : one;
  return JSON.parse(JSON.stringify(of, sorted));
}

function inMemory(): { world: Rebuilding; clock: ManualClock } {
  const clock = createManualClock(TUESDAY_TEN);
  const [store, leases] = [createMemoryDialogueStore(clock), createMemoryLeases(clock)];
  return { world: { store, leases, figures: createMemoryFigures(), clock, calendar, instance: 'one' }, clock };
}

describe('Figures that are made anew', () => {
  it('are to the last count those that were kept as it happened, and what was spoilt is put right', async () => {
    const { tables, clock } = await openTables('rebuild');
    const store: DialogueStore = createDialogueStore(tables);
    const figures = createFiguresStore(tables);
    const world = { store, figures, leases: createLeases(tables, clock), clock, calendar, instance: 'one' };
    await lived(world, clock, histories(6, 5));
    const right = await all(figures, clock.now());
    const anew = async (): Promise<Awaited<ReturnType<typeof rebuildFigures>>> => {
      clock.advance(MINUTE);
      return rebuildFigures({ ...world, figures: createFiguresStore(tables) }, () => true);
    };
    const first = await anew();
    assert.equal(first.removed, 0);
    assert.ok(first.days !== null && first.days > 0);
    assert.deepEqual(await all(figures, clock.now() - MINUTE), right);

    const counted = { json0: '{"came":{"vraag":7}}', parts: 1 };
    const [row] = await allRows(tables.figures, "PartitionKey ge 'd:'");
    const spoilt = { ...counted, scope: 'live|', dialogue: 'x:nobody', version: 3, at: new Date(TUESDAY_TEN) };
    await tables.figures.updateEntity({ partitionKey: row!.partitionKey!, rowKey: row!.rowKey!, ...counted }, 'Merge');
    await tables.figures.createEntity({ partitionKey: 'd:2026-11-20', rowKey: 'x:nobody', ...spoilt });
    await tables.figures.upsertEntity({ partitionKey: 'r:2026', rowKey: '11-10', json0: '{"live|":{}}', parts: 1 });
    const rolled = { json0: '{"live|":{"came":{"vraag":100}}}', parts: 1 };
    await tables.figures.upsertEntity({ partitionKey: 'r:2026', rowKey: '11-24', ...rolled });
    assert.notDeepEqual(await all(figures, clock.now()), right);
    assert.equal((await anew()).removed, 1);
    assert.deepEqual(await all(figures, clock.now() - 2 * MINUTE), right);
  });

  it('go on where they were stopped', async () => {
    const { world, clock } = inMemory();
    await lived(world, clock, histories(5, 8, 8));
    const right = await all(world.figures, clock.now());
    const figures = createMemoryFigures();
    const turn = (): ReturnType<typeof rebuildFigures> => rebuildFigures({ ...world, figures }, () => false);
    const half = await turn();
    assert.equal(half.days, null);
    assert.ok(half.dialogues > 0);
    const whole = await turn();
    assert.ok(whole.days !== null && whole.dialogues > half.dialogues);
    assert.deepEqual(await all(figures, clock.now()), right);
    assert.notEqual((await turn()).startedAt, undefined, 'and begin anew the next time');
  });

  it('leave what the bot recorded meanwhile, and are made by one at a time', async () => {
    const { world, clock } = inMemory();
    await lived(world, clock, histories(5, 3, 8));
    const id = 'x:3:1';
    const busy = rebuildFigures(world, () => true);
    await assert.rejects(
      rebuildFigures({ ...world, instance: 'two' }, () => true),
      /elsewhere/,
    );
    const stored = await world.store.load(id);
    const by = { name: 'Bram Kok', email: 'bram', initials: 'BK' };
    await committed(world.store, changeOf(stored, [{ type: 'wasSetAside', by, reason: 'ruis', at: clock.now() }]));
    await recordHistory(world, id, await world.store.history(id));
    await busy;
    const right = createMemoryFigures();
    for await (const { dialogue, history } of world.store.histories(''))
      await recordHistory({ ...world, figures: right }, dialogue, history);
    assert.deepEqual(await all(world.figures, clock.now()), await all(right, clock.now()));
  });
});
