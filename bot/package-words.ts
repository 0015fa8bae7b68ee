import { type Log } from '../services/ports/log.ts';

const LONGEST = 120;
const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;

/**
 * What packages write past our log (botbuilder prints errors with their trace, and keys that did not fit) becomes a line of
 * it: of an error its name, of words the beginning of the first line.
 */
export function catchPackageWords(log: Log, out: Pick<Console, (typeof METHODS)[number]> = console): void {
  for (const method of METHODS)
    out[method] = (...said: unknown[]) => {
      log.warn('a package said something', { said: said.map(briefly) });
    };
}

function briefly(said: unknown): string {
  if (said instanceof Error) return said.name;
  return typeof said === 'string' ? (said.split('\n')[0] ?? '').slice(0, LONGEST) : typeof said;
}
