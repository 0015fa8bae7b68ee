import assert from 'node:assert/strict';
import { type Contact } from '../../services/domain/figures/contact.ts';
import { type Counts } from '../../services/domain/figures/counts.ts';
import { daysIn } from '../../services/domain/figures/days-in.ts';
import { type Shares } from '../../services/domain/figures/shares.ts';
import { type FiguresStore } from '../../services/ports/figures-store.ts';

export interface FiguresUnderTest {
  readonly figures: FiguresStore;
  /** Another instance of the bot on the same storage. */
  readonly other: FiguresStore;
}

const YEAR = { from: '2026-01-01', until: '2027-01-01' };
const MONDAY = '2026-11-23';
const TUESDAY = '2026-11-24';

const WAITING: Contact = {
  postedAt: 1_000,
  takenInAt: 2_000,
  asked: true,
  kind: 'vraag',
  topic: null,
  terms: [],
  due: 9_000,
  relabelled: false,
  pickedUpAt: null,
  first: null,
  promisedAt: null,
  broken: 0,
  answer: null,
  ending: { how: 'open' },
};

export function came(times: number, kind = 'vraag'): Counts {
  return { came: { [kind]: times } };
}

/** What a dialogue adds, worked out on Tuesday. */
export function shares(days: Readonly<Record<string, Counts>>, more: Partial<Shares> = {}): Shares {
  return {
    mode: 'live',
    municipality: 'wormerland',
    at: 10_000,
    today: TUESDAY,
    days: new Map(Object.entries(days)),
    open: null,
    ...more,
  };
}

/** The same, and somebody waits for an answer. */
export function waiting(days: Readonly<Record<string, Counts>>, more: Partial<Shares> = {}): Shares {
  const contacts = [{ ...WAITING, day: Object.keys(days)[0] ?? TUESDAY }];
  return shares(days, { open: { contacts, questions: [], promisedAt: null, attemptedAt: null }, ...more });
}

