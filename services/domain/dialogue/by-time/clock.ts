import { type Dialogue } from '../dialogue.ts';
import { type Happened } from '../messages.ts';
import { type Clock } from './clock-state.ts';
import { leaseAfter } from './lease.ts';

/** Carries the clock over an event; `after` is the dialogue with all that the event changed but this. */
export function clockAfter(before: Dialogue | null, after: Dialogue, event: Happened): Clock {
  const { expired, ...clock } = before === null ? BEFORE : clockOf(before);
  return {
    ...clock,
    ...(before === null || before.due !== after.due ? { dueSince: event.at } : {}),
    ...(event.type === 'becameLate' ? { lateFor: event.due } : {}),
    ...(event.type === 'nudged' ? { nudged: { due: event.due, what: event.what } } : {}),
    ...(event.type === 'claimExpired' ? { expired: event.at } : {}),
    ...(expired !== undefined && after.stage.name === 'waiting' ? { expired } : {}),
    lease: leaseAfter(before, clock.lease, after, event),
  };
}

/** Of a dialogue that was stored before time was kept, its claim runs from when it was taken. */
export function clockOf({ clock, stage }: Dialogue): Clock {
  return clock ?? { ...BEFORE, lease: stage.name === 'claimed' ? { from: stage.since, reminded: null } : null };
}

const BEFORE: Clock = { dueSince: 0, lateFor: null, nudged: null, lease: null };
