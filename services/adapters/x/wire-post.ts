import { z } from 'zod/v4';
import { type Instant } from '../../domain/instant.ts';
import { timeOf } from './snowflake.ts';

/** Post fields to ask X for, in the spelling that both of its generations take. */
export const POST_FIELDS =
  'attachments,author_id,conversation_id,created_at,edit_history_tweet_ids,in_reply_to_user_id,lang,note_tweet,referenced_tweets,reply_settings';

/** A post as X gives it, in one spelling, with what X left out filled in. */
export interface WirePost {
  /** Of the newest edit. */
  readonly id: string;
  /** Of the first edit: stays the same while a post is edited, where `id` does not. */
  readonly firstId: string;
  readonly editIds: readonly string[];
  /** How often it was edited. */
  readonly edition: number;
  /** Whole, also when X cut it; still with X's HTML entities. */
  readonly text: string;
  readonly authorId: string | null;
  readonly conversationId: string | null;
  readonly repliedTo: string | null;
  /** Who wrote that. */
  readonly repliedToAuthor: string | null;
  readonly quoted: string | null;
  readonly mediaKeys: readonly string[];
  /** As X guesses it: a BCP 47 tag, or one of X's own marks for "no language". */
  readonly language: string | null;
  /** The post that this one only passes on. */
  readonly retweeted: string | null;
  /** Who may reply, in X's words (`everyone`, `mentionedUsers`, `following` …); null when X does not say. */
  readonly replySettings: string | null;
  readonly postedAt: Instant;
}

const id = z.string().regex(/^\d{1,20}$/);
const note = z.object({ text: z.string() });
const references = z.array(z.object({ type: z.string(), id }));
const wire = z.object({
  id,
  text: z.string(),
  author_id: id.optional(),
  conversation_id: id.optional(),
  created_at: z.iso.datetime({ offset: true }).optional(),
  note_tweet: note.optional(),
  note_post: note.optional(),
  referenced_tweets: references.optional(),
  referenced_posts: references.optional(),
  edit_history_tweet_ids: z.array(id).optional(),
  edit_history_post_ids: z.array(id).optional(),
  in_reply_to_user_id: id.optional(),
  attachments: z.object({ media_keys: z.array(z.string()).optional() }).optional(),
  lang: z.string().optional(),
  reply_settings: z.string().optional(),
});

/**
 * Reads one post; null when it is none. X's field names drift between `…tweet…` and `…post…`: both are taken,
 * and unknown fields are ignored.
 */
export function readWirePost(raw: unknown): WirePost | null {
  const { success, data } = wire.safeParse(raw);
  if (!success) return null;
  const editIds = data.edit_history_tweet_ids ?? data.edit_history_post_ids ?? [];
  const referenced = data.referenced_tweets ?? data.referenced_posts ?? [];
  return {
    id: data.id,
    firstId: editIds[0] ?? data.id,
    editIds,
    edition: Math.max(0, editIds.indexOf(data.id)),
    text: (data.note_tweet ?? data.note_post)?.text ?? data.text,
    authorId: data.author_id ?? null,
    conversationId: data.conversation_id ?? null,
    repliedTo: referenced.find(({ type }) => type === 'replied_to')?.id ?? null,
    repliedToAuthor: data.in_reply_to_user_id ?? null,
    quoted: referenced.find(({ type }) => type === 'quoted')?.id ?? null,
    mediaKeys: data.attachments?.media_keys ?? [],
    language: data.lang ?? null,
    replySettings: data.reply_settings ?? null,
    retweeted: referenced.find(({ type }) => type === 'retweeted')?.id ?? null,
    postedAt: data.created_at === undefined ? timeOf(data.id) : Date.parse(data.created_at),
  };
}
