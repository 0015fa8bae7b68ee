import { DAY } from '../instant.ts';
import { WEEKDAYS, type StandBy } from '../work-instruction/instruction.ts';

/**
 * Who stands by on a local day `yyyy-mm-dd` and is not away, in the order of `webcare.yml`. After midnight it is the next
 * day's.
 */
export function standingBy(
  all: readonly StandBy[],
  day: string,
  isAway: (email: string) => boolean,
): readonly StandBy[] {
  // 1970-01-05 was a Monday.
  const weekday = WEEKDAYS[(Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY) + 3) % 7];
  return all.filter(({ days, email }) => weekday !== undefined && days.includes(weekday) && !isAway(email));
}
