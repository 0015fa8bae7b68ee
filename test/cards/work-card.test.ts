import assert from 'node:assert/strict';
import { workCard } from '../../cards/work-card.ts';
import { type Scene, viewOfScene } from '../support/scenes.ts';
import { DUTCH } from '../support/views.ts';
import { ofType, partsOf, read } from './card-walk.ts';

function shown(scene: Scene, generation = 1): string {
  return read(workCard(viewOfScene(scene), generation, DUTCH));
}

function inputs(scene: Scene, id: string, generation = 1): Readonly<Record<string, unknown>> {
  const found = partsOf(workCard(viewOfScene(scene), generation, DUTCH)).find(
    (part) => part.id === id && part.type?.startsWith('Input.'),
  );
  assert.ok(found, `${scene} has no input ${id}`);
  return found;
}

describe('The work card while writing', () => {
  it('says whose concept it is, from which account, by when, and to what', () => {
    assert.match(
      shown('claimed'),
      /^Concept van Bram Kok, namens @GemWormerland\nAntwoord vóór 13:59\n@jantje75 · 09:59\nWanneer wordt het grofvuil/,
    );
  });

  it('has the kept concept in a field without a limit, labelled, and the room beside the signature', () => {
    const { value, label, isMultiline, maxLength } = inputs('kept', 'concept');
    assert.match(String(value), /^Dinsdag 1 december, Jan\./);
    assert.deepEqual([label, isMultiline, maxLength], ['Concept', true, undefined]);
    assert.match(shown('kept'), /wordt ondertekend met \^BK · openbaar hoogstens 276 tekens/);
  });

  it('says by how much a kept concept is too long, and keeps all of it', () => {
    const over = viewOfScene('tooLong').length - 280;
    assert.ok(over > 0);
    assert.ok(shown('tooLong').includes(`⚠ nu ${over} te lang`));
    assert.equal(inputs('tooLong', 'concept')['value'], viewOfScene('tooLong').dialogue.concept?.text);
  });

  it('offers standing answers, the one on this subject chosen beforehand, and fills the field with it', () => {
    assert.deepEqual(inputs('claimed', 'answer')['choices'], [{ title: 'Grofvuil (afval)', value: 'grofvuil' }]);
    assert.equal(inputs('claimed', 'answer')['value'], 'grofvuil');
    assert.equal(inputs('needsApproval', 'answer')['value'], '');
    assert.match(String(inputs('filled', 'concept')['value']), /^Grof afval kunt u gratis/);
  });

  it('offers no list when there are no standing answers', () => {
    const card = workCard({ ...viewOfScene('claimed'), answers: [] }, 1, DUTCH);
    assert.deepEqual(
      ofType(card, 'Input.ChoiceSet').map(({ id }) => id),
      ['askTo', 'channel', 'kind', 'topic', 'municipality', 'urgency', 'colleague'],
    );
    assert.equal(
      ofType(card, 'Action.Execute').find(({ verb }) => verb === 'useAnswer'),
      undefined,
    );
  });

  it('shows the remark with which it came back, and from whom', () => {
    assert.match(
      shown('sentBack', 2),
      /Teruggestuurd door Els Prins\nNoem een tijd waarop je belt\.\nEn laat "zelf" weg/,
    );
    assert.match(String(inputs('sentBack', 'concept', 2)['value']), /^Vier keer bellen/);
  });

  it('shows what somebody else had written', () => {
    assert.match(shown('spare'), /Tekst van Els Prins \(10:48\), apart bewaard\nIk had al iets: volgende week dinsdag/);
  });

  it('shows all that is still unanswered', () => {
    assert.match(shown('several'), /Wanneer wordt het grofvuil[^]*bankstel[^]*En moet ik daar zelf bij zijn\?/);
    assert.doesNotMatch(shown('again', 2), /Wanneer wordt het grofvuil/);
  });

  it('says in listening mode that nothing is placed', () => {
    assert.match(shown('listening'), /We luisteren alleen: er wordt niets geplaatst\./);
  });

  it('has the course of events folded away', () => {
    const card = workCard(viewOfScene('several'), 1, DUTCH);
    const course = partsOf(card).find(({ id, type }) => id === 'course' && type === 'Container');
    assert.equal(course?.['isVisible'], false);
    assert.match(
      read({ ...workCard(viewOfScene('takenOver'), 2, DUTCH) }),
      /▸ Verloop\n▾ Verloop\n10:00 Bericht binnengekomen\n10:42 Opgepakt · Bram Kok\n11:02 Overgenomen · Els Prins/,
    );
  });
});

