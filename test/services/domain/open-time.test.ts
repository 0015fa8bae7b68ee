import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DAY, HOUR, MINUTE, type Instant } from '../../../services/domain/instant.ts';
import {
  addOpenDays,
  addOpenTime,
  firstOpen,
  openTimeBetween,
  type OpenHours,
  subtractOpenTime,
} from '../../../services/domain/open-time.ts';
import { type Calendar } from '../../../services/ports/calendar.ts';
import { at, calendarOf, everyDay, local, weekdays } from '../adapters/calendar/town-hall.ts';

const openHoursOf =
  (calendar: Calendar): OpenHours =>
  (from, until) =>
    calendar.openHours(from, until);
const officeHours = openHoursOf(calendarOf());
const allDay = openHoursOf(calendarOf({ hours: everyDay(0, 1440) }));
const neverOpen: OpenHours = () => [];

/** Open once, for an hour, and never again. */
const openOnce =
  (opening: Instant): OpenHours =>
  (from, until) =>
    [{ from: Math.max(from, opening), until: Math.min(until, opening + HOUR) }].filter(
      (open) => open.from < open.until,
    );

describe('A norm in opening hours', () => {
  it('that is used up on the same day is due on that day', () => {
    assert.equal(local(addOpenTime(officeHours, at('2026-11-24 09:30'), 4 * HOUR)), 'Tue 24 Nov 13:30 +1');
  });

  it('in on Friday 16:45 with 30 minutes is due on Monday 09:15', () => {
    assert.equal(local(addOpenTime(officeHours, at('2026-11-20 16:45'), 30 * MINUTE)), 'Mon 23 Nov 09:15 +1');
  });

  it('that begins at night begins to run at opening time', () => {
    assert.equal(local(addOpenTime(officeHours, at('2026-11-24 22:10'), HOUR)), 'Wed 25 Nov 10:00 +1');
    assert.equal(local(addOpenTime(officeHours, at('2026-11-21 12:00'), HOUR)), 'Mon 23 Nov 10:00 +1');
  });

  it('that is used up exactly at closing time is due at closing time', () => {
    assert.equal(local(addOpenTime(officeHours, at('2026-11-24 13:00'), 4 * HOUR)), 'Tue 24 Nov 17:00 +1');
    assert.equal(local(addOpenTime(officeHours, at('2026-11-24 13:00'), 4 * HOUR + 1)), 'Wed 25 Nov 09:00 +1');
  });

  it('stands still over Christmas and the weekend', () => {
    assert.equal(local(addOpenTime(officeHours, at('2026-12-24 16:00'), 2 * HOUR)), 'Mon 28 Dec 10:00 +1');
  });

  it('keeps to the clock on the wall over the change to summer time', () => {
    assert.equal(local(addOpenTime(officeHours, at('2026-03-27 16:00'), 2 * HOUR)), 'Mon 30 Mar 10:00 +2');
  });

  it('keeps to the clock on the wall over the change to winter time', () => {
    assert.equal(local(addOpenTime(officeHours, at('2026-10-23 16:00'), 2 * HOUR)), 'Mon 26 Oct 10:00 +1');
  });

  it('runs on through the jump where it is always open', () => {
    assert.equal(local(addOpenTime(allDay, at('2026-03-29 00:00'), 4 * HOUR)), 'Sun 29 Mar 05:00 +2');
    assert.equal(local(addOpenTime(allDay, at('2026-10-25 00:00'), 4 * HOUR)), 'Sun 25 Oct 03:00 +1');
  });

  it('of nothing is due at once, open or not', () => {
    const night = at('2026-11-24 22:10');
    assert.equal(addOpenTime(officeHours, night, 0), night);
    assert.equal(addOpenTime(officeHours, night, -HOUR), night);
  });

  it('longer than sixty days goes on as long as there are opening hours', () => {
    assert.equal(local(addOpenTime(officeHours, at('2026-01-05 09:00'), 100 * 8 * HOUR)), 'Thu 28 May 17:00 +2');
  });

  it('runs as a wall clock where it is never open', () => {
    const from = at('2026-11-24 09:00');
    assert.equal(addOpenTime(neverOpen, from, 4 * HOUR), from + 4 * HOUR);
  });

  it('runs as a wall clock from the last closing time where it never opens again', () => {
    const opening = at('2026-12-01 09:00');
    const from = at('2026-11-24 09:00');
    assert.equal(addOpenTime(openOnce(opening), from, HOUR), opening + HOUR);
    assert.equal(addOpenTime(openOnce(opening), from, 3 * HOUR), opening + 3 * HOUR);
  });
});

