import { type Dialogue, type Outcome, type Mode } from '../../services/domain/dialogue/dialogue.ts';
import { type Channel } from '../../services/domain/dialogue/channel.ts';
import { type Facts } from '../../services/domain/dialogue/facts.ts';
import { frozenMatter } from '../../services/domain/dialogue/frozen-matter.ts';
import { type LookedUp } from '../../services/domain/dialogue/looked-up.ts';
import { type Correction } from '../../services/domain/dialogue/interpreting/reading.ts';
import { type Command } from '../../services/domain/dialogue/messages.ts';
import { type Instant, MINUTE } from '../../services/domain/instant.ts';
import { type Post } from '../../services/domain/post.ts';
import { member, type Name } from './dialogue-facts.ts';
import { type Ask } from './given.ts';
import { HOLDING, TEXT } from './happened.ts';

/** The hash that the current card carries. */
export function hashOf(dialogue: Dialogue, facts: Facts): string {
  return facts.fingerprint(frozenMatter(dialogue));
}

export const claim = (name: Name): Ask => ({ type: 'claim', by: member(name) });
export const takeOver = (name: Name): Ask => ({ type: 'takeOver', by: member(name) });
export const release = (name: Name): Ask => ({ type: 'release', by: member(name) });
export const setAside = (name: Name, reason = 'ruis'): Ask => ({ type: 'setAside', by: member(name), reason });
export const finish = (name: Name, outcome: Outcome | null): Ask => ({ type: 'finish', by: member(name), outcome });
export const reopen = (name: Name): Ask => ({ type: 'reopen', by: member(name) });
export const reveal = (name: Name): Ask => ({ type: 'reveal', by: member(name) });
export const keep = (name: Name, text = TEXT, channel?: Channel): Ask => ({
  type: 'keep',
  by: member(name),
  text,
  channel,
});
export const submit = (name: Name, text = TEXT, channel?: Channel): Ask => ({
  type: 'submit',
  by: member(name),
  text,
  channel,
});
export const amend = (name: Name, text: string): Ask => ({ type: 'amend', by: member(name), text });
export const goPublic = (name: Name, invitation: string | null = 'Schrijf ons hier: x.example'): Ask => ({
  type: 'goPublic',
  by: member(name),
  invitation,
});
export const stop = (name: Name): Ask => ({ type: 'stop', by: member(name) });
export const takeToDepartment = (name: Name): Ask => ({ type: 'takeToDepartment', by: member(name) });
export const askTakeOver = (name: Name, text = ''): Ask => ({ type: 'askTakeOver', by: member(name), text });
export const dropTakeOver = (name: Name, text = ''): Ask => ({ type: 'dropTakeOver', by: member(name), text });
export const sendBack = (name: Name, remark = ''): Ask => ({ type: 'sendBack', by: member(name), remark });

export function useAnswer(name: Name, answer = 'grofvuil', text = ''): Ask {
  return { type: 'useAnswer', by: member(name), answer, text };
}

export function handOver(name: Name, to: string, remark = '', text = ''): Ask {
  return { type: 'handOver', by: member(name), to, remark, text };
}

export function comeBack(name: Name, at: Instant | null, note = '', text = ''): Ask {
  return { type: 'comeBack', by: member(name), at, note, text };
}

export const dropReturn = (name: Name, text = ''): Ask => ({ type: 'dropReturn', by: member(name), text });

/** A holding reply that names its moment; `text`: the answer that was being written. */
export function hold(
  name: Name,
  promised: Instant | null,
  holding = HOLDING,
  text = '',
  { seen, says = true }: { readonly seen?: number | undefined; readonly says?: boolean } = {},
): Ask {
  return ({ version }) => ({
    type: 'hold',
    by: member(name),
    holding,
    promised,
    says,
    text,
    seen: seen ?? version,
  });
}

/** From the current card, unless an older version is named. */
export function place(name: Name, text = TEXT, seen?: number, channel?: Channel): Ask {
  return ({ version }) => ({ type: 'place', by: member(name), text, channel, seen: seen ?? version });
}

export function amendAndPlace(name: Name, text: string, seen?: number): Ask {
  return ({ version }) => ({ type: 'amendAndPlace', by: member(name), text, seen: seen ?? version });
}

