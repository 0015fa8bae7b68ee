import assert from 'node:assert/strict';
import { announcement } from '../../cards/announcement.ts';
import { workCard } from '../../cards/work-card.ts';
import { viewOfScene } from '../support/scenes.ts';
import { DUTCH } from '../support/views.ts';
import { read } from './card-walk.ts';
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

describe('A claim that ended by itself', () => {
  it('is told on the card that it was worked on, with the concept', () => {
    const card = read(workCard(viewOfScene('expired'), 1, DUTCH));
    assert.match(card, /Bij Bram Kok gebeurde er niets mee; vrijgegeven 11:22\./);
    assert.match(card, /Dinsdag 1 december, Jan\./);
    assert.match(card, /11:22 Vrijgegeven, want er gebeurde niets mee · Bram Kok/);
  });
});
