import { type z } from 'zod/v4';
import { type Line, LONGEST_LINE } from './read-lines.ts';

/** `blank` is an empty line, which is allowed anywhere. A problem never quotes the line: it goes to the log. */
export type ParsedLine<T> =
  | { readonly is: 'value'; readonly value: T }
  | { readonly is: 'blank' }
  | { readonly is: 'broken'; readonly problem: string };

/** One line of JSON against its schema. `file` is the name under which a problem is reported. */
export function parseLine<T>(line: Line, schema: z.ZodType<T>, file: string): ParsedLine<T> {
  const broken = (what: string): ParsedLine<T> => ({
    is: 'broken',
    problem: `${file} line ${line.number}: ${what}; the line was skipped`,
  });
  if (line.bytes === null) return broken(`longer than ${LONGEST_LINE / 1024} KB`);
  const text = decode(line.bytes);
  if (text === null) return broken('not UTF-8');
  if (text.trim() === '') return { is: 'blank' };
  const json = parseJson(text);
  if (json === undefined) return broken('not valid JSON');
  const checked = schema.safeParse(json);
  if (checked.success) return { is: 'value', value: checked.data };
  return broken(checked.error.issues.map(describe).join('; '));
}

function describe(issue: z.core.$ZodIssue): string {
  return issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message;
}

/** A byte order mark is dropped, as some editors put one in front. */
function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return null;
    throw cause;
  }
}

/** undefined for what is no JSON: no JSON text means it. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
