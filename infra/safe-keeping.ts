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

/** Runs a command: what it says last goes to standard output, why it failed to standard error, and then the exit code is 1. */
export async function command(work: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await work()}\n`);
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    process.stderr.write(`${fault.message}\n`);
    process.exitCode = 1;
  }
}

/** For standard error, so that standard output holds the outcome only. */
export function tellProgress(table: string, rows: number): void {
  process.stderr.write(`${table}: ${rows} rows\n`);
}
