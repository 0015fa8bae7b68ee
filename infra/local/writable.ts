import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../../services/ports/fault.ts';

/** Makes a folder and proves, by writing, that it may be written. `what` needs it. @throws Fault('folder') in one Dutch sentence. */
export async function assertWritable(folder: string, what: string): Promise<void> {
  const probe = join(folder, '.writable');
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
  } catch (cause) {
    throw new Fault('folder', `De map ${folder}, die ${what} nodig heeft, kan niet worden beschreven.`, cause);
  }
}
