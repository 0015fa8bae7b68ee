import { isAlias, isMap, isScalar, isSeq, type Document, type LineCounter, type Node, type Pair } from 'yaml';

/** The way from the top of `webcare.yml` to a value: names of settings and places in lists. */
export type SettingPath = readonly PropertyKey[];

/**
 * The line (from 1) of the setting at `path`, or of the nearest setting around it that is in the file. Of a name that
 * stands twice the last is meant, as for the value.
 */
export function lineOf(document: Document, lines: LineCounter, path: SettingPath): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    const holder = isAlias(node) ? node.resolve(document) : node;
    const pair = isMap(holder) ? holder.items.findLast(({ key }) => nameOf(key) === String(step)) : undefined;
    node = pair?.value ?? (isSeq(holder) ? holder.items[Number(step)] : undefined);
    const found = startOf(pair?.key) ?? startOf(node);
    if (found === null) break;
    offset = found;
  }
  return lines.linePos(offset).line;
}

/** How people read a path: `team[2].roles`, the first of a list being 0. The place in a list of words is left out. */
export function pathText(path: SettingPath): string {
  const shown = path.length > 2 && typeof path.at(-1) === 'number' ? path.slice(0, -1) : path;
  return shown.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}

function nameOf(key: Pair['key']): string | null {
  return isScalar(key) ? String(key.value) : null;
}

function startOf(node: unknown): number | null {
  return (node as Node | null | undefined)?.range?.[0] ?? null;
}
