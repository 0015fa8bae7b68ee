import { z } from 'zod/v4';
import { type Instant } from '../../domain/instant.ts';
import { decodeEntities } from './decode-entities.ts';
import { timeOf } from './snowflake.ts';

/** What is asked of each event of a private conversation. X charges by the event, whatever the fields. */
export const PRIVATE_FIELDS = 'id,event_type,text,sender_id,created_at,dm_conversation_id';

const event = z.object({
  id: z.string().regex(/^\d{1,20}$/),
  event_type: z.string(),
  text: z.string().optional(),
  sender_id: z.string().optional(),
  created_at: z.string().optional(),
  dm_conversation_id: z.string().optional(),
});

const page = z.object({
  data: z.array(z.unknown()).optional(),
  includes: z
    .object({
      users: z.array(z.object({ id: z.string(), username: z.string(), name: z.string().optional() })).optional(),
    })
    .optional(),
  meta: z.object({ next_token: z.string().optional() }).optional(),
});

/** A message of a private conversation, ours or theirs. */
export interface WirePrivate {
  readonly id: string;
  /** As it was typed; '' for a message that is an attachment only. */
  readonly text: string;
  readonly senderId: string;
  readonly conversation: string;
  readonly at: Instant;
}

export interface PrivatePage {
  /** Newest first. */
  readonly messages: readonly WirePrivate[];
  readonly users: readonly { readonly id: string; readonly username: string; readonly name?: string | undefined }[];
  /** Of how many nothing could be made. */
  readonly unread: number;
  readonly next: string | undefined;
}

/** A page of private messages; null when it is none. Who joined or left a conversation is passed over. */
export function readPrivatePage(body: unknown): PrivatePage | null {
  const read = page.safeParse(body);
  if (!read.success) return null;
  const events = (read.data.data ?? []).map((raw) => event.safeParse(raw).data ?? null);
  return {
    messages: events.flatMap((one) => (one?.event_type === 'MessageCreate' ? toMessage(one) : [])),
    users: read.data.includes?.users ?? [],
    unread: events.filter((one) => one === null).length,
    next: read.data.meta?.next_token,
  };
}

function toMessage({ id, text, sender_id, created_at, dm_conversation_id }: z.infer<typeof event>): WirePrivate[] {
  if (sender_id === undefined) return [];
  const at = created_at === undefined ? NaN : Date.parse(created_at);
  return [
    {
      id,
      text: decodeEntities(text ?? ''),
      senderId: sender_id,
      conversation: dm_conversation_id ?? sender_id,
      at: Number.isNaN(at) ? timeOf(id) : at,
    },
  ];
}
