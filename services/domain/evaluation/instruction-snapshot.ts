import { DAY, type Duration, HOUR, MINUTE, SECOND } from '../instant.ts';
import { type Settings } from '../work-instruction/instruction.ts';

/**
 * The work instruction as it was last seen: setting → what it says, by the names of `webcare.yml`
 * (`instruction.answer.within` → `4h`, `answers.grofvuil.text` → the text). A setting that says nothing is not in it.
 */
export type Snapshot = Readonly<Record<string, string>>;

/** So much of a value is kept, in UTF-16 units: the team's state is read every few seconds. Standing answers are shorter. */
const LONGEST = 400;

/** Settings that are lengths of time, by their last name. */
const DURATIONS: ReadonlySet<string> = new Set(['within', 'before', 'remindAfter', 'releaseAfter', 'undo', 'per']);

/** Longest first; a length of time is written in the longest that it is a whole number of, as `webcare.yml` writes it. */
const UNITS: readonly (readonly [string, Duration])[] = [
  ['d', DAY],
  ['h', HOUR],
  ['m', MINUTE],
  ['s', SECOND],
];

/** What the team works by: the instruction, the standing answers, who knows what, who may do what, and when we are open. */
export function snapshotOf({ instruction, answers, departments, team, hours }: Settings): Snapshot {
  const seen: Record<string, string> = {};
  walk('instruction', instruction, seen);
  walk('hours', hours, seen);
  for (const { id, ...rest } of answers) walk(`answers.${id}`, rest, seen);
  for (const { name, municipality, people, ...rest } of departments)
    walk(
      `departments.${name}${municipality === null ? '' : ` (${municipality})`}`,
      { people: names(people), ...rest },
      seen,
    );
  for (const { name, initials, roles } of team) walk(`team.${name}`, { initials, roles }, seen);
  return seen;
}

function walk(path: string, value: unknown, seen: Record<string, string>): void {
  if (value === null || value === undefined || value === '') return;
  if (Array.isArray(value)) {
    if (value.length > 0) seen[path] = short(value.join(', '));
    return;
  }
  if (typeof value !== 'object') {
    seen[path] = short(written(path.slice(path.lastIndexOf('.') + 1), value as string | number | boolean));
    return;
  }
  if (isHours(value)) {
    seen[path] = `${clock(value.from)}-${clock(value.until)}`;
    return;
  }
  for (const [name, one] of Object.entries(value)) walk(`${path}.${name}`, one, seen);
}

function written(name: string, value: string | number | boolean): string {
  if (typeof value !== 'number' || !DURATIONS.has(name)) return String(value).trim();
  const unit = UNITS.find(([, size]) => value >= size && value % size === 0);
  return unit === undefined ? `${value / SECOND}s` : `${value / unit[1]}${unit[0]}`;
}

function isHours(value: object): value is { readonly from: number; readonly until: number } {
  return 'from' in value && 'until' in value && typeof value.from === 'number' && typeof value.until === 'number';
}

/** Minutes after midnight as `08:30`. */
function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function names(people: readonly { readonly name: string }[]): readonly string[] {
  return people.map(({ name }) => name);
}

function short(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}… (${text.length})`;
}
