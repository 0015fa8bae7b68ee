import { join } from 'node:path';
import { type Instant } from '../../domain/instant.ts';
import { type Post } from '../../domain/post.ts';
import { type Batch } from '../../ports/network.ts';
import { practiceLine } from './change-line.ts';
import { type KnownPosts, POSTS_FILE } from './known-posts.ts';
import { type OwnAccounts } from './own-accounts.ts';
import { parseLine } from './parse-line.ts';
import { type PlacedReplies } from './placed-replies.ts';
import { type PostLine } from './post-line.ts';
import { readLines } from './read-lines.ts';
import { threadOf } from './thread.ts';

export interface PracticeFolder {
  readonly folder: string;
  readonly own: OwnAccounts;
  readonly known: KnownPosts;
  readonly placed: PlacedReplies;
}

/**
 * The posts after a cursor, and anew those that were edited; `now` is the time of posts that name none. Our own are left
 * out, and so is what was deleted again before it was read.
 */
export async function readPosts(practice: PracticeFolder, cursor: string, now: Instant): Promise<Batch> {
  const read = await readLines(join(practice.folder, POSTS_FILE), cursor);
  const parsed = read.lines.map((line) => ({ number: line.number, ...parseLine(line, practiceLine, POSTS_FILE) }));
  if (parsed.length > 0) {
    await practice.known.refresh();
    await practice.placed.refresh();
  }
  const posts = parsed.flatMap((line): readonly Post[] => {
    if (line.is !== 'value' || 'deleted' in line.value) return [];
    if (!('edited' in line.value)) return [toPost(practice, line.value, now)];
    const { edited, text } = line.value;
    const known = practice.known.get(edited);
    return known === undefined ? [] : [{ ...toPost(practice, { ...known.line, text }, now), edition: line.number }];
  });
  return {
    posts: posts.filter(
      ({ id, author }) => practice.own.find(author.handle) === null && practice.known.get(id)?.deleted !== true,
    ),
    cursor: read.cursor,
    more: read.more,
    problems: parsed.flatMap((line) => (line.is === 'broken' ? [line.problem] : [])),
  };
}

function toPost({ own, known, placed }: PracticeFolder, line: PostLine, now: Instant): Post {
  const inReplyTo = line.inReplyTo ?? null;
  const parent = (id: string): string | null | undefined => known.parent(id) ?? placed.parent(id);
  const alone = line.private === true;
  return {
    network: 'practice',
    id: line.id,
    thread: alone ? `dm:${line.author.handle.toLowerCase()}` : inReplyTo === null ? line.id : threadOf(line.id, parent),
    author: { id: line.author.handle.toLowerCase(), handle: line.author.handle, name: line.author.name },
    text: line.text,
    postedAt: line.at === undefined ? now : Date.parse(line.at),
    account: (line.account === undefined ? null : own.find(line.account)) ?? own.mentioned(line.text),
    inReplyTo,
    link: null,
    foundBy: [],
    ...(alone ? { private: true } : {}),
  };
}
