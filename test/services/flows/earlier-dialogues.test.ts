import assert from 'node:assert/strict';
import { DAY, MINUTE } from '../../../services/domain/instant.ts';
import { earlierDialogues } from '../../../services/flows/earlier-dialogues.ts';
import { createWorld } from '../../support/world.ts';

describe('Earlier dialogues with a citizen', () => {
  it('are counted when a new one begins: in all, and this month', async () => {
    const world = createWorld();
    const first = await world.writes('Mijn container is weg');
    assert.equal((await world.head(first)).earlier, undefined);
    world.advance(MINUTE);
    const second = await world.writes('En de lantaarn is stuk');
    assert.deepEqual((await world.head(second)).earlier, { all: 1, thisMonth: 1 });
    world.advance(10 * DAY);
    const third = await world.writes('Weer de container');
    assert.deepEqual((await world.head(third)).earlier, { all: 2, thisMonth: 0 });
    assert.equal((await world.head(first)).earlier, undefined, 'what came later is not earlier');
  });

  it('are those of this citizen alone, newest first', async () => {
    const world = createWorld();
    const first = await world.writes('Mijn container is weg');
    world.advance(MINUTE);
    await world.writes('Ik ben iemand anders', { handle: 'piet' });
    const second = await world.writes('En de lantaarn is stuk');
    world.advance(MINUTE);
    const third = await world.writes('En nog iets');
    const found = await earlierDialogues(world.bot.world, await world.head(third));
    assert.deepEqual(
      found.map(({ view }) => view.dialogue.id),
      [second, first],
    );
    assert.ok(found.every(({ thread }) => thread !== null));
  });

  it('change no count when a post is read twice or the citizen goes on', async () => {
    const world = createWorld();
    await world.writes('Mijn container is weg');
    world.advance(MINUTE);
    const second = await world.writes('En de lantaarn is stuk');
    const { version } = await world.head(second);
    await world.bot.poll();
    assert.equal((await world.head(second)).version, version);
  });
});
