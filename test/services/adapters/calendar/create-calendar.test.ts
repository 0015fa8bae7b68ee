import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '../../../../services/domain/instant.ts';
import { nextOnDutyAt, onDutyAt } from '../../../../services/domain/roster/duty.ts';
import { hasRole } from '../../../../services/domain/people.ts';
import { at, calendarOf, everyDay, local, shown, weekdays } from './town-hall.ts';

const initialsOf = (members: readonly { readonly initials: string | null }[]): readonly (string | null)[] =>
  members.map(({ initials }) => initials);

describe('The opening hours of a week', () => {
  const calendar = calendarOf();

  it('are those of the settings, one interval a day', () => {
    assert.deepEqual(shown(calendar.openHours(at('2026-11-20 00:00'), at('2026-11-25 00:00'))), [
      'Fri 20 Nov 09:00 +1 – Fri 20 Nov 17:00 +1',
      'Mon 23 Nov 09:00 +1 – Mon 23 Nov 17:00 +1',
      'Tue 24 Nov 09:00 +1 – Tue 24 Nov 17:00 +1',
    ]);
  });

  it('are cut off where the question begins and ends', () => {
    assert.deepEqual(shown(calendar.openHours(at('2026-11-23 10:15'), at('2026-11-24 09:30'))), [
      'Mon 23 Nov 10:15 +1 – Mon 23 Nov 17:00 +1',
      'Tue 24 Nov 09:00 +1 – Tue 24 Nov 09:30 +1',
    ]);
  });

  it('are none at night, at closing time or in an empty stretch', () => {
    assert.deepEqual(calendar.openHours(at('2026-11-23 17:00'), at('2026-11-24 09:00')), []);
    assert.deepEqual(calendar.openHours(at('2026-11-23 10:00'), at('2026-11-23 10:00')), []);
    assert.deepEqual(calendar.openHours(at('2026-11-23 10:00'), at('2026-11-23 09:00')), []);
  });

  it('are the same when asked again', () => {
    const week = [at('2026-11-16 00:00'), at('2026-11-23 00:00')] as const;
    assert.deepEqual(calendar.openHours(...week), calendar.openHours(...week));
  });
});

describe('Closed days', () => {
  it('are the public holidays of the Netherlands in 2026 that fall on a working day', () => {
    const calendar = calendarOf();
    const closed: string[] = [];
    for (let day = at('2026-01-01 12:00'); day < at('2027-01-01 00:00'); day += DAY) {
      const weekend = /Sat|Sun/.test(local(day));
      if (!weekend && calendar.openHours(day - HOUR, day + HOUR).length === 0) closed.push(local(day).slice(0, -9));
    }
    assert.deepEqual(closed, ['Thu 1 Jan', 'Mon 6 Apr', 'Mon 27 Apr', 'Thu 14 May', 'Mon 25 May', 'Fri 25 Dec']);
  });

  it('are no holidays where none are set', () => {
    const calendar = calendarOf({}, { holidays: null });
    assert.equal(calendar.openHours(at('2026-12-25 00:00'), at('2026-12-26 00:00')).length, 1);
  });

  it('are the holidays of another country where that is set', () => {
    const calendar = calendarOf({}, { holidays: 'BE' });
    assert.deepEqual(calendar.openHours(at('2026-07-21 00:00'), at('2026-07-22 00:00')), []);
    assert.equal(calendar.openHours(at('2026-04-27 00:00'), at('2026-04-28 00:00')).length, 1);
  });

  it('are the town hall’s own too', () => {
    const calendar = calendarOf({}, { closed: ['2026-12-24'] });
    assert.deepEqual(shown(calendar.openHours(at('2026-12-23 16:00'), at('2026-12-28 10:00'))), [
      'Wed 23 Dec 16:00 +1 – Wed 23 Dec 17:00 +1',
      'Mon 28 Dec 09:00 +1 – Mon 28 Dec 10:00 +1',
    ]);
  });
});

