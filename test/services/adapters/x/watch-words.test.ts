import assert from 'node:assert/strict';
import { termsIn } from '../../../../services/adapters/x/watch-words.ts';
import { settings } from '../../../support/dialogue-facts.ts';

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['Het ruikt vreemd in Oostzaan.', ['oostzaan']],
  ['OOSTZAAN!', ['oostzaan']],
  ['#oostzaan is mooi', ['oostzaan']],
  ['In Tuindorp Oostzaan is het stil', []],
  ['De OVER-gemeenten, dus ook Wormer', ['organisatie', 'wormerland']],
  ['over gemeenten gesproken', ['organisatie']],
  ['Overgemeenten', ['organisatie']],
  ['Wormerveer is geen Wormerlander', []],
  ['Jísp en Oostzaan', ['oostzaan', 'wormerland']],
  ['De gemeente is over', []],
];

describe('Which things we listen for are in a text', () => {
  for (const [text, found] of CASES) {
    it(`“${text}”: ${found.join(', ') || 'none'}`, () => {
      assert.deepEqual(termsIn(text, settings.watch), found);
    });
  }

  it('is the only one that was searched for, when X found it where we do not see it', () => {
    assert.deepEqual(termsIn('https://t.co/abc', settings.watch.slice(0, 1)), ['organisatie']);
  });
});
