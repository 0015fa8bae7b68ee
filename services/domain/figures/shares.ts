import { type Dialogue, type Mode } from '../dialogue/dialogue.ts';
import { type Happened } from '../dialogue/messages.ts';
import { questionsOf } from '../dialogue/questions/question.ts';
import { type Instant, MINUTE } from '../instant.ts';
import { type OpenHours, openTimeBetween } from '../open-time.ts';
import { type Contact, isSettled, verdictOn } from './contact.ts';
import { contactsOf, type Step, stepsOf } from './contacts-of.ts';
import { type Counts, Tally } from './counts.ts';
import { incidentsOf, openAttempt } from './incidents.ts';

/** A day on the wall of the town hall, `yyyy-mm-dd`. */
export type Day = string;

/** The clock and the calendar of the town hall. */
export interface TownClock {
  readonly openHours: OpenHours;
  /** `hour` from 0 to 23. */
  readonly localTime: (at: Instant) => { readonly day: Day; readonly hour: number };
}

/** A contact of which something still depends on the moment at which it is looked at. */
export interface OpenContact extends Contact {
  readonly day: Day;
}

/** What of a dialogue is still open. */
export interface OpenShare {
  readonly contacts: readonly OpenContact[];
  /** Of colleagues, without an answer; the department, '' for one person. */
  readonly questions: readonly { readonly department: string; readonly at: Instant }[];
  /** When somebody promised to come back to it; null: nobody did. */
  readonly promisedAt: Instant | null;
  /** Since when a text is on its way without a word of the network; null: none is. */
  readonly attemptedAt: Instant | null;
}

/** What one dialogue adds to the figures. Times and counts only: no word and no name of a citizen. */
export interface Shares {
  readonly mode: Mode;
  readonly municipality: string | null;
  /** When it was worked out, and which day that was. */
  readonly at: Instant;
  readonly today: Day;
  /**
   * Never changes with the time alone. The day on which the dialogue began is the first and always there; what it never
   * counted for is not.
   */
  readonly days: ReadonlyMap<Day, Counts>;
  /** null: nothing is open. */
  readonly open: OpenShare | null;
}

/**
 * What a dialogue adds, from its whole history. What is due after `at` is left with what is open: it can be judged only
 * when its time has come. Whatever the moment at which this is worked out, `days` and `open` together say the same later.
 */
