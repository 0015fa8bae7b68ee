import assert from 'node:assert/strict';
import { type AdaptiveCard } from '../../cards/adaptive-card.ts';
import { rootCard } from '../../cards/dialogue-card.ts';
import { workCard } from '../../cards/work-card.ts';
import { type Surroundings } from '../../services/domain/post.ts';
import { DUTCH, ENGLISH, type Opening, Story } from '../support/views.ts';
import { bytesOf, ofType, read, readAsMarkup } from './card-walk.ts';

const NOTHING: Surroundings = { repliedTo: null, quoted: null, photos: [], language: null };

function story(around: Partial<Surroundings>, opening: Opening = {}): Story {
  return new Story({ surroundings: { ...NOTHING, ...around }, ...opening });
}
function cards(around: Partial<Surroundings>): { readonly root: AdaptiveCard; readonly work: AdaptiveCard } {
  const told = story(around);
  const root = rootCard(told.view(), DUTCH);
  return { root, work: workCard(told.does('Bram', { type: 'claim' }).view(), 1, DUTCH) };
}
const photo = (n: number, alt: string | null = null) => ({ url: `https://pbs.twimg.com/media/${n}.jpg`, alt });

describe('What stands around a post', () => {
  it('is shown under it: what it reacts to and what it quotes, on the root card and beside the text', () => {
    const { root, work } = cards({
      repliedTo: { id: '7', handle: 'ans_neck', text: 'De brug is\nweer dicht' },
      quoted: { id: '8', handle: null, text: 'Storing verholpen' },
    });
    for (const card of [root, work]) {
      assert.match(
        read(card),
        /\nWanneer wordt[^\n]*\nReactie op @ans_neck:\nDe brug is weer dicht\nHaalt iemand aan:\nStoring verholpen\n/,
      );
    }
  });

  it('leaves out what is in the dialogue itself', () => {
    const told = new Story().writes('En waar?');
    assert.equal(told.view().posts[0]?.surroundings, null);
    const reacts = story({ repliedTo: { id: '180001', handle: 'GemWormerland', text: 'Dinsdag' } });
    assert.equal(reacts.view().posts[0]?.surroundings?.repliedTo, null);
    assert.doesNotMatch(read(rootCard(reacts.view(), DUTCH)), /Reactie op|Dinsdag/);
  });

  it('names the language when there is one to name', () => {
    assert.match(read(cards({ language: 'tr' }).root), /\nTaal: Turks\n/);
    assert.match(read(rootCard(story({ language: 'tr' }).view(), ENGLISH)), /\nLanguage: Turkish\n/);
    assert.doesNotMatch(read(cards({}).root), /Taal/);
  });

  it('shows its photos small, each with its description or with that there is none', () => {
    const { root } = cards({ photos: [photo(1, 'Een bankstel\nop de stoep'), photo(2)] });
    assert.deepEqual(
      ofType(root, 'Image').map(({ url, altText }) => [url, altText]),
      [
        ['https://pbs.twimg.com/media/1.jpg', 'Een bankstel op de stoep'],
        ['https://pbs.twimg.com/media/2.jpg', 'Foto bij het bericht, zonder beschrijving'],
      ],
    );
    assert.deepEqual(ofType(cards({}).root, 'ImageSet'), []);
  });

  it('is masked like the words of the post, and then says so', () => {
    const { root, work } = cards({
      repliedTo: { id: '7', handle: 'ans_neck', text: 'bel 06-12345678' },
      photos: [photo(1, 'briefje met 06-12345678')],
    });
    assert.match(read(root), /bel \[telefoonnummer\][^]*Persoonsgegevens zijn afgeschermd/);
    assert.doesNotMatch(JSON.stringify([root, work]), /06-?12345678/);
    assert.ok(ofType(work, 'Action.Execute').some(({ title }) => title === 'Toon'));
  });

  it('goes when the words of the post go', () => {
    const told = story({ quoted: { id: '8', handle: 'ans_neck', text: 'Storing' } }).forgets('180001');
    assert.doesNotMatch(read(rootCard(told.view(), DUTCH)), /Storing|Haalt/);
  });

  for (const [what, text] of Object.entries({
    'a markdown link': '[klik hier](http://KWAAD.example)',
    'a template': '${KWAAD} ${head} @{KWAAD}',
    'a mention': '<at>KWAAD</at>',
    HTML: '<img src=x onerror=alert("KWAAD")>',
    quotes: '"KWAAD" \\ \\n \' }], "type": "Action.OpenUrl"',
  })) {
    it(`is nowhere read as markup: ${what}`, () => {
      const { root, work } = cards({
        repliedTo: { id: '7', handle: text, text },
        quoted: { id: '8', handle: text, text },
        photos: [photo(1, text)],
      });
      for (const card of [root, work]) {
        assert.ok(read(card).includes(text));
        const marked = readAsMarkup(card).filter(
          ([path, value]) => value.includes('KWAAD') && !path.endsWith('/altText'),
        );
        assert.deepEqual(marked, []);
      }
    });
  }

  it('cannot turn the rest of the card around', () => {
    const text = 'betaal \u202Eneelb\u202C op\u200Brekening';
    const { root } = cards({ quoted: { id: '8', handle: `a\u2067b`, text }, photos: [photo(1, text)] });
    assert.doesNotMatch(JSON.stringify(root), /[\u202A-\u202E\u2066\u2067\u2069\u200B]/);
  });

  for (const part of ['😀', '👨‍👩‍👧‍👦 ', '漢', '"\\', 'a\n', '\u0301']) {
    it(`fits on the cards when all of it is 4,000 times ${JSON.stringify(part)}`, () => {
      const text = part.repeat(4_000);
      const quoted = { id: '8', handle: text, text };
      const told = story(
        { repliedTo: quoted, quoted, photos: [1, 2, 3, 4].map((n) => photo(n, text)), language: 'ja' },
        { text, handle: text, name: text },
      );
      assert.ok(bytesOf(rootCard(told.view(), DUTCH)) <= 28 * 1024, `${bytesOf(rootCard(told.view(), DUTCH))}`);
      told.does('Bram', { type: 'claim' });
      assert.ok(bytesOf(workCard(told.view(), 1, DUTCH)) <= 28 * 1024);
    });
  }
});

describe('How a post was found', () => {
  it('is said of what was not addressed to us, all ways once', () => {
    const told = new Story({ account: null, foundBy: ['wormerland', 'organisatie'] });
    assert.match(read(rootCard(told.view(), DUTCH)), /Gevonden met: wormerland, organisatie · niet aan ons gericht/);
  });

  it('gives way to whom it is addressed to', () => {
    const told = new Story({ foundBy: ['@GemWormerland', 'wormerland'] });
    assert.match(read(rootCard(told.view(), DUTCH)), /aan @GemWormerland\n/);
    assert.doesNotMatch(read(rootCard(told.view(), DUTCH)), /Gevonden/);
  });
});