describe('When the clock jumps', () => {
  it('opening hours stay clock times', () => {
    const calendar = calendarOf({ hours: everyDay(8 * 60 + 30, 17 * 60) });
    assert.deepEqual(shown(calendar.openHours(at('2026-03-28 00:00'), at('2026-03-30 00:00'))), [
      'Sat 28 Mar 08:30 +1 – Sat 28 Mar 17:00 +1',
      'Sun 29 Mar 08:30 +2 – Sun 29 Mar 17:00 +2',
    ]);
    assert.deepEqual(shown(calendar.openHours(at('2026-10-25 00:00'), at('2026-10-26 00:00'))), [
      'Sun 25 Oct 08:30 +1 – Sun 25 Oct 17:00 +1',
    ]);
  });

  it('a day that is open all day has 23, 24 or 25 hours', () => {
    const calendar = calendarOf({ hours: everyDay(0, 1440) });
    const hoursOf = (day: string): readonly number[] =>
      calendar
        .openHours(at(`${day} 00:00`), at(`${day} 12:00`) + 13 * HOUR)
        .map((open) => (open.until - open.from) / HOUR);
    assert.deepEqual(hoursOf('2026-03-29'), [23, 1]);
    assert.deepEqual(hoursOf('2026-03-30'), [24, 1]);
    assert.deepEqual(hoursOf('2026-10-25'), [25, 1]);
  });

  it('opening hours over the jump are an hour less or more', () => {
    const calendar = calendarOf({ hours: everyDay(60, 4 * 60) });
    const hoursOf = (day: string): readonly number[] =>
      calendar.openHours(at(`${day} 00:00`), at(`${day} 12:00`)).map((open) => (open.until - open.from) / HOUR);
    assert.deepEqual(hoursOf('2026-03-29'), [2]);
    assert.deepEqual(hoursOf('2026-10-25'), [4]);
  });

  it('a time that comes twice is open from the first to the last', () => {
    const calendar = calendarOf({ hours: everyDay(2 * 60 + 30, 2 * 60 + 45) });
    assert.deepEqual(shown(calendar.openHours(at('2026-10-25 00:00'), at('2026-10-26 00:00'))), [
      'Sun 25 Oct 02:30 +2 – Sun 25 Oct 02:45 +1',
    ]);
  });
});

describe('Opening hours of any stretch', () => {
  it('lie in it, in order, without overlaps, and are the same in pieces as in one', () => {
    const calendar = calendarOf({ hours: everyDay(0, 1440) });
    const start = at('2026-01-01 00:00');
    fc.assert(
      fc.property(fc.nat(400 * 24 * 60), fc.nat(40 * 24 * 60), fc.nat(100), (begin, length, share) => {
        const from = start + begin * MINUTE;
        const until = from + length * MINUTE;
        const middle = from + Math.floor((length * share) / 100) * MINUTE;
        const open = calendar.openHours(from, until);
        let last = from;
        for (const interval of open) {
          assert.ok(last <= interval.from && interval.from < interval.until && interval.until <= until);
          last = interval.until;
        }
        const sum = (list: typeof open): number => list.reduce((total, one) => total + one.until - one.from, 0);
        assert.equal(sum(open), until - from);
        assert.equal(sum(calendar.openHours(from, middle)) + sum(calendar.openHours(middle, until)), sum(open));
      }),
    );
  });
});

