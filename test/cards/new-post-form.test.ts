import assert from 'node:assert/strict';
import { rootCard } from '../../cards/dialogue-card.ts';
import { emptyNewPost, newPostAdded, newPostForm } from '../../cards/new-post-form.ts';
import { workCard } from '../../cards/work-card.ts';
import { local, settings } from '../support/dialogue-facts.ts';
import { type Scene, viewOfScene } from '../support/scenes.ts';
import { DUTCH } from '../support/views.ts';
import { ofType, partsOf, titlesOf } from './card-walk.ts';

const EMPTY = emptyNewPost(local('11-24 09:05'), DUTCH);

function valuesOf(fields: typeof EMPTY): Readonly<Record<string, unknown>> {
  const parts = partsOf(newPostForm('form-of-bram', fields, settings.municipalities, DUTCH));
  const values = parts.flatMap(({ type, id, value }) => (type?.startsWith('Input.') ? [[id, value] as const] : []));
  return Object.fromEntries(values) as Record<string, unknown>;
}

describe('The form for a message that came in elsewhere', () => {
  it('begins with now, on the clock of the municipality, and with what is chosen most', () => {
    const { day, time, where, municipality } = valuesOf(EMPTY);
    assert.deepEqual([day, time, where, municipality], ['2026-11-24', '09:05', 'facebook', '-']);
  });

  it('keeps what was typed, to the letter', () => {
    const typed = { ...EMPTY, who: '${who} **Jan**', text: '[x](http://kwaad.nl)\n${text}', link: 'http' };
    assert.deepEqual(valuesOf(typed), typed);
  });

  it('says what was made in words that no client reads as markdown', () => {
    const card = newPostAdded({ ...EMPTY, who: '[Jan](http://kwaad.nl)', where: 'phone' }, DUTCH);
    const blocks = JSON.stringify(ofType(card, 'TextBlock'));
    assert.doesNotMatch(blocks, /kwaad/);
    assert.match(JSON.stringify(card.body), /Toegevoegd: Telefoon · \[Jan\]/);
    assert.deepEqual(card.actions, []);
  });
});

describe('What was brought in by hand', () => {
  const text = (scene: Scene, card: 'root' | 'work' = 'work'): string => {
    const view = viewOfScene(scene);
    return JSON.stringify(card === 'root' ? rootCard(view, DUTCH) : workCard(view, 1, DUTCH));
  };

  it('shows where it came from and who it is of, without an @ that was not typed', () => {
    assert.match(text('manual', 'root'), /Facebook · .*Fatima el Idrissi.*Wormerland.*handmatig toegevoegd/);
    assert.doesNotMatch(text('manual', 'root'), /@Fatima/);
    assert.match(text('manualUnnamed', 'root'), /Markt of balie · .*iemand/);
  });

  it('says before anybody writes that a person gives the answer, and how long it may be', () => {
    assert.match(text('manualClaimed'), /is de tekst klaar, dan geef je het antwoord zelf.*hoogstens 1\.996 tekens/);
  });

  it('offers the text and the report with a link that may be left out, and no page, no try and no removal', () => {
    assert.deepEqual(
      titlesOf(workCard(viewOfScene('manualByHand'), 1, DUTCH))[0],
      'Ik heb het geplaatst › Ik heb het geplaatst',
    );
    assert.doesNotMatch(text('manualByHand'), /Plaats zelf|Opnieuw proberen|isRequired/);
    assert.doesNotMatch(text('manualReported'), /Verwijderen|namens @/);
    assert.match(text('manualReported'), /Door Bram Kok gemeld 10:52, niet nagekeken/);
  });
});
