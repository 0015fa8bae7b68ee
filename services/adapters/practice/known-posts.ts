import { join } from 'node:path';
import { practiceLine } from './change-line.ts';
import { followLines } from './follow-lines.ts';
import { parseLine } from './parse-line.ts';
import { type PostLine } from './post-line.ts';

export const POSTS_FILE = 'posts.jsonl';

/** A post of `posts.jsonl` as it stands now. */
export interface KnownPost {
  readonly line: PostLine;
  readonly text: string;
  /** The number of the line that edited it last; 0: never. */
  readonly edition: number;
  readonly deleted: boolean;
}

/** Which posts were ever written in `posts.jsonl`, and what became of them. Only as fresh as the last `refresh`. */
export interface KnownPosts {
  refresh(): Promise<void>;
  /** Also a deleted one. */
  has(id: string): boolean;
  get(id: string): KnownPost | undefined;
  /** The id that a post answers; null for none; undefined for a post that is not there. */
  parent(id: string): string | null | undefined;
}

/** Broken lines are passed over here: whoever reads the posts reports them. */
export function createKnownPosts(folder: string): KnownPosts {
  const posts = new Map<string, KnownPost>();
  const change = (id: string, to: Partial<KnownPost>): void => {
    const known = posts.get(id);
    if (known !== undefined) posts.set(id, { ...known, ...to });
  };
  const refresh = followLines(join(folder, POSTS_FILE), {
    take(line) {
      const parsed = parseLine(line, practiceLine, POSTS_FILE);
      if (parsed.is !== 'value') return;
      const { value } = parsed;
      if ('deleted' in value) change(value.deleted, { deleted: true });
      else if ('edited' in value) change(value.edited, { text: value.text, edition: line.number });
      else if (!posts.has(value.id)) posts.set(value.id, { line: value, text: value.text, edition: 0, deleted: false });
    },
    forget: () => {
      posts.clear();
    },
  });
  return {
    refresh,
    has: (id) => posts.has(id),
    get: (id) => posts.get(id),
    parent(id) {
      const known = posts.get(id);
      return known === undefined ? undefined : (known.line.inReplyTo ?? null);
    },
  };
}
