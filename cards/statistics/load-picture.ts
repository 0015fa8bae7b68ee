import { type HourLoad } from '../../services/domain/figures/hour-loads.ts';
import { WEEKDAYS } from '../../services/domain/work-instruction/instruction.ts';
import { line, run } from '../lines.ts';
import { type Words } from '../words.ts';
import { type FiguresView } from './figures-view.ts';
import { type Drawn } from './drawn.ts';
import { type Cell, tableElement } from './table-element.ts';

/** Weak hours that are told in words. */
const MOST = 4;

/** What comes in by hour of the week, against the roster, in opening hours; what comes outside them is told in words. */
export function loadPicture({ loads }: FiguresView, words: Words): Drawn {
  const busiest = Math.max(0, ...loads.map(({ came }) => came));
  if (busiest === 0) return { sentence: words.say('figures.load.none'), elements: [] };
  const open = loads.filter((load) => load.open);
  const weekdays = WEEKDAYS.filter((weekday) => open.some((load) => load.weekday === weekday));
  const hours = [...new Set(open.map(({ hour }) => hour))].sort((one, other) => one - other);
  const rows = hours.map((hour) => [
    line(padded(hour)),
    ...weekdays.map((weekday) => {
      const load = open.find((one) => one.weekday === weekday && one.hour === hour);
      return cell(load, busiest, words);
    }),
  ]);
  const heads = [words.say('figures.axis.hour'), ...weekdays.map((weekday) => words.say(`weekday.${weekday}`))];
  const table = tableElement(
    heads.map(() => 1),
    heads,
    rows,
  );
  return { sentence: sentence(loads, busiest, words), elements: hours.length === 0 ? [] : [table] };
}

function cell(load: HourLoad | undefined, busiest: number, words: Words): Cell {
  if (load === undefined) return line('–');
  const { came, weak } = load;
  const style =
    weak === 'nobody' ? 'attention' : weak === 'alone' ? 'warning' : came >= busiest / 2 ? 'accent' : 'default';
  const sign = weak === null ? '' : ' ⚠';
  return { ...line(run(`${shown(came, words)}${sign}`, weak === null ? {} : { weight: 'Bolder' })), style };
}

function shown(n: number, words: Words): string {
  return n === 0 ? '–' : words.say('figures.count', { count: n });
}

function sentence(loads: readonly HourLoad[], busiest: number, words: Words): string {
  const most = loads.find(({ came }) => came === busiest);
  const weak = [...loads].filter(({ weak: why }) => why !== null).sort((one, other) => other.came - one.came);
  const named = weak.slice(0, MOST).map((load) => hourAndDay(load, words, `figures.load.${load.weak ?? 'alone'}`));
  const rest = weak.length - named.length;
  const outside = loads.filter(({ open }) => !open).reduce((sum, { came }) => sum + came, 0);
  const parts = [
    ...(most === undefined
      ? []
      : [words.say('figures.load.busiest', { hour: hourAndDay(most, words, 'figures.load.hour') })]),
    weak.length === 0
      ? words.say('figures.load.fine')
      : words.say('figures.load.weak', {
          hours: words.all([...named, ...(rest > 0 ? [words.say('figures.more', { count: rest })] : [])]),
        }),
    ...(outside === 0 ? [] : [words.say('figures.load.outside', { count: outside })]),
  ];
  return parts.join(' ');
}

function hourAndDay(
  { weekday, hour, came }: HourLoad,
  words: Words,
  key: 'figures.load.hour' | 'figures.load.nobody' | 'figures.load.alone',
): string {
  return words.say(key, { day: words.say(`weekday.${weekday}`), hour: hourInWords(hour, words), count: came });
}

/** "09–10" */
function hourInWords(hour: number, words: Words): string {
  return words.say('figures.hour', { from: padded(hour), to: padded(hour + 1) });
}

function padded(hour: number): string {
  return String(hour).padStart(2, '0');
}
