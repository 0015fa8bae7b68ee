import { z } from 'zod/v4';
import { DAY, type Instant } from '../../../services/domain/instant.ts';
import { DETAILS, invalid, problem, type ServerAnswer } from './problems.ts';
import { type World, type XUser } from './world.ts';

const EPOCH = 1_288_834_974_657n;
/** X shows no older events. */
const SHOWN = 30 * DAY;

/** A message to one person; both are handles, made known when they are new. */
export interface NewPrivate {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** The server's now unless told. */
  readonly at?: Instant;
  /** In X's encrypted chat: people see it, programs do not. */
  readonly encrypted?: true;
}

export interface StoredPrivate {
  readonly id: string;
  readonly from: XUser;
  readonly to: XUser;
  readonly text: string;
  readonly at: Instant;
  /** `{smaller id}-{larger id}`. */
  readonly conversation: string;
  readonly encrypted: boolean;
}

/** The private conversations of a small X, in memory. */
export interface PrivateWorld {
  send(message: NewPrivate): StoredPrivate;
  /** From now on this person takes nothing from who they do not follow; X refuses it with `detail`. */
  shut(handle: string, detail?: string): void;
  /** What is sent to and by this person from now on is in X's encrypted chat. */
  encrypt(handle: string): void;
  /** Oldest first. */
  all(): readonly StoredPrivate[];
  /** `POST /2/dm_conversations/with/:id/messages` as `handle`. */
  post(handle: string, participant: string, body: unknown): ServerAnswer;
  /** `GET /2/dm_events` as `handle`, or with one participant only. */
  read(handle: string, participant: string | null, query: URLSearchParams): ServerAnswer;
}

const request = z.strictObject({ text: z.string().min(1) });

export function createPrivateWorld(world: World, now: () => Instant): PrivateWorld {
  const messages: StoredPrivate[] = [];
  const shut = new Map<string, string>();
  const encrypted = new Set<string>();

  function freshId(at: Instant): string {
    let id = (BigInt(Math.floor(at)) - EPOCH) << 22n;
    while (messages.some((one) => one.id === String(id))) id += 1n;
    return String(id);
  }

  function send({ from, to, text, at = now(), encrypted: hidden }: NewPrivate): StoredPrivate {
    const [sender, receiver] = [world.user(from), world.user(to)];
    const conversation = [sender.id, receiver.id].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1)).join('-');
    const message = {
      id: freshId(at),
      from: sender,
      to: receiver,
      text,
      at,
      conversation,
      encrypted: hidden ?? [sender.id, receiver.id].some((one) => encrypted.has(one)),
    };
    messages.push(message);
    return message;
  }

  return {
    send,
    shut: (handle, detail = DETAILS.noPrivate) => void shut.set(world.user(handle).id, detail),
    encrypt: (handle) => void encrypted.add(world.user(handle).id),
    all: () => [...messages],
    post(handle, participant, body) {
      const read = request.safeParse(body);
      if (!read.success) return invalid('text', '', read.error.issues[0]?.message ?? 'invalid');
      if (read.data.text.length > 10_000) return problem(400, 'Direct message text is too long.');
      const to = world.userWith(participant);
      if (to === undefined) return problem(403, DETAILS.noPrivate);
      const no = shut.get(participant);
      if (no !== undefined) return problem(403, no);
      const { id, conversation } = send({ from: handle, to: to.handle, text: read.data.text });
      return { status: 201, body: { data: { dm_conversation_id: conversation, dm_event_id: id } } };
    },
    read(handle, participant, query) {
      const size = Number(query.get('max_results') ?? 100);
      if (!(size >= 1 && size <= 100))
        return invalid('max_results', String(size), `The \`max_results\` value [${size}] is not between 1 and 100`);
      const types = query.get('event_types');
      if (types !== null && !types.split(',').every((type) => /^(MessageCreate|Participants(Join|Leave))$/.test(type)))
        return invalid('event_types', types, 'not an event type');
      const own = world.user(handle).id;
      const before = query.get('pagination_token');
      const rest = messages
        .filter(({ from, to }) => [from.id, to.id].includes(own))
        .filter(({ from, to }) => participant === null || [from.id, to.id].includes(participant))
        .filter(({ at, encrypted: hidden }) => !hidden && at >= now() - SHOWN)
        .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1))
        .filter(({ id }) => before === null || BigInt(id) < BigInt(before.slice(1)));
      return page(rest, size, query);
    },
  };
}

function page(rest: readonly StoredPrivate[], size: number, query: URLSearchParams): ServerAnswer {
  const shown = rest.slice(0, size);
  if (shown.length === 0) return { status: 200, body: { meta: { result_count: 0 } } };
  const fields = new Set((query.get('dm_event.fields') ?? 'id,event_type,text').split(','));
  const senders = new Map(shown.map(({ from }) => [from.id, { id: from.id, username: from.handle, name: from.name }]));
  const more = rest.length > size ? { next_token: `B${shown.at(-1)!.id}` } : {};
  return {
    status: 200,
    body: {
      data: shown.map((message) => wire(message, fields)),
      ...((query.get('expansions') ?? '').includes('sender_id') ? { includes: { users: [...senders.values()] } } : {}),
      meta: { result_count: shown.length, ...more },
    },
  };
}

function wire({ id, text, from, at, conversation }: StoredPrivate, fields: ReadonlySet<string>): object {
  const optional = {
    text: escaped(text),
    sender_id: from.id,
    created_at: new Date(at).toISOString(),
    dm_conversation_id: conversation,
  };
  const asked = Object.entries(optional).filter(([name]) => fields.has(name));
  return { id, event_type: 'MessageCreate', ...Object.fromEntries(asked) };
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