describe('The work card as a draft', () => {
  it('shows the exact text, its length, its account, its writer, and who may say yes', () => {
    const { signed, length } = viewOfScene('drafted');
    assert.match(signed, / \^BK$/);
    assert.ok(shown('drafted').includes(`\nDit komt er te staan\n${signed}\n`));
    assert.ok(
      shown('drafted').includes(`\n${length} van 280 tekens · namens @GemWormerland · geschreven door Bram Kok\n`),
    );
    assert.match(shown('drafted'), /Akkoord kan geven: Els Prins\./);
  });

  it('shows the text to the letter, line by line', () => {
    const view = { ...viewOfScene('drafted'), signed: 'Beste Ko,\n\n**Sorry** [dus] ${x}. ^BK' };
    assert.match(read(workCard(view, 1, DUTCH)), /Beste Ko,\n\u00A0\n\*\*Sorry\*\* \[dus\] \$\{x\}\. \^BK/);
  });

  it('says who can approve and when, with nobody on duty', () => {
    assert.match(shown('nobody'), /Niemand van de akkoordgevers heeft nu dienst; Anna de Boer vanaf wo 25 nov 08:30\./);
    const nobody = { ...viewOfScene('nobody'), nextApprover: null };
    assert.match(read(workCard(nobody, 1, DUTCH)), /vraag het de coördinator/);
  });

  it('tells who submitted it and who changed it since', () => {
    assert.match(shown('amended'), /ingediend door Bram Kok · aangepast door Els Prins/);
  });

  it('has the text ready in Aanpassen', () => {
    assert.equal(inputs('drafted', 'amended')['value'], viewOfScene('drafted').dialogue.concept?.text);
  });
});

describe('The work card on its way', () => {
  const heads: Partial<Record<Scene, RegExp>> = {
    approved: /^Wordt geplaatst om 10:52:15\n/,
    attempting: /^Wordt nu geplaatst\n/,
    postponed: /^Wordt geplaatst om 10:56:15\nX vraagt om te wachten\./,
    unclear: /^X gaf geen antwoord; we kijken om 10:53:45 na of het er staat\nPlaats het niet zelf/,
    refused: /^✕ Niet geplaatst\nX laat ons hier niet antwoorden, [^]*X zei: Reply to this conversation is not allowed/,
    tooLate: /^✕ Niet geplaatst\nHet was meer dan 5 minuten te laat/,
    overtaken: /^✕ Niet geplaatst\nDe inwoner schreef intussen een nieuw bericht\.[^]*Akkoord kan geven: Els Prins\./,
    stopped: /^Tegengehouden\nBram Kok hield het plaatsen om 10:52 tegen\./,
  };
  for (const [scene, head] of Object.entries(heads) as [Scene, RegExp][]) {
    it(`says what is going on: ${scene}`, () => {
      assert.match(shown(scene), head);
      assert.match(shown(scene), /Dit komt er te staan\nVier keer bellen[^]*\^BK\n/);
    });
  }

  it('has a sentence for every reason of the network, and its own words for one we do not know', () => {
    const view = viewOfScene('refused');
    const { stage } = view.dialogue;
    assert.ok(stage.name === 'drafted' && stage.hitch);
    const reasons = [
      'reply-not-allowed',
      'post-deleted',
      'duplicate',
      'sign-in',
      'forbidden',
      'suspended',
      'too-long',
      'credits',
      'other',
      'iets nieuws',
    ];
    const sentences = reasons.map((reason) => {
      const hitch = { ...stage.hitch!, reason, detail: 'Because [no](http://x).' };
      return read(workCard({ ...view, dialogue: { ...view.dialogue, stage: { ...stage, hitch } } }, 1, DUTCH));
    });
    for (const sentence of sentences) assert.match(sentence, /X zei: Because \[no\]\(http:\/\/x\)\./);
    assert.equal(new Set(sentences).size, reasons.length - 1);
  });

  it('sends nobody to phone or mail a citizen where we speak first', () => {
    const view = viewOfScene('ownRefused');
    const { stage } = view.dialogue;
    assert.ok(stage.name === 'drafted' && stage.hitch);
    assert.match(shown('ownRefused'), /X heeft ons account stilgezet/);
    for (const reason of ['suspended', 'other', 'iets nieuws']) {
      const hitch = { ...stage.hitch, reason };
      const card = workCard({ ...view, dialogue: { ...view.dialogue, stage: { ...stage, hitch } } }, 1, DUTCH);
      assert.doesNotMatch(read(card), /inwoner/, reason);
    }
  });

  it('says once what to choose where the post is gone', () => {
    assert.equal(shown('refusedDeleted').match(/kies Afronden/gi)?.length, 1);
  });

  it('does not put the same once more first where somebody answered on the network itself', () => {
    const first = ofType(workCard(viewOfScene('outsideApproved'), 1, DUTCH), 'Action.Execute')[0];
    assert.deepEqual([first?.verb, first?.['style']], ['retry', undefined]);
  });

  it('does not ask for a second yes to a text that has one', () => {
    assert.doesNotMatch(shown('refused'), /Akkoord kan geven/);
    assert.match(shown('stopped'), /Akkoord kan geven/);
  });
});

