import { frozen } from './decide-by-hand.ts';
import { happen, NOTHING, refuse } from './decision.ts';
import { decideDraft } from './decide-draft.ts';
import { othersDialogue } from './decide-holding.ts';
import { type Dialogue, samePerson } from './dialogue.ts';
import { type Facts } from './facts.ts';
import { decideGoPublic } from './go-public.ts';
import { type Decision, type DialogueEvent, type PersonCommand } from './messages.ts';
import { unread } from './what-changed.ts';
import { departmentNeeded } from './department-yes/decide-department.ts';
import { answersOffered, checkText, conceptOf, freeze, mayPlaceAlone, type Typed } from './reply-text.ts';

/** Writing, checking, approving, stopping: everything about the text until it is on its way. */
export function decideAnswering(dialogue: Dialogue, command: PersonCommand, facts: Facts): Decision {
  switch (command.type) {
    case 'keep':
      return (
        othersDialogue(dialogue, command.by) ??
        happen({ type: 'kept', concept: conceptOf(dialogue, command, facts), answer: null })
      );
    case 'useAnswer':
      return othersDialogue(dialogue, command.by) ?? decideUseAnswer(dialogue, command, facts);
    case 'place':
      return othersDialogue(dialogue, command.by) ?? decidePlace(dialogue, command, facts);
    case 'submit':
      return othersDialogue(dialogue, command.by) ?? decideSubmit(dialogue, command, facts);
    case 'amend':
    case 'amendAndPlace':
    case 'approve':
    case 'retry':
    case 'reportPlaced':
    case 'sendBack':
      return dialogue.stage.name === 'drafted' ? decideDraft(dialogue, dialogue.stage, command, facts) : NOTHING;
    case 'stop':
      return decideStop(dialogue, command);
    case 'goPublic':
      return othersDialogue(dialogue, command.by) ?? decideGoPublic(dialogue, command, facts);
    case 'remove':
      return decideRemove(dialogue, command);
    default:
      return NOTHING;
  }
}

function decideUseAnswer(dialogue: Dialogue, command: Extract<Typed, { type: 'useAnswer' }>, facts: Facts): Decision {
  const answer = answersOffered(dialogue, facts.settings).find(({ id }) => id === command.answer);
  if (answer === undefined) return refuse({ code: 'unknown-answer' });
  const typed = conceptOf(dialogue, command, facts);
  const replaced = typed.text !== '' && typed.text !== dialogue.concept?.text && typed.text !== answer.text;
  const apart: DialogueEvent[] = replaced ? [{ type: 'keptApart', concept: typed }] : [];
  return happen(...apart, { type: 'kept', concept: { ...typed, text: answer.text.trim() }, answer: answer.id });
}

function decidePlace(dialogue: Dialogue, command: Extract<Typed, { type: 'place' }>, facts: Facts): Decision {
  const concept = conceptOf(dialogue, command, facts);
  const wrong = unread(dialogue, command.seen) ?? checkText(dialogue, concept, facts);
  if (wrong !== null) return refuse(wrong);
  if (!mayPlaceAlone(dialogue, command.by, command.text, facts.settings))
    return refuse(departmentNeeded(dialogue, facts.settings));
  const publication = freeze(dialogue, concept, concept.writer, command.by, facts);
  return happen({ type: 'kept', concept, answer: null }, ...frozen(dialogue, publication, facts.settings));
}

function decideSubmit(dialogue: Dialogue, command: Extract<Typed, { type: 'submit' }>, facts: Facts): Decision {
  const concept = conceptOf(dialogue, command, facts);
  const wrong = checkText(dialogue, concept, facts);
  return wrong === null ? happen({ type: 'submitted', concept }) : refuse(wrong);
}

function decideStop({ stage }: Dialogue, command: PersonCommand): Decision {
  if (stage.name !== 'approved') return NOTHING;
  const { publication } = stage;
  const involved = [stage.by, publication.submittedBy, publication.approvedBy].some((one) =>
    samePerson(one, command.by),
  );
  if (!involved && !command.by.roles.includes('approver')) return refuse({ code: 'not-yours', who: stage.by.name });
  if (publication.attempt !== null) return refuse({ code: 'too-late', at: publication.attempt.startedAt });
  return happen({ type: 'stopped', by: person(command.by) });
}

function decideRemove(dialogue: Dialogue, command: Extract<PersonCommand, { type: 'remove' }>): Decision {
  if (!command.by.roles.includes('approver')) return refuse({ code: 'no-role', role: 'approver' });
  const receipt = dialogue.receipts.find(({ id }) => id === command.receipt);
  // A private message cannot be taken back by the network's interface.
  if (
    receipt === undefined ||
    receipt.channel === 'private' ||
    receipt.removal?.state === 'asked' ||
    receipt.removal?.state === 'done'
  )
    return NOTHING;
  if (command.reason.trim() === '') return refuse({ code: 'reason-required' });
  return happen({ type: 'removalAsked', receipt: receipt.id, by: person(command.by), reason: command.reason.trim() });
}

function person({ name, email }: { readonly name: string; readonly email: string }): { name: string; email: string } {
  return { name, email };
}
