import { AsyncLocalStorage } from 'node:async_hooks';
import { type About, noTrace, type Trace } from '../../ports/trace.ts';

const now = new AsyncLocalStorage<About>();

/** What the work that runs at this moment is about; the log adds it to each line. */
export function aboutNow(): About {
  return now.getStore() ?? {};
}

/** Remembers what the work is about for the log, and hands it on to `spans`, which may be telemetry. */
export function createTrace(spans: Trace = noTrace): Trace {
  return {
    within(step, about, work) {
      const all = { ...aboutNow(), ...about };
      return now.run(all, () => spans.within(step, all, work));
    },
    operation: () => aboutNow().operation ?? null,
  };
}