describe('The work card as a receipt', () => {
  it('says when and by whom, with whose yes, and what stands there', () => {
    assert.match(
      shown('answered'),
      /^✓ Geplaatst 10:52 door Bram Kok\nDit staat er\nDinsdag 1 december, Jan\.[^]*\^BK\nnamens @GemWormerland/,
    );
    assert.match(shown('answeredApproved'), /^✓ Geplaatst 10:52 door Bram Kok, akkoord van Els Prins\n/);
    assert.match(shown('answeredPractice'), /Geplaatst in de oefening\./);
  });

  it('shows the thanks that came', () => {
    assert.match(shown('thanked'), /@jantje75 · 11:19\nTop, dankjewel/);
  });

  it('tells of a removal: asked, done and refused', () => {
    assert.match(
      shown('removing'),
      /^✓ Geplaatst[^]*Els Prins vroeg om 10:58 om dit van X te verwijderen: De datum klopt niet/,
    );
    assert.match(
      shown('removed'),
      /^Verwijderd van X\nEls Prins liet dit verwijderen \(10:58\): De datum[^]*Dit stond er\n/,
    );
    assert.match(shown('removalRefused'), /maar X weigert dat\.[^]*X zei: Not authorized to delete this Post\./);
  });

  it('stays the receipt when the work goes on in a newer card', () => {
    assert.match(shown('again', 1), /^✓ Geplaatst 10:52 door Bram Kok\n/);
    assert.match(shown('again', 2), /^Concept van Bram Kok/);
  });

  it('asks for a reason before a reply is taken off', () => {
    assert.equal(inputs('answered', 'removeReason')['label'], 'Waarom?');
    assert.equal(inputs('answered', 'removeReason')['isRequired'], true);
  });
});

describe('A work card that is done', () => {
  const told: readonly (readonly [Scene, RegExp])[] = [
    ['released', /Losgelaten door Bram Kok 11:02; het concept is bewaard:\nDinsdag 1 december/],
    ['takenOver', /Overgenomen door Els Prins 11:02\. Ga verder op de nieuwste kaart in deze thread\./],
    ['sentBack', /Teruggestuurd door Els Prins 10:55\./],
    ['phoned', /✓ Afgerond 11:10 door Bram Kok: gebeld/],
    ['reopened', /Heropend door Els Prins 11:40\. Het wacht op wie het oppakt\./],
  ];
  for (const [scene, sentence] of told) {
    it(`tells in one line what became of it: ${scene}`, () => {
      assert.match(shown(scene), sentence);
      assert.deepEqual(
        partsOf(workCard(viewOfScene(scene), 1, DUTCH)).filter(({ type }) => type?.startsWith('Input.')),
        [],
      );
    });
  }
});
