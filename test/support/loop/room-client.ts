import { type RoomMessage } from '../../../infra/local/room/message.ts';
import { type Part, textOfCard } from './card-reading.ts';

/** The bot's answer to a click, as the person sees it. */
export interface Answer {
  readonly status: number | null;
  readonly kind: 'card' | 'message' | 'error' | 'nothing';
  /** What can be read: the sentence, or the card. */
  readonly text: string;
  /** Of the same activity, delivered a second time. */
  readonly again: Answer | null;
}

export interface RoomState {
  readonly messages: readonly RoomMessage[];
  readonly counters: { readonly created: number; readonly edited: number; readonly removed: number };
}

export interface Click {
  readonly as: string;
  readonly conversation: string;
  readonly activityId: string;
  readonly verb: string;
  readonly data: unknown;
  readonly redeliver?: boolean;
}

/** A rule of misbehaving of the room; see `infra/local/room/misbehaviour.ts`. */
export interface Misbehaving {
  readonly match: { readonly method?: string; readonly path?: string };
  readonly status?: number;
  readonly retryAfter?: number;
  readonly lose?: 'before' | 'after';
  readonly delayMs?: number;
  readonly times: number;
}

/** The room's API, as its page uses it. */
export interface RoomClient {
  state(): Promise<RoomState>;
  invoke(click: Click): Promise<Answer>;
  /** Says yes or no to a file that is offered in a message. Gives the HTTP status of the bot. */
  answerFile(who: string, message: RoomMessage, accept: boolean): Promise<number | null>;
  /** Says something in a thread, to the bot unless told not to. Gives the HTTP status of the bot; null: it was not told. */
  say(who: string, thread: string, text: string, mention?: boolean): Promise<number | null>;
  misbehave(...rules: readonly Misbehaving[]): Promise<void>;
  /** What is left of the rules. */
  misbehaving(): Promise<readonly Misbehaving[]>;
  traffic(): Promise<Readonly<Record<string, number>>>;
  /** Takes a message away, as somebody who may would in Teams. */
  remove(message: RoomMessage): Promise<void>;
}

interface Delivered {
  readonly status: number | null;
  readonly body: unknown;
  readonly again?: Delivered;
}

export function roomClient(url: string): RoomClient {
  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(url + path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} → ${response.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  }
  return {
    state: async () => (await call('GET', '/api/state')) as RoomState,
    invoke: async (click) => asAnswer((await call('POST', '/api/invoke', click)) as Delivered),
    async answerFile(as, { thread, id }, accept) {
      const said = await call('POST', '/api/file', { as, conversation: thread, activityId: id, accept });
      return (said as Delivered).status;
    },
    async say(as, conversation, text, mention = true) {
      const said = await call('POST', '/api/say', { as, conversation, text, mention });
      return (said as { delivered: Delivered | null }).delivered?.status ?? null;
    },
    async misbehave(...rules) {
      await call('POST', '/api/misbehave', { rules });
    },
    misbehaving: async () => ((await call('GET', '/api/misbehave')) as { rules: Misbehaving[] }).rules,
    traffic: async () => (await call('GET', '/api/traffic')) as Record<string, number>,
    async remove({ thread, id }) {
      await call('DELETE', `/v3/conversations/${encodeURIComponent(thread)}/activities/${id}`);
    },
  };
}

function asAnswer({ status, body, again }: Delivered): Answer {
  const { type = '', value = null } = (body ?? {}) as { type?: string; value?: unknown };
  const rest = { status, again: again === undefined ? null : asAnswer(again) };
  if (type.endsWith('card.adaptive')) return { ...rest, kind: 'card', text: textOfCard(value as Part) };
  if (type.endsWith('activity.message')) return { ...rest, kind: 'message', text: String(value) };
  if (type.endsWith('error')) return { ...rest, kind: 'error', text: (value as { message: string }).message };
  return { ...rest, kind: 'nothing', text: '' };
}