/** Exactly what was recorded last of each dialogue, rolled up or not, whoever recorded it and in whatever order it came. */
export function figuresContract(make: () => Promise<FiguresUnderTest>): void {
  let figures: FiguresStore;
  let other: FiguresStore;
  beforeEach(async () => ({ figures, other } = await make()));

  const days = async (period = YEAR, of = figures): Promise<unknown> => {
    const all = (await of.days(period)).map(({ day, scopes }) => [day, scopes] as const);
    return JSON.parse(JSON.stringify(Object.fromEntries(all)));
  };
  const openIds = async (): Promise<readonly string[]> => (await other.open()).map(({ dialogue }) => dialogue).sort();
  const rollUpAll = async (until = TUESDAY): Promise<void> => {
    for (const day of await figures.toRollUp(until)) assert.equal(await figures.rollUp(day), 'rolled');
  };

  it('has nothing at first', async () => {
    assert.deepEqual(await days(), {});
    assert.deepEqual(await figures.open(), []);
    assert.deepEqual(await figures.toRollUp(TUESDAY), []);
    assert.deepEqual(await days({ from: TUESDAY, until: TUESDAY }), {});
  });

  it('adds up by day and by scope, and gives the days that were asked', async () => {
    await figures.record('a', 1, shares({ [MONDAY]: came(1), [TUESDAY]: came(1, 'klacht') }));
    await other.record('b', 1, shares({ [TUESDAY]: came(1, 'klacht') }));
    await figures.record('c', 1, shares({ [TUESDAY]: came(2) }, { mode: 'practice', municipality: null }));
    await figures.record('d', 1, shares({ '2025-12-31': came(1) }));
    const tuesday = { 'live|wormerland': came(2, 'klacht'), 'practice|': came(2) };
    assert.deepEqual(await days(), { [MONDAY]: { 'live|wormerland': came(1) }, [TUESDAY]: tuesday });
    assert.deepEqual(await days({ from: TUESDAY, until: '2026-11-25' }), { [TUESDAY]: tuesday });
    assert.deepEqual(Object.keys((await days({ from: '2025-06-01', until: TUESDAY })) as object), [
      '2025-12-31',
      MONDAY,
    ]);
  });

  it('names the dialogues that counted in a period, each once, rolled up or not', async () => {
    await figures.record('a/1', 1, shares({ [MONDAY]: came(1), [TUESDAY]: came(1) }));
    await other.record('b é', 1, shares({ [MONDAY]: came(1) }));
    await other.record('c', 1, shares({ [TUESDAY]: came(1) }));
    await rollUpAll();
    assert.deepEqual([...(await figures.dialogues({ from: MONDAY, until: TUESDAY }))].sort(), ['a/1', 'b é']);
    assert.deepEqual([...(await figures.dialogues({ from: MONDAY, until: '2026-11-25' }))].sort(), ['a/1', 'b é', 'c']);
    assert.deepEqual(await figures.dialogues({ from: '2026-11-25', until: '2026-12-01' }), []);
  });

  it('takes the place of what was recorded before, in all its days, also when another instance did', async () => {
    await figures.record('a', 1, shares({ [MONDAY]: came(1), [TUESDAY]: came(1) }));
    await other.record('a', 2, shares({ [MONDAY]: came(1, 'klacht'), [TUESDAY]: came(1) }, { municipality: null }));
    assert.deepEqual(await days(), { [MONDAY]: { 'live|': came(1, 'klacht') }, [TUESDAY]: { 'live|': came(1) } });
    await figures.record('a', 3, shares({ [MONDAY]: came(1, 'klacht'), [TUESDAY]: came(2) }));
    assert.deepEqual(await days(), {
      [MONDAY]: { 'live|wormerland': came(1, 'klacht') },
      [TUESDAY]: { 'live|wormerland': came(2) },
    });
  });

  it('never goes back to an earlier version, nor to an earlier moment of the same', async () => {
    await figures.record('a', 2, shares({ [TUESDAY]: came(2) }));
    for (const one of [figures, other]) {
      await one.record('a', 1, waiting({ [TUESDAY]: came(1) }, { at: 20_000 }));
      await one.record('a', 2, waiting({ [TUESDAY]: came(1) }, { at: 9_000 }));
      assert.deepEqual(await days(), { [TUESDAY]: { 'live|wormerland': came(2) } });
      assert.deepEqual(await openIds(), []);
    }
    await other.record('a', 2, waiting({ [TUESDAY]: came(3) }, { at: 11_000 }));
    assert.deepEqual(await days(), { [TUESDAY]: { 'live|wormerland': came(3) } });
    assert.deepEqual(await openIds(), ['a']);
  });

  it('keeps what is open for as long as it is', async () => {
    const first = waiting({ [TUESDAY]: came(1) });
    await figures.record('a', 1, first);
    await figures.record('b', 1, waiting({ [MONDAY]: came(1) }, { municipality: null }));
    assert.deepEqual(
      (await other.open()).find(({ dialogue }) => dialogue === 'a'),
      { dialogue: 'a', mode: 'live', municipality: 'wormerland', ...first.open },
    );
    await figures.record('a', 2, shares({ [TUESDAY]: came(1) }));
    await other.record('b', 2, shares({ [MONDAY]: came(1) }));
    assert.deepEqual(await openIds(), []);
    await other.record('a', 3, waiting({ [TUESDAY]: came(1) }));
    await figures.record('b', 3, waiting({ [MONDAY]: came(1) }));
    await figures.record('b', 3, waiting({ [MONDAY]: came(1) }));
    assert.deepEqual(await openIds(), ['a', 'b']);
  });

  it('ends with the newest, whoever of two instances is when at it', async () => {
    for (let round = 0; round < 6; round += 1) {
      const id = `x:${round}/#?`;
      const writes = Array.from({ length: 8 }, (_, n) => {
        const version = ((n * 3 + round) % 8) + 1;
        const add = { [MONDAY]: came(1), [TUESDAY]: came(version) };
        // The newest says by turns that something is open and that nothing is.
        return { version, add: (version + round) % 2 === 0 ? waiting(add) : shares(add) };
      });
      await Promise.all(writes.map(({ version, add }, n) => (n % 2 === 0 ? figures : other).record(id, version, add)));
      const { scopes } = (await figures.days({ from: TUESDAY, until: '2026-11-25' }))[0]!;
      assert.equal(scopes['live|wormerland']?.came?.['vraag'], 8 * (round + 1), `round ${round}`);
      assert.equal((await openIds()).includes(id), (8 + round) % 2 === 0, `round ${round}`);
    }
  });

  it('says the same of a day that is rolled up, and of the empty days between', async () => {
    await figures.record('a', 1, shares({ '2026-01-02': came(1) }));
    await figures.record(
      'b',
      1,
      shares({ '2026-01-02': came(1), '2026-01-05': came(1, 'klacht'), [TUESDAY]: came(1) }),
    );
    await figures.record('c', 1, shares({ '2025-12-30': came(1) }, { mode: 'practice' }));
    const before = [await days(), await days({ from: '2025-01-01', until: '2026-01-01' })];
    assert.deepEqual(await figures.toRollUp('2026-01-07'), daysIn({ from: '2025-12-30', until: '2026-01-07' }));
    await rollUpAll('2026-01-07');
    assert.deepEqual([await days(), await days({ from: '2025-01-01', until: '2026-01-01' })], before);
    assert.deepEqual(await other.toRollUp('2026-01-08'), ['2026-01-07']);
    assert.equal(await other.rollUp('2026-01-05'), 'rolled');
    assert.deepEqual(await days(), before[0]);
  });

  it('undoes a rolled-up day when something of it changes, and only that day', async () => {
    await figures.record('a', 1, shares({ '2026-11-20': came(1), [MONDAY]: came(1) }));
    await figures.record('b', 1, shares({ [MONDAY]: came(1) }));
    await rollUpAll();
    await figures.record('a', 2, shares({ '2026-11-20': came(1), [MONDAY]: came(4), [TUESDAY]: came(1) }));
    assert.deepEqual(await days({ from: MONDAY, until: TUESDAY }), { [MONDAY]: { 'live|wormerland': came(5) } });
    await rollUpAll();
    await other.record('b', 2, shares({ [MONDAY]: came(1, 'klacht') }));
    const changed = { 'live|wormerland': { came: { vraag: 4, klacht: 1 } } };
    assert.deepEqual(await days({ from: MONDAY, until: TUESDAY }), { [MONDAY]: changed });
    assert.deepEqual(await figures.toRollUp(TUESDAY), [MONDAY]);
  });

  it('is right whatever comes first, rolling up or recording', async () => {
    for (let round = 0; round < 6; round += 1) {
      await figures.record('a', round + 1, shares({ [MONDAY]: came(round) }));
      await Promise.all([
        figures.rollUp(MONDAY),
        other.record('b', round + 1, shares({ [MONDAY]: came(round) })),
        other.rollUp(MONDAY),
      ]);
      const sum = { [MONDAY]: { 'live|wormerland': came(2 * round) } };
      assert.deepEqual(await days({ from: MONDAY, until: TUESDAY }), sum);
    }
  });
}
