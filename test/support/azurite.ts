import { type Azurite, startAzurite } from '../../infra/local/azurite.ts';

let running: Promise<Azurite> | null = null;

/**
 * The connection string of one Azurite in memory for the whole run, started by who asks first. Test files share it:
 * give your tables a prefix of your own. Under mocha it stops after the last test; elsewhere call `stopAzurite`,
 * for a process does not end while it runs.
 */
export async function azurite(): Promise<string> {
  running ??= startAzurite({ folder: null, port: 0 });
  return (await running).connectionString;
}

export async function stopAzurite(): Promise<void> {
  await (await running)?.stop();
  running = null;
}

// At the root: after the last test of the last file.
if (typeof after === 'function') after('stop the shared Azurite', stopAzurite);
