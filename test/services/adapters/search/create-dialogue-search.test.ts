import assert from 'node:assert/strict';
import { createDialogueSearch } from '../../../../services/adapters/search/create-dialogue-search.ts';
import { DAY } from '../../../../services/domain/instant.ts';
import { TUESDAY_TEN } from '../../../support/dialogue-facts.ts';

describe('Search over the dialogues', () => {
  const search = createDialogueSearch(() => TUESDAY_TEN);
  const put = (dialogue: string, said: string, age = 0, about = ''): void => {
    search.put({ dialogue, said, about, at: TUESDAY_TEN - age });
  };
  put('grofvuil', 'Wanneer wordt het grofvuil opgehaald in Jisp?', 0, 'jantje75 vraag afval Wormerland');
  put('cafe', 'Geluidsoverlast bij café De Brul, weer reünie');
  put('container', 'Mijn container is al drie weken niet opgehaald', 0, 'klacht afval Oostzaan');
  put('old', 'De speeltuin is kapot', 400 * DAY);
  put('new', 'De speeltuin is open, en er is veel meer te doen dan vroeger', 1 * DAY);

  it('finds words whole or begun, in any case and with or without accents', () => {
    assert.deepEqual(search.find('GROFVUIL', 5), ['grofvuil']);
    assert.deepEqual(search.find('grofv', 5), ['grofvuil']);
    assert.deepEqual(search.find('cafe reunie', 5), ['cafe']);
    assert.deepEqual(search.find('Café', 5), ['cafe']);
  });

  it('wants all the words, and finds by who, kind, topic and town as well', () => {
    assert.deepEqual(search.find('opgehaald jisp', 5), ['grofvuil']);
    assert.deepEqual(search.find('afval oostzaan', 5), ['container']);
    assert.deepEqual(search.find('jantje75', 5), ['grofvuil']);
  });

  it('forgives a wrong letter, and then a word too many', () => {
    assert.deepEqual(search.find('grofvuul', 5), ['grofvuil']);
    assert.deepEqual(search.find('geluidsoverlast olifant', 5), ['cafe']);
    assert.deepEqual(search.find('olifant', 5), []);
    assert.deepEqual(search.find('?!', 5), []);
  });

  it('puts the newer first where the words fit as well, and gives no more than was asked', () => {
    assert.deepEqual(search.find('speeltuin', 5), ['new', 'old']);
    assert.deepEqual(search.find('speeltuin', 1), ['new']);
  });

  it('goes by the newest words of a dialogue, and forgets one that is gone', () => {
    put('grofvuil', 'Iets anders: de lantaarn');
    assert.deepEqual(search.find('grofvuil', 5), []);
    assert.deepEqual(search.find('lantaarn', 5), ['grofvuil']);
    search.forget('grofvuil');
    search.forget('grofvuil');
    assert.deepEqual(search.find('lantaarn', 5), []);
  });
});
