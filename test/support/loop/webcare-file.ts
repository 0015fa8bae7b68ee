import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { readSettings } from '../../../services/adapters/settings/read-settings.ts';
import { type Settings } from '../../../services/domain/work-instruction/instruction.ts';
import { ROOT } from '../../../infra/local/practice-options.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const ALL_DAY = '00:00-24:00';

/** The parts of `webcare.yml` that a test changes. */
export interface Webcare {
  hours: { open: Record<string, string>; holidays: string; closed: string[] };
  team: { name: string; email: string; initials?: string; roles: string[] }[];
  roster: Record<string, Record<string, string[]>>;
  instruction: { undo: string; [part: string]: unknown };
  [part: string]: unknown;
}

/** Who has the whole of every day. */
export function allWeek(initials: readonly string[]): Webcare['roster'] {
  return Object.fromEntries(WEEKDAYS.map((day) => [day, { [ALL_DAY]: [...initials] }]));
}

/**
 * Writes a copy of the shipped `webcare.yml` into a folder: always open, Anna, Bram and Els on duty whatever the hour, and
 * an undo time of a second. The rest is as it ships, unless `change` changes it. Gives the file and what it says.
 */
export async function writeWebcare(
  folder: string,
  change: (webcare: Webcare) => void = () => undefined,
): Promise<{ file: string; settings: Settings }> {
  const webcare = parse(await readFile(join(ROOT, 'webcare.yml'), 'utf8')) as Webcare;
  webcare.hours = { open: Object.fromEntries(WEEKDAYS.map((day) => [day, ALL_DAY])), holidays: 'none', closed: [] };
  webcare.roster = allWeek(['AB', 'BK', 'EP']);
  webcare.instruction.undo = '1s';
  change(webcare);
  const text = stringify(webcare);
  const file = join(folder, 'webcare.yml');
  await writeFile(file, text);
  const read = readSettings(text, file);
  if (!read.ok) throw new Error(read.problems.map((problem) => problem.text).join('\n'));
  return { file, settings: read.settings };
}
