/** What came of looking at one thing. `unknown`: it could not be looked at, or is not used; nothing is wrong with that by itself. */
export interface Check {
  readonly about: string;
  readonly outcome: 'ok' | 'wrong' | 'unknown';
  /** What was found, and when it is wrong what to do. */
  readonly says: string;
}

const MARKS = { ok: 'ok   ', wrong: 'WRONG', unknown: '-    ' } as const satisfies Record<Check['outcome'], string>;

/** One line for a person. */
export function lineOf({ about, outcome, says }: Check): string {
  return `${MARKS[outcome]} ${about}: ${says.replaceAll('\n', ' ')}`;
}

export function ok(about: string, says: string): Check {
  return { about, outcome: 'ok', says };
}

export function wrong(about: string, says: string): Check {
  return { about, outcome: 'wrong', says };
}

export function unknown(about: string, says: string): Check {
  return { about, outcome: 'unknown', says };
}
