import { createHash } from 'node:crypto';
import { type FileHandle } from 'node:fs/promises';

/** A place in a file of lines. It is only good as long as the same bytes stand before it. */
export interface LineCursor {
  /** Bytes read so far; the byte before it is a newline. */
  readonly offset: number;
  /** Lines read so far, so that a problem can name its line. */
  readonly lines: number;
  /** Digest of the last bytes before `offset`: tells a grown file from another one. */
  readonly mark: string;
}

export const START: LineCursor = { offset: 0, lines: 0, mark: '' };

/** How many bytes before the offset are compared. Enough to hold a post's own words, cheap to read at every turn. */
const MARKED_BYTES = 128;

export function formatCursor(cursor: LineCursor): string {
  return `${cursor.offset}:${cursor.lines}:${cursor.mark}`;
}

/** Anything that is no cursor of ours (the empty one too) is the start of the file: nothing is lost by reading again. */
export function parseCursor(text: string): LineCursor {
  const match = /^(\d{1,15}):(\d{1,15}):([0-9a-f]{16})$/.exec(text);
  return match ? { offset: Number(match[1]), lines: Number(match[2]), mark: match[3] ?? '' } : START;
}

export async function cursorAt(file: FileHandle, offset: number, lines: number): Promise<LineCursor> {
  const length = Math.min(offset, MARKED_BYTES);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset - length);
  const mark = createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('hex').slice(0, 16);
  return { offset, lines, mark };
}

/** The cursor itself when the file still holds what was read before it, else the start. */
export async function stillGood(file: FileHandle, cursor: LineCursor, size: number): Promise<LineCursor> {
  if (cursor.offset === 0 || cursor.offset > size) return START;
  const now = await cursorAt(file, cursor.offset, cursor.lines);
  return now.mark === cursor.mark ? cursor : START;
}
