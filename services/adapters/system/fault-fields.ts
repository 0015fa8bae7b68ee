import { Fault } from '../../ports/fault.ts';

/** Causes of causes that are written. */
const DEEPEST = 5;
const LONGEST = 300;

/** What a log line tells of an error. */
export interface FaultFields {
  readonly type: string;
  readonly message: string;
  readonly source?: string;
  readonly code?: string;
  readonly status?: number;
  /** The first place in our own code, as `services/flows/x.ts:12:5`. */
  readonly at?: string;
  /** The whole trace: where somebody asked for it by the level of the log. */
  readonly stack?: string;
  readonly cause?: FaultFields;
}

/**
 * An error for the log: named fields alone. Errors of packages carry whole requests, with tokens in their headers and texts
 * of citizens in their bodies, and an error of parsing quotes what it read.
 */
export function faultFields(error: unknown, withStack: boolean, depth = 0): FaultFields {
  if (!(error instanceof Error)) return { type: typeof error, message: 'no error was thrown but a value' };
  const { code, statusCode, status = statusCode } = error as { code?: unknown; statusCode?: unknown; status?: unknown };
  const at = placeIn(error.stack);
  return {
    type: error.name,
    message: messageOf(error),
    ...(error instanceof Fault ? { source: error.source } : {}),
    ...(typeof code === 'string' ? { code: code.slice(0, LONGEST) } : {}),
    ...(typeof status === 'number' ? { status } : {}),
    ...(at === undefined ? {} : { at }),
    ...(withStack ? { stack: framesOf(error.stack) } : {}),
    ...(error.cause === undefined || depth >= DEEPEST ? {} : { cause: faultFields(error.cause, withStack, depth + 1) }),
  };
}

function messageOf({ name, message }: Error): string {
  if (name === 'SyntaxError' || name === 'ZodError') return 'what was read is not what it should be';
  return message.slice(0, LONGEST);
}

function placeIn(stack: string | undefined): string | undefined {
  return /\/((?:bot|cards|services|infra)\/[\w/.-]+\.ts:\d+:\d+)/.exec(stack ?? '')?.[1];
}

/** Without the message that it begins with: that is written by itself. */
function framesOf(stack = ''): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
