import { type WatchTerm } from '../../domain/work-instruction/instruction.ts';

/** X takes so many characters in a search on a self-serve plan (4,096 on Enterprise). */
export const LONGEST_QUERY = 512;
/** What the handles of our own accounts may take of it; the rest of our own posts is left out after reading. */
const FOR_OWN = 200;

/** One search on X for several things to listen for. */
export interface Search {
  readonly query: string;
  readonly terms: readonly WatchTerm[];
}

export interface Searches {
  readonly searches: readonly Search[];
  /** What cannot be searched for at all, one sentence each. */
  readonly problems: readonly string[];
}

interface Piece {
  readonly clause: string;
  readonly term: WatchTerm;
}

/**
 * As few searches as hold all terms; each fits, leaves our own posts and retweets out, and excludes what a term excludes
 * from that term alone. A term with many words is spread over several searches.
 */
export function searchesFor(terms: readonly WatchTerm[], ownHandles: readonly string[]): Searches {
  const frame = ['-is:retweet', ...ownHandles.map((handle) => `-from:${handle}`)].reduce((all, part) =>
    all.length + part.length + 1 > FOR_OWN ? all : `${all} ${part}`,
  );
  // Two brackets and a space stand around the clauses.
  const room = LONGEST_QUERY - frame.length - 3;
  const problems: string[] = [];
  const bins: Piece[][] = [];
  for (const piece of terms.flatMap((term) => piecesOf(term, room, problems))) {
    const fits = bins.find((bin) => joined([...bin, piece]).length <= room);
    if (fits === undefined) bins.push([piece]);
    else fits.push(piece);
  }
  const searches = bins.map((bin) => ({
    query: `(${joined(bin)}) ${frame}`,
    terms: [...new Set(bin.map(({ term }) => term))],
  }));
  return { searches, problems };
}

function joined(pieces: readonly Piece[]): string {
  return pieces.map(({ clause }) => clause).join(' OR ');
}

/** A term as one clause, or as several when its words do not fit in one. */
function piecesOf(term: WatchTerm, room: number, problems: string[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let words: readonly string[] = [];
  for (const word of term.any.map(quoted).filter((one) => one !== '')) {
    if (clauseOf([word], term).length > room) {
      problems.push(
        `watch ${term.name}: X cannot search for "${word.slice(0, 40)}…" with what is excluded: more than ${LONGEST_QUERY} characters`,
      );
    } else if (clauseOf([...words, word], term).length > room) {
      pieces.push({ clause: clauseOf(words, term), term });
      words = [word];
    } else words = [...words, word];
  }
  return words.length === 0 ? pieces : [...pieces, { clause: clauseOf(words, term), term }];
}

// X joins by "and" before "or": a clause with exclusions needs brackets of its own.
function clauseOf(any: readonly string[], { none }: WatchTerm): string {
  const words = any.join(' OR ');
  const excluded = none.map(quoted).filter((one) => one !== '');
  if (excluded.length === 0) return words;
  return `(${[any.length > 1 ? `(${words})` : words, ...excluded.map((word) => `-${word}`)].join(' ')})`;
}

/** Quotes where X would read the words apart or as an operator. */
function quoted(word: string): string {
  const plain = word
    .normalize('NFC')
    .replace(/["“”\s]+/g, ' ')
    .trim();
  const bare = plain === '' || (/^#?[\p{L}\p{N}_]+$/u.test(plain) && !/^(or|and)$/i.test(plain));
  return bare ? plain : `"${plain}"`;
}
