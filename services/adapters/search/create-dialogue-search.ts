import MiniSearch, { type SearchOptions } from 'minisearch';
import { DAY } from '../../domain/instant.ts';
import { folded } from '../../domain/resembling.ts';
import { type DialogueSearch, type Findable } from '../../ports/dialogue-search.ts';

type Kept = Pick<Findable, 'at'>;

/** Shorter beginnings fit half of all words. */
const SHORTEST_BEGINNING = 3;
/** Half the weight after so long: last week's dialogue is rather meant than last year's. */
const HALF: number = 90 * DAY;

/** By MiniSearch: an inverted index in memory, some 3 KB for each dialogue. */
export function createDialogueSearch(now: () => number): DialogueSearch {
  const index = new MiniSearch<Findable>({
    idField: 'dialogue',
    fields: ['said', 'about'] satisfies (keyof Findable)[],
    storeFields: ['at'] satisfies (keyof Findable)[],
    processTerm: (term) => folded(term) || null,
  });
  const options: SearchOptions = {
    prefix: (term) => term.length >= SHORTEST_BEGINNING,
    boostDocument: (_id, _term, kept) => 0.5 + 0.5 ** ((now() - ((kept as Kept | undefined)?.at ?? 0)) / HALF + 1),
  };
  const wider: readonly SearchOptions[] = [
    { combineWith: 'AND' },
    { combineWith: 'AND', fuzzy: (term) => (term.length >= 5 ? 0.2 : false) },
    { combineWith: 'OR', fuzzy: (term) => (term.length >= 5 ? 0.2 : false) },
  ];
  return {
    put(one) {
      if (index.has(one.dialogue)) index.replace(one);
      else index.add(one);
    },
    forget(dialogue) {
      if (index.has(dialogue)) index.discard(dialogue);
    },
    find(words, limit) {
      for (const way of wider) {
        const found = index.search(words, { ...options, ...way });
        if (found.length > 0) return found.slice(0, limit).map(({ id }) => String(id));
      }
      return [];
    },
  };
}
