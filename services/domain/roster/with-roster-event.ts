import { type Instant } from '../instant.ts';
import { type RosterChange } from './roster-change.ts';
import { type RosterEvent } from './roster-messages.ts';

/** The changes after one more of them. The number of the event is the name of the change. */
export function withRosterEvent(
  roster: readonly RosterChange[],
  event: RosterEvent & { readonly at: Instant },
  id: number,
): readonly RosterChange[] {
  if (event.type === 'absenceSeenTo')
    return roster.map((change) => (change.id === event.change ? { ...change, seenTo: true } : change));
  const { by, at } = event;
  switch (event.type) {
    case 'reportedAbsent': {
      const { who, from, until } = event;
      return [...roster, { type: 'absence', id, by, at, who, from, until }];
    }
    case 'reportedBack':
      return [...roster, { type: 'back', id, by, at, who: event.who }];
    case 'swappedDuty': {
      const { one, other, during } = event;
      return [...roster, { type: 'swap', id, by, at, one, other, during }];
    }
    case 'rosterUndone':
      return roster.filter((change) => change.id !== event.change.id);
  }
}

/** All changes that a whole history tells of, those that are long over too; what was undone is not among them. */
export function rosterIn(history: readonly { readonly type: string; readonly at: Instant }[]): readonly RosterChange[] {
  return history.reduce<readonly RosterChange[]>(
    (roster, event, index) => (isRosterEvent(event) ? withRosterEvent(roster, event, index + 1) : roster),
    [],
  );
}

const ROSTER_EVENTS: ReadonlySet<string> = new Set<RosterEvent['type']>([
  'reportedAbsent',
  'reportedBack',
  'swappedDuty',
  'rosterUndone',
  'absenceSeenTo',
]);

function isRosterEvent(event: {
  readonly type: string;
  readonly at: Instant;
}): event is RosterEvent & { readonly at: Instant } {
  return ROSTER_EVENTS.has(event.type);
}
