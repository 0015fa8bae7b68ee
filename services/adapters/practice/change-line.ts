import { z } from 'zod/v4';
import { type PostLine, postLine } from './post-line.ts';

/** What a citizen does to a post that stands in `posts.jsonl` already; that line stays where it is. */
const changeLine = z.union([
  z.object({ deleted: z.string().min(1).max(100) }),
  z.object({ edited: z.string().min(1).max(100), text: postLine.shape.text }),
]);

export type ChangeLine = z.infer<typeof changeLine>;
export type PracticeLine = PostLine | ChangeLine;

/**
 * One line of `posts.jsonl`: a post, or what became of one: `{"deleted":"oefen-01"}`, `{"edited":"oefen-01","text":"…"}`.
 * Told apart before they are checked, so that a mistake is told in the words of what the line was meant to be.
 */
export const practiceLine = z.unknown().transform((value, context): PracticeLine => {
  const read = isChange(value) ? changeLine.safeParse(value) : postLine.safeParse(value);
  if (read.success) return read.data;
  for (const { message, path } of read.error.issues) context.addIssue({ code: 'custom', message, path: [...path] });
  return z.NEVER;
});

function isChange(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('deleted' in value || 'edited' in value);
}
