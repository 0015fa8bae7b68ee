/** What runs, so that it can be stopped in the reverse order of starting. */
export interface RunningParts {
  /** Does one step of starting and says so while it takes. After an abort no new step is begun: it throws the reason. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Remembers how a part is stopped; one without a name is stopped without words. Gives the part. */
  own<T>(part: T, stop: (part: T) => Promise<unknown>, name?: string): T;
  /** Stops everything, whatever goes wrong on the way; gives what went wrong. */
  stopAll(): Promise<readonly unknown[]>;
}

/** `say` puts words on the screen as they are. */
export function createRunningParts(say: (text: string) => void, quit: AbortSignal): RunningParts {
  const stops: { readonly name: string | undefined; readonly stop: () => Promise<unknown> }[] = [];

  async function saying<T>(words: string, work: () => Promise<T>): Promise<T> {
    say(`${words} … `);
    try {
      const result = await work();
      say('klaar\n');
      return result;
    } catch (error) {
      say('\n');
      throw error;
    }
  }

  return {
    async step(name, work) {
      quit.throwIfAborted();
      return saying(name, work);
    },
    own(part, stop, name) {
      stops.push({ name, stop: () => stop(part) });
      return part;
    },
    async stopAll() {
      const problems: unknown[] = [];
      for (let part = stops.pop(); part; part = stops.pop()) {
        const { name, stop } = part;
        await (name === undefined ? stop() : saying(`${name} stopt`, stop)).catch((problem: unknown) => {
          problems.push(problem);
        });
      }
      return problems;
    },
  };
}
