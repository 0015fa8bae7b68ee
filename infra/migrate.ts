// `npm run migrate`: brings all rows of this environment to the layout of this release. Running it again does nothing.
import { LAYOUT } from '../services/adapters/tables/layout.ts';
import { migrateRows } from '../services/adapters/tables/migrate-rows.ts';
import { claimLayout } from '../services/adapters/tables/store-layout.ts';
import { command } from './command.ts';
import { tablesIn, tellProgress } from './tables-in.ts';

await command(async () => {
  const { tables } = await tablesIn(process.env);
  await claimLayout(tables.leases);
  const { rows, changed } = await migrateRows(tables, (table, migrated) => {
    tellProgress(table, migrated.rows);
  });
  return `${rows} rows are of layout ${LAYOUT}; ${changed} were brought to it now.`;
});
