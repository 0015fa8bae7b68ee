import assert from 'node:assert/strict';
import { HOUR, MINUTE } from '../../../services/domain/instant.ts';
import { keepDayCard } from '../../../services/flows/keep-day-card.ts';
import { SourceNotes } from '../../../services/flows/source-notes.ts';
import { local } from '../../support/dialogue-facts.ts';
import { createMemoryDayBoard, type MemoryDayBoard } from '../../support/memory/day-board.ts';
import { type RunningBot } from '../../support/running-bot.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

describe('The day card', () => {
  let world: TestWorld;
  let board: MemoryDayBoard;
  beforeEach(() => {
    world = createWorld();
    board = createMemoryDayBoard();
  });

  const keep = (bot: RunningBot = world.bot): Promise<number> => {
    const notes = new SourceNotes(bot.world);
    return keepDayCard(bot.world, { board, sources: () => notes.all() });
  };
  const shown = (): readonly string[] =>
    (board.messages.at(-1)?.days.at(-1)?.groups ?? []).map(({ name, entries }) => `${name} ${entries.length}`);

  it('is posted once a day, and changed in place when what it tells changes', async () => {
    await keep();
    assert.deepEqual(shown(), []);
    const dialogue = await world.writes('Wanneer wordt het grofvuil opgehaald?');
    await keep();
    assert.deepEqual(shown(), ['waiting 1']);
    await world.does(dialogue, 'Bram', { type: 'claim' });
    await keep();
    assert.deepEqual(shown(), ['working 1']);
    assert.equal(board.messages.length, 1);
    world.advance(24 * HOUR);
    await keep();
    assert.equal(board.messages.length, 2);
  });

  it('is not drawn anew while nothing changes, but for when was last looked', async () => {
    await keep();
    await keep();
    world.advance(MINUTE);
    await keep();
    assert.equal(board.messages[0]?.days.length, 1);
    world.advance(10 * MINUTE);
    await keep();
    assert.equal(board.messages[0].days.length, 2);
  });

  it('says nothing while we are closed', async () => {
    const closed = createWorld({ start: local('11-24 07:59') });
    const notes = new SourceNotes(closed.bot.world);
    await keepDayCard(closed.bot.world, { board, sources: () => notes.all() });
    assert.deepEqual(board.messages, []);
    closed.advance(31 * MINUTE);
    await keepDayCard(closed.bot.world, { board, sources: () => notes.all() });
    assert.equal(board.messages.length, 1);
  });

  it('is one card, also after a restart and with another instance beside it', async () => {
    await keep();
    world.restart();
    await world.writes('Mijn lantaarn is stuk');
    world.advance(3 * MINUTE);
    await keep();
    const other = world.start();
    await keep(other);
    world.advance(3 * MINUTE);
    await world.writes('Mijn container is weg', { handle: 'piet' });
    await Promise.all([keep(), keep(other)]);
    assert.equal(board.messages.length, 1);
    assert.deepEqual(shown(), ['waiting 2']);
  });

  it('stays away when somebody took it away', async () => {
    await keep();
    board.messages[0]!.gone = true;
    await world.writes('Mijn lantaarn is stuk');
    await keep();
    world.advance(MINUTE);
    await keep();
    assert.equal(board.messages.length, 1);
  });

  it('is posted by the next turn when Teams refused it', async () => {
    const failing = { ...board, post: () => Promise.reject(new Error('Teams is away')) };
    await assert.rejects(keepDayCard(world.bot.world, { board: failing, sources: () => Promise.resolve([]) }));
    await keep();
    assert.equal(board.messages.length, 1);
  });

  it('costs one read for each open dialogue and source, and no more than a minute in twenty', async () => {
    for (const handle of ['een', 'twee', 'drie']) await world.writes(`Lantaarn stuk bij ${handle}`, { handle });
    const before = world.meddler.calls('leases.acquire');
    assert.equal(await keep(), MINUTE);
    assert.equal(world.meddler.calls('leases.acquire') - before, 1);
    assert.equal(world.meddler.calls('leases.peek'), 1);
    assert.equal(world.meddler.calls('leases.save') > 0, true);
  });
});

describe('How the sources are doing', () => {
  it('is the same for every instance: quiet, broken, and what we posted ourselves', async () => {
    const world = createWorld();
    const { network } = { network: [...world.bot.world.networks.values()][0]! };
    const source = network.sources()[0]!;
    const read = { source: source.name, posts: 1, fresh: 1, problems: [], waitUntil: null };
    const here = new SourceNotes(world.bot.world);
    const there = new SourceNotes(world.start().world);
    await here.watched(network, source, () => Promise.resolve(read));
    const came = world.now;
    world.advance(MINUTE);
    await here.watched(network, source, () => Promise.resolve({ ...read, fresh: 0 }));
    assert.deepEqual(
      (await there.all())
        .filter((one) => one.source === source.name)
        .map(({ cameAt, trouble }) => ({ cameAt, trouble })),
      [{ cameAt: came, trouble: null }],
    );
    world.advance(MINUTE);
    await assert.rejects(here.watched(network, source, () => Promise.reject(new Error('The key was refused'))));
    const health = (await there.all()).find((one) => one.source === source.name);
    assert.equal(health?.trouble, 'The key was refused');
    assert.equal(health.readAt, came + MINUTE, 'until when it worked');
    await here.note(network, source, { outcome: 'heldBack' });
    assert.equal((await there.all()).find((one) => one.source === source.name)?.heldBack, true);
  });

  it('is written down at a change, and else each five minutes', async () => {
    const world = createWorld();
    const network = [...world.bot.world.networks.values()][0]!;
    const source = network.sources()[0]!;
    const notes = new SourceNotes(world.bot.world);
    const turn = () =>
      notes.watched(network, source, () =>
        Promise.resolve({ source: source.name, posts: 0, fresh: 0, problems: [], waitUntil: null }),
      );
    for (let minute = 0; minute < 10; minute += 1) {
      await turn();
      world.advance(MINUTE);
    }
    assert.equal(world.meddler.calls('leases.save'), 2);
  });
});
