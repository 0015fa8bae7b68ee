import { readPrefix, readTables, tablesPlace } from '../bot/tables-access.ts';
import { Variables } from '../bot/variables.ts';
import { bareTables } from '../services/adapters/tables/create-tables.ts';
import { Fault } from '../services/ports/fault.ts';

type Bare = Awaited<ReturnType<typeof bareTables>>;

/** The tables that the environment names, as they are. @throws Fault('settings') that tells all that is wrong with it. */
export async function tablesIn(env: NodeJS.ProcessEnv): Promise<{ readonly tables: Bare; readonly prefix: string }> {
  const variables = new Variables(env);
  const [access, prefix] = [readTables(variables), readPrefix(variables)];
  if (access === null || variables.problems.length > 0) throw new Fault('settings', variables.problems.join('\n'));
  return { tables: await bareTables(tablesPlace(access), prefix), prefix };
}

/** For standard error, so that standard output holds the outcome only. */
export function tellProgress(table: string, rows: number): void {
  process.stderr.write(`${table}: ${rows} rows\n`);
}
