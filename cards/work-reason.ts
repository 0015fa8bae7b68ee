import { samePerson } from '../services/domain/dialogue/dialogue.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type Person } from '../services/domain/people.ts';
import { plainInMarkdown } from './literal-text.ts';
import { type Words } from './words.ts';

/** What brings a new work message with somebody's name in it; the last of these in the course tells. */
const REASONS = {
  sentBack: 'work.sentBack',
  followedUp: 'work.followedUp',
  handedOver: 'work.handedOver',
  cameBack: 'work.cameBack',
  questionAnswered: 'work.answered',
  takenFromList: 'work.taken',
} as const;

/** Why a new work message calls its reader, as the text of the message: markdown, with `<at>name</at>` in it. */
export function workReason(view: DialogueView, reader: Person, words: Words): string {
  const last = view.dialogue.course.findLast(({ what }) => what in REASONS);
  const key = REASONS[(last?.what ?? 'followedUp') as keyof typeof REASONS];
  const values = { name: `<at>${reader.name}</at>`, by: plainInMarkdown(last?.who ?? '') };
  const reason = words.say(key, values);
  return key === 'work.handedOver' ? [reason, ...offDuty([reader], view, words)].join(' ') : reason;
}

/** A word of warning about who is not there to act on it. */
export function offDuty(them: readonly Person[], { onDuty }: DialogueView, words: Words): readonly string[] {
  return them
    .filter((one) => !onDuty.some((member) => samePerson(member, one)))
    .map(({ name }) => words.say('news.offDuty', { name: plainInMarkdown(name) }));
}
