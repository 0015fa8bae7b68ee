import { type Dialogue } from '../dialogue/dialogue.ts';
import { type Happened } from '../dialogue/messages.ts';
import { contactsOf, stepsOf } from '../figures/contacts-of.ts';
import { Tally } from '../figures/counts.ts';
import { incidentsOf } from '../figures/incidents.ts';
import { countEnding } from '../figures/shares.ts';
import { type Instant, type Interval } from '../instant.ts';
import { type OpenHours, openTimeBetween } from '../open-time.ts';
import { FOLLOW_UPS, followUps, TALK_RULES, type Talkable, type TalkReason, thanksAfterUs } from './talk-rules.ts';

/** As many as a team talks through in a meeting. */
export const MOST_TALKS = 5;

/** What a history says of a month, at the moment at which it is looked at. */
export function talkableIn(
  history: readonly Happened[],
  month: Interval,
  at: Instant,
  openHours: OpenHours,
): Talkable | null {
  const steps = stepsOf(history);
  const last = steps.at(-1)?.after;
  if (last === undefined) return null;
  const contacts = contactsOf(steps)
    .filter(({ postedAt }) => isIn(postedAt, month))
    .map((contact) => {
      const { due, first, ending } = contact;
      const tally = new Tally();
      countEnding(tally, contact, at, openHours);
      const end = first?.at ?? ('at' in ending ? ending.at : at);
      return { ...contact, counts: tally.counts, over: due === null ? 0 : openTimeBetween(openHours, due, end) };
    });
  return { dialogue: last, contacts, incidents: incidentsOf(steps).filter((one) => isIn(one.at, month)) };
}

/**
 * The most telling ones, each for one reason, and of as many kinds as there are: the first of each rule, gravest rule
 * first, then the second of each. What went well has one place of the five for itself.
 */
export function worthTalking(all: readonly Talkable[]): readonly { about: Talkable; reason: TalkReason }[] {
  const chosen = new Map<Talkable, TalkReason>();
  const bestOf = (rule: (typeof TALK_RULES)[number]): Talkable | undefined =>
    all
      .filter((about) => !chosen.has(about) && rule.weight(about) > 0)
      .sort((one, other) => rule.weight(other) - rule.weight(one) || newestFirst(one, other))[0];
  const take = (rules: typeof TALK_RULES, most: number): void => {
    for (let before = -1; before !== chosen.size && chosen.size < most;) {
      before = chosen.size;
      for (const rule of rules) {
        const best = chosen.size < most ? bestOf(rule) : undefined;
        if (best !== undefined) chosen.set(best, rule.reason);
      }
    }
  };
  take(
    TALK_RULES.filter(({ good }) => !good),
    MOST_TALKS - 1,
  );
  const well = TALK_RULES.filter(({ good }) => good);
  take(well, Math.min(chosen.size + 1, MOST_TALKS));
  take(TALK_RULES, MOST_TALKS);
  const order = TALK_RULES.map(({ reason }) => reason);
  return [...chosen]
    .map(([about, reason]) => ({ about, reason }))
    .sort((one, other) => order.indexOf(one.reason) - order.indexOf(other.reason));
}

/**
 * How much of the state of a dialogue hints at a reason to talk about it: 0 for the usual ones. It looks at less than the
 * rules do, so that not every history has to be read; whatever a rule finds has a hint.
 */
export function hints(dialogue: Dialogue, at: Instant): number {
  const { receipts, course, due, answeredAt, praise, stage, promise } = dialogue;
  const did = (what: string): boolean => course.some((line) => line.what === what);
  return [
    receipts.length > 1,
    due !== null && due <= at,
    did('becameLate') || did('nudged') || did('claimExpired'),
    // The course holds the last lines only: of a long one it cannot be told.
    course[0]?.what !== 'opened',
    answeredAt === null && (stage.name === 'setAside' || stage.name === 'closed'),
    promise !== undefined || did('heldOff'),
    followUps({ dialogue }) >= FOLLOW_UPS,
    praise !== undefined,
    thanksAfterUs(dialogue) > 0,
  ].filter(Boolean).length;
}

function newestFirst(one: Talkable, other: Talkable): number {
  return (other.dialogue.posts[0]?.at ?? 0) - (one.dialogue.posts[0]?.at ?? 0);
}

function isIn(moment: Instant, { from, until }: Interval): boolean {
  return from <= moment && moment < until;
}