describe('So much opening time before a moment', () => {
  it('may be on the day before', () => {
    assert.equal(local(subtractOpenTime(officeHours, at('2026-11-24 09:30'), HOUR)), 'Mon 23 Nov 16:30 +1');
  });

  it('is on the wall clock where it is never open', () => {
    const until = at('2026-11-24 09:00');
    assert.equal(subtractOpenTime(neverOpen, until, 4 * HOUR), until - 4 * HOUR);
    assert.equal(subtractOpenTime(neverOpen, until, 0), until);
    assert.equal(firstOpen(neverOpen, until), null);
  });
});

describe('Opening time between two moments', () => {
  it('leaves the night out', () => {
    assert.equal(openTimeBetween(officeHours, at('2026-11-23 16:00'), at('2026-11-24 10:30')), 2.5 * HOUR);
  });

  it('is 0 backwards and in the weekend', () => {
    assert.equal(openTimeBetween(officeHours, at('2026-11-24 10:00'), at('2026-11-23 10:00')), 0);
    assert.equal(openTimeBetween(officeHours, at('2026-11-21 00:00'), at('2026-11-23 00:00')), 0);
  });

  it('counts 40 hours in a week in which the clock jumps', () => {
    assert.equal(openTimeBetween(officeHours, at('2026-03-23 00:00'), at('2026-03-30 00:00')), 40 * HOUR);
    assert.equal(openTimeBetween(officeHours, at('2026-10-19 00:00'), at('2026-10-26 00:00')), 40 * HOUR);
  });
});

describe('A term in opening days', () => {
  it('does not count the day that is already open', () => {
    assert.equal(local(addOpenDays(officeHours, at('2026-11-23 14:00'), 3)), 'Thu 26 Nov 17:00 +1');
  });

  it('counts the day that opens at that moment, or later that day', () => {
    assert.equal(local(addOpenDays(officeHours, at('2026-11-23 09:00'), 1)), 'Mon 23 Nov 17:00 +1');
    assert.equal(local(addOpenDays(officeHours, at('2026-11-23 08:00'), 1)), 'Mon 23 Nov 17:00 +1');
    assert.equal(local(addOpenDays(officeHours, at('2026-11-23 17:00'), 1)), 'Tue 24 Nov 17:00 +1');
  });

  it('passes over weekends and holidays', () => {
    assert.equal(local(addOpenDays(officeHours, at('2026-12-23 14:00'), 3)), 'Tue 29 Dec 17:00 +1');
  });

  it('may be long', () => {
    assert.equal(local(addOpenDays(officeHours, at('2026-01-05 09:00'), 100)), 'Thu 28 May 17:00 +2');
  });

  it('counts days that are open all day one by one', () => {
    assert.equal(local(addOpenDays(allDay, at('2026-03-28 10:00'), 2)), 'Tue 31 Mar 00:00 +2');
    assert.equal(local(addOpenDays(allDay, at('2026-03-28 00:00'), 2)), 'Mon 30 Mar 00:00 +2');
  });

  it('of no days is over at once', () => {
    assert.equal(addOpenDays(officeHours, 5, 0), 5);
  });

  it('counts days of 24 hours where it never opens', () => {
    const from = at('2026-11-24 09:00');
    assert.equal(addOpenDays(neverOpen, from, 3), from + 3 * DAY);
    const opening = from + DAY;
    assert.equal(addOpenDays(openOnce(opening), from, 1), opening + HOUR);
    assert.equal(addOpenDays(openOnce(opening), from, 3), opening + HOUR + 2 * DAY);
  });
});

