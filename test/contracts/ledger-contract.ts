import assert from 'node:assert/strict';
import { type Charge } from '../../services/domain/charges.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../services/domain/instant.ts';
import { type Ledger } from '../../services/ports/ledger.ts';
import { type ManualClock } from '../support/manual-clock.ts';

export interface LedgerUnderTest {
  readonly ledger: Ledger;
  /** Another instance of the bot on the same storage. */
  readonly other: Ledger;
  readonly clock: ManualClock;
}

const MORNING = Date.UTC(2026, 10, 24, 9);

export function posts(count: number, at: Instant = MORNING, first = 1): readonly Charge[] {
  return Array.from({ length: count }, (_, n) => ({ kind: 'post', id: String(first + n), usd: 0.005, at }));
}

/** Each thing once per UTC day, whoever records it and however often; and totals that outlive what they were made of. */
export function ledgerContract(make: () => Promise<LedgerUnderTest>): void {
  let ledger: Ledger;
  let other: Ledger;
  let clock: ManualClock;
  beforeEach(async () => {
    ({ ledger, other, clock } = await make());
    clock.advance(MORNING - clock.now());
  });

  /** In dollars, as it is told once what was summed before is no longer fresh. */
  const spent = async (month = '2026-11', from = ledger): Promise<number> => {
    clock.advance(5 * MINUTE);
    return (await from.spent('x', month)).usd;
  };

  it('has nothing at first', async () => {
    assert.deepEqual(await ledger.spent('x', '2026-11'), { usd: 0, kinds: {} });
    await ledger.record('x', []);
    assert.equal(await ledger.closeDays('x'), 0);
  });

  it('counts the same thing once per UTC day, also from two instances at once', async () => {
    await Promise.all([ledger, other, ledger].map((one) => one.record('x', [...posts(3), ...posts(3)])));
    await other.record('x', posts(2, MORNING + 14 * HOUR));
    assert.equal(await spent(), 0.015);
    await ledger.record('x', posts(2, MORNING + DAY));
    assert.equal(await spent(), 0.025);
    assert.equal(await spent('2026-11', other), 0.025);
  });

  it('keeps the first price of a thing that comes back at another, also to another instance', async () => {
    const dearer = posts(3).map((post) => ({ ...post, usd: 0.2 }));
    await ledger.record('x', [...posts(1), dearer[0]!]);
    await ledger.record('x', dearer.slice(0, 1));
    await other.record('x', dearer.slice(0, 2));
    assert.equal(await spent(), 0.205);
    await Promise.all([ledger.record('x', posts(240, MORNING, 100)), other.record('x', posts(240, MORNING, 100))]);
    assert.equal(await spent(), 0.205 + 1.2);
  });

  it('keeps kinds, networks and months apart', async () => {
    const user = { kind: 'user', id: '1', usd: 0.01, at: MORNING };
    await ledger.record('x', [...posts(2), user, { ...user, at: Date.UTC(2026, 11, 1) }]);
    await ledger.record('xa', posts(5));
    assert.deepEqual(await ledger.spent('x', '2026-11'), {
      usd: 0.02,
      kinds: { post: { count: 2, usd: 0.01 }, user: { count: 1, usd: 0.01 } },
    });
    assert.equal((await ledger.spent('x', '2026-12')).usd, 0.01);
    assert.equal((await ledger.spent('xa', '2026-11')).usd, 0.025);
  });

  it('takes more at once than one transaction holds, and ids that no key allows', async () => {
    const odd = ['a/b#c?d\\e', '😀', "it's"].map((id) => ({ kind: 'reply', id, usd: 0.2, at: MORNING }));
    await ledger.record('x', [...posts(230), ...odd]);
    assert.equal(await spent(), 1.75);
  });

  it('closes a day when it is over for an hour, and its sum stays the same', async () => {
    await ledger.record('x', posts(120));
    clock.advance(15.5 * HOUR);
    await ledger.record('x', posts(1, clock.now(), 500));
    assert.equal(await ledger.closeDays('x'), 0);
    clock.advance(HOUR);
    assert.equal(await ledger.closeDays('x'), 1);
    assert.equal(await ledger.closeDays('x'), 0);
    assert.equal(await spent(), 0.605);
    assert.equal(await spent('2026-11', other), 0.605);
  });

  it('adds what comes in late to a day that was closed', async () => {
    await ledger.record('x', posts(4));
    clock.advance(DAY);
    await ledger.closeDays('x');
    await other.record('x', posts(2, MORNING, 50));
    assert.equal(await spent(), 0.03);
    assert.equal(await other.closeDays('x'), 1);
    assert.equal(await spent(), 0.03);
  });

  it('is not harmed by two instances that close the same days', async () => {
    await ledger.record('x', posts(250));
    await ledger.record('x', posts(10, MORNING - 3 * DAY));
    clock.advance(DAY);
    await Promise.all([ledger.closeDays('x'), other.closeDays('x')]);
    await ledger.closeDays('x');
    assert.equal(await spent(), 1.3);
  });
}
