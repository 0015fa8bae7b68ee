import { type Duration, type FigureName, type FigureValue } from '../../services/domain/figures/figure.ts';
import { type ShareOf } from '../../services/domain/figures/share-of.ts';
import { type Instant } from '../../services/domain/instant.ts';
import { type Group, type Words } from '../words.ts';

/** Of a ranking so many are told, and how many there are more. */
const MOST = 6;

/** The words that the names in a ranking have, where they are not names of the settings. */
const NAMED: Readonly<Partial<Record<FigureName, readonly Group[]>>> = {
  kinds: ['kind'],
  sources: ['via', 'network'],
  ways: ['way'],
};

/** What a figure comes to, as a line of text. */
export function figureInWords(name: FigureName, value: FigureValue, at: Instant, words: Words): string {
  switch (value.as) {
    case 'count':
      return words.say('figures.count', { count: value.n });
    case 'share':
      return shareInWords(value, words);
    case 'minutes':
      return timeInWords(value, words);
    case 'waiting':
      return value.oldest === null
        ? words.say('figures.none')
        : words.say(name === 'promisesDue' ? 'figures.promises' : 'figures.waiting', {
            count: value.n,
            moment: words.moment(value.oldest, at),
          });
    case 'ranking':
      return rankingInWords(name, value.rows, words);
    case 'durations':
      return value.rows.length === 0
        ? words.say('figures.none')
        : value.rows
            .map((row) => `${row.name === '' ? words.say('figures.onePerson') : row.name}: ${timeInWords(row, words)}`)
            .join('; ');
  }
}

/** "50% (30 van 60)", "te weinig (3 van 6)". */
export function shareInWords({ part, whole, share, enough }: ShareOf, words: Words): string {
  if (share === null) return words.say('figures.share.none');
  const values = { part, whole, percent: words.percent(share) };
  return enough ? words.say('figures.share', values) : words.say('figures.share.few', { part, whole });
}

/** "tussen 42% en 71%"; '' where there are too few. */
export function intervalInWords({ interval, enough }: ShareOf, words: Words): string {
  if (interval === null || !enough) return '';
  return words.say('figures.interval', { low: words.percent(interval[0]), high: words.percent(interval[1]) });
}

function timeInWords({ median, p90, n, enough }: Duration, words: Words): string {
  if (n === 0) return words.say('figures.none');
  if (!enough) return words.say('figures.time.few', { n });
  if (median === null) return words.say('figures.time.unanswered', { n });
  const values = { median: words.minutes(median), n };
  return p90 === null
    ? words.say('figures.time.median', values)
    : words.say('figures.time', { ...values, p90: words.minutes(p90) });
}

function rankingInWords(name: FigureName, rows: readonly (readonly [string, number])[], words: Words): string {
  if (rows.length === 0) return words.say('figures.none');
  const shown = rows
    .slice(0, MOST)
    .map(([key, n]) => `${nameInWords(name, key, words)} ${words.say('figures.count', { count: n })}`);
  const rest = rows.length - shown.length;
  return [...shown, ...(rest > 0 ? [words.say('figures.more', { count: rest })] : [])].join(', ');
}

/** The word for a name in a ranking. */
export function nameInWords(name: FigureName, key: string, words: Words): string {
  const known = (NAMED[name] ?? []).map((group) => words.label(group, key)).find((label) => label !== key);
  return known ?? (key === '' ? words.say('figures.unnamed') : key);
}
