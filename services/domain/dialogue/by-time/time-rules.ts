import { becomingLate } from './becoming-late.ts';
import { callingStandBy, reachingStandBy } from './calling-stand-by.ts';
import { claimLease } from './claim-lease.ts';
import { askingOn } from './asking-on.ts';
import { closingItself } from './closing-itself.ts';
import { normNudge } from './norm-nudge.ts';
import { comingBack } from './coming-back.ts';
import { tellingThreat } from './telling-threat.ts';
import { passingOn } from './passing-on.ts';
import { placing } from './placing.ts';
import { takingOff } from './taking-off.ts';
import { tellingDepartment } from '../handing-over/passed-on.ts';
import { type TimeRule } from './time-rule.ts';

/** Everything that happens by time alone. Of two at the same moment the first goes first. */
export const TIME_RULES: readonly TimeRule[] = [
  tellingThreat,
  placing,
  takingOff,
  comingBack,
  askingOn,
  closingItself,
  becomingLate,
  normNudge,
  claimLease,
  callingStandBy,
  reachingStandBy,
  tellingDepartment,
  passingOn,
];
