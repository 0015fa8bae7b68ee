import { type Member, type Person } from '../people.ts';
import { decideReportPlaced, frozen } from './decide-by-hand.ts';
import { happen, NOTHING, refuse } from './decision.ts';
import { othersDialogue } from './decide-holding.ts';
import { type Dialogue, samePerson, type Stage } from './dialogue.ts';
import { type Facts } from './facts.ts';
import { frozenMatter } from './frozen-matter.ts';
import { decideGoPublic } from './go-public.ts';
import { type Decision, type DialogueEvent, type PersonCommand } from './messages.ts';
import { unread, whatChanged } from './what-changed.ts';
import { answersFor, checkText, conceptOf, freeze, mayApprove, mayPlaceAlone, type Typed } from './reply-text.ts';
import { standingYes } from './publication.ts';

type Drafted = Extract<Stage, { name: 'drafted' }>;

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
  const answer = answersFor(dialogue, facts.settings.answers).find(({ id }) => id === command.answer);
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
  if (!mayPlaceAlone(dialogue, command.by, command.text, facts.settings)) return refuse({ code: 'approval-needed' });
  const publication = freeze(dialogue, concept, concept.writer, command.by, facts);
  return happen({ type: 'kept', concept, answer: null }, ...frozen(dialogue, publication, facts.settings));
}

function decideSubmit(dialogue: Dialogue, command: Extract<Typed, { type: 'submit' }>, facts: Facts): Decision {
  const concept = conceptOf(dialogue, command, facts);
  const wrong = checkText(dialogue, concept, facts);
  return wrong === null ? happen({ type: 'submitted', concept }) : refuse(wrong);
}

type DraftCommand = Extract<
  PersonCommand,
  { type: 'amend' | 'amendAndPlace' | 'approve' | 'retry' | 'reportPlaced' | 'sendBack' }
>;

function decideDraft(dialogue: Dialogue, stage: Drafted, command: DraftCommand, facts: Facts): Decision {
  switch (command.type) {
    case 'amend':
    case 'amendAndPlace':
      return decideAmend(dialogue, stage, command, facts);
    case 'approve':
      return noYes(dialogue, command) ?? decideFreeze(dialogue, stage, command.hash, command.by, facts);
    case 'retry':
      return decideRetry(dialogue, stage, command, facts);
    case 'reportPlaced':
      return decideReportPlaced(dialogue, stage, command, facts);
    case 'sendBack':
      if (mayApprove(dialogue, command.by) || samePerson(stage.by, command.by)) {
        return happen({ type: 'sentBack', by: person(command.by), remark: command.remark.trim() });
      }
      return refuse({ code: 'no-role', role: 'approver' });
  }
}

/**
 * Anyone who wrote, holds or may approve the text may correct it. Placing it in the same step takes an approver, or, for
 * a text that came back, who holds the dialogue and may place alone.
 */
function decideAmend(
  dialogue: Dialogue,
  stage: Drafted,
  command: Extract<DraftCommand, { text: string }>,
  facts: Facts,
): Decision {
  const place = command.type === 'amendAndPlace';
  const involved =
    samePerson(stage.by, command.by) || samePerson(stage.submittedBy, command.by) || mayApprove(dialogue, command.by);
  if (!involved) return refuse({ code: 'not-yours', who: stage.by.name });
  const concept = conceptOf(dialogue, command, facts);
  const wrong = (place ? unread(dialogue, command.seen) : null) ?? checkText(dialogue, concept, facts);
  if (wrong !== null) return refuse(wrong);
  const alone = stage.hitch !== null && mayHolderPlaceAlone(dialogue, stage, command.by, concept.text, facts);
  const no = place && !alone ? noYes(dialogue, command) : null;
  const freezes = place && no === null;
  const before = dialogue.concept?.text ?? '';
  const amended: DialogueEvent[] =
    concept.text === before && concept.channel === dialogue.concept?.channel
      ? []
      : [{ type: 'amended', concept, before, asksAgain: stage.hitch !== null && !freezes }];
  if (!freezes) return { events: amended, refusal: no?.refusal ?? null };
  const publication = freeze(dialogue, concept, stage.submittedBy, command.by, facts);
  return happen(...amended, ...frozen(dialogue, publication, facts.settings));
}

function decideFreeze(dialogue: Dialogue, stage: Drafted, hash: string, approvedBy: Person, facts: Facts): Decision {
  if (hash !== facts.fingerprint(frozenMatter(dialogue))) return refuse({ code: whatChanged(dialogue) });
  const concept = dialogue.concept ?? { text: '' };
  const wrong = checkText(dialogue, concept, facts);
  if (wrong !== null) return refuse(wrong);
  const publication = freeze(dialogue, concept, stage.submittedBy, approvedBy, facts);
  return happen(...frozen(dialogue, publication, facts.settings));
}

/** The identical text once more. A yes that was given stands, unless the citizen wrote in the meantime or somebody stopped it. */
function decideRetry(
  dialogue: Dialogue,
  stage: Drafted,
  command: Extract<DraftCommand, { type: 'retry' }>,
  facts: Facts,
): Decision {
  const { hitch } = stage;
  if (hitch === null) return refuse({ code: 'not-now', stage: stage.name });
  const { by, hash } = command;
  const yes = standingYes(hitch, hash);
  if (yes !== null && samePerson(stage.by, by)) return decideFreeze(dialogue, stage, hash, yes, facts);
  const alone = mayHolderPlaceAlone(dialogue, stage, by, dialogue.concept?.text ?? '', facts);
  return (alone ? null : noYes(dialogue, command)) ?? decideFreeze(dialogue, stage, hash, by, facts);
}

function mayHolderPlaceAlone(dialogue: Dialogue, stage: Drafted, by: Member, text: string, facts: Facts): boolean {
  return samePerson(stage.by, by) && mayPlaceAlone(dialogue, by, text, facts.settings);
}

function noYes(dialogue: Dialogue, command: PersonCommand): Decision | null {
  if (mayApprove(dialogue, command.by)) return null;
  const own = dialogue.stage.name === 'drafted' && samePerson(dialogue.stage.submittedBy, command.by);
  return refuse(own ? { code: 'own-text' } : { code: 'no-role', role: 'approver' });
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
