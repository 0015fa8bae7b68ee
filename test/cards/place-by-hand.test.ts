import assert from 'node:assert/strict';
import { intentAddress } from '../../cards/place-by-hand.ts';
import { rootCard } from '../../cards/dialogue-card.ts';
import { workCard } from '../../cards/work-card.ts';
import { type Words } from '../../cards/words.ts';
import { type DialogueView } from '../../services/domain/dialogue/view.ts';
import { type Scene, viewOfScene } from '../support/scenes.ts';
import { DUTCH, ENGLISH } from '../support/views.ts';
import { ofType, partsOf, read, titlesOf } from './card-walk.ts';

function shown(scene: Scene, words: Words = DUTCH): string {
  return read(workCard(viewOfScene(scene), 1, words));
}

function pageOn(view: DialogueView): URL | null {
  const found = ofType(workCard(view, 1, DUTCH), 'Action.OpenUrl').find(({ title }) => title === 'Plaats zelf op X');
  return found === undefined ? null : new URL(String(found['url']));
}

describe('Plaats zelf op X', () => {
  it("opens X's own page with exactly the signed text, as a reply to the citizen's post", () => {
    for (const scene of ['refused', 'byHand', 'misplaced'] as const) {
      const view = viewOfScene(scene);
      const page = pageOn(view);
      assert.equal(`${page?.origin}${page?.pathname}`, 'https://x.com/intent/post');
      assert.deepEqual(Object.fromEntries(page!.searchParams), { in_reply_to: '180001', text: view.signed });
    }
  });

  it('encodes every character, and spaces so that the app of X reads them too', () => {
    const text = 'A&B=C#D +1% "é" 👩‍👩‍👧\nnieuwe regel ^AB';
    const address = intentAddress('180001', text);
    assert.doesNotMatch(address, /[+\s"#\n]/);
    assert.equal(new URL(address).searchParams.get('text'), text);
    assert.match(intentAddress('1', 'half \uD800 teken'), /%EF%BF%BD/);
  });

  it('is never longer than a browser takes: then the text is left out and stands on the card', () => {
    assert.ok(intentAddress('180001', 'é '.repeat(140)).length < 2_000);
    assert.equal(intentAddress('180001', '👨‍👩‍👧‍👦'.repeat(140)), 'https://x.com/intent/post?in_reply_to=180001');
  });

  it('warns before anyone writes that even by hand it may not be allowed', () => {
    const view = viewOfScene('claimed');
    const posts = view.dialogue.posts.map((post) => ({ ...post, limited: true as const }));
    const dialogue = { ...view.dialogue, network: 'x', asked: false, mode: 'live', posts } as const;
    const card = (more: object) =>
      read(workCard({ ...view, onlyByHand: true, dialogue: { ...dialogue, ...more } }, 1, DUTCH));
    assert.match(
      card({}),
      /is de tekst klaar, dan plaats je hem zelf op X\.\nDe schrijver laat maar een deel van X reageren/,
    );
    assert.doesNotMatch(card({ posts: view.dialogue.posts }), /maar een deel/);
  });

  it('is not there for words without a yes, another network or another reason', () => {
    const view = viewOfScene('refused');
    assert.equal(pageOn({ ...view, hash: 'of other words' }), null);
    assert.equal(pageOn({ ...view, dialogue: { ...view.dialogue, network: 'practice' } }), null);
    for (const scene of ['tooLate', 'overtaken', 'stopped'] as const) assert.equal(pageOn(viewOfScene(scene)), null);
  });

  it('asks beforehand as whom the browser is signed in', () => {
    assert.match(shown('refused'), /\nIngelogd als @GemWormerland\? Kijk dat op X na/);
    assert.match(shown('byHand', ENGLISH), /\nSigned in as @GemWormerland\? Check that on X/);
    assert.doesNotMatch(shown('stopped'), /Ingelogd als/);
  });
});

describe('Ik heb het geplaatst', () => {
  it('asks for the link and brings the fingerprint of the text that was frozen', () => {
    const view = viewOfScene('refused');
    const card = workCard(view, 1, DUTCH);
    const input = partsOf(card).find(({ id }) => id === 'placedLink');
    assert.deepEqual([input?.['label'], input?.['isRequired']], ['Link van het antwoord op X', true]);
    const button = ofType(card, 'Action.Execute').find(({ verb }) => verb === 'reportPlaced');
    assert.equal(button?.data?.['hash'], view.hash);
  });

  it('stays when the citizen wrote since: what was placed can still be told', () => {
    const titles = titlesOf(workCard({ ...viewOfScene('byHand'), hash: 'newer words' }, 1, DUTCH));
    assert.ok(titles.includes('Ik heb het geplaatst › Ik heb het geplaatst') && titles.includes('Opnieuw proberen'));
  });
});

describe('A post that X lets nobody answer by program', () => {
  it('says so before anyone writes, and to who says yes', () => {
    const said = 'X laat ons hier niet via Gehoor reageren: is de tekst klaar, dan plaats je hem zelf op X.';
    for (const scene of ['byHandClaimed', 'byHandDrafted'] as const) assert.ok(shown(scene).includes(said), scene);
    assert.match(
      shown('byHandClaimed', ENGLISH),
      /X does not let us reply through Gehoor here: when the text is ready/,
    );
    for (const scene of ['claimed', 'drafted', 'practice', 'listening'] as const)
      assert.doesNotMatch(shown(scene), /via Gehoor reageren/, scene);
  });

  it('is no failure when it was approved: it waits for a person', () => {
    assert.match(shown('byHand'), /^Plaats dit zelf op X\nX laat ons hier niet via Gehoor reageren, omdat/);
    assert.match(shown('byHand', ENGLISH), /^Place this on X yourself\n/);
    assert.match(read(rootCard(viewOfScene('byHand'), DUTCH)), /Nog zelf te plaatsen op X · bij Bram Kok/);
    assert.doesNotMatch(shown('byHand'), /Akkoord kan geven/);
  });
});

describe('What was placed by hand', () => {
  it('is a receipt that says by whom and how', () => {
    assert.match(
      shown('placedByHand'),
      /^✓ Geplaatst 10:53 door Bram Kok, zelf op X, akkoord (?:van )?Els Prins\nDit staat er\n/,
    );
    assert.match(shown('placedByHandAlone'), /^✓ Geplaatst 10:53 door Bram Kok, zelf op X\n/);
    assert.match(shown('placedByHand', ENGLISH), /^✓ Placed 10:53 by Bram Kok, on X by hand, approved by Els Prins\n/);
  });

  it('from another account is a red card that says what to do', () => {
    const said =
      /^✕ Met een ander account geplaatst\nGeplaatst met @bram_prive, niet met @GemWormerland: verwijder het daar en plaats het opnieuw\./;
    assert.match(shown('misplaced'), said);
    assert.match(
      shown('misplaced', ENGLISH),
      /^✕ Placed from another account\nPlaced from @bram_prive, not from @GemW/,
    );
    assert.match(read(rootCard(viewOfScene('misplaced'), DUTCH)), /✕ Niet geplaatst/);
  });

  it('is nowhere called placed when nobody could check it', () => {
    assert.match(shown('reported'), /^Door Bram Kok gemeld 10:52, niet nagekeken\nX kon het niet bevestigen\./);
    assert.match(shown('reported', ENGLISH), /^Reported by Bram Kok 10:52, not checked\nX could not confirm it\./);
    const root = read(rootCard(viewOfScene('reported'), DUTCH));
    assert.match(root, /Beantwoord volgens Bram Kok 10:52, niet nagekeken/);
    for (const text of [shown('reported'), root]) assert.doesNotMatch(text, /✓ |Geplaatst |Dit staat er/);
  });
});

describe('Length and links', () => {
  it('a link counts as 23, and the card says so', () => {
    assert.match(shown('claimed'), /hoogstens 276 tekens, een link telt als 23/);
    assert.match(shown('claimed', ENGLISH), /a link counts as 23/);
  });

  it('the card says that a link makes a post dearer that X takes from us and that does not mention us', () => {
    const dear = /daarmee kost dit bericht op X 0,20 dollar in plaats van 0,015/;
    const draft = viewOfScene('byHandDrafted');
    const withText = (text: string, more: Partial<DialogueView> = {}): string => {
      const concept = { ...draft.dialogue.concept!, text };
      return read(
        workCard({ ...draft, onlyByHand: false, ...more, dialogue: { ...draft.dialogue, concept } }, 1, DUTCH),
      );
    };
    for (const text of ['Zie https://over-gemeenten.example/afval', 'Zie www.x.be/a', 'Zie oostzaan.nl.'])
      assert.match(withText(text), dear, text);
    for (const text of ['Dinsdag.Morgen komen we', 'Mail 1.5 meter']) assert.doesNotMatch(withText(text), dear, text);
    assert.doesNotMatch(withText('Zie oostzaan.nl', { onlyByHand: true }), dear, 'by hand it costs nothing');
    const asked = viewOfScene('drafted');
    const concept = { ...asked.dialogue.concept!, text: 'Zie oostzaan.nl' };
    assert.doesNotMatch(read(workCard({ ...asked, dialogue: { ...asked.dialogue, concept } }, 1, DUTCH)), dear);
  });
});
