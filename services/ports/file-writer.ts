import { type Book, type Sheet } from '../domain/figures/book.ts';

/** Makes files that other programs open. */
export interface FileWriter {
  /** A workbook, `.xlsx`. */
  excel(book: Book): Promise<Uint8Array>;
  /** One sheet, `.csv`. */
  csv(sheet: Sheet): Uint8Array;
}
