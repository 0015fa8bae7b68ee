import assert from 'node:assert/strict';
import { interpret } from '../../../../services/domain/work-instruction/interpret.ts';
import { settings } from '../../../support/dialogue-facts.ts';

const O = 'GemOostzaan';
const W = 'GemWormerland';
type Case = readonly [
  text: string,
  account: string | null,
  kind: string,
  topic: string | null,
  municipality: string | null,
];

/** The practice book's twelve, as an experienced colleague reads them. Where the rules read it otherwise, see below. */
const BOOK: readonly Case[] = [
  [
    '@GemOostzaan Hoi, mijn ID-kaart verloopt over zes weken en in mei staan we op een camping in Kroatië. Haal ik dat nog? En kan ik zo binnenlopen?',
    O,
    'vraag',
    'burgerzaken',
    'oostzaan',
  ],
  [
    'Die dame aan de balie in Oostzaan heeft mijn moeder van 84 zó geduldig geholpen met haar pincode. Goud waard 💛',
    null,
    'compliment',
    'burgerzaken',
    'oostzaan',
  ],
  [
    "Dat nieuwe bankje aan de Dorpsstraat in Wormer. Wie heeft dát uitgezocht? Lelijker kregen ze 't niet.",
    null,
    'mening',
    'groen',
    'wormerland',
  ],
  [
    'Lantaarnpaal bij de bushalte in Jisp hangt echt scheef na die vrachtwagen. Mijn dochter wacht daar elke ochtend. Wachten tot ie omvalt?',
    null,
    'melding',
    'wegen',
    'wormerland',
  ],
  [
    "@GemWormerland m'n kliko is WEG sinds dinsdag!! bel me ff 06-12345678, Dorpsstraat 999 in wormer. of moet ik soms zelf gaan zoeken",
    W,
    'melding',
    'afval',
    'wormerland',
  ],
  [
    'Chapeau hoor @GemWormerland! Afvalpas aangevraagd in september en het is bijna kerst. Komt hij met de arrenslee? 👏👏',
    W,
    'klacht',
    'afval',
    'wormerland',
  ],
  [
    "@GemWormerland Vier keer gebeld. Drie keer 'u wordt vandaag nog teruggebeld'. NIEMAND. Wat doen jullie daar de hele dag? Dit gaat nergens meer over.",
    W,
    'klacht',
    'dienstverlening',
    'wormerland',
  ],
  [
    '@GemOostzaan Ik schrijf over de nieuwbouw aan het Noordeinde. Klopt het dat de start een jaar opschuift? Deadline 19.00 uur. Wie kan ik bellen?',
    O,
    'pers',
    'wonen',
    'oostzaan',
  ],
];

/** Read graver than the book does, or without what only a person knows; never milder. */
const OTHERWISE: readonly Case[] = [
  // The lantern stands on the other side of the bridge, in Zaanstad: the rules see a place of ours.
  [
    'Vanuit Wormer de brug over en aan de Wormerveerse kant al drie avonden geen enkele lantaarn. Slapen ze daar?',
    null,
    'melding',
    'wegen',
    'wormerland',
  ],
  // An opinion repeated, says the book; as a complaint about politics it needs a yes twice over.
  [
    'Dus jullie geven gewoon toe dat de wethouder heeft gelogen over dat parkeerterrein? DERDE keer dat ik het vraag!! @GemWormerland',
    W,
    'klacht',
    'politiek',
    'wormerland',
  ],
  // The topic is the storm; the rules see the branch.
  [
    'Grote tak over een kabel op het Zuideinde in Oostzaan en het VONKT. Kinderen staan te kijken. Iemand???',
    null,
    'calamiteit',
    'groen',
    'oostzaan',
  ],
  // Distress is no kind in webcare.yml: it goes with danger.
  [
    '@GemOostzaan weer een brief dat ik moet terugbetalen. ik kan niet meer. voor mij hoeft het allemaal niet meer zo',
    O,
    'calamiteit',
    'zorg',
    'oostzaan',
  ],
];

