import { decideBusy } from '../busy/decide-busy.ts';
import { decideEvaluation } from '../evaluation/decide-evaluation.ts';
import { decidePause } from './decide-pause.ts';
import { decideRoster } from './decide-roster.ts';
import { type TeamCommand, type TeamDecision, type TeamFacts } from './messages.ts';
import { type Team } from './team.ts';
import { type Tell, type Told } from './told.ts';

/** What a command does to the team's state. Pure, as the decisions on dialogues are. */
export function decideTeam(team: Team, command: TeamCommand, facts: TeamFacts): TeamDecision {
  switch (command.type) {
    case 'tell':
      return decideTelling(team.told, command);
    case 'pausePlacing':
    case 'resumePlacing':
      return decidePause(team.pause, command, facts);
    case 'seeToAbsence': {
      const due = team.roster.some(({ id, type }) => id === command.change && type === 'absence');
      return { events: due ? [{ type: 'absenceSeenTo', change: command.change }] : [], refusal: null };
    }
    case 'rateSeen':
    case 'switchBusyOn':
    case 'switchBusyOff':
    case 'callForHelp':
    case 'answerCall':
    case 'stormDone':
    case 'submitMany':
    case 'approveMany':
    case 'sendBackMany':
    case 'stopMany':
      return decideBusy(team.storms, command, facts);
    case 'seeInstruction':
    case 'agree':
    case 'switchReport':
    case 'reportDue':
    case 'reportRefused':
      return decideEvaluation(team.evaluated, command, facts);
    case 'reportAbsent':
    case 'reportBack':
    case 'swapDuty':
    case 'undoRoster':
      return decideRoster(team, command, facts);
  }
}

/** No refusal: who thought of it as well has nothing left to do. */
function decideTelling(told: Told, { name, line }: Tell): TeamDecision {
  return { events: name in told ? [] : [{ type: 'told', name, line }], refusal: null };
}
