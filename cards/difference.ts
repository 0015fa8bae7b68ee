import { type TextRun } from './adaptive-card.ts';
import { run } from './lines.ts';

/** Words compared at most, times each other: beyond it the texts are shown side by side without marks. */
const MOST_COMPARISONS = 250_000;

/** Two texts beside each other, what went struck through and what came underlined, word by word. */
export interface Difference {
  readonly before: readonly TextRun[];
  readonly after: readonly TextRun[];
}

export function difference(before: string, after: string): Difference {
  const old = before.match(/\s+|\S+/g) ?? [];
  const now = after.match(/\s+|\S+/g) ?? [];
  if (old.length * now.length > MOST_COMPARISONS) return { before: [run(before)], after: [run(after)] };
  const same = commonWords(old, now);
  return {
    before: marked(old, same.inOld, { strikethrough: true, color: 'Attention' }),
    after: marked(now, same.inNow, { underline: true, weight: 'Bolder', color: 'Good' }),
  };
}

/** The longest row of words that both have, as places in each. */
function commonWords(old: readonly string[], now: readonly string[]): { inOld: Set<number>; inNow: Set<number> } {
  const width = now.length + 1;
  const longest = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      longest[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const inOld = new Set<number>();
  const inNow = new Set<number>();
  for (let i = 0, j = 0; i < old.length && j < now.length;) {
    if (old[i] === now[j]) {
      inOld.add(i++);
      inNow.add(j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return { inOld, inNow };
}

/** Neighbours with the same mark in one run; the space between two changed words goes with them. */
function marked(parts: readonly string[], same: ReadonlySet<number>, look: Omit<TextRun, 'type' | 'text'>): TextRun[] {
  const stays = (index: number): boolean => {
    const between = /^\s+$/.test(parts[index] ?? '') && index > 0 && index < parts.length - 1;
    return same.has(index) && (!between || same.has(index - 1) || same.has(index + 1));
  };
  const runs: { text: string; same: boolean }[] = [];
  parts.forEach((text, index) => {
    const last = runs.at(-1);
    if (last?.same === stays(index)) last.text += text;
    else runs.push({ text, same: stays(index) });
  });
  return runs.map((part) => run(part.text.replace(/\n+/g, ' ⏎ '), part.same ? {} : look));
}
