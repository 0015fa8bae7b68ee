import { type Instant } from '../domain/instant.ts';

/** The one source of the present moment; tests hand in their own. */
export interface Clock {
  now(): Instant;
}
