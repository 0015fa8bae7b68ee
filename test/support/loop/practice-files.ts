import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PlacedReply } from '../../../services/adapters/practice/placed-line.ts';

/** What a citizen writes; the rest is filled in. */
export interface CitizenPost {
  readonly text: string;
  /** Handle of who writes; a new one for each post unless told. */
  readonly by?: string;
  /** Of ours; `GemOostzaan` unless told. */
  readonly account?: string;
  readonly inReplyTo?: string;
}

/** A post as it stands in the practice folder. */
export interface PostedLine {
  readonly id: string;
  readonly handle: string;
  readonly text: string;
}

/** The two files of the practice network, from the citizens' side. */
export interface PracticeFiles {
  readonly folder: string;
  post(post: CitizenPost): Promise<PostedLine>;
  /** Replies of ours in the order of placing; taken off ones too. */
  placed(): Promise<readonly PlacedReply[]>;
}

export async function practiceFiles(folder: string): Promise<PracticeFiles> {
  await mkdir(folder, { recursive: true });
  let posts = 0;
  return {
    folder,
    async post({ text, by, account = 'GemOostzaan', inReplyTo }) {
      posts += 1;
      const id = `post-${posts}`;
      const handle = by ?? `inwoner_${posts}`;
      const line = { id, author: { handle, name: 'Een inwoner' }, account, ...(inReplyTo ? { inReplyTo } : {}), text };
      await appendFile(join(folder, 'posts.jsonl'), `${JSON.stringify(line)}\n`);
      return { id, handle, text };
    },
    async placed() {
      const text = await readFile(join(folder, 'placed.jsonl'), 'utf8').catch(() => '');
      // A line that is being written has no newline yet.
      const lines = text.split('\n').slice(0, -1);
      return lines.map((line) => JSON.parse(line) as PlacedReply).filter((line) => 'text' in line);
    },
  };
}
