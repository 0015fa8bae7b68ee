import { type Instant } from '../domain/instant.ts';

/** What a dialogue is found by. */
export interface Findable {
  readonly dialogue: string;
  /** What was said in public, with personal data masked: nobody finds a person by a number. */
  readonly said: string;
  /** Who, where and about what, in words of ours. */
  readonly about: string;
  /** Newer ones come first where the words fit as well. */
  readonly at: Instant;
}

/** Full text over the dialogues, in the memory of this instance: a view on the store that can be made again. */
export interface DialogueSearch {
  /** Adds a dialogue, or replaces what was known of it. */
  put(one: Findable): void;
  /** Harmless when it is not known. */
  forget(dialogue: string): void;
  /** Dialogues that have all the words, whole or begun, with or without accents; where none has, one wrong letter or some of the words will do. The best first. */
  find(words: string, limit: number): readonly string[];
}
