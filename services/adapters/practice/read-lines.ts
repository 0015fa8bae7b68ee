import { type FileHandle, open } from 'node:fs/promises';
import { Fault } from '../../ports/fault.ts';
import { cursorAt, formatCursor, parseCursor, START, stillGood } from './line-cursor.ts';

/** Longest line that is taken in, in bytes, its newline not counted. X's longest post is 25,000 characters. */
export const LONGEST_LINE = 64 * 1024;

/** One turn reads at most this many bytes; larger than any line that is taken in, so a turn always gets on. */
const CHUNK = 256 * 1024;
const NEWLINE = 10;

export interface Line {
  /** From 1, as an editor counts. */
  readonly number: number;
  /** Without its newline; null when it is longer than `LONGEST_LINE`. */
  readonly bytes: Buffer | null;
}

export interface Lines {
  readonly lines: readonly Line[];
  readonly cursor: string;
  readonly more: boolean;
  /** The file became shorter, was replaced or is gone: these lines are from its start. */
  readonly startedAgain: boolean;
}

/**
 * The complete lines after a cursor. A file that does not exist is empty; a last line without a newline is left for
 * the next turn, since somebody may be writing it. @throws Fault('folder') when the file cannot be read.
 */
export async function readLines(path: string, after: string): Promise<Lines> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (cause) {
    if (isAbsent(cause)) return { lines: [], cursor: '', more: false, startedAgain: after !== '' };
    throw new Fault('folder', `Cannot read ${path}: check that it is a file that this account may read.`, cause);
  }
  try {
    return await readFrom(file, after);
  } catch (cause) {
    throw new Fault('folder', `Cannot read ${path}: check that it is a file and that its disk works.`, cause);
  } finally {
    await file.close();
  }
}

function isAbsent(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}

async function readFrom(file: FileHandle, after: string): Promise<Lines> {
  const asked = parseCursor(after);
  const { size } = await file.stat();
  const from = await stillGood(file, asked, size);
  const startedAgain = from === START && asked.offset > 0;
  const chunk = await readChunk(file, from.offset);
  const lines: Line[] = [];
  let taken = 0;
  for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, taken)) {
    const bytes = chunk.subarray(taken, end);
    lines.push({ number: from.lines + lines.length + 1, bytes: bytes.length > LONGEST_LINE ? null : bytes });
    taken = end + 1;
  }
  if (taken === 0 && chunk.length === CHUNK) {
    taken = await lengthOfLine(file, from.offset);
    if (taken > 0) lines.push({ number: from.lines + 1, bytes: null });
  }
  const cursor = await cursorAt(file, from.offset + taken, from.lines + lines.length);
  const unchanged = taken === 0 && !startedAgain;
  return {
    lines,
    cursor: unchanged ? after : formatCursor(cursor),
    more: taken > 0 && chunk.length === CHUNK,
    startedAgain,
  };
}

async function readChunk(file: FileHandle, offset: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(CHUNK), 0, CHUNK, offset);
  return buffer.subarray(0, bytesRead);
}

/** Bytes up to and with the newline of a line larger than a chunk; 0 while the newline is not there yet. */
async function lengthOfLine(file: FileHandle, start: number): Promise<number> {
  for (let offset = start; ; offset += CHUNK) {
    const chunk = await readChunk(file, offset);
    const end = chunk.indexOf(NEWLINE);
    if (end >= 0) return offset - start + end + 1;
    if (chunk.length < CHUNK) return 0;
  }
}
