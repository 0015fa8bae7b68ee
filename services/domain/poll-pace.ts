import { type Duration, HOUR, type Instant, MINUTE, SECOND } from './instant.ts';
import { type OpenHours } from './open-time.ts';
import { type SearchPace, SLOWER } from './spending.ts';

/** What a source brings: words to us, words about us, private messages, or our own timeline. */
export type SourceKind = 'asked' | 'unasked' | 'private' | 'own';

/** Who is there to answer: the team, nobody, or nobody while the town sleeps. */
type Time = 'open' | 'closed' | 'night';

/** Local clock times in minutes after midnight; opening hours in between count as open. */
const NIGHT = { from: 23 * 60, until: 6 * 60 } as const;

/**
 * An answer of ours is read within minutes and answered within minutes: then 20 s, which is 45 of the 300 reads that X takes
 * in 15 minutes. The norm is an hour at least, so a minute is soon enough otherwise. Nobody answers after closing, but danger is announced
 * then too: 5 minutes, and 15 at night. What was not addressed to us costs most and hurries least. Private messages can be
 * read 15 times in 15 minutes, and half of that is left for others. Our own timeline only tells what a colleague placed by hand.
 */
const EVERY: Readonly<Record<SourceKind, Readonly<Record<Time, Duration>>>> = {
  asked: { open: MINUTE, closed: 5 * MINUTE, night: 15 * MINUTE },
  unasked: { open: 2 * MINUTE, closed: 10 * MINUTE, night: 30 * MINUTE },
  private: { open: 2 * MINUTE, closed: 10 * MINUTE, night: 30 * MINUTE },
  own: { open: 15 * MINUTE, closed: HOUR, night: HOUR },
};
const LIVELY: Duration = 20 * SECOND;
const LIVELY_FOR: Duration = 10 * MINUTE;

/** What the pace of a source goes by. */
export interface PaceFacts {
  readonly at: Instant;
  /** When a new post last came in from this source, or a reply of ours last went out on its network; null: not yet. */
  readonly activeAt: Instant | null;
  readonly searchPace: SearchPace;
  openHours: OpenHours;
  /** Local clock time in minutes after midnight. */
  clockTime(at: Instant): number;
}

/** How long until a source is read again; null: not as long as spending holds it back. Never past the next opening. */
export function untilNextRead(kind: SourceKind, facts: PaceFacts): Duration | null {
  const { at, searchPace } = facts;
  if (kind === 'unasked' && searchPace === 'stop') return null;
  const time = timeAt(facts);
  if (kind === 'asked' && time === 'open' && isLively(facts)) return LIVELY;
  const every = EVERY[kind][time] * (kind === 'unasked' && searchPace === 'slow' ? SLOWER : 1);
  const opening = time === 'open' ? undefined : facts.openHours(at, at + every)[0];
  return opening === undefined ? every : opening.from - at;
}

function timeAt(facts: PaceFacts): Time {
  const { at, openHours } = facts;
  if (openHours(at, at + 1).length > 0) return 'open';
  const now = facts.clockTime(at);
  return now >= NIGHT.from || now < NIGHT.until ? 'night' : 'closed';
}

function isLively({ at, activeAt }: PaceFacts): boolean {
  return activeAt !== null && at - activeAt < LIVELY_FOR;
}
