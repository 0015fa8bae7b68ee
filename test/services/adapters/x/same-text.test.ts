import assert from 'node:assert/strict';
import { sameText } from '../../../../services/adapters/x/same-text.ts';

describe('Telling our text on X from another', () => {
  const same = [
    ['Goedemorgen! ^AB', '@jan_wormer @ans_neck Goedemorgen! ^AB', 'the mentions that X puts in front'],
    ['@jan_wormer Goedemorgen! ^AB', '@jan_wormer Goedemorgen! ^AB', 'a mention of our own in front'],
    ['Zie https://oostzaan.nl/a?b=1&c=2. ^AB', 'Zie https://t.co/aB3. ^AB', 'a link'],
    ['Zie oostzaan.nl/a en wormerland.nl ^AB', 'Zie https://t.co/a en https://t.co/b ^AB', 'two bare domains'],
    ['B&W: 1 < 2 ^AB', 'B&amp;W: 1 &lt; 2 ^AB', 'escaped characters'],
    ['Schrijf &amp; ^AB', 'Schrijf &amp;amp; ^AB', 'a typed entity'],
    ['Cafe\u0301 ^AB', 'Caf\u00e9 ^AB', 'another Unicode form'],
    ['  Twee\n\nregels ^AB ', 'Twee\n\nregels ^AB', 'outer space'],
    ['Kosten: €5,- (incl.) [ja]+ ^AB', 'Kosten: €5,- (incl.) [ja]+ ^AB', 'signs with a meaning in patterns'],
  ] as const;
  for (const [sent, onX, what] of same)
    it(`sees through ${what}`, () => {
      assert.ok(sameText(sent, onX));
    });

  const other = [
    ['Goedemorgen! ^AB', 'Goedemorgen! ^BK'],
    ['Goedemorgen! ^AB', 'Goedemorgen'],
    ['Open tot 17.00 ^AB', 'Open tot 17x00 ^AB'],
    ['Zie oostzaan.nl voor meer ^AB', 'Zie https://t.co/a ^AB'],
    ['Open ^AB', 'Wij zijn open ^AB'],
    ['open ^AB', 'Open ^AB'],
  ] as const;
  for (const [sent, onX] of other)
    it(`does not take "${onX}" for "${sent}"`, () => {
      assert.ok(!sameText(sent, onX));
    });
});
