import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import en from '../../cards/text/en.json' with { type: 'json' };
import nl from '../../cards/text/nl.json' with { type: 'json' };
import { words } from '../../cards/words.ts';
import { OUTCOMES } from '../../services/domain/dialogue/dialogue.ts';
import { local } from '../support/dialogue-facts.ts';
import { DUTCH, ENGLISH, Story } from '../support/views.ts';
import { SCENE_NAMES, viewOfScene } from '../support/scenes.ts';

function placeholders(sentence: string): readonly string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
}

describe('The catalogues', () => {
  it('have the same sentences with the same placeholders, in the same order', () => {
    assert.deepEqual(Object.keys(en), Object.keys(nl));
    for (const [key, sentence] of Object.entries(nl)) {
      assert.deepEqual(placeholders(en[key as keyof typeof en]), placeholders(sentence), key);
    }
  });

  it('name each sentence once: of two the last would win without a word', () => {
    for (const [language, catalogue] of Object.entries({ nl, en })) {
      const text = readFileSync(new URL(`../../cards/text/${language}.json`, import.meta.url), 'utf8');
      const named = [...text.matchAll(/^ *"([^"]+)":/gm)].map(([, key]) => key);
      assert.deepEqual(named, Object.keys(catalogue));
    }
  });

  it('leave no sentence empty, and write nothing that a client reads as markdown', () => {
    for (const [key, sentence] of [...Object.entries(nl), ...Object.entries(en)]) {
      assert.ok(sentence.trim() !== '', key);
      assert.doesNotMatch(sentence, /[*_`[\]<>]|^\s*[-+#]/, key);
    }
  });

  it('call a thing by one name: no ticket, case, draft or burger on a Dutch card', () => {
    for (const [key, sentence] of Object.entries(nl)) {
      assert.doesNotMatch(sentence, /ticket|\bcase\b|\bdraft\b|burger|\bu\b|\buw\b|medewerker(?! in opleiding)/i, key);
    }
  });

  it('know every event, network and outcome that the cards meet', () => {
    const seen = SCENE_NAMES.flatMap((scene) => viewOfScene(scene).dialogue.course.map(({ what }) => what));
    assert.ok(new Set(seen).size > 15);
    for (const what of seen) assert.notEqual(DUTCH.label('course', what), what);
    for (const outcome of OUTCOMES) assert.notEqual(DUTCH.label('outcome', outcome), outcome);
    assert.equal(DUTCH.label('network', new Story().dialogue.network), 'X');
  });
});

describe('Words', () => {
  const morning = local('11-24 10:42');

  it('write a moment of today as a time, and another with its day', () => {
    assert.equal(DUTCH.moment(morning, local('11-24 16:00')), '10:42');
    assert.equal(DUTCH.moment(morning, local('11-25 08:30')), 'di 24 nov 10:42');
    assert.equal(DUTCH.moment(morning), 'di 24 nov 10:42');
    assert.equal(DUTCH.when(morning, morning), 'om 10:42');
    assert.equal(DUTCH.when(morning), 'op di 24 nov om 10:42');
    assert.equal(ENGLISH.when(morning), 'on Tue 24 Nov at 10:42');
    assert.equal(DUTCH.exactTime(morning + 15_000), '10:42:15');
  });

  it('go by the clock of the municipality, midnight included', () => {
    const midnight = local('11-25 00:00');
    assert.equal(DUTCH.time(midnight), '00:00');
    assert.equal(DUTCH.moment(midnight, midnight - 1), 'wo 25 nov 00:00');
    assert.equal(words('nl', 'America/New_York').time(midnight), '18:00');
  });

  it('count, list and fill in', () => {
    assert.match(DUTCH.many('refusal.too-long', 1, { limit: 280 }), /^De tekst is 1 teken te lang/);
    assert.match(DUTCH.many('refusal.too-long', 1_200, { limit: 280 }), /^De tekst is 1\.200 tekens te lang/);
    assert.equal(DUTCH.either(['Anna', 'Bram', 'Els']), 'Anna, Bram of Els');
    assert.equal(DUTCH.all(['Anna', 'Bram']), 'Anna en Bram');
  });

  it('show a name of the settings as it is when they have no word for it', () => {
    assert.equal(DUTCH.label('kind', 'klacht'), 'ongenoegen of klacht');
    assert.equal(ENGLISH.label('kind', 'klacht'), 'displeasure or complaint');
    assert.equal(ENGLISH.label('kind', 'eigen soort'), 'eigen soort');
    assert.equal(DUTCH.label('kind', 'toString'), 'toString');
  });

  it('say which value is missing, for that is our mistake', () => {
    assert.throws(() => DUTCH.say('due.before'), /"due\.before" has no value for \{moment\}/);
  });

  it('fill in what was typed to the letter', () => {
    assert.equal(DUTCH.say('reply.writer', { name: '$& {name}' }), 'geschreven door $& {name}');
  });
});
