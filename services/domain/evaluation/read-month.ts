import {
  type FiguresRequest,
  readFiguresRequest,
  type ReadingFigures,
  type UnreadPeriod,
} from '../figures/read-request.ts';

/** From this day of a month on, the month itself is evaluated; before it the one before. */
const FROM_DAY = 20;

/** `month`: it is not about a month; else as with `stats`. */
export type UnreadMonth = UnreadPeriod | 'month';

/** Which month is evaluated. Nothing typed: this month from the 20th on, before that the last. `usual`: it was not typed. */
export function readMonth(
  text: string,
  reading: ReadingFigures,
): (FiguresRequest & { readonly usual: boolean }) | { readonly unread: UnreadMonth } {
  let usual = false;
  const request = readFiguresRequest(text, {
    ...reading,
    periodIn: (typed) => {
      usual = typed.trim() === '';
      return reading.periodIn(usual ? usualMonth(reading.today) : typed);
    },
  });
  if ('unread' in request) return request;
  return request.period.name === 'month' ? { ...request, usual } : { unread: 'month' };
}

function usualMonth(today: string): string {
  return Number(today.slice(8)) >= FROM_DAY ? 'maand' : 'vorige maand';
}
