import { Fault } from '../../ports/fault.ts';

/** HTTP status of an answer that the service gave; null when there was none, or when a whole table is missing. */
export function statusOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('statusCode' in error) || isTableMissing(error)) return null;
  return typeof error.statusCode === 'number' ? error.statusCode : null;
}

/** The same error as a fault that tells what to do. */
export function storageFault(error: unknown): Fault {
  return error instanceof Fault ? error : new Fault('tables', nextStep(error), error);
}

/** Does it, or throws a fault. */
export async function reach<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw storageFault(error);
  }
}

/** Does it; `otherwise` when the service answers with one of the statuses that are an expected no. */
export async function reachOr<T, E>(expected: readonly number[], otherwise: E, call: () => Promise<T>): Promise<T | E> {
  try {
    return await call();
  } catch (error) {
    const status = statusOf(error);
    if (status !== null && expected.includes(status)) return otherwise;
    throw storageFault(error);
  }
}

function isTableMissing(error: Error): boolean {
  return /TableNotFound|The table specified does not exist/.test(
    `${'code' in error ? String(error.code) : ''} ${error.message}`,
  );
}

function nextStep(error: unknown): string {
  if (error instanceof Error && isTableMissing(error)) {
    return 'A table is gone: start the bot again, it makes what is missing.';
  }
  const status = statusOf(error);
  if (status === 401 || status === 403) {
    return 'The storage refused us: give the bot the role Storage Table Data Contributor, or set TABLES_CONNECTION_STRING to a valid key.';
  }
  if (status === 413) return 'The storage refused a change for its size: look at which dialogue has grown so large.';
  if (status !== null && status < 500 && status !== 408 && status !== 429) {
    return `The storage refused a request (${status}): this is a fault in the bot, report it with the cause.`;
  }
  if (status !== null) return `The storage is busy (${status}): it is tried again; if it lasts, look at its health.`;
  return 'The storage did not answer: see that it runs, and that TABLES_ENDPOINT or TABLES_CONNECTION_STRING names it.';
}
