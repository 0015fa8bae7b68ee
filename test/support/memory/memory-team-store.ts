import { type TeamHappened } from '../../../services/domain/team/messages.ts';
import { NEW_TEAM } from '../../../services/domain/team/team.ts';
import { type PendingTeamLine, type StoredTeam, type TeamStore } from '../../../services/ports/team-store.ts';

/** The team in memory; each call does its whole deed at once, and all that goes in or out is copied. */
export function createMemoryTeamStore(): TeamStore {
  let head: StoredTeam = { team: NEW_TEAM, etag: null };
  const events: TeamHappened[] = [];
  const operations = new Set<string>();
  let pending: readonly PendingTeamLine[] = [];
  return {
    load: () => Promise.resolve(structuredClone(head)),
    commit({ before, after, events: happened, lines, operation }) {
      if (operation !== null && operations.has(operation)) return Promise.resolve({ outcome: 'repeated' });
      if (before.etag !== head.etag) return Promise.resolve({ outcome: 'conflict' });
      head = structuredClone({ team: after, etag: `version ${after.version}` });
      events.push(...structuredClone(happened));
      const added = lines.map((line, n) => ({ key: `${after.version}-${n}`, line: structuredClone(line) }));
      pending = [...pending, ...added];
      if (operation !== null) operations.add(operation);
      return Promise.resolve({ outcome: 'committed', stored: structuredClone(head) });
    },
    wasDone: (operation) => Promise.resolve(operations.has(operation)),
    history: () => Promise.resolve(structuredClone(events)),
    lines: () => Promise.resolve(structuredClone(pending)),
    lineSent(key) {
      pending = pending.filter((one) => one.key !== key);
      return Promise.resolve();
    },
  };
}
