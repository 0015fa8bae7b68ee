/**
 * Structured lines for who runs the bot. No citizen text, no handle, no secret: only ids, numbers and codes.
 * `fields.fault` may hold an Error: its messages and causes are written, and where in our code it arose.
 */
export interface Log {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}
