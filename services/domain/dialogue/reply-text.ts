import { hasRole, type Member, type Person } from '../people.ts';
import {
  type Instruction,
  type Kind,
  ruleFor,
  type Settings,
  type StandingAnswer,
} from '../work-instruction/instruction.ts';
import {
  type Concept,
  type Dialogue,
  frozenMatter,
  holderOf,
  postToAnswer,
  samePerson,
  textToPlace,
} from './dialogue.ts';
import { type Facts } from './facts.ts';
import { type DialogueEvent, type PersonCommand, type Refusal } from './messages.ts';
import { type Publication } from './publication.ts';

/** Why a text cannot be placed as it is; null when it can. */
export function checkText(dialogue: Dialogue, text: string, facts: Facts): Refusal | null {
  if (dialogue.mode === 'listening') return { code: 'listening' };
  if (dialogue.account === null) return { code: 'no-account' };
  if (text.trim() === '') return { code: 'empty' };
  const over = facts.length(textToPlace(dialogue, text)) - facts.limit;
  if (over > 0) return { code: 'too-long', over, limit: facts.limit };
  const personal = facts.personalData(text)[0];
  return personal ? { code: 'personal-data', what: personal.kind } : null;
}

/** The standing answers that fit this dialogue: its municipality's and those for all. */
export function answersFor(dialogue: Dialogue, answers: readonly StandingAnswer[]): readonly StandingAnswer[] {
  return answers.filter((answer) => answer.municipality === null || answer.municipality === dialogue.municipality);
}

/** An approved standing answer, to the letter, had its second pair of eyes beforehand. */
function isApprovedAnswer(dialogue: Dialogue, text: string, settings: Settings): boolean {
  return answersFor(dialogue, settings.answers).some((answer) => answer.approved && answer.text.trim() === text.trim());
}

/** Whether the work instruction lets this person place a text of this kind without a second pair of eyes. */
export function mayPlaceAlone(dialogue: Dialogue, by: Member, text: string | null, settings: Settings): boolean {
  const { instruction } = settings;
  if (hasRole(by, 'trainee')) return false;
  if (text !== null && isApprovedAnswer(dialogue, text, settings)) return true;
  return !kindNeedsYes(instruction, dialogue.kind) && !topicNeedsYes(instruction, dialogue.topic);
}

/** `approvalTopics` names matters, and the press is one although it is a kind of message too. */
export function kindNeedsYes(instruction: Instruction, kind: Kind): boolean {
  return ruleFor(instruction, kind).approval || topicNeedsYes(instruction, kind);
}

export function topicNeedsYes({ approvalTopics }: Instruction, topic: string | null): boolean {
  return topic !== null && Object.hasOwn(approvalTopics, topic);
}

/** Who submitted a text never approves it; otherwise the role decides. */
export function mayApprove(dialogue: Dialogue, by: Member): boolean {
  if (!hasRole(by, 'approver') || hasRole(by, 'trainee')) return false;
  return dialogue.stage.name !== 'drafted' || !samePerson(dialogue.stage.submittedBy, by);
}

export function conceptOf(by: Member, text: string, facts: Facts): Concept {
  return { text: text.trim(), writer: { name: by.name, email: by.email }, at: facts.at };
}

/** The events that keep a text whose click was refused. An empty or unchanged text needs no keeping. */
export function keepText(
  dialogue: Dialogue,
  command: PersonCommand & { text: string },
  facts: Facts,
): readonly DialogueEvent[] {
  const concept = conceptOf(command.by, command.text, facts);
  if (concept.text === '' || concept.text === dialogue.concept?.text || concept.text === dialogue.spare?.text)
    return [];
  const writing = dialogue.stage.name === 'claimed' && samePerson(dialogue.stage.by, command.by);
  return writing ? [{ type: 'kept', concept, answer: null }] : [{ type: 'keptApart', concept }];
}

/** Freezes the text: from here on nobody changes it, and only it is placed. */
export function freeze(
  dialogue: Dialogue,
  text: string,
  submittedBy: Person,
  approvedBy: Person,
  facts: Facts,
): Publication {
  const target = postToAnswer(dialogue);
  if (dialogue.account === null || target === undefined || holderOf(dialogue.stage) === null) {
    throw new Error(`dialogue ${dialogue.id} has nothing to reply to or from`);
  }
  return {
    number: dialogue.publications + 1,
    text: textToPlace(dialogue, text),
    hash: facts.fingerprint(frozenMatter(dialogue, text)),
    account: dialogue.account,
    inReplyTo: target.id,
    submittedBy,
    approvedBy: { name: approvedBy.name, email: approvedBy.email },
    frozenAt: facts.at,
    dueAt: facts.at + facts.settings.instruction.undo,
    placeAt: facts.at + facts.settings.instruction.undo,
    attempt: null,
  };
}
