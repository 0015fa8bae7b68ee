import assert from 'node:assert/strict';
import { type Ask, given } from '../../../../support/given.ts';
import { addressees } from '../../../../../services/domain/dialogue/together/pass-on-choices.ts';
import { member, type Name, settings } from '../../../../support/dialogue-facts.ts';
import { claimedBy, opened, submittedBy } from '../../../../support/happened.ts';
import { Story } from '../../../../support/views.ts';

const note = (who: Name, text: string): Ask => ({ type: 'note', who: member(who), note: text });
const person = (name: Name) => ({ name: member(name).name, email: member(name).email });

describe('A note', () => {
  it('is kept with who made it, in any stage, and changes nothing else', () => {
    for (const before of [
      [opened()],
      [opened(), claimedBy('Bram')],
      [opened(), claimedBy('Bram'), submittedBy('Bram')],
    ])
      given(...before)
        .when(note('Anna', ' Belde ook met Esra. '))
        .then({ type: 'noted', by: person('Anna'), note: 'Belde ook met Esra.' });
  });

  it('is made by who does webcare, and no longer than it can be read', () => {
    given(opened()).when(note('Dirk', 'Kijk eens')).thenRefused('no-role');
    given(opened())
      .when(note('Anna', 'x'.repeat(2_001)))
      .thenRefused('long-note');
    given(opened()).when(note('Anna', '  ')).thenNothing();
  });

  it('is masked where it is shown, and no card but the root card is drawn anew for it', () => {
    const story = new Story().does('Bram', { type: 'claim' });
    const before = story.dialogue;
    story.notes('Anna', 'Bel mevrouw op 06-12345678');
    const { dialogue, notes } = story.view();
    assert.deepEqual(
      notes.map(({ text }) => text),
      ['Bel mevrouw op [telefoonnummer]'],
    );
    assert.equal(dialogue.faceAt, dialogue.version);
    assert.deepEqual(dialogue.work, before.work, 'somebody may be typing on it');
    assert.deepEqual(dialogue.stage, before.stage);
  });

  it('is one of the last ten that stand beside the events', () => {
    const story = new Story();
    for (let n = 1; n <= 12; n += 1) story.notes('Anna', `Notitie ${n}`);
    assert.deepEqual(
      story.dialogue.notes?.map(({ text }) => text),
      Array.from({ length: 10 }, (_, n) => `Notitie ${n + 3}`),
    );
  });
});

describe('A text that somebody else changed', () => {
  it('remembers the words before and whose they were', () => {
    const story = new Story()
      .does('Bram', { type: 'claim' })
      .does('Bram', { type: 'submit', text: 'Elke maandag.' })
      .does('Els', { type: 'amend', text: 'Elke dinsdag.' });
    assert.deepEqual(story.dialogue.rewritten, { before: 'Elke maandag.', writer: person('Bram') });
  });

  it('remembers nothing while one person writes, and forgets it when the words are as they were', () => {
    const story = new Story()
      .does('Bram', { type: 'claim' })
      .does('Bram', { type: 'keep', text: 'Elke maandag.' })
      .does('Bram', { type: 'keep', text: 'Elke dinsdag.' });
    assert.equal(was(story), undefined);
    story.does('Els', { type: 'takeOver' }).does('Els', { type: 'keep', text: 'Elke woensdag.' });
    assert.equal(was(story), 'Elke dinsdag.');
    story.does('Els', { type: 'keep', text: 'Elke donderdag.' });
    assert.equal(was(story), 'Elke dinsdag.');
    story.does('Els', { type: 'keep', text: 'Elke dinsdag.' });
    assert.equal(was(story), undefined);
  });

  const was = ({ dialogue }: Story): string | undefined => dialogue.rewritten?.before;
});

describe('How well a citizen is known', () => {
  it('is told once, and only when they spoke to us before', () => {
    given(opened()).when({ type: 'acquaint', all: 0, thisMonth: 0 }).thenNothing();
    given(opened()).when({ type: 'acquaint', all: 3, thisMonth: 1 }).then({ type: 'acquainted', all: 3, thisMonth: 1 });
    given(opened(), { type: 'acquainted', all: 3, thisMonth: 1 })
      .when({ type: 'acquaint', all: 4, thisMonth: 2 })
      .thenNothing();
  });
});

describe('Whom a compliment is for', () => {
  it('is a department, or anybody by e-mail address, in the settings or not', () => {
    assert.equal(addressees('communicatie', settings).department, 'Communicatie');
    assert.deepEqual(addressees('wim.de.wit@elders.example', settings), {
      department: null,
      people: [{ name: 'Wim De Wit', email: 'wim.de.wit@elders.example' }],
    });
    assert.deepEqual(addressees('wim', settings).people, []);
  });
});
