import { z } from 'zod/v4';

const text = z.string().optional().catch(undefined);
const problem = z.object({
  title: text,
  detail: text,
  type: text,
  errors: z
    .array(z.object({ message: text, detail: text, title: text }))
    .optional()
    .catch(undefined),
});

/** What X says in an error: `words` in X's own language, one line of at most 300 characters; `all` for matching. */
export interface Problem {
  readonly words: string;
  readonly all: string;
}

/** Reads X's error bodies: problem details, the older `errors` list, or nothing that can be read ('' then). */
export function readProblem(body: unknown): Problem {
  const { success, data } = problem.safeParse(body);
  if (!success) return { words: '', all: '' };
  const first = data.errors?.[0];
  const details = data.errors?.flatMap((one) => [one.message, one.detail, one.title]) ?? [];
  // "One or more parameters to your request was invalid." says less than the list under it.
  const words = (data.title === 'Invalid Request' ? first?.message : undefined) ?? data.detail ?? first?.message;
  return {
    words: oneLine(words ?? first?.detail ?? data.title ?? ''),
    all: [data.title, data.detail, data.type, ...details].filter((part) => part !== undefined).join('\n'),
  };
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim().slice(0, 300);
}
