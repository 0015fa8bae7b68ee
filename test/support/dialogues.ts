import { evolveAll } from '../../services/domain/dialogue/evolve.ts';
import { type Dialogue, type DialoguePost, type Holder } from '../../services/domain/dialogue/dialogue.ts';
import { type Happened } from '../../services/domain/dialogue/messages.ts';
import { type InStorm } from '../../services/domain/dialogue/listed/in-storm.ts';
import { type Instant } from '../../services/domain/instant.ts';
import { type Change, type StoredDialogue } from '../../services/ports/dialogue-store.ts';

/** The moment at which the dialogues of the tests are opened, unless they say otherwise. */
export const OPENED_AT: Instant = Date.UTC(2026, 10, 24, 9);

export const NOOR: Holder = { name: 'Noor Bakker', email: 'noor.bakker@example.org', initials: 'NB' };
export const DAAN: Holder = { name: 'Daan Visser', email: 'daan.visser@example.org', initials: 'DV' };

export interface Opening {
  readonly id?: string;
  readonly thread?: string;
  readonly citizen?: string;
  readonly post?: string;
  readonly text?: string;
  readonly at?: Instant;
  readonly storm?: InStorm;
}

/** What goes with the events of a change, when it is not nothing. */
export type Extras = Partial<Pick<Change, 'texts' | 'forget' | 'announcements' | 'operation' | 'wakes'>>;

/** Stores a new dialogue of one post by a citizen; waiting. */
export function openedDialogue(opening: Opening = {}, extras: Extras = {}): Change {
  const { id = 'x:1800000000000000001:42', thread = '1800000000000000001', citizen = '42', at = OPENED_AT } = opening;
  const post = citizensPost(opening.post ?? thread, at);
  const opened: Happened = {
    type: 'opened',
    dialogue: id,
    mode: 'live',
    network: 'x',
    thread,
    citizen: { id: citizen, handle: `burger${citizen}`, name: 'Jantje' },
    asked: true,
    account: 'GemWormerland',
    post,
    interpretation: { kind: 'vraag', topic: 'afval', municipality: 'wormerland', because: 'wanneer' },
    due: at + 4 * 3_600_000,
    ...(opening.storm === undefined ? {} : { storm: opening.storm }),
    at,
  };
  const texts = new Map([[post.id, opening.text ?? 'Wanneer wordt het grofvuil opgehaald in Jisp?']]);
  return changeOf(null, [opened], { texts, ...extras });
}

/** Stores that somebody takes a waiting dialogue. */
export function claim(stored: StoredDialogue, by: Holder, at: Instant, extras: Extras = {}): Change {
  return changeOf(stored, [{ type: 'claimed', by, at }], extras);
}

/** Stores any events on what was loaded; null: a new dialogue, the first event must be `opened`. */
export function changeOf(before: StoredDialogue | null, events: readonly Happened[], extras: Extras = {}): Change {
  const after: Dialogue = evolveAll(before?.dialogue ?? null, events);
  return {
    before,
    after,
    events,
    texts: new Map(),
    forget: [],
    announcements: [],
    operation: null,
    wakes: [],
    ...extras,
  };
}

export function citizensPost(id: string, at: Instant): DialoguePost {
  return { id, from: 'citizen', at, thanks: false, link: `https://x.com/i/status/${encodeURIComponent(id)}` };
}
