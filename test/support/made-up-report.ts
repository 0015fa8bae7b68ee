import { createCalendar } from '../../services/adapters/calendar/create-calendar.ts';
import { type Counts, sumOfCounts } from '../../services/domain/figures/counts.ts';
import { type Days, type OpenNow, type PeriodFigures } from '../../services/domain/figures/period-figures.ts';
import { type Report } from '../../services/domain/figures/report.ts';
import { DAY } from '../../services/domain/instant.ts';
import { local, settings } from './dialogue-facts.ts';

/** When the figures are looked at: Tuesday 24 November 2026. */
export const MEASURED = local('11-24 14:05');
export const TODAY = '2026-11-24';

const calendar = createCalendar(settings);

export const NOTHING_OPEN: OpenNow = {
  waiting: 0,
  oldest: null,
  late: 0,
  questions: 0,
  oldestQuestion: null,
  promises: [],
  silent: 0,
};

/** What was counted, made up: the same every day that is named, and what is open now. */
export interface MadeUp {
  readonly period?: string;
  /** What a day counted; `n` from 0. */
  readonly onDay?: (day: string, n: number) => Counts;
  readonly onDayBefore?: (day: string, n: number) => Counts;
  readonly now?: Partial<OpenNow>;
  readonly change?: Partial<Report>;
}

/** A report of made-up counts. */
export function madeUpReport({ period: typed = '', onDay, onDayBefore, now = {}, change = {} }: MadeUp = {}): Report {
  const period = calendar.periodIn(typed, MEASURED);
  if (period === null) throw new Error(`"${typed}" is no period`);
  const open = { ...NOTHING_OPEN, ...now };
  return {
    at: MEASURED,
    mode: 'live',
    period,
    municipality: null,
    figures: figuresOf(period, onDay ?? (() => ({})), open),
    before: figuresOf(period.before, onDayBefore ?? (() => ({})), open),
    goal: 80,
    cost: null,
    ...change,
  };
}

function figuresOf({ from, until }: Days, onDay: (day: string, n: number) => Counts, now: OpenNow): PeriodFigures {
  const perDay = new Map<string, Counts>();
  for (let at = Date.parse(from), n = 0; at < Date.parse(until); at += DAY, n += 1) {
    const day = new Date(at).toISOString().slice(0, 10);
    const counts = day <= TODAY ? onDay(day, n) : {};
    if (Object.keys(counts).length > 0) perDay.set(day, counts);
  }
  return { counts: sumOfCounts(perDay.values()), perDay, now };
}

/** Counts of a town hall on a working day; nothing comes in at the weekend. `n` makes one day unlike another. */
export function workingDay(day: string, n: number): Counts {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return { came: { vraag: 1 }, hour: { 'sat 11': 1 }, asked: { afval: 1 } };
  const names = ['', 'mon', 'tue', 'wed', 'thu', 'fri'] as const;
  const more = n % 4;
  return {
    came: { vraag: 5 + more, melding: 3, klacht: 1 + (n % 2), compliment: n % 3, mening: 2, pers: n % 9 === 0 ? 1 : 0 },
    source: { x: 8 + more, whatsapp: 2, phone: 1, facebook: 1 },
    hour: {
      [`${names[weekday]} 09`]: 3 + more,
      [`${names[weekday]} 12`]: 4,
      [`${names[weekday]} 16`]: 2,
      [`${names[weekday]} 20`]: 1,
    },
    asked: { afval: 4 + more, wegen: 2, parkeren: 1, burgerzaken: n % 2, '': 1 },
    unasked: { groen: 2, politiek: n % 3, afval: 1 },
    norm: { onTime: 8 + more, late: 1, missed: n % 3 === 0 ? 1 : 0 },
    reply: { '12': 2, '48': 3, '95': 2 + more, '180': 1, '260': 1 },
    unanswered: n % 3 === 0 ? { '600': 1 } : {},
    pickUp: { '4': 5, '17': 4, '55': 2 },
    way: { public: 6 + more, private: 1, phoned: 1, outside: n % 2 },
    promise: { kept: 1 },
    approval: { '9': 1, '25': 1 },
    approvals: { submitted: 3, sentBack: n % 4 === 0 ? 1 : 0 },
    question: { 'Afval en openbare ruimte|130': 1, '|45': 1 },
    trouble: { claims: 9, expired: n % 5 === 0 ? 3 : 0, removed: n % 11 === 0 ? 1 : 0, notPlaced: n % 6 === 0 ? 1 : 0 },
    aside: { 'mening zonder vraag': 2, ruis: 1 },
    handedOver: n % 5 === 0 ? { Burgerzaken: 1 } : {},
    watch: { wormerland: 4 },
    noise: { wormerland: 3 },
    own: { placed: n % 4 === 0 ? 1 : 0 },
    person: {
      'bram.kok@over-gemeenten.example|answered': 4,
      'bram.kok@over-gemeenten.example|onTime': 4,
      'bram.kok@over-gemeenten.example|late': 1,
      'els.prins@over-gemeenten.example|answered': 3,
    },
    personReply: { 'bram.kok@over-gemeenten.example|48': 3, 'bram.kok@over-gemeenten.example|95': 2 },
  };
}
