import { type TableEntity } from '@azure/data-tables';
import { z } from 'zod/v4';

const TYPES = ['Boolean', 'Int32', 'Int64', 'Double', 'String', 'DateTime', 'Binary', 'Guid'] as const;

/**
 * A row with the type of each property, all as text: tables know an Int64, a Double and a date, JSON knows none of them.
 * Etag and timestamp are left out, for the service gives them anew.
 */
export const STORED_ROW = z.strictObject({
  partitionKey: z.string(),
  rowKey: z.string(),
  properties: z.record(z.string(), z.tuple([z.enum(TYPES), z.string()])),
});
export type StoredRow = z.infer<typeof STORED_ROW>;
type Typed = StoredRow['properties'][string];

/** A string (passed over), or a number. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
const INT32 = 2 ** 31;

/**
 * The rows in the body of an answer. The body is read instead of what the client makes of it: that takes the double 5.0,
 * which the service writes with its point, for a whole number.
 */
export function rowsIn(body: string): readonly StoredRow[] {
  const marked = body.replace(TOKEN, (token) => (token.startsWith('"') ? token : `{"number":"${token}"}`));
  const { value } = JSON.parse(marked) as { value: readonly Record<string, unknown>[] };
  return value.map(storedRow);
}

function storedRow(entity: Record<string, unknown>): StoredRow {
  const names = Object.keys(entity).filter(
    (name) => !name.includes('odata.') && !['PartitionKey', 'RowKey', 'Timestamp'].includes(name),
  );
  return {
    partitionKey: String(entity['PartitionKey']),
    rowKey: String(entity['RowKey']),
    // In a fixed order, so that equal rows are equal texts.
    properties: Object.fromEntries(
      names.sort().map((name) => [name, typed(entity[name], entity[`${name}@odata.type`])] as const),
    ),
  };
}

function typed(value: unknown, annotated: unknown): Typed {
  const text = textOf(value);
  const type = TYPES.find((known) => `Edm.${known}` === annotated) ?? inferred(value);
  if (type === 'DateTime') return [type, withoutTrailingZeros(text)];
  return type === 'Double' ? [type, String(Number(text))] : [type, text];
}

function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'number' in value ? String(value.number) : String(value);
}

function inferred(value: unknown): Typed[0] {
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'string') return 'String';
  const text = textOf(value);
  return /^-?\d+$/.test(text) && Number(text) >= -INT32 && Number(text) < INT32 ? 'Int32' : 'Double';
}

/** The service writes seven digits of a second, the emulator as many as it got. */
function withoutTrailingZeros(moment: string): string {
  return moment.replace(/(\.\d*?)0+Z$/, '$1Z').replace('.Z', 'Z');
}

/** The row as the client writes it, each property with its type. */
export function entityOf({ partitionKey, rowKey, properties }: StoredRow): TableEntity {
  const typedValues = Object.entries(properties).map(([name, [type, text]]) => [name, valueOf(type, text)] as const);
  return { partitionKey, rowKey, ...Object.fromEntries(typedValues) };
}

/** JSON has these three itself, and the service then knows their types. */
function valueOf(type: Typed[0], text: string): unknown {
  if (type === 'Boolean') return text === 'true';
  if (type === 'Int32') return Number(text);
  return type === 'String' ? text : { type, value: text };
}
