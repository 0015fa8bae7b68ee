import { hasRole } from '../people.ts';
import { withAbsentFreed } from './absent-holder.ts';
import { clockOf } from './by-time/clock.ts';
import { decideStandBy } from './by-time/calling-stand-by.ts';
import { decideElapse } from './by-time/elapse.ts';
import { decideAnswering } from './decide-answering.ts';
import { decideGone } from './decide-gone.ts';
import { decideHolding } from './decide-holding.ts';
import { decideOutside } from './decide-outside.ts';
import { decideOwnPost, decideReaction } from './decide-own-post.ts';
import { decidePublishing } from './decide-publishing.ts';
import { decideReceiving } from './decide-receiving.ts';
import { decideReread } from './decide-reread.ts';
import { decideTeamNews } from './decide-team-news.ts';
import {
  decideTakeToDepartment,
  decideUnreachable,
  isTheirs,
  withDepartmentAsked,
} from './department-yes/decide-department.ts';
import { decideTakeOver } from './department-yes/decide-take-over.ts';
import { happen, NOTHING, refuse } from './decision.ts';
import { accountChanged, decideInterpreting } from './interpreting/decide-interpreting.ts';
import { evolve } from './evolve.ts';
import { type Dialogue, holderOf, samePerson } from './dialogue.ts';
import { type Facts } from './facts.ts';
import { decideListed, isOfStorm } from './listed/decide-listed.ts';
import { type Command, type Decision, type PersonCommand } from './messages.ts';
import { type WorldCommand } from './world-command.ts';
import { decideHandOver } from './handing-over/decide-handing-over.ts';
import { decideDepartment } from './handing-over/passed-on.ts';
import { decideHold } from './promises/decide-hold.ts';
import { decideComeBack } from './promises/decide-promises.ts';
import { decideColleague, isOfColleague } from './questions/decide-colleague.ts';
import { decideQuestions } from './questions/decide-questions.ts';
import { isAboutQuestion } from './questions/question-messages.ts';
import { keepText } from './reply-text.ts';
import { decideBeside } from './together/decide-beside.ts';
import { isTogether } from './together/messages.ts';
import { allows } from './transitions.ts';

/**
 * What a command does to a dialogue: events that happen, or a refusal in words. Pure: the moment, the opening hours, the
 * roster and what packages know of a text come in as facts. `dialogue` is null only for a first `receive` and for `begin`.
 */
export function decide(dialogue: Dialogue | null, command: Command, facts: Facts): Decision {
  const decision = withDepartmentAsked(dialogue, decideAlone(dialogue, command, facts), facts);
  return withAbsentFreed(dialogue, command, decision, facts);
}

function decideAlone(dialogue: Dialogue | null, command: Command, facts: Facts): Decision {
  if (command.type === 'receive') return decideReceiving(dialogue, command, facts);
  if (command.type === 'begin') return decideOwnPost(dialogue, command, facts);
  if (dialogue === null) return NOTHING;
  if (isOfColleague(command)) return decideColleague(dialogue, command, facts);
  return 'by' in command ? decidePerson(dialogue, command, facts) : decideWorld(dialogue, command, facts);
}

function decidePerson(dialogue: Dialogue, command: PersonCommand, facts: Facts): Decision {
  const read = decideInterpreting(dialogue, command, facts);
  const now = read.events.reduce<Dialogue>((d, event) => evolve(d, { ...event, at: facts.at }), dialogue);
  const asked = read.refusal === null ? (accountChanged(command, read) ?? decideAllowed(now, command, facts)) : read;
  const { events, refusal } = asked.refusal === null ? asked : withTextKept(now, command, facts, asked);
  return { events: [...read.events, ...events], refusal };
}

