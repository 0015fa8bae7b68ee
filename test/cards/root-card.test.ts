import assert from 'node:assert/strict';
import { rootCard } from '../../cards/dialogue-card.ts';
import { type Scene, viewOfScene } from '../support/scenes.ts';
import { DUTCH, ENGLISH, Story } from '../support/views.ts';
import { ofType, partsOf, read } from './card-walk.ts';

function shown(scene: Scene): string {
  return read(rootCard(viewOfScene(scene), DUTCH));
}

describe('The root card', () => {
  it('says where, who, which town, when, what kind and to whom', () => {
    assert.match(
      shown('waiting'),
      /^X · @jantje75 Jan de Vries · Wormerland\n09:59\nvraag · afval · aan @GemWormerland\n/,
    );
  });

  it('says that something was found and not addressed to us', () => {
    assert.match(shown('found'), /melding · wegen · Gevonden, niet aan ons gericht/);
  });

  it('marks practice, and only practice', () => {
    assert.match(shown('practice'), /^Oefening · er gaat niets naar buiten/);
    assert.doesNotMatch(shown('claimed'), /Oefening/);
  });

  it('marks an emergency with a sign and a word', () => {
    assert.match(shown('urgent'), /⚠ calamiteit/);
  });

  it('gives the day of a post of another day', () => {
    assert.match(shown('yesterday'), /\ndi 24 nov 09:59\n/);
  });

  const statuses: Partial<Record<Scene, string>> = {
    waiting: 'Nieuw · antwoord vóór 13:59',
    late: 'Nieuw\n⚠ Te laat: antwoord had vóór 13:59 gemoeten',
    yesterday: 'Nieuw\n⚠ Te laat: antwoord had vóór di 24 nov 13:59 gemoeten',
    claimed: 'Bij Bram Kok sinds 10:42 · antwoord vóór 13:59',
    takenOver: 'Bij Els Prins sinds 11:02 · antwoord vóór 13:59',
    released: 'Wacht weer · eerder bij Bram Kok · antwoord vóór 13:59',
    drafted: 'Wacht op akkoord · bij Bram Kok sinds 10:42 · antwoord vóór 13:59',
    refused: '✕ Niet geplaatst · bij Bram Kok · antwoord vóór 13:59',
    stopped: 'Tegengehouden · bij Bram Kok · antwoord vóór 13:59',
    approved: 'Wordt geplaatst · bij Bram Kok · antwoord vóór 13:59',
    answered: '✓ Beantwoord 10:52 door Bram Kok · sluit vanzelf op vr 27 nov om 17:00',
    followedUp: 'Wacht weer · eerder bij Bram Kok · antwoord vóór wo 25 nov 08:34',
    closed: '✓ Afgerond 12:00 door Bram Kok: beantwoord',
    closedItself: '✓ Vanzelf afgerond 17:01: beantwoord',
    phoned: '✓ Afgerond 11:10 door Bram Kok: gebeld',
    setAside: 'Bewust niet gereageerd: mening zonder vraag · Bram Kok 10:20',
  };
  for (const [scene, status] of Object.entries(statuses) as [Scene, string][]) {
    it(`says where it stands, ${scene}: ${status.replace('\n', ' / ')}`, () => {
      assert.ok(
        shown(scene).includes(`\n${status}\nLuisteren ▸ Duiden ▸ Nadenken ▸ Kanaalkeuze ▸ Dialoog`),
        shown(scene),
      );
    });
  }

  it('does not ask for an answer to an opinion', () => {
    const view = new Story({ text: 'Dat nieuwe bankje is spuuglelijk.' }).view();
    assert.equal(view.dialogue.due, null);
    assert.match(read(rootCard(view, DUTCH)), /Nieuw · antwoorden hoeft niet/);
  });

  it('is late from the due time itself', () => {
    const view = viewOfScene('waiting');
    const { due } = view.dialogue;
    assert.ok(due !== null);
    assert.doesNotMatch(read(rootCard({ ...view, at: due - 1 }, DUTCH)), /Te laat/);
    assert.match(read(rootCard({ ...view, at: due }, DUTCH)), /⚠ Te laat/);
  });

  it('has the step we are in bold, and that one alone', () => {
    const bold = (scene: Scene): readonly unknown[] =>
      ofType(rootCard(viewOfScene(scene), DUTCH), 'TextRun')
        .filter(({ weight }) => weight === 'Bolder')
        .map(({ text }) => text);
    assert.deepEqual(bold('waiting'), ['@jantje75', 'Luisteren']);
    assert.deepEqual(bold('claimed'), ['@jantje75', 'Duiden']);
    assert.deepEqual(bold('approved'), ['@ko_de_klusser', 'Kanaalkeuze']);
    assert.deepEqual(bold('answered'), ['@jantje75', 'Dialoog']);
  });

  it('shows the newest words, and the rest of the conversation folded away', () => {
    const card = rootCard(viewOfScene('several'), DUTCH);
    assert.match(read(card), /\nEn moet ik daar zelf bij zijn\?\n/);
    assert.match(read(card), /3 berichten in dit gesprek/);
    const folded = partsOf(card).find(({ id }) => id === 'earlier');
    assert.equal(folded?.['isVisible'], false);
    const inside = ofType(folded, 'TextRun').map(({ text }) => text);
    assert.ok(inside.includes('Wanneer wordt het grofvuil opgehaald in Jisp?'));
    assert.ok(!inside.includes('En moet ik daar zelf bij zijn?'));
    assert.equal(
      partsOf(rootCard(viewOfScene('waiting'), DUTCH)).find(({ id }) => id === 'earlier'),
      undefined,
    );
  });

  it('shows thanks beside the question, not in its place', () => {
    assert.match(
      shown('thanked'),
      /\nWanneer wordt het grofvuil opgehaald in Jisp\?\n@jantje75 · 11:19\nTop, dankjewel 🙏\n/u,
    );
  });

  it('tells which of our replies was taken off', () => {
    assert.match(
      shown('removed'),
      /wij, @GemWormerland \(verwijderd\) · 10:42|wij, @GemWormerland \(verwijderd\) · 10:52/,
    );
  });

  it('says that words are masked or gone', () => {
    assert.match(shown('masked'), /\[telefoonnummer\][^]*Persoonsgegevens zijn afgeschermd/);
    assert.match(shown('deleted'), /De inwoner heeft dit bericht verwijderd/);
    assert.doesNotMatch(shown('waiting'), /afgeschermd/);
  });

  it('of an own post counts who reacted, newest first, and says what was placed', () => {
    assert.match(shown('ownReacted'), /\n4 reacties, nieuwste van @jisper, @ko_de_klusser en @ans_neck\n/);
    assert.doesNotMatch(shown('ownPlaced'), /reactie/);
    assert.match(shown('ownClosed'), /\n✓ Afgerond 12:00 door Bram Kok: geplaatst\n/);
  });

  it('of a reaction says that it is to a post of ours, with its words', () => {
    assert.match(shown('reaction'), /voor Jisp\?\nReactie op ons bericht:\nCode geel/);
  });

  it('is in English in English', () => {
    assert.match(
      read(rootCard(viewOfScene('late'), ENGLISH)),
      /question · afval · to @GemWormerland[^]*⚠ Late: an answer was due before 13:59/,
    );
  });

  it('says how often it was passed on, and by whom first', () => {
    const view = viewOfScene('waiting');
    const shown = (count: number, handles: readonly string[]): string =>
      read(rootCard({ ...view, dialogue: { ...view.dialogue, echoes: { count, handles } } }, DUTCH));
    assert.match(shown(1, ['ans']), /1 keer gedeeld, door @ans/);
    assert.match(shown(12, ['ans', 'jan', 'piet']), /12 keer gedeeld, onder anderen door @ans, @jan en @piet/);
    assert.doesNotMatch(read(rootCard(view, DUTCH)), /gedeeld/);
  });

  it('says who else wrote the same words, and that they get no answer of their own', () => {
    const view = viewOfScene('waiting');
    const copies = { count: 12, handles: ['ans', 'jan', 'piet'] };
    assert.match(
      read(rootCard({ ...view, dialogue: { ...view.dialogue, copies } }, DUTCH)),
      /12 andere inwoners stuurden dezelfde tekst, onder anderen @ans, @jan en @piet. Zij krijgen geen eigen antwoord/,
    );
  });
});
