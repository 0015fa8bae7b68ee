import assert from 'node:assert/strict';
import { announcement } from '../../cards/announcement.ts';
import { rootCard } from '../../cards/dialogue-card.ts';
import { personalMessage } from '../../cards/personal-message.ts';
import { workCard } from '../../cards/work-card.ts';
import { viewOfScene } from '../support/scenes.ts';
import { DUTCH } from '../support/views.ts';
import { ofType, read } from './card-walk.ts';
import { REMINDERS } from './reminder-lines.ts';

const BOTH = '<at>Bram Kok</at> en <at>Els Prins</at>';
const MATTER = '\\(vraag · afval · Wormerland\\)';

/** The line as it is sent, in the order of `REMINDERS`. */
const EXPECTED: readonly RegExp[] = [
  /^<at>Bram Kok<\/at>: dit gesprek staat nog bij jou\. .* Loslaten bovenaan\. .* komt het om 11:22 vrij voor iedereen\.$/,
  /^<at>Bram Kok<\/at>: je tekst is nog niet geplaatst\. Op de kaart hierboven/,
  /^<at>Bram Kok<\/at>: er gebeurde niets met dit gesprek.* staat er nog\. <at>Els Prins<\/at>: pak het op met Oppakken bovenaan\.$/,
  new RegExp(`^${BOTH}: dit moet vóór 13:59 antwoord hebben ${MATTER}\\. Pak het op met Oppakken bovenaan\\.$`),
  new RegExp(`^<at>Bram Kok</at>: dit moet vóór 13:59 antwoord hebben ${MATTER}\\. Ga verder op de nieuwste kaart`),
  /^<at>Bram Kok<\/at>: .* Het wacht op akkoord: .* Niemand van de akkoordgevers heeft nu dienst; Anna de Boer vanaf/,
  /^<at>Els Prins<\/at>: .* Het wacht op akkoord: lees de tekst hierboven en kies op die kaart wat ermee moet gebeuren\.$/,
  new RegExp(`^${BOTH}: dit had vóór 13:59 antwoord moeten hebben ${MATTER}\\. Pak het op`),
  new RegExp(`^${BOTH}: .* Het staat bij Bram Kok; neem het zo nodig over met Overnemen bovenaan\\.$`),
  new RegExp(`^${BOTH}: dit had antwoord nodig, en dat is er intussen\\.$`),
  /^<at>Els Prins<\/at>: dit kan niet wachten \(⚠ calamiteit.*\), maar Els Prins is niet te bereiken in Teams\. ☎ Bel Els Prins 06-12345678: Teams belt niet\.$/,
];

describe('A line that time brings', () => {
  REMINDERS.forEach(([scene, news], index) => {
    it(`says what is the matter and what to do: ${news.what} while ${scene}`, () => {
      const { text, card, mentions } = announcement(news, viewOfScene(scene), DUTCH);
      assert.match(text, EXPECTED[index]!);
      assert.deepEqual([card, mentions], [null, news.to]);
    });
  });
});

describe('Something that cannot wait, at night', () => {
  const view = viewOfScene('standBy');

  it('has whom to ring up on the root card, large', () => {
    const ring = ofType(rootCard(view, DUTCH), 'TextBlock').find(({ text }) => String(text).startsWith('☎'));
    assert.deepEqual([ring?.text, ring?.['size']], ['☎ Bel Els Prins 06-12345678: Teams belt niet.', 'Large']);
    assert.doesNotMatch(read(rootCard(viewOfScene('urgent'), DUTCH)), /☎/);
  });

  it('says to who stands by what, by when, in which words, masked, and leads to the thread and the post', () => {
    const links = (thread: string | null) => thread && `https://teams.example/${thread}`;
    const { text, card } = personalMessage({ kind: 'stand-by', view, thread: '1' }, DUTCH, links);
    assert.match(
      text,
      /^Je hebt piket, en dit kan niet wachten: ⚠ calamiteit.* · Oostzaan, antwoord vóór 22:29\. Pak het op/,
    );
    assert.match(read(card!), /@zuideinde_live · 21:59\nGrote tak over een kabel.* Bel \[telefoonnummer\]/);
    assert.deepEqual(
      ofType(card, 'Action.OpenUrl').map(({ url }) => url),
      ['https://teams.example/1', 'https://x.com/i/status/180001'],
    );
    assert.equal(
      ofType(personalMessage({ kind: 'stand-by', view, thread: null }, DUTCH, links).card, 'Action.OpenUrl').length,
      1,
    );
  });

  it('is an exercise in practice, and says so first', () => {
    const practised = { ...view, dialogue: { ...view.dialogue, mode: 'practice' } } as const;
    assert.match(
      personalMessage({ kind: 'stand-by', view: practised, thread: null }, DUTCH, () => null).text,
      /^Oefening/,
    );
  });
});

describe('A claim that ended by itself', () => {
  it('is told on the card that it was worked on, with the concept', () => {
    const card = read(workCard(viewOfScene('expired'), 1, DUTCH));
    assert.match(card, /Bij Bram Kok gebeurde er niets mee; vrijgegeven 11:22\./);
    assert.match(card, /Dinsdag 1 december, Jan\./);
    assert.match(card, /11:22 Vrijgegeven, want er gebeurde niets mee · Bram Kok/);
  });
});
