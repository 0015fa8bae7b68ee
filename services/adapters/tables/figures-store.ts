import { type FiguresStore } from '../../ports/figures-store.ts';
import { type Tables } from './create-tables.ts';
import { forget, leftBehind, undoRolledUp } from './figures-anew.ts';
import { OPEN, openIn, rolledIn, rolledKey, rolledRow } from './figures-rows.ts';
import { countsOf, daysToRollUp, dialoguesOf, readDays } from './read-figures.ts';
import { recordFigures, type Written } from './record-figures.ts';
import { allRows, readRow, writeRow } from './rows.ts';

/** Dialogues of which it is remembered what was written last, so that it need not be read again. */
const REMEMBERED = 2_000;

/**
 * The figures in a table of their own: PK `d:<day>`, RK dialogue: what it adds to that day; PK `r:<year>`, RK `<mm-dd>`: a
 * rolled-up day; PK `open`, RK dialogue: what is open of it.
 */
export function createFiguresStore(tables: Tables): FiguresStore {
  const remembered = new Map<string, Written>();
  return {
    async record(dialogue, version, shares) {
      const before = remembered.get(dialogue);
      // Whatever fails from here on, what stands there is read before it is written again.
      remembered.delete(dialogue);
      const written = await recordFigures(tables, { dialogue, version, shares }, before);
      if (written !== null) remembered.set(dialogue, written);
      const [oldest] = remembered.keys();
      if (oldest !== undefined && remembered.size > REMEMBERED) remembered.delete(oldest);
    },
    days: (period) => readDays(tables, period),
    dialogues: (period) => dialoguesOf(tables, period),
    open: async () => (await allRows(tables.figures, `PartitionKey eq '${OPEN}'`)).map(openIn),
    toRollUp: (until) => daysToRollUp(tables, until),
    async rollUp(day) {
      const { partitionKey, rowKey } = rolledKey(day);
      const there = await readRow(tables.figures, partitionKey, rowKey);
      if (there !== null && rolledIn(there) !== null) return 'rolled';
      // Who records something of this day from here on takes this row away, and then it is not replaced.
      const etag = await writeRow(tables.figures, rolledRow(day, null), there?.etag ?? null);
      if (etag === null) return 'changed';
      const [counted] = await countsOf(tables, { first: day, last: day });
      const rolled = await writeRow(tables.figures, rolledRow(day, counted?.scopes ?? {}), etag);
      return rolled === null ? 'changed' : 'rolled';
    },
    undoRolledUp: () => undoRolledUp(tables),
    leftBehind: (before) => leftBehind(tables, before),
    forget: (left) => forget(tables, left),
  };
}
