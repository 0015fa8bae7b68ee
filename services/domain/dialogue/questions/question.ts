import { type Instant } from '../../instant.ts';
import { type Person } from '../../people.ts';

/** Where a question reached somebody: 1:1, or where others see it too because Teams refused that. */
export type Reach =
  { readonly in: 'chat' } | { readonly in: 'thread' } | { readonly in: 'channel'; readonly name: string };

/** Somebody who was asked. The last of a question is who is asked now. */
export interface Asked {
  readonly who: Person;
  readonly at: Instant;
  /** By when, in opening hours. */
  readonly due: Instant;
  /** Half an hour of opening time before that; null: there is no such moment, or it was done. */
  readonly remindAt: Instant | null;
  readonly reach: Reach;
  /** They asked for more time, which is given once. */
  readonly moreTime: boolean;
  /** Why it went on to somebody else: they said so, or said nothing; null for who is asked now. */
  readonly left: 'passed' | 'silent' | null;
}

/** The words are kept apart, under `answer/<id>`. */
export interface Answer {
  readonly id: string;
  /** Who knew it; without an e-mail address where a colleague of the team wrote down what somebody said. */
  readonly by: { readonly name: string; readonly email: string | null };
  readonly at: Instant;
  /** Who wrote it down for them. */
  readonly recordedBy: Person | null;
}

/**
 * What we ask a colleague outside the team. `team`: nobody answered in time and the team was told; an answer is still
 * welcome. Its words are kept apart, under `question/<id>`, for they may quote the citizen.
 */
export interface Question {
  readonly id: string;
  readonly by: Person;
  readonly at: Instant;
  /** The department that was asked, by name; null for one person. */
  readonly department: string | null;
  /** The colleague may know who the citizen is. */
  readonly named: boolean;
  readonly asked: readonly Asked[];
  readonly state: 'open' | 'team' | 'answered' | 'withdrawn';
  readonly answers: readonly Answer[];
  /** Version of the dialogue at which its card last changed. */
  readonly changedAt: number;
}

/** A dialogue, as far as it has to do with questions. */
export interface HasQuestions {
  readonly questions?: readonly Question[];
}

export function questionsOf({ questions = [] }: HasQuestions): readonly Question[] {
  return questions;
}

export function questionNamed(dialogue: HasQuestions, id: string): Question | null {
  return questionsOf(dialogue).find((one) => one.id === id) ?? null;
}

/** Who is asked now, and by when. */
export function currentlyAsked({ asked }: Question): Asked {
  const last = asked.at(-1);
  if (last === undefined) throw new Error('a question is asked of nobody');
  return last;
}

/** While a colleague is asked the team waits: the claim stands still and nobody is nudged. */
export function waitsForColleague(dialogue: HasQuestions): boolean {
  return questionsOf(dialogue).some(({ state }) => state === 'open');
}

/** Questions that this person was asked and that an answer would still help. */
export function openFor(dialogue: HasQuestions, email: string): readonly Question[] {
  return questionsOf(dialogue).filter(
    (one) => (one.state === 'open' || one.state === 'team') && wasAsked(one, email) !== null,
  );
}

/** What somebody was asked; null: they were not. */
export function wasAsked({ asked }: Question, email: string): Asked | null {
  return asked.findLast(({ who }) => who.email === email.toLowerCase()) ?? null;
}

/** The names under which the words are kept. */
export function questionText(id: string): string {
  return `question/${id}`;
}

export function answerText(id: string): string {
  return `answer/${id}`;
}
