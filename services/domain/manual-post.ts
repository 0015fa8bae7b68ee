import { type Finding } from './mask.ts';
import { httpsLink } from './link.ts';
import { MINUTE, type Instant } from './instant.ts';
import { type Member } from './people.ts';
import { MANUAL, type Post, type Via } from './post.ts';

/** What somebody typed about a message that came in by another way. All of it is as it was typed. */
export interface TypedPost {
  readonly via: Via;
  readonly who: string;
  readonly text: string;
  /** '' for none. */
  readonly link: string;
  /** When it was said; null when that could not be read. */
  readonly at: Instant | null;
  /** Id of a municipality; null: unknown. */
  readonly municipality: string | null;
}

/** Which field stops it, and why. */
export type WrongField = 'no-text' | 'long-text' | 'long-who' | 'personal-who' | 'link' | 'when' | 'future';

/** UTF-16 units, as the form counts. A letter or a long chat fits; more is not read on a card. */
export const LONGEST_TYPED = 4_000;
export const LONGEST_NAME = 100;
/** Clocks differ, and the form shows whole minutes. */
const SLACK = 2 * MINUTE;

/**
 * The post that was typed, or the first field that is wrong. `name` is that of the form: the same form gives the same
 * post, and each form a thread of its own.
 */
export function manualPost(
  { via, who, text, link, at, municipality }: TypedPost,
  name: string,
  { name: ours, email }: Member,
  facts: { readonly at: Instant; personalData(text: string): readonly Finding[] },
): Post | WrongField {
  const handle = who.trim().replace(/\s+/g, ' ');
  const address = httpsLink(link);
  if (text.trim() === '') return 'no-text';
  if (text.length > LONGEST_TYPED) return 'long-text';
  if (handle.length > LONGEST_NAME) return 'long-who';
  if (facts.personalData(handle).length > 0) return 'personal-who';
  if (address === null && link.trim() !== '') return 'link';
  if (at === null) return 'when';
  if (at > facts.at + SLACK) return 'future';
  const post: Post = {
    network: MANUAL,
    id: name,
    thread: name,
    author: { id: name, handle, name: handle },
    text: text.trim(),
    postedAt: Math.min(at, facts.at),
    account: null,
    inReplyTo: null,
    link: address,
    foundBy: [],
    broughtIn: { via, by: { name: ours, email }, municipality },
  };
  return post;
}
