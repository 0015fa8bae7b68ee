import { hasRole, type Member, type Person } from '../people.ts';
import { type Interval } from '../instant.ts';
import { changedRoster } from '../roster/changed-roster.ts';
import { type Shifts } from '../roster/duty.ts';
import { absencesAt, endOfAbsence, endOfChange, type RosterChange, type Swap } from '../roster/roster-change.ts';
import { type RosterCommand, type RosterEvent, type RosterRefusal } from '../roster/roster-messages.ts';
import { type TeamDecision, type TeamFacts } from './messages.ts';
import { type Team } from './team.ts';

type Asked<T extends RosterCommand['type']> = Extract<RosterCommand, { readonly type: T }>;

/** A change of the roster beside the fixed week: by a coordinator, or by who it is about. */
export function decideRoster(team: Team, command: RosterCommand, facts: TeamFacts): TeamDecision {
  switch (command.type) {
    case 'reportAbsent':
      return mayChange(command.by, [command.who]) ? absent(team.roster, command, facts) : no('not-your-roster');
    case 'reportBack':
      return mayChange(command.by, [command.who]) ? back(team.roster, command, facts) : no('not-your-roster');
    case 'swapDuty':
      return mayChange(command.by, [command.one, command.other]) ? swap(team, command, facts) : no('not-your-roster');
    case 'undoRoster':
      return undo(team.roster, command, facts);
  }
}

function absent(roster: readonly RosterChange[], command: Asked<'reportAbsent'>, { at }: TeamFacts): TeamDecision {
  const { by, who, from, until } = command;
  if (until !== null && (until <= from || until <= at)) return no('period-over');
  const end = until ?? Infinity;
  const held = absencesAt(roster, who.email, from).find((absence) => endOfAbsence(roster, absence) >= end);
  if (held !== undefined) return refuse({ code: 'absent-already', absence: held, until: held.until });
  return happen({ type: 'reportedAbsent', by: named(by), who: named(who), from, until });
}

function back(roster: readonly RosterChange[], { by, who }: Asked<'reportBack'>, { at }: TeamFacts): TeamDecision {
  return absencesAt(roster, who.email, at).length === 0
    ? refuse({ code: 'not-absent', who: named(who) })
    : happen({ type: 'reportedBack', by: named(by), who: named(who) });
}

function swap({ roster }: Team, command: Asked<'swapDuty'>, { at, settings, shifts }: TeamFacts): TeamDecision {
  const { by, one, other, during } = command;
  if (one.email === other.email) return no('same-person');
  if (during.every(({ until }) => until <= at)) return no('period-over');
  const asked: Swap = { type: 'swap', id: 0, by, at, one, other, during };
  const now = changedRoster(shifts, roster, settings.team);
  const then = changedRoster(shifts, [...roster, asked], settings.team);
  const idle = during.find((stretch) => sameDuty(now, then, stretch));
  if (idle !== undefined)
    return refuse({ code: 'nothing-to-swap', one: named(one), other: named(other), day: idle.from });
  return happen({ type: 'swappedDuty', by: named(by), one: named(one), other: named(other), during });
}

/** Whether everybody stands where they stood: neither is on duty then, or both are all the time. */
function sameDuty(now: Shifts, then: Shifts, { from, until }: Interval): boolean {
  const written = (shifts: Shifts): string =>
    shifts(from, until)
      .flatMap((shift) => shift.members.map(({ email }) => `${shift.from} ${shift.until} ${email}`))
      .sort()
      .join();
  return written(now) === written(then);
}

function undo(
  roster: readonly RosterChange[],
  { by, change: id }: Asked<'undoRoster'>,
  { at }: TeamFacts,
): TeamDecision {
  const change = roster.find((one) => one.id === id);
  if (change === undefined || (change.type !== 'back' && endOfChange(roster, change) <= at)) return no('change-gone');
  const about = change.type === 'swap' ? [change.one, change.other] : [change.who];
  return mayChange(by, [change.by, ...about])
    ? happen({ type: 'rosterUndone', by: named(by), change })
    : no('not-your-roster');
}

function mayChange(by: Member, about: readonly Person[]): boolean {
  return hasRole(by, 'coordinator') || about.some(({ email }) => email === by.email);
}

function named({ name, email }: Person): Person {
  return { name, email };
}

function happen(event: RosterEvent): TeamDecision {
  return { events: [event], refusal: null };
}

function refuse(refusal: RosterRefusal): TeamDecision {
  return { events: [], refusal };
}

function no(code: 'not-your-roster' | 'period-over' | 'same-person' | 'change-gone'): TeamDecision {
  return refuse({ code });
}
