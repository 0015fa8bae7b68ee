import { type Duration, type Instant, MINUTE } from '../instant.ts';
import { type SourceKind } from '../poll-pace.ts';
import { type NetworkName } from '../post.ts';

/** A post of our own account that answers nobody, as the network shows it. */
export interface OwnPosted {
  readonly id: string;
  readonly account: string;
  readonly text: string;
  readonly link: string | null;
  readonly at: Instant;
}

/** Whose trouble it is, as people are told; the words of it are in the log. */
export type Culprit = 'network' | 'tables' | 'teams' | 'settings' | 'folder' | 'unknown';

/** How a source of posts is doing, so that quiet and broken look different. */
export interface SourceHealth {
  readonly network: NetworkName;
  readonly source: string;
  readonly kind: SourceKind;
  /** When it was last read, and answered; null: not yet. */
  readonly readAt: Instant | null;
  /** When something new last came from it; null: nothing yet. */
  readonly cameAt: Instant | null;
  /** Why the last reading failed, in whatever words it came; null: it did not. */
  readonly trouble: string | null;
  /** Not there, or null: it did not fail, or that is not known. */
  readonly culprit?: Culprit | null;
  /** Since when it is in trouble; not there: it is not, or an earlier release noted it. */
  readonly brokenSince?: Instant;
  /** The network says that we may not read it: a person must do something. */
  readonly refused?: boolean;
  /** It is not read for now, because of what is spent. */
  readonly heldBack: boolean;
  /** The newest posts of our own, newest first. */
  readonly own: readonly OwnPosted[];
}

/** What one turn of a source brought. */
export type SourceTurn =
  | { readonly outcome: 'read'; readonly fresh: number; readonly own: readonly OwnPosted[] }
  | {
      readonly outcome: 'failed';
      readonly trouble: string;
      readonly culprit?: Culprit;
      readonly refused?: boolean;
    }
  | { readonly outcome: 'heldBack' };

/** As many of our own posts as are remembered. */
const MOST_OWN = 5;
/** What only says that it was looked again is not worth a write more often than this. */
const WORTH_KEEPING: Duration = 5 * MINUTE;
/** The slowest source is read each quarter of an hour while we are open; X may ask for a quarter more. */
const OVERDUE: Duration = 40 * MINUTE;

export function afterTurn(before: SourceHealth, turn: SourceTurn, at: Instant): SourceHealth {
  switch (turn.outcome) {
    case 'failed': {
      const { trouble, culprit = 'unknown', refused = false } = turn;
      return { ...before, trouble, culprit, refused, brokenSince: before.brokenSince ?? at, heldBack: false };
    }
    case 'heldBack':
      return { ...well(before), heldBack: true };
    case 'read': {
      const ids = new Set(turn.own.map(({ id }) => id));
      const own = [...turn.own, ...before.own.filter(({ id }) => !ids.has(id))];
      return {
        ...well(before),
        readAt: at,
        cameAt: turn.fresh > 0 || turn.own.length > 0 ? at : before.cameAt,
        heldBack: false,
        own: own.sort((one, other) => other.at - one.at).slice(0, MOST_OWN),
      };
    }
  }
}

function well(before: SourceHealth): SourceHealth {
  const { network, source, kind, readAt, cameAt, heldBack, own } = before;
  return { network, source, kind, readAt, cameAt, trouble: null, culprit: null, heldBack, own };
}

/** Whether other instances must know; `kept`: what they know. */
export function isWorthKeeping(kept: SourceHealth | null, now: SourceHealth): boolean {
  if (kept === null) return true;
  const { readAt: keptAt, ...before } = kept;
  const { readAt, ...after } = now;
  return JSON.stringify(before) !== JSON.stringify(after) || (readAt ?? 0) - (keptAt ?? 0) >= WORTH_KEEPING;
}

/** Of two that were told of the same source, the one that knows more. */
export function newerHealth(one: SourceHealth, other: SourceHealth | null): SourceHealth {
  return other === null || (one.readAt ?? 0) >= (other.readAt ?? 0) ? one : other;
}

/** Nobody looks, and nobody said why. */
export function isOverdue({ readAt, heldBack }: SourceHealth, at: Instant): boolean {
  return !heldBack && readAt !== null && at - readAt > OVERDUE;
}
