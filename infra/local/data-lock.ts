import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../../services/ports/fault.ts';

/**
 * Sees to it that one practice uses a folder: two storages on the same files destroy each other's data. The lock is a file
 * with our process id; one of a process that is gone is taken over. Gives the way to take it off.
 * @throws Fault('folder') while another practice runs.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'practice.pid');
  const holder = Number(await readFile(file, 'utf8').catch(() => '0'));
  if (holder > 0 && holder !== process.pid && isRunning(holder)) {
    const advice = `Stop die eerst, of verwijder ${file} als dat niet zo is.`;
    throw new Fault('folder', `Er loopt al een oefening in ${folder} (proces ${holder}). ${advice}`);
  }
  await writeFile(file, String(process.pid));
  return () => rm(file, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // Somebody else's process runs too; no such process (ESRCH) does not.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}
