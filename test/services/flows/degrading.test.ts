import assert from 'node:assert/strict';
import { type Alert } from '../../../services/domain/alert.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../services/domain/instant.ts';
import { HeldLeases } from '../../../services/flows/held-leases.ts';
import { SourceNotes } from '../../../services/flows/source-notes.ts';
import { watchNetworks } from '../../../services/flows/watch-networks.ts';
import { Fault } from '../../../services/ports/fault.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { createMemoryLeases } from '../../support/memory/memory-leases.ts';
import { silentLog } from '../../support/silent-log.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

describe('Teams that is down', () => {
  it('keeps nothing from coming in; afterwards the cards come with danger first, then complaints, then by due time', async () => {
    const world = createWorld();
    let down = true;
    world.restart(({ name, deed }) =>
      down && name === 'channel.openThread' ? Promise.reject(new Fault('teams', 'Teams answered 503')) : deed(),
    );
    const texts = [
      '@GemWormerland Wanneer is het grofvuil in Jisp?',
      '@GemWormerland Hoe laat gaat het loket open?',
      '@GemWormerland Ik wil een klacht indienen: dit is belachelijk slecht!',
      '@GemWormerland Er is brand op het schoolplein, er zijn gewonden!',
    ];
    const ids: string[] = [];
    for (const [index, text] of texts.entries()) {
      ids.push(await world.writes(text, { handle: `burger_${index}` }));
      world.advance(2 * SECOND);
    }
    assert.deepEqual(world.posted(), []);
    assert.equal((await world.head(ids[3]!)).stage.name, 'waiting', 'it came in');
    assert.equal((await world.head(ids[2]!)).kind, 'klacht');
    down = false;
    world.advance(MINUTE);
    await world.settleAll();
    const order = world.outside.channel.messages.map(
      ({ activity }) => world.outside.channel.view(activity).dialogue.id,
    );
    assert.deepEqual(order, [ids[3], ids[2], ids[0], ids[1]]);
  });
});

describe('A network that cannot be read', () => {
  const source = { name: 'mentions', kind: 'asked' } as const;
  function scene(): { world: TestWorld; turn: (fault: Error | null) => Promise<void> } {
    const world = createWorld();
    const { network } = world.outside;
    const watched = { ...network, sources: () => [source] };
    const notes = new SourceNotes({ ...world.bot.world, networks: new Map([[network.name, watched]]) });
    const read = { source: source.name, posts: 0, fresh: 0, problems: [], waitUntil: null };
    const turn = async (fault: Error | null): Promise<void> => {
      const work = (): Promise<typeof read> => (fault === null ? Promise.resolve(read) : Promise.reject(fault));
      await notes.watched(watched, source, work).catch(() => undefined);
      await watchNetworks(world.bot.world, notes);
      await world.bot.tend();
    };
    return { world, turn };
  }
  const revoked = new Fault('network', 'X refused the key', undefined, null, true);

  it('is told once in the channel, after five minutes, with who must do what', async () => {
    const { world, turn } = scene();
    await turn(revoked);
    world.advance(4 * MINUTE);
    await turn(revoked);
    assert.deepEqual(toChannel(world), []);
    for (let minute = 0; minute < 5; minute += 1) {
      world.advance(MINUTE);
      await turn(revoked);
    }
    const [alert, ...more] = toChannel(world);
    assert.deepEqual(more, []);
    assert.ok(alert?.what === 'network-down');
    assert.deepEqual([alert.refused, alert.who], [true, ['Els Prins']]);
  });

  it('is told anew when it breaks another time, and never outside opening hours', async () => {
    const { world, turn } = scene();
    await turn(new Fault('network', 'X does not answer'));
    world.advance(6 * MINUTE);
    await turn(new Fault('network', 'X does not answer'));
    await turn(null);
    world.advance(DAY - HOUR);
    await turn(revoked);
    world.advance(6 * MINUTE);
    await turn(revoked);
    assert.equal(toChannel(world).length, 2);
    world.advance(12 * HOUR);
    await turn(null);
    await turn(revoked);
    world.advance(6 * MINUTE);
    await turn(revoked);
    assert.equal(toChannel(world).length, 2, 'at night');
  });
});

describe('An instance that ends', () => {
  it('gives up every lease that it holds, and none of another', async () => {
    const clock = createManualClock(0);
    const leases = createMemoryLeases(clock);
    const held = new HeldLeases(leases);
    for (const name of ['one', 'two', 'three', 'lost']) await held.acquire(name, 'ours', HOUR);
    await held.release((await held.acquire('three', 'ours', HOUR))!);
    await leases.acquire('three', 'theirs', HOUR);
    assert.equal(await leases.acquire('one', 'theirs', HOUR), null);
    clock.advance(HOUR + 1);
    await leases.acquire('lost', 'theirs', HOUR);
    for (const name of ['one', 'two']) await held.acquire(name, 'ours', HOUR);
    await held.releaseAll(silentLog);
    for (const name of ['one', 'two']) assert.ok(await leases.acquire(name, 'theirs', HOUR), name);
    assert.equal(await leases.acquire('lost', 'ours', HOUR), null);
  });
});

function toChannel({ outside }: TestWorld): readonly Alert[] {
  return outside.alerts.told.flatMap(({ to, alert }) => (to === 'channel' ? [alert] : []));
}
