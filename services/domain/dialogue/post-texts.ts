import { type Post, type Surroundings } from '../post.ts';

const AROUND = '/context';

/** All words that come with a post, as they are kept: its own under its id, those around it (of others) beside it. */
export function textsOf(post: Post): ReadonlyMap<string, string> {
  const { id, text, surroundings } = post;
  const around: [string, string][] = surroundings === undefined ? [] : [[id + AROUND, JSON.stringify(surroundings)]];
  return new Map([[id, text], ...around]);
}

/** The post that a kept text belongs to. */
export function postOfText(key: string): string {
  return key.endsWith(AROUND) ? key.slice(0, -AROUND.length) : key;
}

/** What stood around a post; null when nothing did, or it is no longer kept. */
export function surroundingsOf(texts: ReadonlyMap<string, string>, post: string): Surroundings | null {
  const kept = texts.get(post + AROUND);
  return kept === undefined ? null : (JSON.parse(kept) as Surroundings);
}
