import assert from 'node:assert/strict';
import { createTextTools } from '../../../../services/adapters/text/create-text-tools.ts';

const { limit, ...tools } = createTextTools({ ownNumbers: [] });

describe('The length of a reply as X counts it', () => {
  const lengths: readonly (readonly [text: string, length: number])[] = [
    ['', 0],
    ['Goedemorgen ^AB', 15],
    ['Zie https://www.wormerland.nl/afval/grofvuil/ophalen/afspraak-maken', 27],
    ['Zie https://oostzaan.nl en wormerland.nl', 54],
    ['Fijne dag! 🙏', 13],
    ['👩‍👩‍👧', 2],
    ['café', 4],
    ['cafe\u0301', 4],
    ['日本', 4],
    // No such top-level domain, so X makes no link of it.
    ['https://www.over-gemeenten.example/afval', 40],
  ];
  for (const [text, length] of lengths) {
    it(`of ${JSON.stringify(text)} is ${length}`, () => {
      assert.equal(tools.length(text), length);
    });
  }

  it('may be 280', () => {
    assert.equal(limit, 280);
    assert.equal(tools.length('é'.repeat(280)), limit);
  });
});

describe('The fingerprint of a text', () => {
  it('is the same over all releases', () => {
    assert.equal(tools.fingerprint('Goedemorgen ^AB'), 'JYNva1oMY_rLvW6a4v3GRJ');
  });

  it('is short and can stand in a key', () => {
    for (const text of ['', 'a', 'ü 🙏', 'x'.repeat(10_000)]) assert.match(tools.fingerprint(text), /^[\w-]{22}$/);
  });

  it('of another text is another, be it by a comma or a space', () => {
    const texts = ['Dank u wel', 'Dank u, wel', 'Dank u wel ', 'dank u wel', 'café', 'cafe\u0301'];
    assert.equal(new Set(texts.map((text) => tools.fingerprint(text))).size, texts.length);
  });
});
