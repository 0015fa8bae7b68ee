import { readFile } from 'node:fs/promises';
import { readSettings } from '../../services/adapters/settings/read-settings.ts';
import { type Settings } from '../../services/domain/work-instruction/instruction.ts';

/** `webcare.yml` with what is weak about it, or every mistake in it. */
export async function settingsIn(
  file: string,
): Promise<
  { readonly settings: Settings; readonly warnings: readonly string[] } | { readonly wrong: readonly string[] }
> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return { wrong: [`${file} cannot be read: set WEBCARE_CONFIG to the settings file`] };
  const read = readSettings(text, file);
  return read.ok
    ? { settings: read.settings, warnings: read.warnings }
    : { wrong: read.problems.map((problem) => problem.text) };
}
