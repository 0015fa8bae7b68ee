import { join } from 'node:path';
import { followLines } from './follow-lines.ts';
import { parseLine } from './parse-line.ts';
import { postLine } from './post-line.ts';

export const POSTS_FILE = 'posts.jsonl';

/** Which posts stand in `posts.jsonl`, and what each answers. Only as fresh as the last `refresh`. */
export interface KnownPosts {
  refresh(): Promise<void>;
  has(id: string): boolean;
  /** The id that a post answers; null for none; undefined for a post that is not there. */
  parent(id: string): string | null | undefined;
}

/** Broken lines are passed over here: whoever reads the posts reports them. */
export function createKnownPosts(folder: string): KnownPosts {
  const parents = new Map<string, string | null>();
  const refresh = followLines(join(folder, POSTS_FILE), {
    take(line) {
      const parsed = parseLine(line, postLine, POSTS_FILE);
      if (parsed.is !== 'value' || parents.has(parsed.value.id)) return;
      parents.set(parsed.value.id, parsed.value.inReplyTo ?? null);
    },
    forget: () => {
      parents.clear();
    },
  });
  return { refresh, has: (id) => parents.has(id), parent: (id) => parents.get(id) };
}
