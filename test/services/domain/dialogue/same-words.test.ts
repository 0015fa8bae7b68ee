import assert from 'node:assert/strict';
import { nameOfWords, wordsAlone } from '../../../../services/domain/dialogue/same-words.ts';
import { type Post } from '../../../../services/domain/post.ts';
import { TUESDAY_TEN } from '../../../support/dialogue-facts.ts';

const TEXT = 'Laat de oude linde aan de Dorpsstraat staan, wij willen geen asfalt.';

function post(more: Partial<Post> = {}): Post {
  return {
    network: 'x',
    id: '1',
    thread: '1',
    author: { id: '42', handle: 'ans', name: 'Ans' },
    text: TEXT,
    postedAt: TUESDAY_TEN,
    account: 'GemWormerland',
    inReplyTo: null,
    link: null,
    foundBy: [],
    ...more,
  };
}

describe('The words of a text alone', () => {
  it('are the same with other capitals, signs, spaces, mentions, links and emoji', () => {
    const other =
      '@GemWormerland  LAAT de oude linde\naan de dorpsstraat staan: wij willen geen asfalt!! 🌳 https://t.co/x1';
    assert.equal(wordsAlone(other), wordsAlone(TEXT));
  });

  it('are others with another word or number, also in another script', () => {
    assert.notEqual(wordsAlone('huis 12'), wordsAlone('huis 13'));
    assert.equal(wordsAlone('الشجرة 😀'), 'الشجرة');
  });
});

describe('A text that may be a copy', () => {
  it('has a name that holds for one UTC day', () => {
    assert.equal(
      nameOfWords(post(), 'live'),
      nameOfWords(post({ id: '2', thread: '2', text: `${TEXT}!` }), 'listening'),
    );
    assert.notEqual(nameOfWords(post(), 'live'), nameOfWords(post({ postedAt: TUESDAY_TEN + 86_400_000 }), 'live'));
  });

  it('is none that is short, private, in a thread, by hand, for practice, or by who knows whom', () => {
    const unfit: readonly Partial<Post>[] = [
      { text: '@GemWormerland https://t.co/abcdefghijklmnopqrstuvwxyz wanneer komt het?' },
      { private: true },
      { thread: '0' },
      { network: 'manual' },
      { author: { id: '42', handle: '', name: '' } },
    ];
    for (const more of unfit) assert.equal(nameOfWords(post(more), 'live'), null, JSON.stringify(more));
    assert.equal(nameOfWords(post(), 'practice'), null);
  });
});