/** On the text of the current card, unless an older card's hash is named. */
export function approve(name: Name, hash?: string): Ask {
  return (dialogue, facts) => ({ type: 'approve', by: member(name), hash: hash ?? hashOf(dialogue, facts) });
}

export function retry(name: Name, hash?: string): Ask {
  return (dialogue, facts) => ({ type: 'retry', by: member(name), hash: hash ?? hashOf(dialogue, facts) });
}

/** Placed by hand: what the network says of the link, and mostly that it stands where it must. Off the card of the hitch. */
export function reportPlaced(name: Name, says: Partial<Found> | LookedUp = {}, hash?: string): Ask {
  return ({ stage, account, receipts }, { at }) => {
    const hitch = stage.name === 'drafted' ? stage.hitch : null;
    const id = `hand${receipts.length + 1}`;
    const found: Found = {
      outcome: 'found',
      id,
      link: `https://practice.example/${id}`,
      at,
      account: account ?? '',
      inReplyTo: hitch?.inReplyTo ?? null,
      text: 'as it stands there',
    };
    const looked: LookedUp =
      says.outcome === undefined || says.outcome === 'found' ? { ...found, ...says } : (says as LookedUp);
    const by = member(name);
    return {
      type: 'reportPlaced',
      by,
      hash: hash ?? hitch?.hash ?? '',
      link: `https://practice.example/${id}`,
      looked,
    };
  };
}
type Found = Extract<LookedUp, { outcome: 'found' }>;

export function remove(name: Name, reason = 'fout bedrag', receipt = 'r1'): Ask {
  return { type: 'remove', by: member(name), receipt, reason };
}

/** The network's answers; `number` is that of the publication under way unless said otherwise. */
export const attempt: Ask = { type: 'attempt', recovery: 90_000 };
export const elapse: Ask = { type: 'elapse' };
export const removed = (receipt = 'r1'): Command => ({ type: 'removed', receipt });

export function placed(id = 'r1', number?: number): Ask {
  return ({ publications }, { at }) => ({
    type: 'placed',
    number: number ?? publications,
    id,
    link: `https://practice.example/${id}`,
    at,
  });
}

/** Somebody answered on the network itself; the first post unless another is named. */
export function foundOwn(id = 'o1', inReplyTo = 'p1'): Ask {
  return (_, { at }) => ({ type: 'foundOwn', id, account: 'GemWormerland', inReplyTo, link: null, at });
}

export function refused(reason = 'reply-not-allowed', number?: number): Ask {
  return ({ publications }) => ({ type: 'refused', number: number ?? publications, reason, detail: `no: ${reason}` });
}

export function unclear(detail = 'socket hang up'): Ask {
  return ({ publications }) => ({ type: 'unclear', number: publications, detail });
}

export function notFound(): Ask {
  return ({ publications }) => ({ type: 'notFound', number: publications });
}

export function postpone(until: Instant): Ask {
  return ({ publications }) => ({ type: 'postpone', number: publications, until, detail: 'rate limit' });
}

export const gone = (post = 'p1'): Command => ({ type: 'gone', post });

/** The network has other words of a post, in the next edition unless said otherwise. */
export function reread(text: string, post = 'p1', edition?: number): Ask {
  return ({ posts }) => {
    const known = posts.find(({ id }) => id === post)?.edition ?? 0;
    return { type: 'reread', post, text, edition: edition ?? known + 1 };
  };
}

/** The citizen writes; posted a minute before it reaches us. */
export function receive(text: string, fields: Partial<Post> & { readonly mode?: Mode } = {}): Ask {
  return ({ posts }, { at }) => {
    const { mode = 'practice', ...rest } = fields;
    return { type: 'receive', dialogue: 'd1', mode, post: citizen(text, `p${posts.length + 1}`, at - MINUTE, rest) };
  };
}

export function citizen(text: string, id: string, postedAt: Instant, fields: Partial<Post> = {}): Post {
  return {
    network: 'practice',
    id,
    thread: 'p1',
    author: { id: 'c1', handle: 'jisper', name: 'Teun' },
    text,
    postedAt,
    account: 'GemWormerland',
    inReplyTo: null,
    link: null,
    foundBy: [],
    ...fields,
  };
}

/** With what this person says that the message is. */
export function taking(reading: Correction, asked: Ask): Ask {
  return (dialogue, facts) => {
    const command = typeof asked === 'function' ? asked(dialogue, facts) : asked;
    return { ...command, reading } as Command;
  };
}
