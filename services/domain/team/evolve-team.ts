import { evolveBusy } from '../busy/evolve-busy.ts';
import { evolveEvaluation } from '../evaluation/evolve-evaluation.ts';
import { recentChanges } from '../roster/roster-change.ts';
import { withRosterEvent } from '../roster/with-roster-event.ts';
import { type TeamHappened } from './messages.ts';
import { type Team } from './team.ts';
import { withTold } from './told.ts';

/** The team's state after an event. Pure, and total: it never refuses, for what happened has happened. */
export function evolveTeam(team: Team, event: TeamHappened): Team {
  return { ...apply(team, event), version: team.version + 1 };
}

function apply(team: Team, event: TeamHappened): Team {
  switch (event.type) {
    case 'told':
      return { ...team, told: withTold(team.told, event.name, event.at) };
    case 'stormProposed':
    case 'stormLapsed':
    case 'stormOn':
    case 'stormCalm':
    case 'stormOff':
    case 'stormDone':
    case 'helpCalled':
    case 'callAnswered':
    case 'manySubmitted':
    case 'manyApproved':
    case 'manySentBack':
    case 'manyStopped':
      return { ...team, storms: evolveBusy(team.storms, event) };
    case 'placingPaused':
      return { ...team, pause: { by: event.by, since: event.at, reason: event.reason } };
    case 'placingResumed':
      return { ...team, pause: null };
    case 'instructionSeen':
    case 'instructionChanged':
    case 'agreed':
    case 'reportOn':
    case 'reportOff':
    case 'reportFell':
    case 'reportUnreached':
      return { ...team, evaluated: evolveEvaluation(team.evaluated, event) };
    case 'reportedAbsent':
    case 'reportedBack':
    case 'swappedDuty':
    case 'rosterUndone':
    case 'absenceSeenTo': {
      const roster = withRosterEvent(team.roster, event, team.version + 1);
      return { ...team, roster: recentChanges(roster, event.at) };
    }
  }
}
