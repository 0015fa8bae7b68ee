import { readFile } from 'node:fs/promises';
import { readSettings } from '../../services/adapters/settings/read-settings.ts';
import { type Settings } from '../../services/domain/work-instruction/instruction.ts';
import { Fault } from '../../services/ports/fault.ts';
import { isPortFree } from './ports.ts';
import { type PracticeOptions } from './practice-options.ts';
import { assertWritable } from './writable.ts';

/** Whatever can be known to be wrong before anything is started. @throws Fault in words for who starts it. */
export async function checkBeforehand(options: PracticeOptions): Promise<Settings> {
  const settings = await settingsIn(options.configFile);
  await assertFree(options.port, 'de bot', 'PORT');
  await assertFree(options.roomPort, 'de oefenruimte', 'ROOM_PORT');
  await assertWritable(options.dataFolder, 'de oefening');
  return settings;
}

async function settingsIn(file: string): Promise<Settings> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Fault('settings', `De werkinstructie ${file} kan niet worden gelezen.`, cause);
  });
  const read = readSettings(text, file);
  if (read.ok) return read.settings;
  throw new Fault('settings', read.problems.map((problem) => problem.text).join('\n'));
}

async function assertFree(port: number, whose: string, variable: string): Promise<void> {
  if (await isPortFree(port)) return;
  const advice = `sluit dat programma, of kies een andere poort met ${variable}`;
  throw new Fault('settings', `Poort ${port}, die ${whose} nodig heeft, is bezet door een ander programma: ${advice}.`);
}
