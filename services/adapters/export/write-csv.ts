import { stringify } from 'csv-stringify/sync';
import { type Cell, type Sheet } from '../../domain/figures/book.ts';

/**
 * A `.csv` file as Excel in Dutch opens it by a double click: semicolons, a decimal comma and a byte order mark. Text that a
 * spreadsheet would take for a formula is marked as text, since topics and reasons may be anybody's words.
 */
export function writeCsv({ columns, rows }: Sheet): Uint8Array {
  const text = stringify([columns.map(({ title }) => title), ...rows.map((row) => row.map(csvCell))], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
    // The writer looks for its own kind of line end only.
    quoted_match: /[\r\n]/,
  });
  return Buffer.from(text, 'utf8');
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return typeof cell === 'string' ? cell : cell.moment.replace('T', ' ');
}
