import { earliest } from './when-open.ts';
import { type TimeRule } from './time-rule.ts';

/** A reply of ours is taken off the network again, or that is tried once more. */
export const takingOff: TimeRule = {
  next: ({ receipts }) => earliest(receipts.map(({ removal }) => (removal?.state === 'asked' ? removal.tryAt : null))),
  then: null,
};
