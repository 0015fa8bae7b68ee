import { join } from 'node:path';
import { type Log } from '../../ports/log.ts';
import { followLines } from './follow-lines.ts';
import { parseLine } from './parse-line.ts';
import { type PlacedLine, placedLine, type PlacedReply } from './placed-line.ts';

export const PLACED_FILE = 'placed.jsonl';

/** Our replies in `placed.jsonl`. Only as fresh as the last `refresh`. */
export interface PlacedReplies {
  refresh(): Promise<void>;
  /** What stands there now, in order of placing; removed ones left out. */
  standing(): Iterable<PlacedReply>;
  get(id: string): PlacedReply | undefined;
  /** The id that a reply answers, removed replies too: a citizen may have answered one. */
  parent(id: string): string | undefined;
}

/** Broken lines go to the log and are passed over. */
export function createPlacedReplies(folder: string, log: Log): PlacedReplies {
  const standing = new Map<string, PlacedReply>();
  const parents = new Map<string, string>();
  const apply = (line: PlacedLine): void => {
    if ('removed' in line) {
      standing.delete(line.removed);
    } else {
      standing.set(line.id, line);
      if (line.inReplyTo !== null) parents.set(line.id, line.inReplyTo);
    }
  };
  const refresh = followLines(join(folder, PLACED_FILE), {
    take(line) {
      const parsed = parseLine(line, placedLine, PLACED_FILE);
      if (parsed.is === 'value') apply(parsed.value);
      if (parsed.is === 'broken') log.warn(parsed.problem);
    },
    forget: () => {
      standing.clear();
      parents.clear();
    },
  });
  return {
    refresh,
    standing: () => standing.values(),
    get: (id) => standing.get(id),
    parent: (id) => parents.get(id),
  };
}
