import twitterText from 'twitter-text';
import { type Instant } from '../../../services/domain/instant.ts';
import { type Asked } from './endpoints.ts';
import { type ServerAnswer } from './problems.ts';
import { isSummoned, type World } from './world.ts';

/** X's price list, per thing read once per UTC day and per write, in tenths of a cent. */
const LIST = {
  post: 5,
  ownedRead: 1,
  user: 10,
  dmEvent: 10,
  create: 15,
  createWithUrl: 200,
  createSummoned: 10,
  dmCreate: 15,
  delete: 10,
};

/** What X would charge for all that it answered, kept apart from what the bot thinks of it. */
export interface Bill {
  charge(endpoint: string, asked: Asked, answer: ServerAnswer): void;
  /** USD, of one UTC month (`2026-11`) or of all. */
  total(month?: string): number;
  /** Posts that were charged, each once per UTC day on which it was read. */
  posts(): number;
}

interface Body {
  readonly data?: Thing | readonly Thing[];
  readonly includes?: {
    readonly users?: readonly Thing[];
    readonly tweets?: readonly Thing[];
    readonly posts?: readonly Thing[];
  };
}
interface Thing {
  readonly id: string;
}

/** `appOwner`: the handle of the account that the app belongs to. */
export function createBill(world: World, now: () => Instant, appOwner: string | null): Bill {
  const lines: { readonly day: string; readonly amount: number }[] = [];
  const read = new Set<string>();

  function once(kind: 'post' | 'user' | 'dmEvent', amount: number, { id }: Thing): void {
    const day = today();
    if (read.has(`${day} ${kind} ${id}`)) return;
    read.add(`${day} ${kind} ${id}`);
    lines.push({ day, amount });
  }
  const today = (): string => new Date(now()).toISOString().slice(0, 10);

  function written(endpoint: string, { handle, body }: Asked): number {
    if (endpoint.startsWith('DELETE')) return LIST.delete;
    if (endpoint.includes('/dm_')) return LIST.dmCreate;
    const { text, reply } = body as { text: string; reply?: { in_reply_to_tweet_id: string } };
    const parent = reply === undefined ? undefined : world.find(reply.in_reply_to_tweet_id);
    if (parent !== undefined && isSummoned(handle, parent, world)) return LIST.createSummoned;
    return twitterText.extractUrls(text).length > 0 ? LIST.createWithUrl : LIST.create;
  }

  return {
    charge(endpoint, asked, { status, body }) {
      if (status >= 400) return;
      if (!endpoint.startsWith('GET')) return void lines.push({ day: today(), amount: written(endpoint, asked) });
      const { data = [], includes = {} } = body as Body;
      const things: readonly Thing[] = Array.isArray(data) ? data : [data as Thing];
      const owns = asked.handle.toLowerCase() === appOwner?.toLowerCase();
      const owned = owns && asked.id === world.user(asked.handle).id && endpoint.startsWith('GET /2/users/:id/');
      for (const one of things) {
        if (endpoint === 'GET /2/users/me') once('user', LIST.user, one);
        else if (endpoint.includes('/dm_events')) once('dmEvent', LIST.dmEvent, one);
        else once('post', owned ? LIST.ownedRead : LIST.post, one);
      }
      for (const one of includes.users ?? []) once('user', LIST.user, one);
      for (const one of includes.tweets ?? includes.posts ?? []) once('post', LIST.post, one);
    },
    posts: () => [...read].filter((one) => one.includes(' post ')).length,
    total: (month = '') =>
      lines.filter(({ day }) => day.startsWith(month)).reduce((sum, { amount }) => sum + amount, 0) / 1_000,
  };
}
