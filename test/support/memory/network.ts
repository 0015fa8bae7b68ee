import { createTextTools } from '../../../services/adapters/text/create-text-tools.ts';
import { type Instant, SECOND } from '../../../services/domain/instant.ts';
import { type Post } from '../../../services/domain/post.ts';
import { type Clock } from '../../../services/ports/clock.ts';
import { type Network, type Placed, type Rechecked, type Reply } from '../../../services/ports/network.ts';

/** What a citizen writes; `account`: the handle of ours that is addressed, null for nobody's. */
export interface Written {
  readonly handle: string;
  readonly text: string;
  readonly inReplyTo?: string;
  readonly account?: string | null;
  /** To us alone. */
  readonly private?: true;
}

/** A reply of ours that was placed, and what became of it. */
export interface PlacedReply extends Reply {
  readonly id: string;
  readonly at: Instant;
  readonly removed: boolean;
}

export interface MemoryNetwork extends Network {
  /** Somebody places a reply on the network itself, from any account. Gives its link. */
  placeByHand(reply: Reply): string;
  /** Who takes no private message of ours: ids of citizens. */
  readonly closed: Set<string>;
  /** A citizen writes. */
  write(post: Written): Post;
  /** A citizen edits a post: it is read anew, under the same id. */
  edit(id: string, text: string): void;
  /** A citizen deletes a post. */
  deletes(id: string): void;
  readonly posts: readonly Post[];
  /** Every reply that was ever placed, in order, also the ones that were removed since. */
  readonly placed: readonly PlacedReply[];
}

/**
 * A network in memory, called `x`: citizens write with `write`, what we place is recorded. It does not know a duplicate
 * when it sees one: what is placed twice stands there twice. `batch`: posts in one answer at most.
 */
export function createMemoryNetwork(clock: Clock, batch = 100): MemoryNetwork {
  const text = createTextTools({ ownNumbers: [] });
  const posts: Post[] = [];
  const deleted = new Set<string>();
  const placed: PlacedReply[] = [];
  const closed = new Set<string>();
  let count = 0;
  const newId = (): string => `18000000000000${String((count += 1)).padStart(5, '0')}`;

  /** The first post of the conversation, through our own replies too. */
  function threadOf(id: string): string {
    const post = posts.find((one) => one.id === id);
    if (post !== undefined) return post.thread;
    const ours = placed.find((one) => one.id === id);
    return ours === undefined || ours.inReplyTo === null ? id : threadOf(ours.inReplyTo);
  }

  const proof = ({ id, account, at, privateTo }: PlacedReply): Placed => ({
    id,
    link: privateTo === undefined ? `https://x.com/${account}/status/${id}` : null,
    at,
  });

  return {
    name: 'x',
    timeout: 10 * SECOND,
    posts,
    placed,
    closed,
    accounts: ['GemOostzaan', 'GemWormerland'],
    sources: () => [{ name: 'mentions', kind: 'asked' }],
    placeByHand(reply) {
      const stands = { ...reply, id: newId(), at: clock.now(), removed: false };
      placed.push(stands);
      return `https://x.com/${reply.account}/status/${stands.id}`;
    },
    write({ handle, text: words, inReplyTo, account = 'GemWormerland', private: alone }) {
      const id = newId();
      const post: Post = {
        network: 'x',
        id,
        thread: alone ? `dm:${handle}` : inReplyTo === undefined ? id : threadOf(inReplyTo),
        author: { id: `id-of-${handle}`, handle, name: handle },
        text: words,
        postedAt: clock.now(),
        account,
        inReplyTo: inReplyTo ?? null,
        link: `https://x.com/i/status/${id}`,
        foundBy: [],
        ...(alone ? { private: true } : {}),
      };
      posts.push(post);
      return post;
    },
    edit(id, words) {
      const newest = posts.findLast((post) => post.id === id);
      if (newest === undefined) throw new Error(`there is no post ${id}`);
      posts.push({ ...newest, text: words, edition: (newest.edition ?? 0) + 1 });
    },
    deletes: (id) => void deleted.add(id),
    async recheck(ids) {
      await Promise.resolve();
      const stateOf = (id: string): Rechecked => {
        const newest = posts.findLast((post) => post.id === id);
        if (newest === undefined) return { state: 'unknown' };
        if (deleted.has(id)) return { state: 'gone' };
        return { state: 'there', text: newest.text, edition: newest.edition ?? 0 };
      };
      return { outcome: 'checked', posts: new Map(ids.map((id) => [id, stateOf(id)])) };
    },
    async read(_source, cursor) {
      await Promise.resolve();
      const from = Number(cursor);
      const until = Math.min(from + batch, posts.length);
      const there = posts.slice(from, until).filter(({ id }) => !deleted.has(id));
      const batchRead = { posts: there, cursor: String(until), more: until < posts.length };
      return { outcome: 'read', batch: { ...batchRead, problems: [] } };
    },
    async place(reply) {
      await Promise.resolve();
      const alone = reply.privateTo !== undefined;
      if (alone ? reply.text.length > text.privateLimit : text.length(reply.text) > text.limit)
        return { outcome: 'refused', reason: 'too-long', detail: 'too long' };
      if (closed.has(reply.privateTo ?? ''))
        return { outcome: 'refused', reason: 'dm-refused', detail: 'You do not have permission to DM this person.' };
      const stands = { ...reply, id: newId(), at: clock.now(), removed: false };
      placed.push(stands);
      return { outcome: 'placed', placed: proof(stands) };
    },
    async findPlaced(reply, since) {
      await Promise.resolve();
      const found = placed.find((one) => !one.removed && one.at >= since && isSame(one, reply));
      return found === undefined ? null : proof(found);
    },
    invitation: (account) => Promise.resolve(`https://x.com/messages/compose?recipient_id=${account}`),
    async lookUpPost(_account, link) {
      await Promise.resolve();
      const id = /^https:\/\/x\.com\/\w+\/status\/(\d+)$/.exec(link)?.[1];
      if (id === undefined) return { outcome: 'unreadable' };
      const found = placed.find((one) => one.id === id && !one.removed);
      if (found === undefined) return { outcome: 'absent' };
      return { outcome: 'found', ...found, link };
    },
    async remove(_account, id) {
      await Promise.resolve();
      const at = placed.findIndex((one) => one.id === id && !one.removed);
      const found = placed[at];
      if (found === undefined) return { outcome: 'absent' };
      placed[at] = { ...found, removed: true };
      return { outcome: 'removed' };
    },
  };
}

function isSame(one: Reply, other: Reply): boolean {
  const sameAccount = one.account.toLowerCase() === other.account.toLowerCase();
  return (
    sameAccount && one.inReplyTo === other.inReplyTo && one.text === other.text && one.privateTo === other.privateTo
  );
}
