import { type Line, readLines } from './read-lines.ts';

/** What a follower does with a file: every complete line once, and everything forgotten when the file was replaced. */
export interface LineTaker {
  take(line: Line): void;
  forget(): void;
}

/**
 * Keeps up with a growing file in memory: each call takes in what was added since the last one.
 * Calls queue up, so that no line is taken twice. @throws Fault('folder')
 */
export function followLines(path: string, taker: LineTaker): () => Promise<void> {
  let cursor = '';
  let last: Promise<void> = Promise.resolve();

  async function catchUp(): Promise<void> {
    for (let more = true; more;) {
      const read = await readLines(path, cursor);
      if (read.startedAgain) taker.forget();
      for (const line of read.lines) taker.take(line);
      cursor = read.cursor;
      more = read.more;
    }
  }

  return () => {
    last = last.then(catchUp, catchUp);
    return last;
  };
}
