import { Fault } from '../services/ports/fault.ts';

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
