import { z } from 'zod/v4';

/** A reply or own post of ours in `placed.jsonl`; `at` is the moment of placing, ISO 8601. */
const placedReply = z.object({
  id: z.string().min(1),
  account: z.string().min(1),
  /** null: an own post. */
  inReplyTo: z.string().min(1).nullable(),
  text: z.string(),
  at: z.iso.datetime({ offset: true }),
  /** To this citizen alone; left out: in public. */
  privateTo: z.string().min(1).optional(),
});

/** Takes back an earlier line, which stays where it is: the file is a history. */
const removal = z.object({ removed: z.string().min(1), at: z.iso.datetime({ offset: true }) });

export const placedLine = z.union([placedReply, removal]);

export type PlacedReply = z.infer<typeof placedReply>;
export type PlacedLine = z.infer<typeof placedLine>;
