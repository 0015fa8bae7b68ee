import assert from 'node:assert/strict';
import { evolveTeam } from '../../services/domain/team/evolve-team.ts';
import { type TeamHappened } from '../../services/domain/team/messages.ts';
import { NEW_TEAM } from '../../services/domain/team/team.ts';
import { linesOf } from '../../services/domain/team/lines-of.ts';
import { type StoredTeam, type TeamChange, type TeamStore } from '../../services/ports/team-store.ts';
import { HOSTILE_TEXT } from './dialogue-store-contract.ts';

const TUESDAY = Date.parse('2026-11-24T10:00:00+01:00');

function told(name: string): TeamHappened {
  const alert = { what: 'channel', trouble: 'renamed' } as const;
  return { type: 'told', name, line: { to: 'coordinators', alert }, at: TUESDAY };
}

function change(before: StoredTeam, operation: string | null, ...events: readonly TeamHappened[]): TeamChange {
  const after = events.reduce(evolveTeam, before.team);
  return { before, after, events, lines: events.flatMap(linesOf), operation };
}

async function committed(store: TeamStore, wanted: TeamChange): Promise<StoredTeam> {
  const result = await store.commit(wanted);
  assert.ok(result.outcome === 'committed', result.outcome);
  return result.stored;
}

/** The team's own state: as a whole, once, and never over somebody else's change. */
export function teamStoreContract(make: () => Promise<TeamStore>): void {
  it('begins empty', async () => {
    const store = await make();
    assert.deepEqual(await store.load(), { team: NEW_TEAM, etag: null });
    assert.deepEqual([await store.history(), await store.lines()], [[], []]);
    assert.equal(await store.wasDone('a click'), false);
  });

  it('is read back as it was written: state, history, lines', async () => {
    const store = await make();
    const first = await committed(store, change(await store.load(), 'one', told(HOSTILE_TEXT)));
    assert.deepEqual(await store.load(), first);
    const second = await committed(store, change(first, null, told('b'), told('c')));
    assert.deepEqual(await store.load(), second);
    assert.equal(second.team.version, 3);
    assert.deepEqual(await store.history(), [told(HOSTILE_TEXT), told('b'), told('c')]);
    const lines = await store.lines();
    assert.deepEqual(
      lines.map(({ line }) => line),
      [told(''), told(''), told('')].flatMap(linesOf),
    );
  });

  it('refuses a change upon what is no longer so, the very first too', async () => {
    const store = await make();
    const empty = await store.load();
    const first = await committed(store, change(empty, null, told('a')));
    assert.equal((await store.commit(change(empty, null, told('b')))).outcome, 'conflict');
    await committed(store, change(first, null, told('b')));
    assert.equal((await store.commit(change(first, null, told('c')))).outcome, 'conflict');
    assert.equal((await store.history()).length, 2);
    assert.equal((await store.lines()).length, 2);
  });

  it('does an operation once', async () => {
    const store = await make();
    const operation = '19:abc@thread.tacv2;messageid=1|f:/\\#?';
    const first = await committed(store, change(await store.load(), operation, told('a')));
    assert.equal(await store.wasDone(operation), true);
    assert.equal((await store.commit(change(first, operation, told('b')))).outcome, 'repeated');
    assert.deepEqual(await store.load(), first);
  });

  it('forgets a line that was sent, and is told so twice without harm', async () => {
    const store = await make();
    await committed(store, change(await store.load(), null, told('a'), told('b')));
    const [one, other] = await store.lines();
    await store.lineSent(one!.key);
    await store.lineSent(one!.key);
    assert.deepEqual(await store.lines(), [other]);
  });

  it('lets one of two win that write at the same time', async () => {
    const store = await make();
    const before = await store.load();
    const outcomes = await Promise.all(
      ['a', 'b'].map(async (name) => (await store.commit(change(before, null, told(name)))).outcome),
    );
    assert.deepEqual(outcomes.sort(), ['committed', 'conflict']);
  });
}
