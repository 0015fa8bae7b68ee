import { Fault } from '../services/ports/fault.ts';

/** What Teams answers when a message, conversation or person is not there (any more). */
const GONE = new Set([403, 404]);

/** Whether Teams says that it is not there, or not for us: trying again does not help. */
export function isRefusal(fault: unknown): fault is Fault {
  return fault instanceof Fault && GONE.has(statusOf(fault.cause) ?? 0);
}

export function statusOf(error: unknown): number | undefined {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

/** Milliseconds that Teams asked us to wait; null when it did not say. */
export function retryAfterOf(error: unknown): number | null {
  const headers = (error as { response?: { headers?: { get?(name: string): string | undefined } } } | null)?.response
    ?.headers;
  const seconds = Number(headers?.get?.('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
}