describe('Who is on duty', () => {
  const roster = {
    mon: [
      { from: 540, until: 765, initials: ['AB'] },
      { from: 720, until: 1020, initials: ['CV', 'BK', 'AB'] },
    ],
    fri: [{ from: 540, until: 1020, initials: ['BK'] }],
  };
  const calendar = calendarOf({ roster }, { closed: ['2026-11-30'] });

  it('is who the roster names for that moment, in its order, each once', () => {
    assert.deepEqual(initialsOf(onDutyAt(calendar.shifts, at('2026-11-23 09:00'))), ['AB']);
    assert.deepEqual(initialsOf(onDutyAt(calendar.shifts, at('2026-11-23 12:30'))), ['AB', 'CV', 'BK']);
    assert.deepEqual(initialsOf(onDutyAt(calendar.shifts, at('2026-11-23 12:45'))), ['CV', 'BK', 'AB']);
  });

  it('is nobody before and after the shifts or on a day without any', () => {
    assert.deepEqual(onDutyAt(calendar.shifts, at('2026-11-23 08:59')), []);
    assert.deepEqual(onDutyAt(calendar.shifts, at('2026-11-23 17:00')), []);
    assert.deepEqual(onDutyAt(calendar.shifts, at('2026-11-24 12:00')), []);
  });

  it('is nobody on a holiday or an own closed day', () => {
    assert.deepEqual(onDutyAt(calendar.shifts, at('2026-04-06 10:00')), []);
    assert.deepEqual(onDutyAt(calendar.shifts, at('2026-12-25 10:00')), []);
    assert.deepEqual(onDutyAt(calendar.shifts, at('2026-11-30 10:00')), []);
  });

  it('next is now for who is on duty already', () => {
    const now = at('2026-11-23 10:00');
    assert.deepEqual(nextOnDutyAt(calendar.shifts, now, () => true)?.from, now);
  });

  it('next is the first shift of somebody who fits', () => {
    const next = nextOnDutyAt(calendar.shifts, at('2026-11-23 10:00'), (member) => hasRole(member, 'trainee'));
    assert.equal(next?.member.initials, 'CV');
    assert.equal(local(next.from), 'Mon 23 Nov 12:00 +1');
  });

  it('next passes over a closed day', () => {
    const next = nextOnDutyAt(calendar.shifts, at('2026-11-27 17:00'), (member) => hasRole(member, 'approver'));
    assert.equal(next?.member.initials, 'AB');
    assert.equal(local(next.from), 'Mon 7 Dec 09:00 +1');
  });

  it('next is nobody when nobody who fits comes within 14 days', () => {
    assert.equal(
      nextOnDutyAt(calendar.shifts, at('2026-11-23 10:00'), (member) => hasRole(member, 'manager')),
      null,
    );
    const once = calendarOf(
      { roster: { mon: [{ from: 540, until: 1020, initials: ['AB'] }] } },
      { closed: ['2026-11-30'] },
    );
    assert.equal(local(nextOnDutyAt(once.shifts, at('2026-11-23 17:00'), () => true)?.from ?? 0), 'Mon 7 Dec 09:00 +1');
    assert.equal(
      nextOnDutyAt(once.shifts, at('2026-11-23 17:00') - DAY, (member) => member.initials === 'BK'),
      null,
    );
  });
});

describe('A day and a clock time of the town hall', () => {
  const calendar = calendarOf();

  it('are one moment, also when the clock shows it twice', () => {
    assert.equal(calendar.localMoment('2026-11-24', '10:05'), at('2026-11-24 10:05'));
    assert.equal(calendar.localMoment('2026-07-01', '10:05'), Date.parse('2026-07-01T10:05:00+02:00'));
    const twice = calendar.localMoment('2026-10-25', '02:30');
    assert.ok(['+01:00', '+02:00'].some((offset) => twice === Date.parse(`2026-10-25T02:30:00${offset}`)));
  });

  it('are none when they are no day or no time', () => {
    for (const [day, time] of [
      ['2026-02-30', '10:05'],
      ['24-11-2026', '10:05'],
      ['2026-11-24', '25:00'],
      ['2026-11-24', '10:05:00+09:00'],
      ['', ''],
    ] as const)
      assert.equal(calendar.localMoment(day, time), null, `${day} ${time}`);
  });
});

describe('The time zone of the settings', () => {
  it('decides when it is nine o’clock', () => {
    const calendar = calendarOf({ timezone: 'America/Curacao', hours: { ...weekdays(540, 1020), holidays: null } });
    assert.deepEqual(shown(calendar.openHours(at('2026-11-24 00:00'), at('2026-11-25 00:00'))), [
      'Tue 24 Nov 14:00 +1 – Tue 24 Nov 22:00 +1',
    ]);
  });
});
