import { type AdaptiveCard } from '../../cards/adaptive-card.ts';
import { explanationCard } from '../../cards/statistics/explanation-card.ts';
import { type FiguresView } from '../../cards/statistics/figures-view.ts';
import { ownFiguresCard } from '../../cards/statistics/own-figures-card.ts';
import { PICTURES } from '../../cards/statistics/stats-verbs.ts';
import { statisticsCard } from '../../cards/statistics/statistics-card.ts';
import { type Words } from '../../cards/words.ts';
import { createCalendar } from '../../services/adapters/calendar/create-calendar.ts';
import { type HourLoad, hourLoads } from '../../services/domain/figures/hour-loads.ts';
import { type Report } from '../../services/domain/figures/report.ts';
import { DAY } from '../../services/domain/instant.ts';
import { local, member, settings } from '../support/dialogue-facts.ts';
import { madeUpReport, MEASURED, TODAY, workingDay } from '../support/made-up-report.ts';

const calendar = createCalendar(settings);

/** What a card is drawn from; the manager looks, at the first picture, in a 1:1 chat. */
export function figuresView(report: Report, change: Partial<FiguresView> = {}): FiguresView {
  return {
    report,
    today: TODAY,
    place: null,
    picture: 'inflow',
    loads: [],
    sight: 'all',
    files: true,
    own: false,
    ...change,
  };
}

/** The hours of the week of a report, by the roster that ships with the product. */
function loadsOf({ figures, period }: Report): readonly HourLoad[] {
  const until = Math.min(Date.parse(period.until), MEASURED);
  const from = Math.max(Date.parse(period.from), until - 14 * DAY);
  return hourLoads(figures.counts, calendar.openHours(from, until), calendar.shifts(from, until), (at) =>
    calendar.localTime(at),
  );
}

/** A busy month, with something wrong. */
export const BUSY: Report = madeUpReport({
  period: 'oktober',
  onDay: workingDay,
  onDayBefore: (day, n) => workingDay(day, n + 1),
  now: {
    waiting: 4,
    oldest: local('11-23 16:12'),
    late: 1,
    questions: 2,
    oldestQuestion: local('11-24 09:30'),
    promises: [local('11-24 16:00'), local('11-25 10:00')],
  },
  change: { cost: { usd: 37.42, kinds: { post: { count: 7484, usd: 37.42 } } } },
});

const WEEK: Report = madeUpReport({
  onDay: (_, n) => ({
    came: { vraag: 2 + n, melding: 1 },
    source: { x: 3 + n },
    hour: { 'tue 10': 3 },
    asked: { afval: 2, wegen: 1 },
    norm: { onTime: 2, late: n },
    reply: { '35': 2, '250': n },
    way: { public: 2 + n },
  }),
  onDayBefore: () => ({ came: { vraag: 2 }, norm: { onTime: 2 }, reply: { '60': 2 }, asked: { afval: 1 } }),
  now: { waiting: 1, oldest: local('11-24 11:02') },
});

const YEAR: Report = madeUpReport({
  period: 'jaar',
  onDay: workingDay,
  onDayBefore: workingDay,
  now: { waiting: 9, oldest: local('11-20 09:00'), late: 3 },
});
const THREE_YEARS: Report = madeUpReport({
  period: '2023-11-25..2026-11-24',
  onDay: workingDay,
  onDayBefore: workingDay,
});
const PRACTICE: Report = madeUpReport({
  period: 'vandaag',
  onDay: workingDay,
  change: { mode: 'practice', municipality: 'oostzaan' },
});

/** Figures as they are shown: nothing, little, a lot, each picture, one's own, and the explanation. */
export function statisticsPictures(words: Words): readonly { readonly title: string; readonly card: AdaptiveCard }[] {
  const busy = figuresView(BUSY, { loads: loadsOf(BUSY) });
  return [
    { title: 'stats: nothing came in', card: statisticsCard(figuresView(madeUpReport()), words) },
    { title: 'stats: little, a week', card: statisticsCard(figuresView(WEEK, { own: true, sight: 'team' }), words) },
    { title: 'stats: little, on time', card: statisticsCard(figuresView(WEEK, { picture: 'onTime' }), words) },
    ...PICTURES.map((picture) => ({
      title: `stats: a month, ${picture}`,
      card: statisticsCard({ ...busy, picture }, words),
    })),
    { title: 'stats: a year, inflow', card: statisticsCard(figuresView(YEAR), words) },
    { title: 'stats: a year, on time', card: statisticsCard(figuresView(YEAR, { picture: 'onTime' }), words) },
    { title: 'stats: three years, inflow', card: statisticsCard(figuresView(THREE_YEARS), words) },
    {
      title: 'stats: practice, a day, Oostzaan',
      card: statisticsCard(figuresView(PRACTICE, { place: 'Oostzaan' }), words),
    },
    { title: 'stats: own', card: ownFiguresCard(busy, member('Bram').email, words) },
    { title: 'stats: own, nothing', card: ownFiguresCard(figuresView(WEEK), member('Anna').email, words) },
    { title: 'stats: explanation', card: explanationCard(busy, words) },
  ];
}
