import { inspect } from 'node:util';

const HIDDEN = '***';

/**
 * A value that no log, error or JSON may show. Wherever it is printed it is `***`; only `reveal`, called where a client
 * is built, gives it.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  [inspect.custom](): string {
    return HIDDEN;
  }
}
