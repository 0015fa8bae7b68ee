import { createHash, randomUUID } from 'node:crypto';
import { SECOND } from '../../domain/instant.ts';
import { type Account } from '../../domain/work-instruction/instruction.ts';
import { type Clock } from '../../ports/clock.ts';
import { type Log } from '../../ports/log.ts';
import { type Network, type Rechecked } from '../../ports/network.ts';
import { type TextTools } from '../../ports/text-tools.ts';
import { createKnownPosts, type KnownPost } from './known-posts.ts';
import { createOwnAccounts } from './own-accounts.ts';
import { createPlacing } from './place-replies.ts';
import { createPlacedReplies } from './placed-replies.ts';
import { readPosts } from './read-posts.ts';

export interface PracticeOptions {
  /** Holds `posts.jsonl` and `placed.jsonl`; needs not exist yet. */
  readonly folder: string;
  /** Our own accounts, of whatever network: in practice they are addressed by the same handles. */
  readonly accounts: readonly Account[];
  /** X's rules of length hold in practice too. */
  readonly text: Pick<TextTools, 'length' | 'limit' | 'privateLimit'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Ids of placed replies; must differ from every citizen's. */
  readonly ids?: () => string;
}

/**
 * A network that is a folder: fake posts come from `posts.jsonl`, replies go to `placed.jsonl`, nothing leaves the machine.
 * Reads from the start of the file, and again when the file was replaced: the caller knows posts by their id.
 * Every method throws Fault('folder') when the folder cannot be read or written.
 */
export function createPracticeNetwork(options: PracticeOptions): Network {
  const own = createOwnAccounts(options.accounts);
  const known = createKnownPosts(options.folder);
  const placed = createPlacedReplies(options.folder, options.log);
  const ids = options.ids ?? (() => `antwoord-${randomUUID()}`);
  const placing = createPlacing({ ...options, ids, own, known, placed });
  return {
    name: 'practice',
    timeout: 5 * SECOND,
    accounts: options.accounts.map(({ handle }) => handle),
    sources: () => [{ name: 'posts', kind: 'asked' }],
    async read(_source, cursor) {
      const batch = await readPosts({ folder: options.folder, own, known, placed }, cursor, options.clock.now());
      return { outcome: 'read', batch };
    },
    ...placing,
    async recheck(posts) {
      await known.refresh();
      return { outcome: 'checked', posts: new Map(posts.map((id) => [id, stateOf(known.get(id))])) };
    },
    // Nobody refuses a private message here, so nobody needs to be invited.
    invitation: () => Promise.resolve(null),
    // What a person placed elsewhere is on no network that could be asked.
    lookUpPost: (_account, link) =>
      Promise.resolve({ outcome: 'unavailable', id: `gemeld-${digest(link.trim())}`, link: null }),
  };
}

/** A file that was replaced says nothing about the posts that stood in the former one. */
function stateOf(post: KnownPost | undefined): Rechecked {
  if (post === undefined) return { state: 'unknown' };
  return post.deleted ? { state: 'gone' } : { state: 'there', text: post.text, edition: post.edition };
}

function digest(link: string): string {
  return createHash('sha256').update(link).digest('hex').slice(0, 16);
}
