import { type WatchTerm } from '../../domain/work-instruction/instruction.ts';

/**
 * Which of the terms find this text, by name. X does not say which part of a search a post fits, so it is decided here in
 * X's way: whole words, whatever their capitals and accents, the words of a phrase next to each other. Where X found what
 * we do not see (behind a link), a search for one term is still known.
 */
export function termsIn(text: string, terms: readonly WatchTerm[]): readonly string[] {
  const words = wordsOf(text);
  const found = terms.filter(({ any, none }) => any.some(within(words)) && !none.some(within(words)));
  return (found.length === 0 && terms.length === 1 ? terms : found).map(({ name }) => name);
}

/** Words in a row, with a space at each end. */
function wordsOf(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return ` ${(plain.match(/[\p{L}\p{N}_]+/gu) ?? []).join(' ')} `;
}

function within(words: string): (phrase: string) => boolean {
  return (phrase) => {
    const asked = wordsOf(phrase);
    return asked.trim() !== '' && words.includes(asked);
  };
}
