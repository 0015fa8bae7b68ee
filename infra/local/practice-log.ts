import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { type Log } from '../../services/ports/log.ts';

/** The one log file of a practice: the bot's lines as they are, our own as JSON beside them. */
export interface PracticeLog {
  readonly file: string;
  readonly log: Log;
  readonly line: (text: string) => void;
  close(): Promise<void>;
}

/** Starts a new file: a practice is looked into at once or never. */
export function openPracticeLog(folder: string): PracticeLog {
  const file = join(folder, 'practice.log');
  const stream = createWriteStream(file, { flags: 'w' });
  // The log is not worth ending a practice for; that it cannot be written is said once, on the screen.
  stream.once('error', (error) => {
    console.error(`Het logboek kan niet worden beschreven: ${error.message}`);
  });
  const line = (text: string): void => void stream.write(`${text}\n`);
  const write =
    (level: string): Log['info'] =>
    (message, fields = {}) => {
      const { fault, ...rest } = fields;
      const details = fault instanceof Error ? { fault: fault.stack, cause: String(fault.cause) } : {};
      line(JSON.stringify({ level, time: new Date(Date.now()).toISOString(), msg: message, ...rest, ...details }));
    };
  return {
    file,
    line,
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    close: () =>
      new Promise((resolve) => {
        stream.end(() => {
          resolve();
        });
      }),
  };
}
