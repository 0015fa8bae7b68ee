import { z } from 'zod/v4';
import { type RefusalReason, type Reply } from '../../ports/network.ts';
import { ownLink } from './own-link.ts';

const id = z.string().regex(/^\d{1,20}$/);
const created = z.object({ data: z.object({ id }) });
const sent = z.object({ data: z.object({ dm_event_id: id }) });

/** How a reply is asked of X, and what proves that it took it. */
export interface WayToPlace {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** X's own id; null when the answer holds none. */
  proofIn(body: unknown): string | null;
  link(id: string): string | null;
  /** A refusal in words that mean something else here than elsewhere. */
  reasonOf(reason: RefusalReason, detail: string): RefusalReason;
}

/** In public a post that answers another; in private a message to one person, whom X does not let us answer by a post. */
export function wayToPlace({ account, inReplyTo, text, privateTo }: Reply): WayToPlace {
  if (privateTo !== undefined) {
    return {
      path: `dm_conversations/with/${encodeURIComponent(privateTo)}/messages`,
      body: { text },
      proofIn: (body) => sent.safeParse(body).data?.data.dm_event_id ?? null,
      link: () => null,
      reasonOf: reasonInPrivate,
    };
  }
  return {
    path: 'tweets',
    // X mentions the author by itself: nothing is put before the text.
    body: inReplyTo === null ? { text } : { text, reply: { in_reply_to_tweet_id: inReplyTo } },
    proofIn: (body) => created.safeParse(body).data?.data.id ?? null,
    link: (post) => ownLink(account, post),
    reasonOf: (reason) => reason,
  };
}

/** The field's wordings of "this person does not take messages of yours"; a missing permission is only "Forbidden". */
function reasonInPrivate(reason: RefusalReason, detail: string): RefusalReason {
  if (/permission to (dm|message)|operation is not permitted|verified to send|cannot (send|be sent)/i.test(detail))
    return 'dm-refused';
  return reason === 'other' && /^forbidden\.?$/i.test(detail.trim()) ? 'forbidden' : reason;
}
