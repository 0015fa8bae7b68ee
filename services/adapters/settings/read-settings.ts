import { type Settings } from '../../domain/work-instruction/instruction.ts';
import { crossChecks } from './cross-checks.ts';
import { withoutUnknownDepartments } from './defaults.ts';
import { issuesOf } from './issue-sentences.ts';
import { lineOf, pathText } from './lines.ts';
import { rosterGaps } from './roster-gaps.ts';
import { settingsSchema } from './schema.ts';
import { readYaml } from './yaml-document.ts';

/** Something that must be put right in `webcare.yml`. */
export interface SettingsProblem {
  /** From 1. */
  readonly line: number;
  /** The whole sentence, with file, line and setting, for the person who edits the file. */
  readonly text: string;
}

/** `warnings` are Dutch sentences for the coordinator; the bot starts in spite of them. */
export type ReadSettings =
  | { readonly ok: true; readonly settings: Settings; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly problems: readonly SettingsProblem[] };

/**
 * The text of `webcare.yml` as settings, or everything that is wrong with it at once, in the order of the lines.
 * `fileName` only stands in the sentences. Where the text is no YAML nothing else can be checked.
 */
export function readSettings(text: string, fileName: string): ReadSettings {
  const { document, lines, value, problems: asYaml } = readYaml(text);
  const result = settingsSchema.safeParse(value);
  const file = { path: [], value };
  const issues =
    value === null
      ? []
      : [...(result.error?.issues ?? []).flatMap((issue) => issuesOf(issue, file)), ...crossChecks(file)];

  const problems = [
    ...asYaml,
    ...issues.map(({ path, says }) => ({ line: lineOf(document, lines, path), says: `${pathText(path)}: ${says}` })),
  ]
    .map(({ line, says }) => ({ line, text: `${fileName} line ${line}: ${says}` }))
    .sort((a, b) => a.line - b.line);
  if (!result.success || problems.length > 0) return { ok: false, problems };

  const departments = new Set(result.data.departments.map(({ name }) => name));
  const settings = {
    ...result.data,
    instruction: withoutUnknownDepartments(result.data.instruction, departments),
  };
  return { ok: true, settings, warnings: rosterGaps(settings) };
}
