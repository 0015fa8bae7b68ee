// `npm run restore -- <file>`: a backup back into empty tables, those of this environment.
import { restoreBackup } from '../services/adapters/tables/safe-keeping/restore-backup.ts';
import { Fault } from '../services/ports/fault.ts';
import { command } from './command.ts';
import { tablesIn, tellProgress } from './tables-in.ts';

await command(async () => {
  const file = process.argv[2];
  if (file === undefined) throw new Fault('folder', 'Name the backup to restore: npm run restore -- <file>');
  const { tables, prefix } = await tablesIn(process.env);
  const { first, counts } = await restoreBackup(tables, file, tellProgress);
  const each = Object.entries(counts).map(([table, { rows }]) => `${table} ${rows}`);
  return `The backup of ${first.prefix} of ${first.at} stands in the tables of ${prefix}; read again, counts and checksums are equal: ${each.join(', ')}.`;
});
