// `npm run backup [-- <file>]`: all tables of this environment in one compressed file.
import { writeBackup } from '../services/adapters/tables/safe-keeping/write-backup.ts';
import { command } from './command.ts';
import { tablesIn, tellProgress } from './tables-in.ts';

await command(async () => {
  const { tables, prefix } = await tablesIn(process.env);
  const at = Date.now();
  const file = process.argv[2] ?? `${prefix}-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '')}.backup.gz`;
  const counts = await writeBackup(tables, file, { prefix, at }, tellProgress);
  const rows = Object.values(counts).reduce((sum, count) => sum + count.rows, 0);
  return `${rows} rows are in ${file}. It holds what citizens wrote: keep it as the organisation keeps such things.`;
});
