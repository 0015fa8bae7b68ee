import assert from 'node:assert/strict';
import { isOnlyCourtesy, isOnlyThanks } from '../../../../services/domain/dialogue/thanks.ts';

const THANKS = [
  'Dankjewel!',
  'Dank je wel 🙏',
  'Top, dankjewel 🙏',
  '@GemOostzaan bedankt voor het snelle antwoord',
  'Hartelijk dank!!',
  'Alvast bedankt!',
  'Heel erg bedankt hoor',
  'Super, dank u wel @GemWormerland 😀',
  'Oké, helder. Dank!',
  'OK',
  'Prima zo',
  'Merci 👍',
  'Fijn, bedankt voor de info',
  'Nogmaals dank :)',
  'toppers <3',
  'Thanks!',
  'Thank you so much 💛',
  'thx :D',
  'Great, thanks for your quick reply',
  'Cheers @GemOostzaan@mastodon.example',
  '👍',
  '❤️❤️',
  '👏🏽 🙏🏻',
  '@GemWormerland 😊',
  'Bedankt, en groeten',
];

const MORE = [
  'Dank maar het is nog niet opgelost',
  'bedankt voor niks',
  'Bedankt, en wanneer dan?',
  'Top?',
  'Oké…maar waar dan',
  'Dank. De container is nog vol',
  'Super geregeld weer, drie weken wachten',
  'Thanks for nothing',
  'Thank you, but it is still broken',
  'ok not really',
  'Dank je wel 🙄',
  'Fijn :(',
  'Geweldig 👏👏😡',
  '👎',
  '🤬',
  '😭😭',
  '🤷‍♀️',
  '❓',
  'Snelle reactie',
  'zo snel',
  'Hallo',
  'dinsdag',
  '112',
  'Bel me op 06-12345678, dank',
  'https://t.co/abc',
  'Bedankt https://t.co/abc',
  '@GemOostzaan',
  '...',
  '',
];

describe('Only thanks', () => {
  for (const text of THANKS) {
    it(`is “${text}”`, () => {
      assert.equal(isOnlyThanks(text), true);
    });
  }
  for (const text of MORE) {
    it(`is not “${text}”`, () => {
      assert.equal(isOnlyThanks(text), false);
    });
  }
});

describe('What is only courtesy', () => {
  it('is thanks or a greeting, and never what may be an answer', () => {
    for (const said of ['hoi', 'Dank je!', 'Goedemorgen Bedankt', 'hallo 👋', 'Hoi, dank je wel', '👍'])
      assert.ok(isOnlyCourtesy(said), said);
    for (const said of [
      'morgen',
      'ja',
      'nee',
      'Hoi, op dinsdag',
      'dinsdag',
      'hallo?',
      '075-1234501',
      'Dank, maar ik weet het niet',
    ])
      assert.ok(!isOnlyCourtesy(said), said);
  });
});
