/** Which part of the world is broken. */
export type FaultSource = 'tables' | 'teams' | 'network' | 'settings' | 'folder';

/**
 * A broken world: something that should work does not. An expected "no" is never a fault but a value.
 * The message names the next step for who reads it ("X refused the key: set X_ACCESS_TOKEN_… to one with write permission").
 */
export class Fault extends Error {
  readonly source: FaultSource;
  /** How long the other side asked us to wait, in ms; null when it said nothing. */
  readonly retryAfter: number | null;
  /** The other side answered, and said that we may not: it stays so until a person does something. */
  readonly refused: boolean;

  constructor(
    source: FaultSource,
    message: string,
    cause?: unknown,
    retryAfter: number | null = null,
    refused = false,
  ) {
    super(message, { cause });
    this.name = 'Fault';
    this.source = source;
    this.retryAfter = retryAfter;
    this.refused = refused;
  }
}