const OTHERS: readonly Case[] = [
  ['Wanneer wordt het grofvuil opgehaald in Jisp?', W, 'vraag', 'afval', 'wormerland'],
  ['@GemOostzaan hoe laat is het gemeentehuis open', O, 'vraag', null, 'oostzaan'],
  ['Weet iemand wat een paspoort kost', O, 'vraag', 'burgerzaken', 'oostzaan'],
  ['Ik kan niet meer inloggen met DigiD, wat nu?', O, 'vraag', 'burgerzaken', 'oostzaan'],
  ['Hoeft het niet meer aan de straat te staan?', W, 'vraag', null, 'wormerland'],
  ['Wanneer is de open dag van de brandweer in Wormer?', W, 'vraag', null, 'wormerland'],
  ['Ik heb per ongeluk de verkeerde zak aangeboden, mag ik die terug?', W, 'vraag', null, 'wormerland'],
  ['Tot hoe laat kan ik stemmen, en waar is het stembureau?', W, 'vraag', 'verkiezingen', 'wormerland'],
  ['Wordt gft in de zomer twee keer per week opgehaald?', W, 'vraag', 'afval', 'wormerland'],
  ['Wie heeft dit paspoort gevonden?', O, 'vraag', 'burgerzaken', 'oostzaan'],
  ['Where can I renew my passport', O, 'vraag', 'burgerzaken', 'oostzaan'],
  ['Losse tegel voor de Burgemeester ter Laakstraat 12, oma viel bijna', W, 'melding', 'wegen', 'wormerland'],
  ['De container is vol en er staan zakken naast', O, 'melding', 'afval', 'oostzaan'],
  ['Fietspad in Neck spekglad', W, 'overig', 'wegen', 'wormerland'],
  ['Het fietspad in Neck is glad', W, 'melding', 'wegen', 'wormerland'],
  ['Alweer afval gedumpt bij De Heul', null, 'melding', 'afval', 'oostzaan'],
  ['Street light is broken in Jisp', null, 'melding', 'wegen', 'wormerland'],
  ['Schandalig dat de speeltuin zo vies is', W, 'klacht', 'groen', 'wormerland'],
  ['Al zes weken wachten op een uittreksel', O, 'klacht', 'burgerzaken', 'oostzaan'],
  ['Dank maar het is nog niet opgelost', O, 'klacht', null, 'oostzaan'],
  ['Geweldig, de lantaarn doet het sinds september niet. Hulde!', W, 'klacht', 'wegen', 'wormerland'],
  ['Lekker bezig weer met die wegwerkzaamheden', W, 'klacht', 'wegen', 'wormerland'],
  ['Bedankt voor niks, gemeente', O, 'klacht', null, 'oostzaan'],
  ['Jullie sturen me van het kastje naar de muur', O, 'klacht', null, 'oostzaan'],
  ['Super geregeld hoor, voor de vierde keer niet opgehaald', W, 'klacht', null, 'wormerland'],
  ['Brand in de schuur naast de milieustraat!', W, 'calamiteit', 'afval', 'wormerland'],
  ['Ik ruik gas op de Kerkstraat', O, 'calamiteit', null, 'oostzaan'],
  ['Ongeluk op de brug, er zijn gewonden', W, 'calamiteit', 'wegen', 'wormerland'],
  ['voor mij hoeft het niet meer', O, 'calamiteit', null, 'oostzaan'],
  ['Voor een artikel zoek ik iemand van groen', O, 'pers', null, 'oostzaan'],
  ['Wat is de deadline voor bezwaar?', O, 'vraag', 'juridisch', 'oostzaan'],
  ['Gaat de wethouder nog iets aan het parkeren doen?', W, 'vraag', 'politiek', 'wormerland'],
  ['Complimenten voor de buitendienst, alle takken weg', O, 'compliment', 'groen', 'oostzaan'],
  ['Chapeau voor de mensen van de balie', O, 'compliment', 'burgerzaken', 'oostzaan'],
  ['Thanks for the quick help at the town hall', O, 'compliment', null, 'oostzaan'],
  ['Ik vind de nieuwe bankjes zonde van het geld', W, 'mening', 'groen', 'wormerland'],
  ['Volgens mij kan dat goedkoper', W, 'mening', null, 'wormerland'],
  ['Mooie zonsondergang boven het Wormer- en Jisperveld', null, 'overig', null, 'wormerland'],
  ['Goedemorgen allemaal', null, 'overig', null, null],
];

describe('The first reading of a post', () => {
  for (const [text, account, kind, topic, municipality] of [...BOOK, ...OTHERWISE, ...OTHERS]) {
    it(`makes ${kind} about ${topic ?? 'nothing in particular'} of “${text}”`, () => {
      const read = interpret({ text, account }, settings);
      assert.deepEqual(
        [read.kind, read.topic, read.municipality],
        [kind, topic, municipality],
        `because of ${read.because}`,
      );
    });
  }

  it('says which word decided, and nothing when none did', () => {
    assert.equal(interpret({ text: 'Er is BRAND', account: null }, settings).because, 'brand');
    assert.equal(interpret({ text: 'Waar?', account: null }, settings).because, '?');
    assert.equal(interpret({ text: 'Goedemorgen', account: null }, settings).because, null);
  });

  it('does not read handles: they are names', () => {
    assert.equal(interpret({ text: '@brand_top_dank kijk', account: null }, settings).kind, 'overig');
  });

  it('takes the place that is named, and the account when both or none are', () => {
    const place = (text: string, account: string | null) => interpret({ text, account }, settings).municipality;
    assert.equal(place('De kliko in Jisp', O), 'wormerland');
    assert.equal(place('Van Oostzaan naar Wormer', W), 'wormerland');
    assert.equal(place('Van Oostzaan naar Wormer', null), null);
    assert.equal(place('In Wormerveer', null), null, 'another municipality');
    assert.equal(place('@GemOostzaan', 'gemoostzaan'), 'oostzaan', 'a handle has no capitals');
  });

  it('copes with composed and decomposed letters, capitals and very long posts', () => {
    assert.equal(interpret({ text: 'SCHANDALIG', account: null }, settings).kind, 'klacht');
    assert.equal(
      interpret({ text: 'Wie heeft dát uitgezocht?'.normalize('NFD'), account: null }, settings).kind,
      'mening',
    );
    const started = performance.now();
    interpret({ text: 'top '.repeat(1000) + 'al al al '.repeat(500), account: null }, settings);
    assert.ok(performance.now() - started < 2_000, 'no pattern runs away');
  });

  it('knows only kinds that webcare.yml has rules for', () => {
    const kinds = new Set(
      [...BOOK, ...OTHERWISE, ...OTHERS].map(([text, account]) => interpret({ text, account }, settings).kind),
    );
    for (const kind of kinds) assert.ok(Object.hasOwn(settings.instruction.kinds, kind), kind);
    assert.equal(kinds.size, Object.keys(settings.instruction.kinds).length, 'and each of them is reached');
  });
});
