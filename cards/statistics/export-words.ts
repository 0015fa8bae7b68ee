import { type Cell } from '../../services/domain/figures/book.ts';
import { type Instant } from '../../services/domain/instant.ts';
import { type Municipality } from '../../services/domain/work-instruction/instruction.ts';
import { type Words } from '../words.ts';

/** What an export is drawn with. */
export interface ExportWords {
  readonly words: Words;
  readonly municipalities: readonly Municipality[];
}

export function momentCell(at: Instant | null, words: Words): Cell {
  return at === null ? null : { moment: `${words.dateField(at)}T${words.time(at)}` };
}
