import { setTimeout as sleep } from 'node:timers/promises';

/** Generous: the machine may be busy, and what a killed bot had locked is free again after a minute. */
export const PATIENCE_MS = 120_000;
const LOOK_EVERY_MS = 60;

/**
 * Looks again and again until there is something to see, and gives it. @throws Error with `what` was waited for when it
 * does not come; what `look` itself throws ends the waiting at once.
 */
export async function until<T>(
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  what: string,
  explain: () => Promise<string> | string = () => '',
): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (performance.now() > end)
      throw new Error(`Waited ${PATIENCE_MS / 1000} s in vain for ${what}. ${await explain()}`);
    await sleep(LOOK_EVERY_MS);
  }
}
