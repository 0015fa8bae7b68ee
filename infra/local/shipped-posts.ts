import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { parseLine } from '../../services/adapters/practice/parse-line.ts';
import { postLine } from '../../services/adapters/practice/post-line.ts';
import { Fault } from '../../services/ports/fault.ts';

/**
 * A line of the shipped `posts.jsonl`: a post as the practice network reads it, and how many minutes before its arrival
 * it was written (a post can lie for a while before we see it). Fields in this order: id, author, account, inReplyTo,
 * minutesAgo, text, private.
 */
const shippedPost = postLine.extend({ minutesAgo: z.number().int().min(0).max(1440).optional() });

/**
 * A line of `follow-ups.jsonl`: what the citizen says `delaySeconds` after our reply to the post `after`. `after` may also be
 * an earlier follow-up, by its id (`followUpId`). One follow-up for each.
 */
const followUp = z.object({
  after: z.string().min(1),
  delaySeconds: z.number().min(0).max(3600),
  text: z.string().min(1).max(25_000),
});

export type ShippedPost = z.infer<typeof shippedPost>;
export type FollowUp = z.infer<typeof followUp>;

export interface ShippedPosts {
  readonly posts: readonly ShippedPost[];
  readonly followUps: readonly FollowUp[];
}

/** The id under which the follow-up to a post arrives: fixed, so that it never arrives twice. */
export function followUpId(after: string): string {
  return `${after}-reactie`;
}

/** What ships with the product. @throws Fault('folder') naming every broken line: unlike a user's file this must be right. */
export async function readShippedPosts(folder: string): Promise<ShippedPosts> {
  const [posts, followUps] = await Promise.all([
    readAll(join(folder, 'posts.jsonl'), shippedPost),
    readAll(join(folder, 'follow-ups.jsonl'), followUp),
  ]);
  return { posts, followUps };
}

async function readAll<T>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Fault('folder', `Cannot read ${path}, which ships with the product.`, cause);
  });
  const parsed = text
    .split('\n')
    .map((line, index) => parseLine({ number: index + 1, bytes: Buffer.from(line) }, schema, path));
  const problems = parsed.flatMap((line) => (line.is === 'broken' ? [line.problem] : []));
  if (problems.length > 0) throw new Fault('folder', problems.join('\n'));
  return parsed.flatMap((line) => (line.is === 'value' ? [line.value] : []));
}
