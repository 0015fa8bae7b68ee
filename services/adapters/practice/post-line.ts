import { z } from 'zod/v4';

const id = z.string().min(1).max(100);
const handle = z
  .string()
  .regex(/^@?\w{1,50}$/, 'must be a handle: letters, digits and _')
  .transform((value) => value.replace(/^@/, ''));

/**
 * A line of `posts.jsonl` that is a post, fields in this order by custom: by a fake citizen.
 * `at` is ISO 8601 with an offset or `Z`; without it the post is from the moment it is read. `account` is the handle of
 * ours that is addressed. `inReplyTo` is the id of a post, or of a reply of ours in `placed.jsonl`. `private`: to `account`
 * alone. Other fields are ignored.
 */
export const postLine = z.object({
  id,
  author: z.object({ handle, name: z.string().min(1).max(100) }),
  account: handle.optional(),
  inReplyTo: id.optional(),
  at: z.iso.datetime({ offset: true }).optional(),
  text: z.string().min(1).max(25_000),
  private: z.literal(true).optional(),
});

export type PostLine = z.infer<typeof postLine>;
