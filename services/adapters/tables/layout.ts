import { type TableClient, type TransactionAction } from '@azure/data-tables';
import { Fault } from '../../ports/fault.ts';

/** What a row of one layout needs to be one of the next: the properties that change. Old ones that nobody reads stay. */
export type LayoutStep = (row: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** From layout 0 to 1, from 1 to 2, and so on. Before 1 only heads carried the number; nothing else differs. */
const STEPS: readonly LayoutStep[] = [() => ({})];

/** The form in which this release writes rows. It goes up with every step that is added. */
export const LAYOUT = STEPS.length;

/** Makes a client put the number of this layout in every row that it writes. */
export function stamping(client: TableClient): TableClient {
  const create = client.createEntity.bind(client);
  const update = client.updateEntity.bind(client);
  const upsert = client.upsertEntity.bind(client);
  const submit = client.submitTransaction.bind(client);
  client.createEntity = (entity, options) => create({ ...entity, layout: LAYOUT }, options);
  client.updateEntity = (entity, mode, options) => update({ ...entity, layout: LAYOUT }, mode, options);
  client.upsertEntity = (entity, mode, options) => upsert({ ...entity, layout: LAYOUT }, mode, options);
  client.submitTransaction = (actions, options) => submit(actions.map(stamped), options);
  return client;
}

function stamped(action: TransactionAction): TransactionAction {
  if (action[0] === 'delete') return action;
  const [, entity, ...how] = action;
  return [action[0], { ...entity, layout: LAYOUT }, ...how] as TransactionAction;
}

/**
 * What a stored row lacks of this layout; null when it is of this layout.
 * @throws Fault('tables') for a row of a later release: what it means is not guessed.
 */
export function missingIn(
  row: Readonly<Record<string, unknown>>,
  steps: readonly LayoutStep[] = STEPS,
): Readonly<Record<string, unknown>> | null {
  const from = layoutOf(row);
  if (from > steps.length) throw new Fault('tables', `Row ${nameOf(row)} ${ofLaterRelease(from, steps.length)}`);
  if (from === steps.length) return null;
  return steps.slice(from).reduce((changes, step) => ({ ...changes, ...step({ ...row, ...changes }) }), {});
}

/** A whole row as this release reads it, whatever release stored it. @throws Fault('tables') as `missingIn`. */
export function inLayout<Stored extends object>(row: Stored): Stored {
  const missing = missingIn(row as Readonly<Record<string, unknown>>);
  return missing === null ? row : { ...row, ...missing };
}

/** The end of a sentence about what a later release stored. */
export function ofLaterRelease(layout: number, known = LAYOUT): string {
  return `was stored by a later release (layout ${layout}, this one reads up to ${known}): run that release or a later one, or restore a backup of before it.`;
}

function layoutOf(row: Readonly<Record<string, unknown>>): number {
  return typeof row['layout'] === 'number' ? row['layout'] : 0;
}

function nameOf(row: Readonly<Record<string, unknown>>): string {
  return `${String(row['partitionKey'])} / ${String(row['rowKey'])}`;
}
