import assert from 'node:assert/strict';
import { announcement } from '../../cards/announcement.ts';
import { difference } from '../../cards/difference.ts';
import { viewOfScene } from '../support/scenes.ts';
import { DUTCH, ENGLISH } from '../support/views.ts';
import { ofType, read } from './card-walk.ts';
import { ANNOUNCEMENTS } from './pictures.ts';

function drawn(index: number) {
  const [scene, news] = ANNOUNCEMENTS[index]!;
  return announcement(news, viewOfScene(scene), DUTCH);
}

describe('A new line in the thread', () => {
  for (const words of [DUTCH, ENGLISH]) {
    it(`mentions everybody who must now do something, in ${words.language}`, () => {
      for (const [scene, news] of ANNOUNCEMENTS) {
        const { text, mentions } = announcement(news, viewOfScene(scene), words);
        assert.deepEqual(mentions, news.to);
        for (const { name } of mentions) assert.ok(text.includes(`<at>${name}</at>`), text);
        assert.ok(text.length > 40 && text.endsWith('.'), text);
      }
    });
  }

  it('asks the approvers for their yes, and says to what and by when', () => {
    assert.match(
      drawn(0).text,
      /^<at>Els Prins<\/at> en <at>Anna de Boer<\/at>: Bram Kok vraagt akkoord voor een antwoord \(ongenoegen of klacht · dienstverlening · Wormerland\), antwoord vóór 13:59\./,
    );
    assert.equal(drawn(0).card, null);
  });

  it('tells who took it over', () => {
    assert.match(drawn(1).text, /^<at>Bram Kok<\/at>: Els Prins heeft dit van je overgenomen\./);
  });

  it('shows what the citizen wrote, literally, to who holds it', () => {
    const { text, card } = drawn(2);
    assert.match(text, /Lees het voordat er iets geplaatst wordt\.$/);
    assert.match(read(card!), /^Nieuw bericht van de inwoner\n@jantje75 · 10:57\nEn moet ik daar zelf bij zijn\?$/);
  });

  it('says who had it, when nobody holds it', () => {
    assert.match(drawn(3).text, /Bram Kok had dit gesprek; pak het op met Oppakken bovenaan\.$/);
  });

  it('shows the writer what an approver changed, and until when it can be stopped', () => {
    const { text, card } = drawn(4);
    assert.match(text, /Kies Toch niet plaatsen vóór 10:52:15\.$/);
    const runs = ofType(card, 'TextRun');
    assert.deepEqual(
      runs.filter((run) => run['strikethrough']).map((run) => run.text),
      ['bel ik', 'vandaag zelf.'],
    );
    assert.deepEqual(
      runs.filter((run) => run['underline']).map((run) => run.text),
      ['bellen we', 'vóór 16.00 uur.'],
    );
  });

  it('says why a reply was not placed and what to do, with the words of the network apart', () => {
    assert.match(drawn(5).text, /je tekst is niet geplaatst\. X laat ons hier niet antwoorden, .* kies Afronden\.$/);
    assert.match(read(drawn(5).card!), /Wat X zei\nReply to this conversation is not allowed\./);
  });

  it('does not give the reason of that time when it was sent again since', () => {
    const news = ANNOUNCEMENTS[5]![1];
    assert.match(announcement(news, viewOfScene('approved'), DUTCH).text, /Kijk op de kaart hierboven/);
  });

  it('says who held it back', () => {
    assert.match(drawn(6).text, /Els Prins heeft je tekst tegengehouden/);
  });

  it('says what to do when a reply cannot be taken off', () => {
    assert.match(drawn(7).text, /X heeft onze tekst niet verwijderd\. Verwijder hem zelf op X, met ons account\.$/);
  });

  it('says who approved what a person must now place', () => {
    assert.match(drawn(8).text, /^<at>Bram Kok<\/at>: Els Prins gaf akkoord\. Plaats de tekst nu zelf op X, /);
    assert.equal(drawn(8).card, null);
  });
});

describe('The difference of two texts', () => {
  it('leaves every word of both in its place', () => {
    const before = 'Dinsdag wordt het  opgehaald. **Let op**';
    const after = 'Woensdag wordt het opgehaald, **Let op** ${x}';
    const { before: was, after: now } = difference(before, after);
    assert.equal(was.map(({ text }) => text).join(''), before);
    assert.equal(now.map(({ text }) => text).join(''), after);
  });

  it('marks nothing in equal texts, and all in unlike ones', () => {
    assert.deepEqual(difference('a b', 'a b').after, [{ type: 'TextRun', text: 'a b' }]);
    assert.equal(difference('a', 'b').before[0]?.strikethrough, true);
    assert.deepEqual(difference('', 'b').before, []);
  });

  it('does not take forever over long texts', () => {
    const long = 'woord '.repeat(5_000);
    assert.deepEqual(difference(long, long).before, [{ type: 'TextRun', text: long }]);
  });
});
