import Holidays from 'date-holidays';
import { type DateTime } from 'luxon';
import { type Interval } from '../../domain/instant.ts';

/** Whether a local day is a public holiday. */
export type IsHoliday = (day: DateTime) => boolean;

/**
 * Public holidays of a country (ISO 3166, such as NL; null for none) by date-holidays, type `public` only. For NL in
 * 2026 these are 1 January, Easter Sunday and Monday (5 and 6 April), Koningsdag (27 April), Ascension Day (14 May),
 * Whit Sunday and Monday (24 and 25 May), 25 and 26 December. Not among them, since town halls differ: Good Friday and
 * 5 May (type `school` there) and 31 December (`bank`). Who closes on those puts them under `hours.closed`.
 */
export function publicHolidays(country: string | null, zone: string): IsHoliday {
  if (country === null) return () => false;
  const holidays = new Holidays(country);
  holidays.setTimezone(zone);
  const years = new Map<number, readonly Interval[]>();

  function ofYear(year: number): readonly Interval[] {
    const known = years.get(year);
    if (known !== undefined) return known;
    const days = holidays
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ start, end }) => ({ from: start.getTime(), until: end.getTime() }));
    years.set(year, days);
    return days;
  }

  return (day) => {
    // Noon, since some countries' holidays begin at the sunset before.
    const noon = day.set({ hour: 12 }).toMillis();
    return ofYear(day.year).some(({ from, until }) => from <= noon && noon < until);
  };
}
