import { createHash } from 'node:crypto';
import { type StoredRow } from './stored-row.ts';

/** How many rows a table has, and a checksum over all that stands in them. */
export interface Count {
  readonly rows: number;
  /** 64 hex digits. */
  readonly checksum: string;
}

const CEILING = 2n ** 256n;

/** Counts rows in whatever order they come: services sort keys each in their own way. The checksum is the sum of the rows' SHA-256. */
export class Tally {
  #rows = 0;
  #sum = 0n;

  /** `text` is the row as JSON, its properties in order of their names. */
  add(text: string): this {
    this.#rows += 1;
    this.#sum = (this.#sum + BigInt(`0x${createHash('sha256').update(text).digest('hex')}`)) % CEILING;
    return this;
  }

  get rows(): number {
    return this.#rows;
  }

  count(): Count {
    return { rows: this.#rows, checksum: this.#sum.toString(16).padStart(64, '0') };
  }
}

/** The one text of a row, for files and checksums. */
export function textOf({ partitionKey, rowKey, properties }: StoredRow): string {
  return JSON.stringify({ partitionKey, rowKey, properties });
}