describe('Whatever the opening hours, the moment and the norm', () => {
  const openings = [officeHours, allDay, openHoursOf(calendarOf({ hours: weekdays(510, 1020) }))];
  const openHours = fc.constantFrom(...openings);
  /** Minutes in 2026 and 2027, the two changes of the clock among them. */
  const moment = fc.oneof(
    fc.nat(2 * 365 * 24 * 60).map((minutes) => at('2026-01-01 00:00') + minutes * MINUTE),
    fc.nat(4 * 24 * 60).map((minutes) => at('2026-03-27 00:00') + minutes * MINUTE),
    fc.nat(4 * 24 * 60).map((minutes) => at('2026-10-23 00:00') + minutes * MINUTE),
  );
  const norm = fc.integer({ min: 1, max: 100 * 60 }).map((minutes) => minutes * MINUTE);

  it('a due time lies in opening hours or at their end', () => {
    fc.assert(
      fc.property(openHours, moment, norm, (open, from, duration) => {
        const due = addOpenTime(open, from, duration);
        assert.equal(open(due - 1, due).length, 1, local(due));
      }),
    );
  });

  it('more time never moves a due time back', () => {
    fc.assert(
      fc.property(openHours, moment, norm, norm, (open, from, duration, more) => {
        assert.ok(addOpenTime(open, from, duration) < addOpenTime(open, from, duration + more));
      }),
    );
  });

  it('who comes later is never due earlier', () => {
    fc.assert(
      fc.property(openHours, moment, norm, norm, (open, from, duration, later) => {
        assert.ok(addOpenTime(open, from, duration) <= addOpenTime(open, from + later, duration));
      }),
    );
  });

  it('as much opening time lies before the due time as was added', () => {
    fc.assert(
      fc.property(openHours, moment, norm, (open, from, duration) => {
        assert.equal(openTimeBetween(open, from, addOpenTime(open, from, duration)), duration);
      }),
    );
  });

  it('the moment with so much left is as much opening time before the due time, and adding it again gives that time', () => {
    fc.assert(
      fc.property(openHours, moment, norm, (open, from, left) => {
        const due = addOpenTime(open, from, left);
        const back = subtractOpenTime(open, due, left);
        assert.equal(openTimeBetween(open, back, due), left);
        assert.equal(addOpenTime(open, back, left), due);
        assert.ok(back >= from && open(back, back + 1).length === 1, local(back));
      }),
    );
  });

  it('the first open moment is open, and nothing before it is', () => {
    fc.assert(
      fc.property(openHours, moment, (open, from) => {
        const first = firstOpen(open, from) ?? assert.fail();
        assert.equal(open(first, first + 1).length, 1, local(first));
        assert.equal(openTimeBetween(open, from, first), 0);
      }),
    );
  });

  it('adding in two steps is adding in one', () => {
    fc.assert(
      fc.property(openHours, moment, norm, norm, (open, from, first, second) => {
        const halfway = addOpenTime(open, from, first);
        assert.equal(addOpenTime(open, halfway, second), addOpenTime(open, from, first + second));
      }),
    );
  });

  it('the end of a term in days is a closing time after it, with a day more later', () => {
    fc.assert(
      fc.property(openHours, moment, fc.integer({ min: 1, max: 20 }), (open, from, days) => {
        const end = addOpenDays(open, from, days);
        assert.ok(end > from && end < addOpenDays(open, from, days + 1));
        assert.equal(open(end - 1, end).length, 1);
      }),
    );
  });
});
