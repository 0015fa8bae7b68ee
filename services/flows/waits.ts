import { type Duration } from '../domain/instant.ts';

/** No fault: there is something to do for a dialogue, and not yet. Its due rows stay, and it is looked at again after a while. */
export class Waits extends Error {
  readonly pause: Duration;

  constructor(pause: Duration) {
    super(`to be looked at again in ${pause} ms`);
    this.name = 'Waits';
    this.pause = pause;
  }
}
