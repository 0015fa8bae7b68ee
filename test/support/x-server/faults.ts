import { type ServerAnswer, noCredits, problem, usageCapped } from './problems.ts';

/**
 * `cut-before`: the connection breaks and nothing was done; `cut-after`: it was done, then the connection breaks;
 * `cut-mid`: it was done, half of the answer arrives; `truncated`: it was done, the answer ends half-way as if whole;
 * `html`: it was done, the answer is a web page; `slow`: it was done, the answer comes `delayMs` later; `drip`: it was
 * done, and the answer drips in without end; `usage-capped`: 429 for the month; `answer`: whatever stands in `answer`;
 * a number: that status in X's shape.
 */
export type FaultKind =
  | '401'
  | '402'
  | '403'
  | '404'
  | '429'
  | '500'
  | '502'
  | '503'
  | '504'
  | 'usage-capped'
  | 'cut-before'
  | 'cut-after'
  | 'cut-mid'
  | 'truncated'
  | 'html'
  | 'slow'
  | 'drip'
  | 'answer';

/** Something that goes wrong on demand. */
export interface XFault {
  /** An endpoint as `requests()` names it (`POST /2/tweets`), or a pattern on `METHOD /path?query`. */
  readonly match: string | RegExp;
  readonly kind: FaultKind;
  /** For how many requests; 1 unless told. */
  readonly times?: number;
  /** Lets so many matching requests pass first. */
  readonly skip?: number;
  /** Only for requests of this account of ours. */
  readonly account?: string;
  /** X's sentence in a status answer. */
  readonly detail?: string;
  /** A status answer is given after the deed instead of in place of it. */
  readonly after?: boolean;
  /** 429: seconds until the limit ends, on the server's clock; 900 unless told. */
  readonly resetIn?: number;
  /** slow: milliseconds. */
  readonly delayMs?: number;
  readonly answer?: ServerAnswer;
}

/** The faults that wait for their request. */
export interface Faults {
  add(fault: XFault): void;
  clear(): void;
  /** Whether one waits that fits this request, or may after others. */
  waitFor(endpoint: string, line: string, account: string | null): boolean;
  /** The first fault that fits this request; counts it. */
  take(endpoint: string, line: string, account: string | null): XFault | null;
}

export function createFaults(): Faults {
  let waiting: { fault: XFault; skip: number; left: number }[] = [];
  const fitting = (endpoint: string, line: string, account: string | null): typeof waiting =>
    waiting.filter(
      ({ fault: { match, account: only } }) =>
        (typeof match === 'string' ? match === endpoint : match.test(line)) &&
        (only === undefined || only.toLowerCase() === account?.toLowerCase()),
    );
  return {
    add(fault) {
      waiting.push({ fault, skip: fault.skip ?? 0, left: fault.times ?? 1 });
    },
    clear() {
      waiting = [];
    },
    waitFor: (...request) => fitting(...request).length > 0,
    take(...request) {
      for (const one of fitting(...request)) {
        if (one.skip > 0) one.skip -= 1;
        else {
          one.left -= 1;
          waiting = waiting.filter(({ left }) => left > 0);
          return one.fault;
        }
      }
      return null;
    },
  };
}

/** The answer of a fault that is one; null for those that do something to the line. */
export function faultAnswer(fault: XFault, nowSeconds: number): ServerAnswer | null {
  switch (fault.kind) {
    case '402':
      return noCredits();
    case 'usage-capped':
      return usageCapped();
    case '429':
      return {
        ...problem(429, fault.detail),
        headers: {
          'x-rate-limit-limit': '1',
          'x-rate-limit-remaining': '0',
          'x-rate-limit-reset': String(nowSeconds + (fault.resetIn ?? 900)),
        },
      };
    case 'answer':
      return fault.answer ?? problem(500);
    case '401':
    case '403':
    case '404':
    case '500':
    case '502':
    case '503':
    case '504':
      return problem(Number(fault.kind), fault.detail);
    case 'cut-before':
    case 'cut-after':
    case 'cut-mid':
    case 'truncated':
    case 'html':
    case 'slow':
    case 'drip':
      return null;
  }
}
