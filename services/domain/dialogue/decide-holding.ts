import { addOpenTime } from '../open-time.ts';
import { type Member } from '../people.ts';
import { normOf } from '../work-instruction/norm.ts';
import { happen, refuse } from './decision.ts';
import { type Dialogue, type Holder, holderOf, samePerson } from './dialogue.ts';
import { heldUntil } from './promises/promise.ts';
import { nothingToAnswer, unanswered } from './what-to-answer.ts';
import { type Facts } from './facts.ts';
import { type Decision, type PersonCommand } from './messages.ts';
import { type QuestionPersonCommand } from './questions/question-messages.ts';

/** Taking, giving back and ending a dialogue. null: the command is about something else, such as a text. */
export function decideHolding(
  dialogue: Dialogue,
  command: Exclude<PersonCommand, QuestionPersonCommand>,
  facts: Facts,
): Decision | null {
  const by = asHolder(command.by);
  const holder = holderOf(dialogue.stage);
  switch (command.type) {
    case 'claim':
      return happen({ type: 'claimed', by });
    case 'takeOver':
      if (holder === null || samePerson(holder, by)) return refuse({ code: 'already-yours' });
      return happen({ type: 'tookOver', by, from: holder });
    case 'release':
      return othersDialogue(dialogue, by) ?? happen({ type: 'released', by });
    case 'setAside': {
      // Nobody waits for an own post, so nobody is owed a reason.
      if (dialogue.own) return othersDialogue(dialogue, by) ?? happen({ type: 'wasSetAside', by, reason: '' });
      const known = facts.settings.instruction.noReplyReasons.includes(command.reason);
      if (!known) return refuse({ code: 'reason-required' });
      return othersDialogue(dialogue, by) ?? happen({ type: 'wasSetAside', by, reason: command.reason });
    }
    case 'finish':
      return othersDialogue(dialogue, by) ?? decideFinish(dialogue, by, command.outcome);
    case 'reopen':
      // What was set aside or given to a department is still unanswered; after an answer, more is owed from now on.
      return happen({
        type: 'reopened',
        by,
        due:
          dialogue.stage.name === 'setAside' || isPassedOn(dialogue) || nothingToAnswer(dialogue)
            ? dueFor(dialogue, facts)
            : dueFrom(dialogue, facts.at, facts),
      });
    case 'reveal':
      return samePerson(holder, by)
        ? happen({ type: 'revealed', by })
        : refuse({ code: 'not-yours', who: holder?.name ?? '' });
    case 'handOver':
    case 'comeBack':
    case 'dropReturn':
    case 'hold':
    case 'goPublic':
    case 'keep':
    case 'useAnswer':
    case 'place':
    case 'submit':
    case 'amend':
    case 'amendAndPlace':
    case 'approve':
    case 'sendBack':
    case 'takeToDepartment':
    case 'askTakeOver':
    case 'dropTakeOver':
    case 'stop':
    case 'retry':
    case 'reportPlaced':
    case 'remove':
      return null;
  }
}

/** It ended with a department, given or taken: the citizen heard nothing from us. */
function isPassedOn({ stage }: Dialogue): boolean {
  return stage.name === 'closed' && (stage.outcome === 'handed-over' || stage.outcome === 'department');
}

export function asHolder({ name, email, initials }: Member): Holder {
  return { name, email, initials };
}

/** A refusal when somebody else holds it; in stages that nobody works in, anyone of the team may. */
export function othersDialogue({ stage }: Dialogue, by: { readonly email: string }): Decision | null {
  const held = stage.name === 'claimed' || stage.name === 'drafted' || stage.name === 'approved' ? stage.by : null;
  return held !== null && held.email !== by.email ? refuse({ code: 'not-yours', who: held.name }) : null;
}

/** An ending without a reply needs to say where the answer was given; after a reply it needs nothing. */
function decideFinish(
  dialogue: Dialogue,
  by: Holder,
  outcome: Extract<PersonCommand, { type: 'finish' }>['outcome'],
): Decision {
  const replied = dialogue.stage.name === 'answered';
  // Nobody can be phoned instead.
  if (dialogue.own && !replied) return refuse({ code: 'not-now', stage: dialogue.stage.name });
  const ending = outcome ?? (replied ? 'replied' : null);
  if (ending === null || (ending === 'replied' && !replied)) return refuse({ code: 'outcome-required' });
  return happen({ type: 'finished', by: { name: by.name, email: by.email }, outcome: ending });
}

/** When an answer is due to something the citizen posted at `from`; null when none is owed. */
export function dueFrom(
  dialogue: Pick<Dialogue, 'kind' | 'own' | 'urgent'>,
  from: number,
  facts: Facts,
): number | null {
  if (dialogue.own) return null;
  const norm = normOf(facts.settings.instruction, dialogue);
  if (norm === null) return null;
  const { within, outsideHours } = norm;
  return outsideHours ? from + within : addOpenTime((a, b) => facts.openHours(a, b), from, within);
}

/** What the citizen was told is due then; else the clock starts when the citizen posted what is still unanswered. `removed`: a reply that is now being taken off. */
export function dueFor(dialogue: Dialogue, facts: Facts, removed: string | null = null): number | null {
  const told = heldUntil(dialogue);
  if (told !== null) return told;
  const [first] = unanswered(dialogue, removed);
  return first === undefined ? null : dueFrom(dialogue, first.since, facts);
}
