import { join } from 'node:path';
import { type Clock } from '../../ports/clock.ts';
import { type Network, type PlaceOutcome, type Reply, type RemoveOutcome } from '../../ports/network.ts';
import { type TextTools } from '../../ports/text-tools.ts';
import { appendLine } from './append-line.ts';
import { type PlacedLine, type PlacedReply } from './placed-line.ts';
import { PLACED_FILE } from './placed-replies.ts';
import { type PracticeFolder } from './read-posts.ts';

export interface PlacingParts extends PracticeFolder {
  readonly text: Pick<TextTools, 'length' | 'limit' | 'privateLimit'>;
  readonly clock: Clock;
  readonly ids: () => string;
}

/** The half of the network that writes. One thing at a time, so that of two equal replies at once one is the duplicate. */
export function createPlacing(parts: PlacingParts): Pick<Network, 'place' | 'findPlaced' | 'remove'> {
  const { own, known, placed, text, clock } = parts;
  const write = (line: PlacedLine): Promise<void> => appendLine(join(parts.folder, PLACED_FILE), line);
  const now = (): string => new Date(clock.now()).toISOString();
  const oneByOne = queue();

  async function place(reply: Reply): Promise<PlaceOutcome> {
    const account = own.find(reply.account);
    if (account === null) return refused('forbidden', `@${reply.account} is no account of ours`);
    const { privateTo } = reply;
    const limit = privateTo === undefined ? text.limit : text.privateLimit;
    const excess = (privateTo === undefined ? text.length(reply.text) : reply.text.length) - limit;
    if (excess > 0) return refused('too-long', `${excess} over the ${limit} characters that fit`);
    await Promise.all([known.refresh(), placed.refresh()]);
    if (reply.inReplyTo !== null && known.get(reply.inReplyTo)?.deleted !== false)
      return refused('post-deleted', 'The post that it answers is not there (any more)');
    if (find(reply, -Infinity)) return { outcome: 'duplicate' };
    const line = { id: parts.ids(), account, inReplyTo: reply.inReplyTo, text: reply.text, at: now(), privateTo };
    await write(line);
    return { outcome: 'placed', placed: receipt(line) };
  }

  async function remove(account: string, id: string): Promise<RemoveOutcome> {
    await placed.refresh();
    const reply = placed.get(id);
    if (!reply) return { outcome: 'absent' };
    if (!sameHandle(reply.account, account)) return refused('forbidden', `It was placed by @${reply.account}`);
    await write({ removed: id, at: now() });
    return { outcome: 'removed' };
  }

  function find(reply: Reply, since: number): PlacedReply | undefined {
    return [...placed.standing()].find(
      (line) =>
        line.inReplyTo === reply.inReplyTo &&
        line.privateTo === reply.privateTo &&
        sameHandle(line.account, reply.account) &&
        line.text.normalize() === reply.text.normalize() &&
        Date.parse(line.at) >= since,
    );
  }

  return {
    place: (reply) => oneByOne(() => place(reply)),
    remove: (account, id) => oneByOne(() => remove(account, id)),
    async findPlaced(reply, since) {
      await placed.refresh();
      const line = find(reply, since);
      return line ? receipt(line) : null;
    },
  };
}

function receipt(line: PlacedReply): { id: string; link: null; at: number } {
  return { id: line.id, link: null, at: Date.parse(line.at) };
}

function refused<R extends string>(reason: R, detail: string): { outcome: 'refused'; reason: R; detail: string } {
  return { outcome: 'refused', reason, detail };
}

function sameHandle(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
}
