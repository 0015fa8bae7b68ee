import { type TableClient } from '@azure/data-tables';
import { Fault } from '../../ports/fault.ts';
import { LAYOUT, ofLaterRelease } from './layout.ts';
import { reach, reachOr } from './storage-fault.ts';

const MARK = { partitionKey: 'layout', rowKey: 'store' };

/** The highest layout with which a bot started on these tables; 0: none that left a mark. @throws Fault('tables') */
export async function storeLayout(leases: TableClient): Promise<number> {
  const mark = await reachOr([404], null, () => leases.getEntity<{ layout?: number }>(MARK.partitionKey, MARK.rowKey));
  return mark?.layout ?? 0;
}

/**
 * Marks, before anything else is written, that rows of this layout may be there: an older release then does not start.
 * @throws Fault('tables') when a later release started here.
 */
export async function claimLayout(leases: TableClient): Promise<void> {
  const known = await storeLayout(leases);
  if (known > LAYOUT) throw new Fault('tables', `What is stored here ${ofLaterRelease(known)}`);
  if (known < LAYOUT) await reach(() => leases.upsertEntity({ ...MARK, layout: LAYOUT }, 'Replace'));
}
