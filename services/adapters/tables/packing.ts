import { Fault } from '../../ports/fault.ts';

/** A string property takes 32,768 UTF-16 units. */
const PART = 32_000;

/**
 * Any data as JSON, split over as many string properties as it needs. JSON also carries what a bare string property
 * would damage, such as half an emoji. `parts` counts, so that a Merge with fewer parts leaves no old tail behind.
 */
export function pack(data: unknown): Record<string, string | number> {
  const json = JSON.stringify(data);
  const packed: Record<string, string | number> = {};
  let parts = 0;
  for (let from = 0; from < json.length; parts++) {
    const until = endOfPart(json, from);
    packed[`json${parts}`] = json.slice(from, until);
    from = until;
  }
  return { ...packed, parts };
}

/** @throws Fault('tables') when the row does not hold what `pack` wrote. */
export function unpack(row: Readonly<Record<string, unknown>>): unknown {
  const parts = Array.from({ length: Number(row['parts']) }, (_, part) => row[`json${part}`]);
  try {
    return JSON.parse(parts.join(''));
  } catch (cause) {
    const name = `${String(row['partitionKey'])} / ${String(row['rowKey'])}`;
    throw new Fault('tables', `Row ${name} is damaged: restore it from a backup, or remove its partition.`, cause);
  }
}

/** No part ends between the two halves of a character: services turn a lone half into U+FFFD. */
function endOfPart(json: string, from: number): number {
  const until = Math.min(from + PART, json.length);
  const last = json.charCodeAt(until - 1);
  return until < json.length && last >= 0xd800 && last <= 0xdbff ? until - 1 : until;
}