export function sharesOf(history: readonly Happened[], at: Instant, clock: TownClock): Shares {
  const steps = stepsOf(history);
  const last = steps.at(-1)?.after;
  if (last === undefined) throw new Error('a dialogue without events adds nothing');
  const contacts = contactsOf(steps);
  const days = new Map<Day, Tally>();
  const on = (moment: Instant): Tally => {
    const { day } = clock.localTime(moment);
    const tally = days.get(day) ?? new Tally();
    days.set(day, tally);
    return tally;
  };
  const [begun] = contacts;
  on(begun?.postedAt ?? steps[0]?.event.at ?? at);
  for (const contact of contacts) {
    countArrival(on(contact.postedAt), contact, last, clock);
    if (isSettled(contact, at)) countEnding(on(contact.postedAt), contact, at, clock.openHours);
  }
  for (const { at: moment, group, key } of incidentsOf(steps)) on(moment).add(group, key);
  countOthers(on, steps, clock.openHours);
  return {
    mode: last.mode,
    municipality: last.municipality,
    at,
    today: clock.localTime(at).day,
    days: new Map([...days].map(([day, tally]) => [day, tally.counts])),
    open: openShare(contacts, steps, last, at, clock),
  };
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

function countArrival(tally: Tally, contact: Contact, { network, via }: Dialogue, clock: TownClock): void {
  const { day, hour } = clock.localTime(contact.postedAt);
  const weekday = WEEKDAYS[new Date(`${day}T00:00Z`).getUTCDay()] ?? 'sun';
  tally.add('came', contact.kind);
  tally.add('source', via ?? network);
  tally.add('hour', `${weekday} ${String(hour).padStart(2, '0')}`);
  tally.add(contact.asked ? 'asked' : 'unasked', contact.topic ?? '');
  for (const term of contact.asked ? [] : contact.terms) tally.add('watch', term);
  if (contact.pickedUpAt !== null) tally.add('pickUp', minutes(clock.openHours, contact.takenInAt, contact.pickedUpAt));
}

/** Reasons of setting aside that say the watch term found what is not for us. */
const NOISE: ReadonlySet<string> = new Set(['ruis', 'reclame', 'niet voor ons']);

/** What a contact comes down to, at the moment `at` at which it is looked at. */
export function countEnding(tally: Tally, contact: Contact, at: Instant, openHours: OpenHours): void {
  const { postedAt, due, first, answer, ending } = contact;
  const verdict = verdictOn(contact, at);
  if (verdict !== null) tally.add('norm', verdict);
  if (contact.relabelled) tally.add('trouble', 'relabelled');
  if (due !== null && first !== null) tally.add('reply', minutes(openHours, postedAt, first.at));
  if (due !== null && first === null)
    tally.add('unanswered', minutes(openHours, postedAt, 'at' in ending ? ending.at : at));
  if (answer !== null) tally.add('way', answer.way);
  const promise = promiseOf(contact, at);
  if (promise !== null) tally.add('promise', promise);
  if (contact.broken > 0) tally.add('promise', 'broken', contact.broken);
  if (ending.how === 'aside') {
    tally.add('aside', ending.reason);
    if (NOISE.has(ending.reason)) for (const term of contact.asked ? [] : contact.terms) tally.add('noise', term);
  }
  if (ending.how === 'handedOver') tally.add('handedOver', ending.department);
  countPerson(tally, contact, verdict, openHours);
}

/** null: nothing was promised, its moment is still to come, or what ended otherwise before it took it away. */
export function promiseOf({ promisedAt, answer, ending }: Contact, at: Instant): 'kept' | 'broken' | null {
  if (promisedAt === null) return null;
  if (answer !== null) return answer.at <= promisedAt ? 'kept' : 'broken';
  return promisedAt <= ('at' in ending ? ending.at : at) ? 'broken' : null;
}

function countPerson(
  tally: Tally,
  { postedAt, due, first, answer }: Contact,
  verdict: string | null,
  hours: OpenHours,
): void {
  if (answer?.by != null) tally.add('person', `${answer.by.email}|answered`);
  if (due === null || first?.by == null) return;
  if (verdict !== null) tally.add('person', `${first.by.email}|${verdict}`);
  tally.add('personReply', `${first.by.email}|${minutes(hours, postedAt, first.at)}`);
}

/** What the team waited for: the yes of somebody else, and colleagues who were asked. */
function countOthers(on: (at: Instant) => Tally, steps: readonly Step[], openHours: OpenHours): void {
  let submittedAt: Instant | null = null;
  for (const { event, before } of steps) {
    if (event.type === 'submitted') submittedAt = event.at;
    if (event.type === 'sentBack') submittedAt = null;
    if (event.type === 'frozen' && submittedAt !== null) {
      const { approvedBy, submittedBy } = event.publication;
      if (approvedBy.email !== submittedBy.email)
        on(event.at).add('approval', minutes(openHours, submittedAt, event.at));
      submittedAt = null;
    }
    if (event.type !== 'questionAnswered' || before === null) continue;
    const question = questionsOf(before).find(({ id }) => id === event.question);
    if (question !== undefined && question.answers.length === 0)
      on(event.at).add('question', `${question.department ?? ''}|${minutes(openHours, question.at, event.at)}`);
  }
}

function openShare(
  contacts: readonly Contact[],
  steps: readonly Step[],
  last: Dialogue,
  at: Instant,
  { localTime }: TownClock,
): OpenShare | null {
  const share: OpenShare = {
    contacts: contacts
      .filter((contact) => !isSettled(contact, at))
      .map((contact) => ({ ...contact, day: localTime(contact.postedAt).day })),
    questions: questionsOf(last)
      .filter(({ state }) => state === 'open' || state === 'team')
      .map(({ department, at: askedAt }) => ({ department: department ?? '', at: askedAt })),
    promisedAt: last.promise?.at ?? null,
    attemptedAt: openAttempt(steps),
  };
  const something = share.contacts.length + share.questions.length > 0 || share.promisedAt !== null;
  return something || share.attemptedAt !== null ? share : null;
}

/** Whole minutes of opening time. */
export function minutes(openHours: OpenHours, from: Instant, until: Instant): string {
  return String(Math.floor(openTimeBetween(openHours, from, until) / MINUTE));
}
