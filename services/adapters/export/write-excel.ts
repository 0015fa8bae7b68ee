import writeExcelFile, { type Sheet as ExcelSheet, type Cell as ExcelCell } from 'write-excel-file/node';
import { type Book, type Cell, type Sheet } from '../../domain/figures/book.ts';

/** Excel takes at most 31 characters for the name of a sheet, and none of these. */
const LONGEST_NAME = 31;
const NOT_IN_NAMES = /[\\/*?:[\]]/g;

/** An `.xlsx` file: the titles stand still while scrolling, numbers are numbers and moments are dates. */
export async function writeExcel(book: Book): Promise<Uint8Array> {
  return writeExcelFile(book.map(excelSheet)).toBuffer();
}

function excelSheet({ name, columns, rows }: Sheet): ExcelSheet<Buffer> {
  const titles = columns.map(({ title }) => ({ value: title, fontWeight: 'bold' as const }));
  return {
    sheet: name.replace(NOT_IN_NAMES, ' ').slice(0, LONGEST_NAME),
    columns: columns.map(({ width }) => ({ width })),
    data: [titles, ...rows.map((row) => row.map(excelCell))],
    stickyRowsCount: 1,
  };
}

/** Text is marked as text: Excel makes no formula, date or number of it. */
function excelCell(cell: Cell): ExcelCell {
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'string') return { value: cell, type: String, format: '@' };
  // A workbook knows no time zones: its clock is that of the town hall.
  return { value: new Date(`${cell.moment}:00Z`), type: Date, format: 'yyyy-mm-dd hh:mm' };
}
