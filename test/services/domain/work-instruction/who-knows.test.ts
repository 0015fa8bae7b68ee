import assert from 'node:assert/strict';
import { resembles } from '../../../../services/domain/resembling.ts';
import { knownTopics, whoKnows } from '../../../../services/domain/work-instruction/who-knows.ts';
import { settings } from '../../../support/dialogue-facts.ts';

const of = (asked: string, municipality: string | null = null): readonly string[] =>
  whoKnows(settings, asked, municipality).departments.map(({ name }) => name);

describe('Who knows', () => {
  it('is found by topic, by a word that belongs to one, by department and by person', () => {
    for (const asked of ['afval', 'grofvuil', 'Afval en openbare ruimte', 'openbare', 'Esra', 'yilmaz'])
      assert.deepEqual(of(asked), ['Afval en openbare ruimte'], asked);
  });

  it('is found in spite of accents, a wrong letter, two swapped ones or an unfinished word', () => {
    for (const asked of ['Áfval', 'afvel', 'avfal', 'afv', 'parkeern', 'openbaer'])
      assert.deepEqual(of(asked), ['Afval en openbare ruimte'], asked);
    assert.deepEqual(of('verkiezngen'), ['Burgerzaken']);
  });

  it('is nobody for what nobody is known for, and for nothing at all', () => {
    for (const asked of ['quantumfysica', 'en', 'de', '', '   ', '?']) assert.deepEqual(of(asked), [], asked);
  });

  it('goes by the municipality that is named, and else by the one that is known', () => {
    const two = [
      { name: 'Groen', municipality: null, topics: ['groen'], phone: null, people: [] },
      { name: 'Groen Oost', municipality: 'oostzaan', topics: ['groen'], phone: null, people: [] },
      { name: 'Groen Wormer', municipality: 'wormerland', topics: ['groen'], phone: null, people: [] },
    ];
    const asked = (words: string, known: string | null): readonly string[] =>
      whoKnows({ ...settings, departments: two }, words, known).departments.map(({ name }) => name);
    assert.deepEqual(asked('groen', null), ['Groen', 'Groen Oost', 'Groen Wormer']);
    assert.deepEqual(asked('groen', 'oostzaan'), ['Groen Oost', 'Groen']);
    assert.deepEqual(asked('groen jisp', 'oostzaan'), ['Groen Wormer', 'Groen']);
    assert.deepEqual(asked('De Haal', null), ['Groen Oost', 'Groen']);
  });

  it('is somebody of the other municipality where nobody else is left', () => {
    assert.deepEqual(of('burgerzaken', 'wormerland'), ['Burgerzaken']);
  });

  it('has a list of all topics', () => {
    assert.ok(knownTopics(settings).includes('afval'));
    assert.deepEqual([...knownTopics(settings)].sort(), knownTopics(settings));
  });

  it('takes no short word for another', () => {
    assert.equal(resembles('gras', 'glas'), false);
    assert.equal(resembles('wegen', 'zegen'), true);
  });
});
