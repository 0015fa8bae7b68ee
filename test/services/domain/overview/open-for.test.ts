import assert from 'node:assert/strict';
import { type Entry } from '../../../../services/domain/overview/entry.ts';
import { openFor } from '../../../../services/domain/overview/open-for.ts';
import { member, type Name } from '../../../support/dialogue-facts.ts';
import { SCENE_NAMES, type Scene, viewOfScene } from '../../../support/scenes.ts';

describe('What is open for somebody', () => {
  const entry = (scene: Scene): Entry => ({ view: viewOfScene(scene), thread: null });
  const open = (who: Name, ...scenes: readonly Scene[]): Readonly<Record<string, number>> =>
    Object.fromEntries(openFor(member(who), scenes.map(entry)).map(({ name, entries }) => [name, entries.length]));

  it('is what they hold, what nobody holds, and what waits for their yes', () => {
    assert.deepEqual(open('Bram', 'claimed'), { mine: 1 });
    assert.deepEqual(open('Anna', 'claimed'), {});
    assert.deepEqual(open('Anna', 'waiting'), { waiting: 1 });
    assert.deepEqual(open('Els', 'drafted', 'waiting'), { approve: 1, waiting: 1 });
  });

  it('never asks who submitted a text, or a trainee, to approve it', () => {
    assert.deepEqual(open('Bram', 'drafted'), { mine: 1 });
    assert.deepEqual(open('Carla', 'drafted'), {});
  });

  it('is in the order in which it helps others most, each dialogue once', () => {
    const all = SCENE_NAMES.map(entry);
    for (const who of ['Anna', 'Bram', 'Carla', 'Els'] as const) {
      const groups = openFor(member(who), all);
      const names = groups.map(({ name }) => name);
      assert.deepEqual(
        names,
        ['approve', 'colleague', 'promised', 'mine', 'waiting'].filter((name) => (names as string[]).includes(name)),
      );
      const shown = groups.flatMap(({ entries }) => entries);
      assert.equal(new Set(shown).size, shown.length);
      for (const { view } of shown)
        assert.ok(
          !['closed', 'setAside', 'answered'].includes(view.dialogue.stage.name) || view.dialogue.promise != null,
          view.dialogue.stage.name,
        );
    }
  });
});
