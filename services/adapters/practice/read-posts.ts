import { join } from 'node:path';
import { type Instant } from '../../domain/instant.ts';
import { type Post } from '../../domain/post.ts';
import { type Batch } from '../../ports/network.ts';
import { type KnownPosts, POSTS_FILE } from './known-posts.ts';
import { type OwnAccounts } from './own-accounts.ts';
import { parseLine } from './parse-line.ts';
import { type PlacedReplies } from './placed-replies.ts';
import { type PostLine, postLine } from './post-line.ts';
import { readLines } from './read-lines.ts';
import { threadOf } from './thread.ts';

export interface PracticeFolder {
  readonly folder: string;
  readonly own: OwnAccounts;
  readonly known: KnownPosts;
  readonly placed: PlacedReplies;
}

/** The posts after a cursor; `now` is the time of posts that name none. Our own are left out. */
export async function readPosts(practice: PracticeFolder, cursor: string, now: Instant): Promise<Batch> {
  const read = await readLines(join(practice.folder, POSTS_FILE), cursor);
  const parsed = read.lines.map((line) => parseLine(line, postLine, POSTS_FILE));
  const posts = parsed.flatMap((line) => (line.is === 'value' ? [line.value] : []));
  if (posts.some((post) => post.inReplyTo !== undefined)) {
    await practice.known.refresh();
    await practice.placed.refresh();
  }
  return {
    posts: posts
      .filter((line) => practice.own.find(line.author.handle) === null)
      .map((line) => toPost(practice, line, now)),
    cursor: read.cursor,
    more: read.more,
    problems: parsed.flatMap((line) => (line.is === 'broken' ? [line.problem] : [])),
  };
}

function toPost({ own, known, placed }: PracticeFolder, line: PostLine, now: Instant): Post {
  const inReplyTo = line.inReplyTo ?? null;
  const parent = (id: string): string | null | undefined => known.parent(id) ?? placed.parent(id);
  return {
    network: 'practice',
    id: line.id,
    thread: inReplyTo === null ? line.id : threadOf(line.id, parent),
    author: { id: line.author.handle.toLowerCase(), handle: line.author.handle, name: line.author.name },
    text: line.text,
    postedAt: line.at === undefined ? now : Date.parse(line.at),
    account: (line.account === undefined ? null : own.find(line.account)) ?? own.mentioned(line.text),
    inReplyTo,
    link: null,
    foundBy: [],
  };
}
