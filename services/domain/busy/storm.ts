import { type Instant } from '../instant.ts';
import { type Person } from '../people.ts';
import { type ManyText } from './many-text.ts';

/** How fast new dialogues come. */
export interface Rate {
  /** New dialogues in the last `busy.per` of the work instruction. */
  readonly count: number;
  /** What most of them are about; null: they fit no list of topics. */
  readonly topic: string | null;
}

/** Who did it, and when. */
export interface Deed {
  readonly by: Person;
  readonly at: Instant;
}

/** The one call to who is not on duty, and what they said: the last word of each. */
export interface Call extends Deed {
  readonly to: readonly Person[];
  readonly answers: readonly (Deed & { readonly helps: boolean })[];
}

/**
 * A time in which new dialogues get no card of their own. It begins as a proposal of the bot or by a person, and ends by
 * a person. Its dialogues may still be on its lists after that: it is kept until the last has left.
 */
export interface Storm {
  readonly id: string;
  /** A storm of practice dialogues hides no real ones, and the other way round. */
  readonly practice: boolean;
  readonly begunAt: Instant;
  /** What the bot saw when it proposed; null: somebody switched it on unasked. */
  readonly seen: Rate | null;
  /** When it was calm again before anybody switched it on. */
  readonly lapsedAt: Instant | null;
  readonly on: Deed | null;
  readonly off: Deed | null;
  /** Since when the bot proposes to end it; null: it is as busy as it was. */
  readonly calmSince: Instant | null;
  readonly call: Call | null;
  /** Newest last. */
  readonly texts: readonly ManyText[];
}

/** proposed → on → off, or proposed → lapsed. */
export type Phase = 'proposed' | 'lapsed' | 'on' | 'off';

export function phaseOf({ lapsedAt, on, off }: Storm): Phase {
  if (off !== null) return 'off';
  if (on !== null) return 'on';
  return lapsedAt === null ? 'proposed' : 'lapsed';
}

/** Storms that are not done with, oldest first; one that lapsed stays until the next. */
export type Storms = readonly Storm[];

/** The one that is proposed or on; null: there is none. */
export function currentStorm(storms: Storms, practice: boolean): Storm | null {
  return storms.find((one) => one.practice === practice && ['proposed', 'on'].includes(phaseOf(one))) ?? null;
}

/** The one that is on; null: new dialogues get cards of their own, and reminders go out. */
export function stormOn(storms: Storms, practice: boolean): Storm | null {
  const current = currentStorm(storms, practice);
  return current?.on == null ? null : current;
}
