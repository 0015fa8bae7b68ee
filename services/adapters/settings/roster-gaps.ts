import { hasRole } from '../../domain/people.ts';
import { WEEKDAYS, type DayHours, type Settings, type Weekday } from '../../domain/work-instruction/instruction.ts';
import { hoursText } from './clock-hours.ts';

const DAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'ma',
  tue: 'di',
  wed: 'wo',
  thu: 'do',
  fri: 'vr',
  sat: 'za',
  sun: 'zo',
};

/**
 * Opening hours in the fixed week in which nobody is on the roster, or nobody who may approve, in Dutch, for the
 * coordinator: "do 08:30-17:00: niemand met de rol approver op het rooster". Stretches that touch are one.
 */
export function rosterGaps(settings: Settings): readonly string[] {
  return WEEKDAYS.flatMap((weekday) => {
    const open = settings.hours.open[weekday];
    if (open === undefined) return [];
    const gaps = pieces(open, settings.roster[weekday] ?? []).map((piece) => ({
      ...piece,
      says: gapIn(settings, weekday, piece),
    }));
    return merged(gaps).map((gap) => `${DAY_NAMES[weekday]} ${hoursText(gap)}: ${gap.says}`);
  });
}

/** The opening hours cut at every change of shift. */
function pieces(open: DayHours, shifts: readonly DayHours[]): readonly DayHours[] {
  const changes = shifts.flatMap(({ from, until }) => [from, until]).filter((at) => open.from < at && at < open.until);
  const cuts = [...new Set([open.from, ...changes, open.until])].sort((a, b) => a - b);
  return cuts.slice(1).map((until, index) => ({ from: cuts[index] ?? open.from, until }));
}

function gapIn(settings: Settings, weekday: Weekday, piece: DayHours): string | null {
  const onDuty = (settings.roster[weekday] ?? [])
    .filter((shift) => shift.from <= piece.from && piece.until <= shift.until)
    .flatMap(({ initials }) => settings.team.filter((member) => initials.includes(member.initials ?? '')));
  if (onDuty.length === 0) return 'niemand op het rooster';
  return onDuty.some((member) => hasRole(member, 'approver')) ? null : 'niemand met de rol approver op het rooster';
}

interface Gap extends DayHours {
  readonly says: string;
}

function merged(gaps: readonly (DayHours & { readonly says: string | null })[]): readonly Gap[] {
  return gaps.reduce<readonly Gap[]>((done, { from, until, says }) => {
    if (says === null) return done;
    const last = done.at(-1);
    if (last?.says !== says || last.until !== from) return [...done, { from, until, says }];
    return [...done.slice(0, -1), { ...last, until }];
  }, []);
}
