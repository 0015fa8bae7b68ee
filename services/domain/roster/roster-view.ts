import { type Instant, type Interval } from '../instant.ts';
import { hasRole, type Member } from '../people.ts';
import { WEEKDAYS, type Settings } from '../work-instruction/instruction.ts';
import { onDutyAt, type Shifts } from './duty.ts';
import { dayAfter, weekdayOf } from './read-day.ts';
import { endOfChange, type RosterChange } from './roster-change.ts';

/** What is weak about some hours: nobody there, one person alone, nobody who may approve, or both of the last two. */
export type Weakness = 'nobody' | 'alone' | 'no-approver' | 'alone-no-approver' | 'closed-hours';

/** Some hours of a day in which the same people are on duty. */
export interface RosterHours extends Interval {
  readonly members: readonly Member[];
  readonly weak: Weakness | null;
}

export interface RosterDay {
  /** Any moment of the local day. */
  readonly at: Instant;
  /** A day of the week that is open otherwise. */
  readonly closed: 'holiday' | 'own' | null;
  readonly hours: readonly RosterHours[];
}

/** This week and next, as the card shows them. Days on which we are never open are left out. */
export interface RosterView {
  readonly at: Instant;
  readonly weeks: readonly (readonly RosterDay[])[];
  /** What was recorded and still holds or is to come, with who may undo it; earliest first. */
  readonly changes: readonly { readonly change: RosterChange; readonly until: Instant }[];
}

export interface RosterFacts {
  readonly at: Instant;
  readonly today: string;
  readonly settings: Settings;
  openHours(from: Instant, until: Instant): readonly Interval[];
  /** With the changes. */
  readonly shifts: Shifts;
  readonly changes: readonly RosterChange[];
  readonly momentOf: (day: string, time: string) => Instant | null;
}

export function rosterView(facts: RosterFacts): RosterView {
  const monday = dayAfter(facts.today, -weekdayOf(facts.today));
  const week = (first: number): readonly RosterDay[] =>
    WEEKDAYS.flatMap((_, n) => dayOf(dayAfter(monday, first + n), facts) ?? []);
  const changes = facts.changes
    .map((change) => ({ change, until: endOfChange(facts.changes, change) }))
    .filter(({ change, until }) => until > facts.at && change.type !== 'back');
  return { at: facts.at, weeks: [week(0), week(7)], changes };
}

/** null: not open on such a day, and nobody on the roster. */
function dayOf(day: string, facts: RosterFacts): RosterDay | null {
  const from = facts.momentOf(day, '00:00');
  const until = facts.momentOf(dayAfter(day, 1), '00:00');
  if (from === null || until === null) return null;
  const { open, closed } = facts.settings.hours;
  const weekday = WEEKDAYS[weekdayOf(day)];
  const hours = hoursIn(from, until, facts);
  if (hours.length > 0) return { at: from, closed: null, hours };
  if (weekday === undefined || open[weekday] === undefined) return null;
  return { at: from, closed: closed.includes(day) ? 'own' : 'holiday', hours };
}

/** A day cut wherever it opens or closes or somebody comes or goes; pieces alike are one. */
function hoursIn(from: Instant, until: Instant, facts: RosterFacts): readonly RosterHours[] {
  const open = facts.openHours(from, until);
  const bounds = [...open, ...facts.shifts(from, until)].flatMap((one) => [one.from, one.until]);
  const cuts = [...new Set(bounds)].filter((at) => from <= at && at <= until).sort((a, b) => a - b);
  return cuts.slice(1).reduce<readonly RosterHours[]>((done, end, n) => {
    const start = cuts[n] ?? from;
    const members = onDutyAt(facts.shifts, start);
    const isOpen = open.some((one) => one.from <= start && start < one.until);
    if (!isOpen && members.length === 0) return done;
    const weak = isOpen ? weaknessOf(members) : 'closed-hours';
    const last = done.at(-1);
    const same = last?.until === start && last.weak === weak && sameMembers(last.members, members);
    return same
      ? [...done.slice(0, -1), { ...last, until: end }]
      : [...done, { from: start, until: end, members, weak }];
  }, []);
}

function weaknessOf(members: readonly Member[]): Weakness | null {
  if (members.length === 0) return 'nobody';
  const alone = members.length === 1;
  const approver = members.some((member) => hasRole(member, 'approver'));
  if (alone) return approver ? 'alone' : 'alone-no-approver';
  return approver ? null : 'no-approver';
}

function sameMembers(one: readonly Member[], other: readonly Member[]): boolean {
  return one.length === other.length && one.every(({ email }) => other.some((two) => two.email === email));
}
