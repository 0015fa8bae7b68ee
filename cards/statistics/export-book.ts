import { type Book, type Cell, type Sheet } from '../../services/domain/figures/book.ts';
import { type ContactRow } from '../../services/domain/figures/contact-rows.ts';
import {
  FIGURE_NAMES,
  figure,
  type Duration,
  type FigureName,
  type FigureValue,
} from '../../services/domain/figures/figure.ts';
import { type Report } from '../../services/domain/figures/report.ts';
import { type Words } from '../words.ts';
import { contactsSheet } from './contacts-sheet.ts';
import { type ExportWords, momentCell } from './export-words.ts';
import { periodTitle } from './period-title.ts';
import { nameInWords } from './value-words.ts';

/** The figures of a report with their definitions, and the contacts that they count. The same values as on the card. */
export function exportBook(report: Report, contacts: readonly ContactRow[], about: ExportWords): Book {
  return [figuresSheet(report, about), contactsSheet(contacts, about)];
}

const FIGURE_COLUMNS = [
  ['export.figure', 34],
  ['export.value', 12],
  ['export.before', 12],
  ['export.part', 9],
  ['export.whole', 9],
  ['export.low', 9],
  ['export.high', 9],
  ['export.formula', 60],
  ['export.pitfall', 60],
] as const;

function figuresSheet(report: Report, about: ExportWords): Sheet {
  const { words } = about;
  const title = [
    headingOf(report, about),
    words.say('export.measured', { when: words.moment(report.at) }),
    words.say('export.minutes'),
  ];
  return {
    name: words.say('export.figures'),
    columns: FIGURE_COLUMNS.map(([key, width]) => ({ title: words.say(key), width })),
    rows: [...title.map((line) => [line]), [], ...FIGURE_NAMES.flatMap((name) => figureRows(name, report, about))],
  };
}

function headingOf({ period, municipality, mode, at }: Report, { words, municipalities }: ExportWords): string {
  const place = municipalities.find(({ id }) => id === municipality)?.name ?? words.say('export.everywhere');
  return [periodTitle(period, at, words), place, ...(mode === 'live' ? [] : [words.say(`export.mode.${mode}`)])].join(
    ', ',
  );
}

/** A line of the sheet before its explanation. */
interface Line {
  readonly name: string;
  readonly value: Cell;
  readonly before: Cell;
  readonly rest?: readonly Cell[];
}

function figureRows(
  name: FigureName,
  { figures, before }: Report,
  { words }: ExportWords,
): readonly (readonly Cell[])[] {
  const title = words.say(`figure.${name}.name`);
  const lines = linesOf({ name, title, words }, figure(name, figures), figure(name, before));
  return lines.map((line, index) => {
    const { rest = [] } = line;
    const explained = index === 0 ? [words.say(`figure.${name}.formula`), words.say(`figure.${name}.pitfall`)] : [];
    return [
      line.name,
      line.value,
      line.before,
      ...Array.from({ length: 4 }, (_, at) => rest[at] ?? null),
      ...explained,
    ];
  });
}

interface Titled {
  readonly name: FigureName;
  readonly title: string;
  readonly words: Words;
}

function linesOf(
  { name: figureName, title: name, words }: Titled,
  now: FigureValue,
  then: FigureValue,
): readonly Line[] {
  switch (now.as) {
    case 'count':
      return [{ name, value: now.n, before: then.as === 'count' ? then.n : null }];
    case 'waiting':
      return [
        { name, value: now.n, before: null },
        ...(now.oldest === null
          ? []
          : [{ name: words.say('export.oldest', { name }), value: momentCell(now.oldest, words), before: null }]),
      ];
    case 'share':
      return [
        {
          name,
          value: now.share,
          before: then.as === 'share' ? then.share : null,
          rest: [now.part, now.whole, ...(now.interval ?? [])],
        },
      ];
    case 'minutes':
      return durationLines(name, now, then.as === 'minutes' ? then : null, words);
    case 'durations': {
      const lines = now.rows.flatMap((row) => {
        const earlier = then.as === 'durations' ? then.rows.find((one) => one.name === row.name) : undefined;
        return durationLines(`${name}: ${row.name || words.say('figures.onePerson')}`, row, earlier ?? null, words);
      });
      return lines.length === 0 ? [{ name, value: null, before: null }] : lines;
    }
    case 'ranking': {
      const earlier = new Map(then.as === 'ranking' ? then.rows : []);
      const rows = now.rows.map(([key, times]) => ({
        name: `${name}: ${nameInWords(figureName, key, words)}`,
        value: times,
        before: earlier.get(key) ?? 0,
      }));
      return rows.length === 0 ? [{ name, value: 0, before: null }] : rows;
    }
  }
}

function durationLines(name: string, now: Duration, then: Duration | null, words: Words): readonly Line[] {
  return [
    {
      name: words.say('export.median', { name }),
      value: now.median,
      before: then?.median ?? null,
      rest: [null, now.n],
    },
    { name: words.say('export.p90', { name }), value: now.p90, before: then?.p90 ?? null, rest: [null, now.n] },
  ];
}
