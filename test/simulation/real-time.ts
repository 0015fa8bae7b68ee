/** The moment that any real clock shows in a simulated world: far from every simulated moment, and always the same. */
const NEVER = Date.UTC(2000, 0, 1);

/**
 * Until `release` there is no real time, timer or luck: a real timer or real luck fails, and the real clock stands still
 * long ago, for packages ask it in passing. Who builds on it is seen, and the same seed is the same life.
 */
export function forbidRealTime(): { readonly release: () => void } {
  const { setTimeout: timeout, setInterval: interval } = globalThis;
  const luck = Math.random.bind(Math);
  const time = Date.now.bind(Date);
  const forbidden = (what: string) => (): never => {
    throw new Error(`${what} in a simulated world`);
  };
  Object.assign(globalThis, { setTimeout: forbidden('a real timer'), setInterval: forbidden('a real timer') });
  Math.random = forbidden('real luck');
  Date.now = () => NEVER;
  return {
    release() {
      Object.assign(globalThis, { setTimeout: timeout, setInterval: interval });
      Math.random = luck;
      Date.now = time;
    },
  };
}
