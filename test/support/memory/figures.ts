import { type DayShare, DayTally } from '../../../services/domain/figures/day-counts.ts';
import { daysIn } from '../../../services/domain/figures/days-in.ts';
import {
  type DayCounts,
  type Days,
  type OpenDialogue,
  scopeKey,
} from '../../../services/domain/figures/period-figures.ts';
import { type Day } from '../../../services/domain/figures/shares.ts';
import { dayAfter } from '../../../services/domain/roster/read-day.ts';
import { type FiguresStore } from '../../../services/ports/figures-store.ts';

interface Recorded {
  readonly version: number;
  readonly at: number;
  readonly days: ReadonlyMap<Day, DayShare>;
  readonly open: OpenDialogue | null;
}

/** The figures in memory; each call does its whole deed at once, and nothing is shared with who calls. */
export function createMemoryFigures(): FiguresStore {
  const dialogues = new Map<string, Recorded>();
  const rolled = new Map<Day, DayCounts>();

  const counted = (period: Days): readonly DayCounts[] => {
    const tally = new DayTally();
    for (const { days } of dialogues.values())
      for (const share of days.values()) if (period.from <= share.day && share.day < period.until) tally.add(share);
    return tally.days;
  };

  return {
    record(dialogue, version, { mode, municipality, at, today, days, open }) {
      const before = dialogues.get(dialogue);
      const older =
        before !== undefined && (before.version > version || (before.version === version && before.at > at));
      if (older) return Promise.resolve();
      const scope = scopeKey({ mode, municipality });
      dialogues.set(dialogue, {
        version,
        at,
        days: new Map([...structuredClone(days)].map(([day, counts]) => [day, { day, scope, counts }])),
        open: open === null ? null : structuredClone({ dialogue, mode, municipality, ...open }),
      });
      for (const day of days.keys()) if (day !== today) rolled.delete(day);
      return Promise.resolve();
    },
    days(period) {
      const ofDialogues = counted(period).filter(({ day }) => !rolled.has(day));
      const ofDays = daysIn(period).flatMap((day) => rolled.get(day) ?? []);
      const all = [...ofDialogues, ...ofDays].sort((one, other) => (one.day < other.day ? -1 : 1));
      return Promise.resolve(structuredClone(all.filter(({ scopes }) => Object.keys(scopes).length > 0)));
    },
    dialogues: ({ from, until }) => {
      const ids = [...dialogues].filter(([, { days }]) => [...days.keys()].some((day) => from <= day && day < until));
      return Promise.resolve(ids.map(([id]) => id));
    },
    open: () => Promise.resolve(structuredClone([...dialogues.values()].flatMap(({ open }) => open ?? []))),
    toRollUp(until) {
      const [first] = [...dialogues.values()].flatMap(({ days }) => [...days.keys()]).sort();
      const period = { from: first ?? until, until };
      return Promise.resolve(daysIn(period).filter((day) => !rolled.has(day)));
    },
    rollUp(day) {
      const [all = { day, scopes: {} }] = counted({ from: day, until: dayAfter(day, 1) });
      if (!rolled.has(day)) rolled.set(day, all);
      return Promise.resolve('rolled');
    },
    undoRolledUp() {
      rolled.clear();
      return Promise.resolve();
    },
    async *leftBehind(before) {
      for (const [dialogue, { at, days, open }] of [...dialogues]) {
        if (at >= before) continue;
        for (const day of [...days.keys(), ...(open === null ? [] : [null])])
          yield await Promise.resolve({ dialogue, day, etag: String(at) });
      }
    },
    forget({ dialogue, day, etag }) {
      const there = dialogues.get(dialogue);
      if (there === undefined || String(there.at) !== etag) return Promise.resolve();
      const days = new Map([...there.days].filter(([one]) => one !== day));
      dialogues.set(dialogue, { ...there, days, open: day === null ? null : there.open });
      if (day !== null) rolled.delete(day);
      return Promise.resolve();
    },
  };
}
