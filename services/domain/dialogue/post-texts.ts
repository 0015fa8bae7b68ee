import { questionText } from './questions/question.ts';
import { type Post, type Surroundings } from '../post.ts';

const AROUND = '/context';
const KEPT = '/kept';
const BESIDE = /(?:\/context|\/was\/\d+|\/kept)+$/;

/** All words that come with a post, as they are kept: its own under its id, those around it (of others) beside it. */
export function textsOf(post: Post): ReadonlyMap<string, string> {
  const { id, text, surroundings } = post;
  const around: [string, string][] = surroundings === undefined ? [] : [[id + AROUND, JSON.stringify(surroundings)]];
  return new Map([[id, text], ...around]);
}

/** The post that a kept text belongs to. */
export function postOfText(key: string): string {
  return key.replace(BESIDE, '');
}

/** Under which name what a post said before its next edit is kept; they count from 1. */
export function formerText(texts: ReadonlyMap<string, string>, post: string): string {
  let number = 1;
  while (texts.has(`${post}/was/${number}`)) number += 1;
  return `${post}/was/${number}`;
}

/** What stood around a post; null when nothing did, or it is no longer kept. */
export function surroundingsOf(texts: ReadonlyMap<string, string>, post: string): Surroundings | null {
  const kept = texts.get(post + AROUND);
  return kept === undefined ? null : (JSON.parse(kept) as Surroundings);
}

function isQuestionText(key: string): boolean {
  return key.startsWith(questionText(''));
}

/** The posts of others that the posts of a dialogue answer or quote, and of which the words are kept. */
export function quotedPosts(texts: ReadonlyMap<string, string>, post: string): readonly string[] {
  const around = surroundingsOf(texts, post);
  return [around?.repliedTo, around?.quoted].flatMap((one) => (one == null ? [] : [one.id]));
}

/** What changes in the kept texts. */
export interface TextChange {
  readonly texts: ReadonlyMap<string, string>;
  /** The names of those that are removed. */
  readonly forget: readonly string[];
}

/**
 * No word of a post is left, nor of what was quoted of it around other posts. `keep`: they stay under names of their own,
 * for the archive, where no card finds them.
 */
export function forgetting(texts: ReadonlyMap<string, string>, post: string, keep: boolean): TextChange {
  const changed = new Map<string, string>();
  const forget: string[] = [];
  for (const [key, words] of texts) {
    if (key.endsWith(KEPT)) continue;
    // What a colleague was asked may quote the very words.
    const own = postOfText(key) === post || isQuestionText(key);
    if (!own && !quotedPosts(texts, postOfText(key)).includes(post)) continue;
    if (!own && !key.endsWith(AROUND)) continue;
    const rest = own ? null : without(words, post);
    if (rest === null) forget.push(key);
    else changed.set(key, rest);
    if (keep) changed.set(key + KEPT, words);
  }
  return { texts: changed, forget };
}

/** What stands around a post without what it says of another; null when that is nothing. */
function without(around: string, post: string): string | null {
  const { repliedTo, quoted, photos, language } = JSON.parse(around) as Surroundings;
  const rest: Surroundings = {
    repliedTo: repliedTo?.id === post ? null : repliedTo,
    quoted: quoted?.id === post ? null : quoted,
    photos,
    language,
  };
  const nothing = rest.repliedTo === null && rest.quoted === null && photos.length === 0 && language === null;
  return nothing ? null : JSON.stringify(rest);
}
