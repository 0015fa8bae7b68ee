import assert from 'node:assert/strict';
import { summary } from '../../cards/summary.ts';
import { SCENE_NAMES, viewOfScene } from '../support/scenes.ts';
import { DUTCH } from '../support/views.ts';

describe('The summary for a notification', () => {
  it('is about the matter: the town and the first words', () => {
    assert.equal(summary(viewOfScene('waiting'), DUTCH), 'Wormerland: Wanneer wordt het grofvuil opgehaald in Jisp?');
    assert.equal(summary(viewOfScene('followedUp'), DUTCH), 'Wormerland: Oké, en een koelkast, mag die ook mee?');
  });

  it('is at most 60 characters on one line, and never half a character', () => {
    for (const text of ['😀'.repeat(100), '👨‍👩‍👧‍👦'.repeat(50), 'woord\n'.repeat(100), `${'a'.repeat(46)}😀😀`]) {
      const line = summary(viewOfScene('waiting', { text }), DUTCH);
      assert.ok(line.length <= 60, `${line.length}: ${line}`);
      assert.match(line, /…$/);
      assert.doesNotMatch(line, /\n|\p{Surrogate}|\u200D…/u);
    }
    for (const scene of SCENE_NAMES) assert.ok(summary(viewOfScene(scene), DUTCH).length <= 60, scene);
  });

  it('says the kind and subject when the words are gone', () => {
    assert.equal(summary(viewOfScene('deleted'), DUTCH), 'Wormerland: vraag · afval');
  });
});
