import { type Dialogue } from '../dialogue.ts';
import { type Happened } from '../messages.ts';
import { openDue } from './open-due.ts';
import { type Clock } from './clock-state.ts';
import { leaseAfter } from './lease.ts';

/** Carries the clock over an event; `after` is the dialogue with all that the event changed but this. */
export function clockAfter(before: Dialogue | null, after: Dialogue, event: Happened): Clock {
  const { expired, standBy, ...clock } = before === null ? BEFORE : clockOf(before);
  return {
    ...clock,
    ...(before === null || before.due !== after.due ? { dueSince: event.at } : {}),
    ...(event.type === 'becameLate' ? { lateFor: event.due } : {}),
    ...(event.type === 'nudged' ? { nudged: nudgedBy(event) } : {}),
    ...(event.type === 'claimExpired' ? { expired: event.at } : {}),
    ...(expired !== undefined && after.stage.name === 'waiting' ? { expired } : {}),
    ...withStandBy(standBy, after, event),
    lease: leaseAfter(before, clock.lease, after, event),
  };
}

function nudgedBy({ due, what, storm }: Extract<Happened, { type: 'nudged' }>): Clock['nudged'] {
  return { due, what, ...(storm === undefined ? {} : { storm }) };
}

/** With the answer it is over: what the citizen asks next may be as grave. */
function withStandBy(standBy: Clock['standBy'], after: Dialogue, event: Happened): Pick<Clock, 'standBy'> {
  if (event.type === 'standByCalled') {
    const { at, people } = event;
    return { standBy: { at, people, state: people.length === 0 ? 'unreached' : 'calling', told: null } };
  }
  if (standBy === undefined || openDue(after) === null) return {};
  if (event.type === 'standByTold') return { standBy: { ...standBy, state: 'told', told: event.who } };
  return { standBy: event.type === 'standByUnreached' ? { ...standBy, state: 'unreached' } : standBy };
}

/** Of a dialogue that was stored before time was kept, its claim runs from when it was taken. */
export function clockOf({ clock, stage }: Dialogue): Clock {
  return clock ?? { ...BEFORE, lease: stage.name === 'claimed' ? { from: stage.since, reminded: null } : null };
}

const BEFORE: Clock = { dueSince: 0, lateFor: null, nudged: null, lease: null };
