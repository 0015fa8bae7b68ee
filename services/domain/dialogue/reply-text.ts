import { hasRole, type Member, type Person } from '../people.ts';
import {
  type Instruction,
  type Kind,
  ruleFor,
  type Settings,
  type StandingAnswer,
} from '../work-instruction/instruction.ts';
import { referralOf, whoseYes } from './department-yes/whose-yes.ts';
import { type Concept, type Dialogue, holderOf, samePerson, textToPlace } from './dialogue.ts';
import { nothingToAnswer, postToAnswer } from './what-to-answer.ts';
import { replyAccountOf } from './by-hand.ts';
import { type Channel, chosen, chosenIn } from './channel.ts';
import { channelOf, channelsOf, measure } from './choose-channel.ts';
import { type Facts } from './facts.ts';
import { frozenMatter } from './frozen-matter.ts';
import { type DialogueEvent, type PersonCommand } from './messages.ts';
import { type Refusal } from './refusal.ts';
import { type Publication } from './publication.ts';

/** Why a text cannot be placed as it is; null when it can. */
export function checkText(dialogue: Dialogue, concept: Words, facts: Facts): Refusal | null {
  const { text } = concept;
  const channel = chosenIn(concept);
  if (dialogue.mode === 'listening') return { code: 'listening' };
  if (replyAccountOf(dialogue) === null) return { code: 'no-account' };
  if (nothingToAnswer(dialogue)) return { code: 'post-gone' };
  if (text.trim() === '') return { code: 'empty' };
  if (!channelsOf(dialogue).includes(channel)) return { code: 'other-channel' };
  const { length, limit } = measure(dialogue, text, channel, facts);
  if (length > limit) return { code: 'too-long', over: length - limit, limit };
  if (concept.holds !== undefined && concept.holds <= facts.at) return { code: 'moment-past', at: concept.holds };
  const personal = facts.personalData(text)[0];
  return personal ? { code: 'personal-data', what: personal.kind } : null;
}

/** A text and where it goes. */
export type Words = Pick<Concept, 'text' | 'channel' | 'holds'>;

/** What somebody typed, and for which channel. */
export interface Written {
  readonly by: Person;
  readonly text: string;
  readonly channel?: Channel | undefined;
}

/** A command that carries what somebody typed. */
export type Typed = Extract<PersonCommand, { text: string }>;

/** The standing answers that fit this dialogue: its municipality's and those for all. */
export function answersFor(dialogue: Dialogue, answers: readonly StandingAnswer[]): readonly StandingAnswer[] {
  if (dialogue.own) return [];
  return answers.filter((answer) => answer.municipality === null || answer.municipality === dialogue.municipality);
}

/** Id of the answer that sends somebody on to the department that must be asked. */
export const REFERRAL = 'doorverwijzing';

/** What can be filled in with one press: where a department must be asked, first of all that one can call it. */
export function answersOffered(dialogue: Dialogue, settings: Settings): readonly StandingAnswer[] {
  const text = referralOf(dialogue, settings);
  const fits = answersFor(dialogue, settings.answers);
  if (text === null) return fits;
  const topic = dialogue.topic ?? dialogue.kind;
  const about = { topic, municipality: null, approved: true, source: null, owner: null, check: null };
  return [{ id: REFERRAL, text, ...about }, ...fits];
}

/** An approved standing answer, to the letter, had its second pair of eyes beforehand. */
function isApprovedAnswer(dialogue: Dialogue, text: string, settings: Settings): boolean {
  return answersFor(dialogue, settings.answers).some((answer) => answer.approved && answer.text.trim() === text.trim());
}

/** Whether the work instruction lets this person place a text of this kind without a second pair of eyes. */
export function mayPlaceAlone(dialogue: Dialogue, by: Member, text: string | null, settings: Settings): boolean {
  if (hasRole(by, 'trainee')) return false;
  // It speaks for the municipality, and no standing answer was meant for it.
  if (dialogue.own) return hasRole(by, 'approver');
  const yes = whoseYes(dialogue, settings);
  // Of what is for a department to decide, even an approved answer says too much.
  if (yes.who === 'department') return text !== null && text.trim() === referralOf(dialogue, settings)?.trim();
  return yes.who === 'nobody' || (text !== null && isApprovedAnswer(dialogue, text, settings));
}

/** `approvalTopics` names matters, and the press is one although it is a kind of message too. */
export function kindNeedsYes(instruction: Instruction, kind: Kind): boolean {
  return ruleFor(instruction, kind).approval || topicNeedsYes(instruction, kind);
}

export function topicNeedsYes({ approvalTopics }: Instruction, topic: string | null): boolean {
  return topic !== null && Object.hasOwn(approvalTopics, topic);
}

/** What a person typed, for the channel that was chosen; without a choice, for the one that the card shows. */
export function conceptOf(
  dialogue: Dialogue,
  { by, text, channel = channelOf(dialogue) }: Written,
  facts: Facts,
): Concept {
  const holds = dialogue.concept?.holds;
  return {
    text: text.trim(),
    writer: { name: by.name, email: by.email },
    at: facts.at,
    ...chosen(channel),
    // On the table it stays what it is, whoever corrects it.
    ...(holds === undefined ? {} : { holds }),
  };
}

/** The events that keep a text whose click was refused. An empty or unchanged text needs no keeping. */
export function keepText(dialogue: Dialogue, command: Written, facts: Facts): readonly DialogueEvent[] {
  const concept = conceptOf(dialogue, command, facts);
  if (concept.text === '' || concept.text === dialogue.concept?.text || concept.text === dialogue.spare?.text)
    return [];
  const writing = dialogue.stage.name === 'claimed' && samePerson(dialogue.stage.by, command.by);
  return writing ? [{ type: 'kept', concept, answer: null }] : [{ type: 'keptApart', concept }];
}

/** Freezes the text: from here on nobody changes it, and only it is placed. */
export function freeze(
  dialogue: Dialogue,
  concept: Words,
  submittedBy: Person,
  approvedBy: Person,
  facts: Facts,
): Publication {
  const { text, holds } = concept;
  const channel = chosenIn(concept);
  const target = postToAnswer(dialogue, channel);
  const newest = postToAnswer(dialogue)?.id;
  const account = replyAccountOf(dialogue);
  if (account === null || (target === undefined && !dialogue.own) || holderOf(dialogue.stage) === null) {
    throw new Error(`dialogue ${dialogue.id} has nothing to reply to or from`);
  }
  return {
    number: dialogue.publications + 1,
    text: textToPlace(dialogue, text),
    hash: facts.fingerprint(frozenMatter(dialogue, text, channel, holds)),
    account,
    inReplyTo: target?.id ?? null,
    ...(newest === undefined || newest === target?.id ? {} : { readTo: newest }),
    ...chosen(channel),
    ...(holds === undefined ? {} : { holds }),
    submittedBy,
    approvedBy: { name: approvedBy.name, email: approvedBy.email },
    frozenAt: facts.at,
    version: dialogue.version,
    dueAt: facts.at + facts.settings.instruction.undo,
    placeAt: facts.at + facts.settings.instruction.undo,
    attempt: null,
  };
}
