import { type Instant, SECOND } from '../../services/domain/instant.ts';
import { Fault } from '../../services/ports/fault.ts';
import { type PortCall } from '../support/watched-port.ts';
import { type Random } from '../support/week/random.ts';

/** How a call goes wrong: what became of the deed, and what its caller gets; an Error is thrown. `half`: of a commit, its index rows alone. */
export interface Mishap {
  readonly name: string;
  readonly deed: 'not' | 'half' | 'done' | 'later';
  readonly answer: (now: Instant) => unknown;
}

const refused = (source: 'tables' | 'network'): Mishap => ({
  name: '503',
  deed: 'not',
  answer: () => new Fault(source, '503'),
});
const lost = (source: 'tables' | 'teams'): Mishap => ({
  name: 'answer lost',
  deed: 'done',
  answer: () => new Fault(source, 'socket hang up'),
});
const later: Mishap = {
  name: '429',
  deed: 'not',
  answer: (now) => ({ outcome: 'later', at: now + 30 * SECOND, detail: 'rate limit' }),
};
const unknown = (name: string, deed: Mishap['deed']): Mishap => ({
  name,
  deed,
  answer: () => ({ outcome: 'unknown', detail: 'socket hang up' }),
});

const TABLES = [refused('tables'), lost('tables')];
const TEAMS: readonly Mishap[] = [
  { name: '429', deed: 'not', answer: () => new Fault('teams', '429', undefined, 3 * SECOND) },
  { name: '502', deed: 'not', answer: () => new Fault('teams', '502') },
  lost('teams'),
];

/** What can go wrong at each port, by what its contract says; a method of its own first, then the whole port. */
const MISHAPS: Readonly<Record<string, readonly Mishap[]>> = {
  store: TABLES,
  'store.commit': [
    ...TABLES,
    { name: '503 after its index rows', deed: 'half', answer: () => new Fault('tables', '503') },
  ],
  teamStore: TABLES,
  leases: TABLES,
  ledger: TABLES,
  figures: TABLES,
  channel: TEAMS,
  board: TEAMS,
  alerts: TEAMS,
  chats: TEAMS,
  'network.read': [later, refused('network')],
  'network.recheck': [later, refused('network')],
  'network.findPlaced': [refused('network')],
  'network.place': [
    later,
    unknown('answer lost, not placed', 'not'),
    unknown('answer lost, placed', 'done'),
    unknown('answer lost, placed a little later', 'later'),
    {
      name: 'refused',
      deed: 'not',
      answer: () => ({
        outcome: 'refused',
        reason: 'forbidden',
        detail: 'You are not permitted to perform this action.',
      }),
    },
  ],
  'network.remove': [
    later,
    { name: 'answer lost', deed: 'done', answer: () => new Fault('network', 'socket hang up') },
  ],
};

/** What goes wrong with this call, drawn by lot; null: nothing can. */
export function mishapOf({ name }: PortCall, random: Random): Mishap | null {
  const all = MISHAPS[name] ?? MISHAPS[name.split('.')[0]!] ?? [];
  return all.length === 0 ? null : random.pick(all);
}
