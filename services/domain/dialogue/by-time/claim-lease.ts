import { type Instant } from '../../instant.ts';
import { quietFor } from '../../busy/quiet.ts';
import { addOpenTime } from '../../open-time.ts';
import { holderOf } from '../dialogue.ts';
import { type Facts } from '../facts.ts';
import { clockOf } from './clock.ts';
import { type TimeRule } from './time-rule.ts';
import { whenOpen } from './when-open.ts';

/**
 * Who took a dialogue and does nothing with it is reminded once, and then it is everybody's again; the concept stays. A
 * text that came back is reminded of and not taken away: it may be placed, or not, and who tried knows most of it.
 */
export const claimLease: TimeRule = {
  next(dialogue, facts) {
    const { lease } = clockOf(dialogue);
    // In a storm it stands still, and begins anew after it.
    if (lease === null || quietFor(dialogue, facts) !== null) return null;
    const { remindAfter } = facts.settings.instruction.claim;
    if (lease.reminded === null) return after(lease.from, remindAfter, facts);
    return dialogue.stage.name === 'claimed' ? releaseAt(lease.reminded, facts) : null;
  },
  then(dialogue, facts) {
    const by = holderOf(dialogue.stage);
    if (by === null) return [];
    if (clockOf(dialogue).lease?.reminded !== null) return [{ type: 'claimExpired', by }];
    const until = dialogue.stage.name === 'claimed' ? releaseAt(facts.at, facts) : null;
    return [{ type: 'claimReminded', by, until }];
  },
};

/** Counted from the reminder: who was reminded late, since the bot was down, has the same time left. */
function releaseAt(reminded: Instant, facts: Facts): Instant | null {
  const { remindAfter, releaseAfter } = facts.settings.instruction.claim;
  return after(reminded, releaseAfter - remindAfter, facts);
}

function after(from: Instant, time: number, facts: Facts): Instant | null {
  return whenOpen(
    facts,
    addOpenTime((a, b) => facts.openHours(a, b), from, time),
  );
}
