/** A part of a text: `[start, end)` in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Every place where a pattern (with the flag g) matches, as far as it fits. */
export function stretches(
  text: string,
  pattern: RegExp,
  fits: (match: RegExpMatchArray) => boolean,
): readonly Stretch[] {
  return Array.from(text.matchAll(pattern))
    .filter(fits)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

export function overlaps(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}