function decideAllowed(dialogue: Dialogue, command: PersonCommand, facts: Facts): Decision {
  if (!hasRole(command.by, 'webcare') && !isTheirs(dialogue, command, facts.settings))
    return refuse({ code: 'no-role', role: 'webcare' });
  if (!allows(dialogue.stage.name, command.type)) return notNow(dialogue, command);
  if (isAboutQuestion(command)) return decideQuestions(dialogue, command, facts);
  return (
    decideTogether(dialogue, command, facts) ??
    decideHolding(dialogue, command, facts) ??
    decideAnswering(dialogue, command, facts)
  );
}

/** What a team does with a dialogue beside answering it; null: the command is about something else. */
function decideTogether(dialogue: Dialogue, command: PersonCommand, facts: Facts): Decision | null {
  switch (command.type) {
    case 'handOver':
      return decideHandOver(dialogue, command, facts);
    case 'comeBack':
    case 'dropReturn':
      return decideComeBack(dialogue, command, facts);
    case 'hold':
      return decideHold(dialogue, command, facts);
    case 'askTakeOver':
    case 'dropTakeOver':
      return decideTakeOver(dialogue, command, facts);
    case 'takeToDepartment':
      return decideTakeToDepartment(dialogue, command, facts);
    default:
      return null;
  }
}

/** Two people clicked at once, or one clicked an old card: say who was first. */
function notNow(dialogue: Dialogue, command: PersonCommand): Decision {
  const { stage } = dialogue;
  const { expired } = clockOf(dialogue);
  if (expired !== undefined && samePerson(holderOf(stage), command.by))
    return refuse({ code: 'claim-expired', at: expired });
  if (command.type === 'claim' && 'since' in stage) {
    const own = stage.by.email === command.by.email;
    return refuse(own ? { code: 'already-yours' } : { code: 'taken', who: stage.by.name, at: stage.since });
  }
  return refuse({ code: 'not-now', stage: stage.name });
}

/** Nothing typed is ever lost: the text of a refused click is kept, the holder's as the concept, another's apart. */
function withTextKept(dialogue: Dialogue, command: PersonCommand, facts: Facts, decision: Decision): Decision {
  if (!('text' in command) || decision.events.length > 0) return decision;
  const holding = command.type === 'hold' ? keepText(dialogue, { ...command, text: command.holding }, facts) : [];
  return { ...decision, events: [...keepText(dialogue, command, facts), ...holding] };
}

function decideWorld(
  dialogue: Dialogue,
  command: Exclude<WorldCommand, { type: 'receive' | 'begin' }>,
  facts: Facts,
): Decision {
  if (command.type === 'echo') return decideEcho(dialogue, command);
  if (command.type === 'react') return decideReaction(dialogue, command);
  if (command.type === 'foundOwn') return decideOutside(dialogue, command, facts);
  if (command.type === 'gone') return decideGone(dialogue, command.post, facts);
  if (isOfStorm(command)) return decideListed(dialogue, command, facts);
  if (command.type === 'holdBack' || command.type === 'wentAbsent') return decideTeamNews(dialogue, command, facts);
  if (command.type === 'standByAnswered') return decideStandBy(dialogue, command);
  if (command.type === 'departmentAnswered') return decideDepartment(dialogue, command);
  if (command.type === 'unreachable') return decideUnreachable(dialogue, command);
  if (command.type === 'threatTold') return dialogue.threat?.told === false ? happen(command) : NOTHING;
  if (isTogether(command)) return decideBeside(dialogue, command);
  if (command.type === 'reread') return decideReread(dialogue, command, facts);
  return command.type === 'elapse' ? decideElapse(dialogue, facts) : decidePublishing(dialogue, command, facts);
}

/** Counted, and nothing more: nobody asked us anything, and no answer is owed to who passes something on. */
function decideEcho({ posts }: Dialogue, { of, handle, how }: Extract<WorldCommand, { type: 'echo' }>): Decision {
  const ours = posts.some(({ id, from }) => id === of && from === 'citizen');
  return ours ? happen({ type: 'echoed', of, handle, ...(how === undefined ? {} : { how }) }) : NOTHING;
}
