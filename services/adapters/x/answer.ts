import { type IncomingHttpHeaders } from 'node:http';
import { ApiPartialResponseError, ApiRequestError, ApiResponseError } from 'twitter-api-v2';
import { type Instant } from '../../domain/instant.ts';

export interface Ok {
  readonly kind: 'ok';
  /** Names in small letters, as in a refusal. */
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** X answered, and the answer is no (HTTP 400 and up). */
export interface Refused {
  readonly kind: 'no';
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/**
 * No answer that can be read. `sent` false: the request certainly never reached X.
 * `cause` is safe to log: it holds no key and nothing of what X wrote.
 */
export interface Lost {
  readonly kind: 'lost';
  readonly sent: boolean;
  readonly cause: Error;
}

/** Not asked at all, since X would refuse it: so much was asked already. */
export interface Held {
  readonly kind: 'held';
  /** May be asked from then on, on our clock. */
  readonly until: Instant;
  readonly endpoint: string;
}

export type Failure = Refused | Lost | Held;
export type Answer = Ok | Failure;

/**
 * A failure of the X library as plain data; anything else is a mistake of ours and is thrown on.
 * The library's own errors go no further: they carry the signed request, and a parse error quotes what X wrote.
 */
export function toFailure(error: unknown): Failure {
  if (error instanceof ApiResponseError)
    return { kind: 'no', status: error.code, headers: error.headers, body: error.data };
  if (error instanceof ApiPartialResponseError)
    return unreadable(`HTTP ${error.response.statusCode ?? 0}, broken off or garbled`);
  if (error instanceof ApiRequestError) {
    const cause = requestCause(error);
    return { kind: 'lost', sent: !neverConnected(cause), cause };
  }
  throw error;
}

/** An answer that came and says nothing. */
export function unreadable(what: string): Lost {
  return { kind: 'lost', sent: true, cause: new Error(`X gave an answer that cannot be read: ${what}`) };
}

// twitter-api-v2 1.29.1 stores the cause as `error` and looks for it as `requestError`, so its getter gives undefined.
function requestCause(error: ApiRequestError): Error {
  const options: unknown = Reflect.get(error, '_options');
  const cause: unknown = typeof options === 'object' && options !== null && 'error' in options ? options.error : null;
  if (!(cause instanceof Error)) return new Error('the request to X failed');
  return cause.name === 'AbortError' ? new Error('X gave no answer in time') : cause;
}

function neverConnected(cause: unknown): boolean {
  if (cause instanceof AggregateError) return cause.errors.length > 0 && cause.errors.every(neverConnected);
  return (
    cause instanceof Error && 'syscall' in cause && (cause.syscall === 'connect' || cause.syscall === 'getaddrinfo')
  );
}
