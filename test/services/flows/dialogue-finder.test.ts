import assert from 'node:assert/strict';
import { createDialogueSearch } from '../../../services/adapters/search/create-dialogue-search.ts';
import { MINUTE } from '../../../services/domain/instant.ts';
import { DialogueFinder } from '../../../services/flows/dialogue-finder.ts';
import { createWorld, type TestWorld } from '../../support/world.ts';

describe('Finding dialogues', () => {
  const finderFor = (world: TestWorld): DialogueFinder =>
    new DialogueFinder(
      world.bot.world,
      createDialogueSearch(() => world.now),
    );
  const found = async (finder: DialogueFinder, words: string): Promise<readonly string[]> =>
    (await finder.find(words)).map(({ view }) => view.dialogue.id);

  it('reads the store once, and what this instance changed since at the next search', async () => {
    const world = createWorld();
    const finder = finderFor(world);
    const first = await world.writes('Wanneer wordt het grofvuil opgehaald?');
    assert.deepEqual(await found(finder, 'grofvuil'), [first]);
    const second = await world.writes('Mijn lantaarn is stuk', { handle: 'piet' });
    assert.deepEqual(await found(finder, 'lantaarn'), [], 'another instance stored it');
    finder.changed(second);
    assert.deepEqual(await found(finder, 'lantaarn'), [second]);
  });

  it('finds what another instance stored after five minutes at the latest', async () => {
    const world = createWorld();
    const finder = finderFor(world);
    assert.deepEqual(await found(finder, 'lantaarn'), []);
    const second = await world.writes('Mijn lantaarn is stuk');
    world.advance(5 * MINUTE + 1);
    assert.deepEqual(await found(finder, 'lantaarn'), [second]);
  });

  it('finds nobody by a number, and shows it masked', async () => {
    const world = createWorld();
    const finder = finderFor(world);
    const dialogue = await world.writes('Bel mij over de kapotte brug op 06-12345678');
    assert.deepEqual(await found(finder, '0612345678'), []);
    assert.deepEqual(await found(finder, '12345678'), []);
    const [entry] = await finder.find('kapotte brug');
    assert.equal(entry?.view.dialogue.id, dialogue);
    assert.equal(entry.view.posts[0]?.text, 'Bel mij over de kapotte brug op [telefoonnummer]');
    assert.match(entry.thread ?? '', /;messageid=/);
  });

  it('does not find what was said in private', async () => {
    const world = createWorld();
    const finder = finderFor(world);
    await world.writes('Mijn buurman heet Olifantje', { private: true });
    assert.deepEqual(await found(finder, 'olifantje'), []);
  });

  it('finds an answer of ours, and says how it ended', async () => {
    const world = createWorld();
    const finder = finderFor(world);
    const dialogue = await world.writes('Wanneer is de milieustraat open?');
    await world.does(dialogue, 'Bram', { type: 'claim' });
    await world.does(dialogue, 'Bram', { type: 'place', text: 'Elke zaterdag tot vier uur.' });
    world.advance(MINUTE);
    await world.settleAll();
    const [entry] = await finder.find('zaterdag');
    assert.equal(entry?.view.dialogue.stage.name, 'answered');
  });
});
