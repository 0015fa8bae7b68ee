import { RestError, type TableClient } from '@azure/data-tables';

/** What happens to a request on its way. `lose`: it is carried out, but the answer never arrives. `cut`: it never arrives. */
export type Mishap = 'lose' | 'cut';

export interface Line {
  /** The next requests that fit meet these mishaps, in order. `then` runs between a lost deed and the client's next try. */
  break(mishaps: readonly Mishap[], then?: () => Promise<void>): void;
}

type Fits = (request: { readonly method: string; readonly url: string }) => boolean;

/** A line to a table that breaks when it is told to, under the client's own repeating. */
export function unreliableLine(client: TableClient, fits: Fits): Line {
  let waiting: Mishap[] = [];
  let between: (() => Promise<void>) | null = null;
  client.pipeline.addPolicy(
    {
      name: `unreliableLine${Math.random()}`,
      async sendRequest(request, next) {
        const mishap = fits(request) ? waiting.shift() : undefined;
        if (mishap === 'cut') throw broken();
        const answer = await next(request);
        if (mishap === undefined) return answer;
        const run = between;
        between = null;
        await run?.();
        throw broken();
      },
    },
    { afterPhase: 'Retry' },
  );
  return {
    break(mishaps, then) {
      waiting = [...mishaps];
      between = then ?? null;
    },
  };
}

function broken(): RestError {
  return new RestError('read ECONNRESET', { code: 'ECONNRESET' });
}
