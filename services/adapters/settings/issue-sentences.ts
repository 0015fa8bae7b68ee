import { type z } from 'zod/v4';
import { adviceFor } from './did-you-mean.ts';
import { below, type Issue, type Spot } from './spots.ts';

/** What zod found, in sentences. The messages of the schema say what is expected; see `scalars.ts` and `groups.ts`. */
export function issuesOf(issue: z.core.$ZodIssue, file: Spot): readonly Issue[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split(', ');
    return issue.keys.map((key) => ({
      path: [...path, key],
      says: `this setting does not exist${adviceFor(key, known)}`,
    }));
  }
  if (issue.code === 'invalid_key') {
    return [{ path, says: `${shown(path.at(-1))} is not ${issue.issues[0]?.message ?? issue.message}` }];
  }
  const { value } = below(file, ...path);
  if (value === undefined) return [{ path, says: `is missing; write ${expectedBy(issue)}` }];
  if (value === null || value === '') return [{ path, says: `is empty; write ${expectedBy(issue)}` }];
  return [{ path, says: `${shown(value)} is not ${issue.message}${adviceOn(issue, value)}` }];
}

function expectedBy(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_value' ? `${issue.message}: ${issue.values.join(', ')}` : issue.message;
}

function adviceOn(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'invalid_value')
    return adviceFor(typeof value === 'string' ? value : '', issue.values.map(String));
  const unquoted = typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
  return issue.code === 'invalid_type' && issue.expected === 'string' && unquoted !== null
    ? `; put it in quotes: "${unquoted}"`
    : '';
}

/** A value as it may stand in a sentence: not the whole of a long one. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'this list';
  if (typeof value === 'object' && value !== null) return 'this group of settings';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}
