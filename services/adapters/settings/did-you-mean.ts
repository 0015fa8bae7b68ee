/** How to go on after a word that is not known: "did you mean x?", else what may stand there. */
export function adviceFor(word: string, known: readonly string[]): string {
  const meant = didYouMean(word, known);
  if (meant !== null) return `; did you mean ${meant}?`;
  return known.length === 0 ? '' : `; use one of ${[...new Set(known)].join(', ')}`;
}

/** The word that somebody probably meant: at most a third of it is typed differently. Null when none is near. */
export function didYouMean(word: string, known: Iterable<string>): string | null {
  let nearest: string | null = null;
  let least = Infinity;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest !== null && least <= Math.max(1, nearest.length / 3) ? nearest : null;
}

/** How many letters must be added, removed or replaced to get from one word to the other (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(b).entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
