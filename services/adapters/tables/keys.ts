/**
 * Any text as part of a key. Keys refuse `/ \ # ?` and control characters; what is not plainly safe becomes `!` and two
 * hex digits per UTF-8 byte (not `%`, which URLs decode on the way). Different texts stay different.
 */
export function encodeKey(raw: string): string {
  return raw.replace(/[^A-Za-z0-9_.:;@=-]/gu, (character) =>
    Array.from(Buffer.from(character), (byte) => `!${byte.toString(16).padStart(2, '0')}`).join(''),
  );
}

/** The text that `encodeKey` was given. */
export function decodeKey(key: string): string {
  return key.replace(/(?:![0-9a-f]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('!', ''), 'hex').toString('utf8'));
}

/** Row of a dialogue's state. */
export const HEAD = 'head';
/** Row of what stands in Teams, and of who is sending. */
export const CARDS = 'cards';

/** `number` counts from 1: the version of the dialogue after the event. */
export function eventKey(number: number): string {
  return `e:${padded(number, 8)}`;
}

export function postKey(post: string): string {
  return `p:${encodeKey(post)}`;
}

export function announcementKey(version: number, index: number): string {
  return `f:${padded(version, 8)}-${padded(index, 2)}`;
}

export function operationKey(operation: string): string {
  return `op:${encodeKey(operation)}`;
}

/** Moments in keys sort by time: 15 digits of milliseconds last until the year 33658. */
export function momentKey(at: number): string {
  return padded(at, 15);
}

/** Row keys that begin with `prefix:`; `;` is the character after `:`. */
export function inRange(prefix: 'e' | 'f' | 'p'): string {
  return `(RowKey ge '${prefix}:' and RowKey lt '${prefix};')`;
}

function padded(number: number, digits: number): string {
  return String(Math.max(0, Math.trunc(number))).padStart(digits, '0');
}
