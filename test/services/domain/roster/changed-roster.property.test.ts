import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createCalendar } from '../../../../services/adapters/calendar/create-calendar.ts';
import { DAY, type Instant, MINUTE } from '../../../../services/domain/instant.ts';
import { changedRoster } from '../../../../services/domain/roster/changed-roster.ts';
import { nextOnDutyAt, onDutyAt } from '../../../../services/domain/roster/duty.ts';
import { recentChanges, type RosterChange } from '../../../../services/domain/roster/roster-change.ts';
import { member, type Name, settings } from '../../../support/dialogue-facts.ts';

const calendar = createCalendar(settings);

/** Weeks in which the clock jumps, back and forth, or holidays fall. */
const STARTS = ['2026-10-21', '2026-03-25', '2026-12-21', '2026-11-23'].map((day) => Date.parse(`${day}T00:00:00Z`));
const SPAN = 10 * DAY;

const somebody = fc.constantFrom<Name>('Anna', 'Bram', 'Carla', 'Els');
const quarter = fc.integer({ min: -96, max: SPAN / (15 * MINUTE) }).map((n) => n * 15 * MINUTE);
const stretch = fc.tuple(quarter, fc.integer({ min: 1, max: 96 * 3 })).map(([from, quarters]) => ({
  from,
  until: from + quarters * 15 * MINUTE,
}));
type Drawn = (id: number, start: Instant) => RosterChange;
const recorded = (id: number, at: Instant) => ({ id, at, by: member('Els') });
const absence = fc
  .record({ who: somebody, during: stretch, open: fc.boolean() })
  .map(({ who, during: { from, until }, open }): Drawn => (id, start) => ({
    ...recorded(id, start),
    type: 'absence',
    who: member(who),
    from: start + from,
    until: open ? null : start + until,
  }));
const back = fc
  .record({ who: somebody, when: quarter })
  .map(({ who, when }): Drawn => (id, start) => ({ ...recorded(id, start + when), type: 'back', who: member(who) }));
const swap = fc
  .record({ one: somebody, other: somebody, during: fc.array(stretch, { minLength: 1, maxLength: 2 }) })
  .map(({ one, other, during }): Drawn => (id, start) => ({
    ...recorded(id, start),
    type: 'swap',
    one: member(one),
    other: member(other),
    during: during.map(({ from, until }) => ({ from: start + from, until: start + until })),
  }));
const history = fc.record({
  start: fc.constantFrom(...STARTS),
  changes: fc.array(fc.oneof(absence, back, swap), { maxLength: 8 }),
});

/** Who is on duty, told minute by minute as a person would, with a list of names and a pencil. */
function slowly(changes: readonly RosterChange[], at: Instant): readonly string[] {
  const away = new Map<string, boolean>();
  let names = onDutyAt(calendar.shifts, at).map(({ email }) => email);
  for (const change of changes) {
    if (change.type === 'swap')
      for (const { from, until } of change.during)
        if (
          from <= at &&
          at < until &&
          !change.during.some((one) => one.from < from && one.from <= at && at < one.until)
        )
          names = names.map((name) => {
            if (name === change.one.email) return change.other.email;
            return name === change.other.email ? change.one.email : name;
          });
  }
  for (const absence of changes) {
    if (absence.type !== 'absence') continue;
    let ends = absence.until ?? Number.MAX_SAFE_INTEGER;
    for (const later of changes)
      if (later.type === 'back' && later.id > absence.id && later.who.email === absence.who.email)
        if (later.at >= absence.from && later.at < ends) ends = later.at;
    if (absence.from <= at && at < ends) away.set(absence.who.email, true);
  }
  return [...new Set(names)].filter((name) => !away.has(name));
}

describe('The roster with its changes', () => {
  const emails = (members: readonly { readonly email: string }[]): readonly string[] =>
    members.map(({ email }) => email);

  it('is what somebody with a pencil makes of it, at every quarter of an hour, over summer time and holidays', () => {
    fc.assert(
      fc.property(
        history,
        fc.array(quarter, { minLength: 20, maxLength: 20 }),
        ({ start, changes: drawn }, moments) => {
          const changes = drawn.map((make, n) => make(n + 1, start));
          const shifts = changedRoster(calendar.shifts, changes, settings.team);
          for (const moment of moments) {
            const at = start + moment;
            assert.deepEqual([...emails(onDutyAt(shifts, at))].sort(), [...slowly(changes, at)].sort());
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('asks for the next as the first quarter at which somebody who fits is there', () => {
    fc.assert(
      fc.property(history, quarter, somebody, ({ start, changes: drawn }, moment, name) => {
        const changes = drawn.map((make, n) => make(n + 1, start));
        const shifts = changedRoster(calendar.shifts, changes, settings.team);
        const { email } = member(name);
        const found = nextOnDutyAt(shifts, start + moment, (one) => one.email === email);
        let at = start + moment;
        while (at < start + moment + 14 * DAY && !slowly(changes, at).includes(email)) at += 15 * MINUTE;
        assert.equal(found?.from ?? null, at < start + moment + 14 * DAY ? at : null);
      }),
      { numRuns: 30 },
    );
  });

  it('is the same for now and later when old changes are forgotten', () => {
    fc.assert(
      fc.property(history, quarter, ({ start, changes: drawn }, moment) => {
        const changes = drawn.map((make, n) => make(n + 1, start));
        const at = start + 30 * DAY + moment;
        const kept = recentChanges(changes, at);
        assert.deepEqual(slowly(kept, at), slowly(changes, at));
      }),
      { numRuns: 100 },
    );
  });
});
