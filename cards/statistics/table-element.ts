import { type CardElement, type TextRun } from '../adaptive-card.ts';
import { type Line, run } from '../lines.ts';

/** How a cell looks beside what it says: never the only sign. */
export type CellStyle = 'default' | 'emphasis' | 'accent' | 'warning' | 'attention';

export interface Cell extends Line {
  readonly style?: CellStyle;
}

/** A table with a row of headings above it. `widths`: of its columns, against each other. */
export function tableElement(
  widths: readonly number[],
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
): CardElement {
  const cellOf = ({ runs, style }: Cell): object => ({
    type: 'TableCell',
    ...(style === undefined || style === 'default' ? {} : { style }),
    items: [{ type: 'RichTextBlock', inlines: runs }],
  });
  return {
    type: 'Table',
    firstRowAsHeader: true,
    showGridLines: true,
    columns: widths.map((width) => ({ width })),
    rows: [
      {
        type: 'TableRow',
        style: 'accent',
        cells: heads.map((head) => cellOf({ runs: [run(head, { weight: 'Bolder', size: 'Small' })] })),
      },
      ...rows.map((cells) => ({ type: 'TableRow', cells: cells.map(cellOf) })),
    ],
  };
}

/** As long as the longest bar is, in characters. */
const LONGEST = 6;

/** A number with a bar beside it. */
export function barRuns(n: number, most: number, shown: string): readonly TextRun[] {
  const length = n === 0 ? 0 : Math.max(1, Math.round((LONGEST * n) / Math.max(1, most)));
  return [run(`${shown} `, { weight: 'Bolder' }), run('█'.repeat(length), { color: 'Accent', size: 'Small' })].slice(
    0,
    length === 0 ? 1 : 2,
  );
}
