import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../../services/ports/fault.ts';
import { type RoomMessage } from './message.ts';

/** One line of the journal: a message as it now is, or the person with whom the bot opened a 1:1 chat. */
export type Entry = { readonly message: RoomMessage } | { readonly chat: string };

/** Where the room keeps what was said. */
export interface Journal {
  write(entry: Entry): void;
}

/**
 * Opens the journal in a folder and gives what it holds. Each change is one appended line, so a killed process
 * loses at most the line it was writing; opening rewrites the file without what was overtaken (write, then rename).
 * Without a folder nothing is kept. @throws Fault `folder` when it cannot be read or written, or is damaged in the middle.
 */
export function openJournal(folder: string | null): { journal: Journal; entries: readonly Entry[] } {
  if (folder === null) return { journal: { write: () => undefined }, entries: [] };
  const file = join(folder, 'messages.jsonl');
  const entries = guarded(file, () => {
    mkdirSync(folder, { recursive: true });
    const kept = latest(parse(read(file), file));
    writeFileSync(`${file}.new`, kept.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    renameSync(`${file}.new`, file);
    return kept;
  });
  const write = (entry: Entry): void => {
    guarded(file, () => {
      appendFileSync(file, `${JSON.stringify(entry)}\n`);
    });
  };
  return { journal: { write }, entries };
}

function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('folder', `The Teams room cannot use ${file}: give it a folder that may be written to`, cause);
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return '';
    throw cause;
  }
}

function parse(text: string, file: string): Entry[] {
  const lines = text.split('\n');
  // What stands after the last line end was being written when the process was killed.
  lines.pop();
  return lines.map((line, at) => {
    try {
      return JSON.parse(line) as Entry;
    } catch (cause) {
      throw new Fault('folder', `${file} is damaged at line ${at + 1}: remove that line, or the file`, cause);
    }
  });
}

function latest(entries: readonly Entry[]): Entry[] {
  const byKey = new Map(
    entries.map((entry) => ['chat' in entry ? `chat ${entry.chat}` : `message ${entry.message.id}`, entry]),
  );
  return [...byKey.values()];
}
