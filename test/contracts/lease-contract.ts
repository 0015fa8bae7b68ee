import assert from 'node:assert/strict';
import { SECOND } from '../../services/domain/instant.ts';
import { type Leases } from '../../services/ports/lease.ts';
import { type ManualClock } from '../support/manual-clock.ts';

const TTL = 10 * SECOND;

/** One holder at a time, a fence that grows, a value that moves along. */
export function leaseContract(make: () => Promise<{ leases: Leases; clock: ManualClock }>): void {
  it('is given to one of many who ask at once', async () => {
    const { leases } = await make();
    const asked = await Promise.all(Array.from({ length: 10 }, (_, n) => leases.acquire('poller', `bot-${n}`, TTL)));
    const given = asked.filter((lease) => lease !== null);
    assert.deepEqual(given, [{ name: 'poller', fence: 1, value: '' }]);
  });

  it('is held until its time is up, then taken over with a higher fence and the value', async () => {
    const { leases, clock } = await make();
    const first = await leases.acquire('poller', 'a', TTL);
    assert.equal(await leases.save(first!, 'cursor 😀\n"1"'), true);
    clock.advance(TTL - 1);
    assert.equal(await leases.acquire('poller', 'b', TTL), null);
    clock.advance(1);
    assert.deepEqual(await leases.acquire('poller', 'b', TTL), { name: 'poller', fence: 2, value: 'cursor 😀\n"1"' });
  });

  it('tells an old holder that it is lost, and lets it change nothing', async () => {
    const { leases, clock } = await make();
    const old = await leases.acquire('poller', 'a', TTL);
    clock.advance(TTL);
    const fresh = await leases.acquire('poller', 'b', TTL);
    assert.equal(await leases.save(old!, 'old'), false);
    await leases.release(old!);
    assert.equal(await leases.acquire('poller', 'c', TTL), null);
    assert.equal(await leases.save(fresh!, 'fresh'), true);
    assert.equal((await leases.acquire('poller', 'b', TTL))?.value, 'fresh');
  });

  it('is prolonged by its holder under the same fence', async () => {
    const { leases, clock } = await make();
    const first = await leases.acquire('poller', 'a', TTL);
    clock.advance(8 * SECOND);
    assert.deepEqual(await leases.acquire('poller', 'a', TTL), first);
    clock.advance(8 * SECOND);
    assert.equal(await leases.acquire('poller', 'b', TTL), null);
    assert.equal(await leases.save(first!, 'still ours'), true);
  });

  it('goes to the next at once when it is given up, and is harmless to give up twice', async () => {
    const { leases } = await make();
    const first = await leases.acquire('poller', 'a', TTL);
    await leases.release(first!);
    await leases.release(first!);
    assert.equal(await leases.save(first!, 'too late'), false);
    assert.equal((await leases.acquire('poller', 'a', TTL))?.fence, 2);
  });

  it('is one of several that do not touch each other', async () => {
    const { leases } = await make();
    const names = ['x/GemWormerland', 'x:GemWormerland', 'x#GemWormerland', 'purge'];
    for (const name of names) assert.equal((await leases.acquire(name, `bot of ${name}`, TTL))?.fence, 1);
    await leases.release({ name: 'never taken', fence: 1, value: '' });
  });

  it('can be looked into by others, who do not take it', async () => {
    const { leases } = await make();
    assert.equal(await leases.peek('poller'), null);
    const lease = await leases.acquire('poller', 'a', TTL);
    assert.equal(await leases.peek('poller'), '');
    await leases.save(lease!, 'as far as here');
    assert.equal(await leases.peek('poller'), 'as far as here');
    await leases.release(lease!);
    assert.equal(await leases.peek('poller'), 'as far as here');
    assert.equal(await leases.acquire('other', 'b', TTL).then((one) => one?.fence), 1);
  });

  it('keeps a value that is larger than a property', async () => {
    const { leases } = await make();
    const lease = await leases.acquire('poller', 'a', TTL);
    const value = 'x'.repeat(70_000);
    assert.equal(await leases.save(lease!, value), true);
    assert.equal(await leases.save(lease!, value.slice(1)), true);
    assert.equal((await leases.acquire('poller', 'a', TTL))?.value, value.slice(1));
  });
}
