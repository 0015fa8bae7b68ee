import { type Duration, type Instant, MINUTE } from '../../instant.ts';
import { addOpenTime, type OpenHours, subtractOpenTime } from '../../open-time.ts';
import { type Facts } from '../facts.ts';

/** Nobody can be asked to know within less, and a reminder comes this long before. In opening time. */
const HALF_HOUR: Duration = 30 * MINUTE;

export interface QuestionTimes {
  readonly due: Instant;
  readonly remindAt: Instant | null;
}

/**
 * By when a colleague is asked to answer: `question.within` of opening time from now, at the latest `question.before`
 * ahead of our own norm, and never within less than half an hour.
 */
export function questionTimes(norm: Instant | null, { at, settings, openHours }: FactsOfTime): QuestionTimes {
  const { within, before } = settings.instruction.question;
  const wanted = addOpenTime(openHours, at, within);
  const latest = norm === null ? wanted : Math.min(wanted, subtractOpenTime(openHours, norm, before));
  return withReminder(Math.max(latest, addOpenTime(openHours, at, HALF_HOUR)), { at, openHours });
}

/** Who asks for more time gets `question.within` from the moment at which it would have been due. */
export function moreTime(due: Instant, { at, settings, openHours }: FactsOfTime): QuestionTimes {
  const { within } = settings.instruction.question;
  return withReminder(addOpenTime(openHours, Math.max(at, due), within), { at, openHours });
}

type FactsOfTime = Pick<Facts, 'at' | 'settings' | 'openHours'>;

function withReminder(due: Instant, { at, openHours }: { at: Instant; openHours: OpenHours }): QuestionTimes {
  const remindAt = subtractOpenTime(openHours, due, HALF_HOUR);
  return { due, remindAt: remindAt > at ? remindAt : null };
}
