import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Fault } from '../../ports/fault.ts';

const NEWLINE = 10;

/**
 * Appends one value as a line of JSON and returns only when it is on the disk. Makes the folder when it is not there.
 * A last line that somebody left without a newline is ended first, so that one broken line never spoils the next.
 * @throws Fault('folder') when it cannot be written.
 */
export async function appendLine(path: string, value: object): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'a+');
    try {
      const { size } = await file.stat();
      const last = size > 0 ? (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer[0] : NEWLINE;
      await file.appendFile(`${last === NEWLINE ? '' : '\n'}${JSON.stringify(value)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw new Fault('folder', `Cannot write ${path}: check that the folder is there and may be written.`, cause);
  }
}
