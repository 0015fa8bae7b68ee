import { type Gap } from '../domain/alert.ts';

/** Where a source was read to, and what people still have to be told of it. Kept together in the lease of the source. */
export interface ReadingPlace {
  readonly cursor: string;
  readonly untold: readonly Gap[];
}

/** A bare cursor, as it is nearly always and as earlier releases wrote it, or a cursor, a newline and the gaps. */
export function placeIn(value: string): ReadingPlace {
  const [cursor = '', gaps] = value.split('\n');
  return { cursor, untold: gaps === undefined ? [] : (JSON.parse(gaps) as readonly Gap[]) };
}

export function placeAsText({ cursor, untold }: ReadingPlace): string {
  return untold.length === 0 ? cursor : `${cursor}\n${JSON.stringify(untold)}`;
}
