import { z } from 'zod/v4';
import { type Role, type Member } from '../../domain/people.ts';
import { WEEKDAYS, type Shift, type Weekday } from '../../domain/work-instruction/instruction.ts';
import { parseHours } from './clock-hours.ts';
import { group, listOf } from './groups.ts';
import { date, email, hours, hoursKey, holidays, initials, words } from './scalars.ts';

const ROLES = ['webcare', 'approver', 'trainee', 'coordinator', 'manager'] as const satisfies readonly Role[];

/** One setting per weekday, each of which may be left out. */
function perWeekday<Value extends z.ZodType>(value: Value): Record<Weekday, z.ZodOptional<Value>> {
  const one = value.optional();
  return { mon: one, tue: one, wed: one, thu: one, fri: one, sat: one, sun: one };
}

export const hoursSchema = group({
  open: group(perWeekday(hours)).refine((open) => Object.keys(open).length > 0, {
    error: 'a group with the hours of at least one day, such as mon: "08:30-17:00"',
  }),
  holidays: holidays.prefault('NL'),
  closed: listOf(date, 'dates').default([]),
});

const person = { name: words('a name'), email };

export const personSchema = group(person);

export const memberSchema: z.ZodType<Member> = group({
  ...person,
  initials: initials.nullable().default(null),
  roles: listOf(z.enum(ROLES, { error: 'a role' }), 'roles').min(1, {
    error: `a list with at least one role of ${ROLES.join(', ')}`,
  }),
});

const dayRoster = z
  .record(hoursKey, listOf(initials, 'initials'), { error: 'a group of hours such as "08:30-17:00": [AB]' })
  .transform((day): readonly Shift[] =>
    Object.entries(day).flatMap(([text, members]) => {
      const stretch = parseHours(text);
      return stretch === null ? [] : { ...stretch, initials: members };
    }),
  );

export const rosterSchema = group(perWeekday(dayRoster));

export const standBySchema = group({
  ...person,
  phone: words('a telephone number in quotes'),
  days: listOf(z.enum(WEEKDAYS, { error: 'a day' }), 'days').default([...WEEKDAYS]),
});
