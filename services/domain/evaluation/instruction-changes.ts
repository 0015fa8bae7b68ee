import { type Snapshot } from './instruction-snapshot.ts';

/** One part of the work instruction that says something else. null: it was not there, or is not there any more. */
export interface InstructionChange {
  /** As in the snapshot; of a whole new or removed answer, department, member or kind the path of that. */
  readonly path: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** More are not kept with their words: so much somebody reads, and the file itself has its own history. */
export const MOST_CHANGES = 40;

/** So much of each value is kept, around what differs. UTF-16 units. */
const SHOWN = 120;
/** Of what is the same before it, so that one sees where it is. */
const LEAD = 30;

/** What became different, by path; a part that is new or gone as a whole is one change. */
export function changesBetween(before: Snapshot, after: Snapshot): readonly InstructionChange[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const changed = paths.filter((path) => before[path] !== after[path]);
  const whole = new Set<string>();
  return changed.flatMap((path) => {
    const part = wholePart(path, before, after);
    if (part === null) return [around(path, before[path] ?? null, after[path] ?? null)];
    if (whole.has(part)) return [];
    whole.add(part);
    return [around(part, told(part, before), told(part, after))];
  });
}

/** Only what differs: a value of null takes the path away. */
export function differences(before: Snapshot, after: Snapshot): Readonly<Record<string, string | null>> {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...paths].filter((path) => before[path] !== after[path]).map((path) => [path, after[path] ?? null]),
  );
}

export function withDifferences(before: Snapshot, changed: Readonly<Record<string, string | null>>): Snapshot {
  const after = Object.entries({ ...before, ...changed }).filter(([, value]) => value !== null);
  return Object.fromEntries(after as [string, string][]);
}

/** Parts that come and go as a whole. A name may hold dots, so they are known by what all of their settings begin with. */
const PARTS = [
  /^answers\.[^.]+(?=\.)/,
  /^departments\..+(?=\.[^.]+$)/,
  /^team\..+(?=\.[^.]+$)/,
  /^instruction\.kinds\..+(?=\.[^.]+$)/,
];

/** null: the part stood there before and after, and only something of it changed. */
function wholePart(path: string, before: Snapshot, after: Snapshot): string | null {
  const part = PARTS.map((pattern) => pattern.exec(path)?.[0]).find((found) => found !== undefined);
  if (part === undefined) return null;
  const stood = [before, after].map((seen) => Object.keys(seen).some((one) => one.startsWith(`${part}.`)));
  return stood[0] === stood[1] ? null : part;
}

/** All that a part says, in one line. */
function told(part: string, seen: Snapshot): string | null {
  const says = Object.entries(seen).filter(([path]) => path.startsWith(`${part}.`));
  return says.length === 0 ? null : says.map(([path, value]) => `${path.slice(part.length + 1)}: ${value}`).join(' · ');
}

function around(path: string, from: string | null, to: string | null): InstructionChange {
  const same = from === null || to === null ? 0 : commonStart(from, to);
  const start = Math.max(0, same - LEAD);
  return { path, from: cutFrom(from, start), to: cutFrom(to, start) };
}

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

function cutFrom(text: string | null, start: number): string | null {
  if (text === null) return null;
  // Half an emoji is no character.
  const piece = text.slice(start, start + SHOWN).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
  return `${start > 0 ? '…' : ''}${piece}${start + SHOWN < text.length ? '…' : ''}`;
}
