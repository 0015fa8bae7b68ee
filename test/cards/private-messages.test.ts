import assert from 'node:assert/strict';
import { announcement } from '../../cards/announcement.ts';
import { rootCard } from '../../cards/dialogue-card.ts';
import { summary } from '../../cards/summary.ts';
import { workCard } from '../../cards/work-card.ts';
import { type Scene, viewOfScene } from '../support/scenes.ts';
import { DUTCH } from '../support/views.ts';
import { bytesOf, ofType, read } from './card-walk.ts';

const shown = (scene: Scene, generation = 1): string => read(workCard(viewOfScene(scene), generation, DUTCH));
const verbs = (scene: Scene): readonly unknown[] =>
  ofType(workCard(viewOfScene(scene), 1, DUTCH), 'Action.Execute').map(({ verb }) => verb);
const channel = (scene: Scene) =>
  ofType(workCard(viewOfScene(scene), 1, DUTCH), 'Input.ChoiceSet').find(({ id }) => id === 'channel');

describe('A private message on cards', () => {
  it('is offered beside the public reply, which is chosen beforehand, with the room of both', () => {
    assert.equal(channel('claimed')?.['value'], 'public');
    assert.match(
      shown('claimed'),
      /openbaar hoogstens 276 tekens, een link telt als 23 · als privébericht hoogstens 2\.496 tekens/,
    );
  });

  it('is chosen beforehand for who wrote in private last, and the only way for who never wrote in public', () => {
    assert.equal(channel('privateToo')?.['value'], 'private');
    assert.equal(channel('privateAsked'), undefined);
    assert.match(shown('privateAsked'), /schreef alleen privé/);
  });

  it('is not offered while listening, to who did not come to us, nor where a person must place it', () => {
    for (const scene of ['listening', 'byHandClaimed'] as const) assert.equal(channel(scene), undefined, scene);
  });

  it('is marked in words wherever it is shown', () => {
    assert.match(read(rootCard(viewOfScene('privateAsked'), DUTCH)), /^Privébericht\nIk wil dit niet openbaar zeggen/m);
    assert.match(shown('privateToo'), /^@jantje75 · 10:57 · Privébericht$/m);
    assert.match(shown('privateDrafted'), /Dit gaat als privébericht naar de inwoner/);
    assert.match(shown('privateApproved'), /Dit gaat als privébericht naar de inwoner/);
    assert.match(shown('privateSent'), /✓ Als privébericht verstuurd 10:52 door Bram Kok, akkoord van Els Prins/);
    assert.match(shown('privatePractice'), /^Verstuurd in de oefening\.\nDit is verstuurd$/m);
  });

  it('is not quoted in a notification, nor for clients that cannot draw the card', () => {
    for (const scene of ['privateAsked', 'privateToo'] as const) {
      const view = viewOfScene(scene);
      assert.equal(summary(view, DUTCH), 'Wormerland: Privébericht van @jantje75');
      for (const card of [rootCard(view, DUTCH), workCard(view, 1, DUTCH)])
        assert.doesNotMatch(card.fallbackText, /buurman/);
      const news = { what: 'citizen-wrote', to: [], by: null, post: null, before: null, after: null } as const;
      assert.doesNotMatch(announcement(news, view, DUTCH).text, /buurman/);
    }
  });

  it('cannot be taken back, so no button says so', () => {
    assert.ok(!verbs('privateSent').includes('remove'));
    assert.ok(verbs('answeredApproved').includes('remove'));
  });

  it('that is refused says what to do, with a button for it; the invitation is a text to look at', () => {
    assert.match(shown('privateRefused'), /laat ons deze inwoner geen privébericht sturen\. Kies Openbaar verder/);
    assert.ok(verbs('privateRefused').includes('goPublic'));
    assert.equal(channel('wentPublic')?.['value'], 'public');
    const inputs = ofType(workCard(viewOfScene('wentPublic'), 1, DUTCH), 'Input.Text');
    const value = inputs.find(({ id }) => id === 'concept')?.['value'];
    assert.match(String(value), /privébericht sturen kan hier: https:\/\/x\.com\/messages\/compose/);
    assert.match(shown('wentPublic'), /apart bewaard\nWat vervelend, Jan/);
    assert.ok(!verbs('refused').includes('goPublic'), 'nor after another refusal');
  });

  it('of which nobody knows whether it was sent leaves the choice to a person', () => {
    assert.match(shown('privateUnsure'), /^Onzeker: misschien verstuurd, misschien niet$/m);
    assert.deepEqual(verbs('privateUnsure').slice(0, 2), ['reportPlaced', 'retry']);
    assert.match(read(rootCard(viewOfScene('privateUnsure'), DUTCH)), /^Onzeker of het verstuurd is · bij Bram Kok/m);
    const news = { what: 'not-placed', to: [], by: null, post: null, before: null, after: null } as const;
    assert.doesNotMatch(announcement(news, viewOfScene('privateUnsure'), DUTCH).text, /niet geplaatst/);
    assert.deepEqual(
      ofType(workCard(viewOfScene('privateUnsure'), 1, DUTCH), 'Input.Text').filter(({ id }) => id === 'placedLink'),
      [],
      'it has no link',
    );
  });

  for (const part of ['a', '漢', '😀', '"\\', 'a\n', '\u0301']) {
    it(`of full length is seen whole by who says yes to it, within 28 KB: ${JSON.stringify(part)}`, () => {
      const view = viewOfScene('privateDrafted', { text: 'Een klacht? '.repeat(300) });
      const concept = { ...view.dialogue.concept!, text: part.repeat(2_496 / part.length).trim() };
      const signed = `${concept.text} ^BK`;
      const card = workCard({ ...view, dialogue: { ...view.dialogue, concept }, signed }, 1, DUTCH);
      assert.ok(bytesOf(card) <= 28 * 1_024, String(bytesOf(card)));
      assert.ok(read(card).replace(/\s/g, '').includes(signed.replace(/\s/g, '')));
    });
  }
});
