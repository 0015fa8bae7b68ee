import assert from 'node:assert/strict';
import { MINUTE } from '../../../../services/domain/instant.ts';
import * as ask from '../../../support/asks.ts';
import { type DialogueEvent } from '../../../../services/domain/dialogue/messages.ts';
import { local, settings } from '../../../support/dialogue-facts.ts';
import { given } from '../../../support/given.ts';
import { ANSWERED_ONCE, claimedBy, keptBy, opened, TEXT, wroteAgain } from '../../../support/happened.ts';

/** Posted at 09:45, a question: due at 13:45. */
const held = given(claimedBy('Bram'));
const person = { name: 'Bram Kok', email: 'bram.kok@over-gemeenten.example' };

describe('Saying what a message is', () => {
  it('travels along with the click, and is kept with who said it, what it was and what it is', () => {
    held
      .when(ask.taking({ kind: 'melding', topic: 'wegen' }, ask.keep('Bram')))
      .then(
        {
          type: 'interpreted',
          by: person,
          from: { kind: 'vraag', topic: 'afval' },
          to: { kind: 'melding', topic: 'wegen' },
        },
        'kept',
      )
      .look(({ kind, topic, municipality, course }) => {
        assert.deepEqual([kind, topic, municipality], ['melding', 'wegen', 'wormerland']);
        const line = course.find(({ what }) => what === 'interpreted');
        assert.deepEqual(line?.read, {
          from: { kind: 'vraag', topic: 'afval' },
          to: { kind: 'melding', topic: 'wegen' },
        });
      });
  });

  it('changes nothing when it says what it was taken for', () => {
    held.when(ask.taking({ kind: 'vraag', urgent: false }, ask.keep('Bram'))).then('kept');
    held.when(ask.taking({}, ask.place('Bram'))).then('kept', 'frozen');
  });

  it('knows no topic and no municipality as well', () => {
    held
      .when(ask.taking({ topic: null, municipality: null }, ask.keep('Bram')))
      .then('interpreted', 'kept')
      .look(({ topic, municipality }) => {
        assert.deepEqual([topic, municipality], [null, null]);
      });
  });

  it('is refused, and the text kept, for what the work instruction does not know', () => {
    for (const reading of [{ kind: 'onzin' }, { topic: 'zwembad' }, { municipality: 'zaanstad' }])
      held.when(ask.taking(reading, ask.place('Bram'))).thenRefused('unknown-choice', {}, 'kept');
  });

  it('is for who holds the dialogue, and for the team as long as nobody does', () => {
    held.when(ask.taking({ kind: 'klacht' }, ask.setAside('Els'))).thenRefused('not-yours');
    given()
      .when(ask.taking({ topic: 'groen' }, ask.setAside('Els')))
      .then('interpreted', 'wasSetAside');
    given()
      .when(ask.taking({ topic: 'groen' }, ask.setAside('Dirk')))
      .thenRefused('no-role');
  });

  it('holds also when the click itself is refused', () => {
    given()
      .when(ask.taking({ topic: 'groen' }, ask.setAside('Els', 'zomaar')))
      .thenRefused('reason-required', {}, 'interpreted')
      .look(({ topic }) => {
        assert.equal(topic, 'groen');
      });
  });
});

describe('What follows from it', () => {
  it('a complaint is not placed alone: the text is kept and Ter akkoord takes one click', () => {
    held
      .when(ask.taking({ kind: 'klacht' }, ask.place('Bram')))
      .thenRefused('approval-needed', {}, 'interpreted', { type: 'kept', concept: { text: TEXT } })
      .when(ask.submit('Bram'))
      .then('submitted');
  });

  it('a topic that needs a yes is not placed alone either', () => {
    held
      .when(ask.taking({ topic: 'juridisch' }, ask.place('Bram')))
      .thenRefused('approval-needed', {}, 'interpreted', 'kept');
  });

  it('what turns out to be a plain question is placed in the same click', () => {
    given(opened({ kind: 'klacht' }), claimedBy('Bram'))
      .when(ask.taking({ kind: 'vraag' }, ask.place('Bram')))
      .then('interpreted', 'kept', 'frozen');
  });

  it('an answer is due by the norm of the kind, from the moment that the citizen posted', () => {
    const due = (reading: Parameters<typeof ask.taking>[0]): number | null =>
      held.when(ask.taking(reading, ask.keep('Bram'))).then('interpreted', 'kept').dialogue.due;
    assert.equal(due({ kind: 'calamiteit' }), local('11-24 10:15'));
    assert.equal(due({ kind: 'mening' }), null);
    assert.equal(due({ topic: 'groen' }), local('11-24 13:45'));
  });

  it('haste halves the norm, and taking it off gives the time back', () => {
    held
      .when(ask.taking({ urgent: true }, ask.keep('Bram')))
      .then({ type: 'interpreted', due: local('11-24 11:45') }, 'kept')
      .when(ask.taking({ urgent: false }, ask.keep('Bram', 'anders')))
      .then({ type: 'interpreted', due: local('11-24 13:45') }, 'kept');
  });

  it('haste is about the words of now: the next question has its whole norm', () => {
    given(...ANSWERED_ONCE, ...wroteAgain(), claimedBy('Bram'))
      .when(ask.taking({ urgent: true }, ask.place('Bram')))
      .then('interpreted', 'kept', 'frozen')
      .later(MINUTE)
      .when(ask.attempt)
      .then('attempted')
      .when(ask.placed('r2'))
      .then('published')
      .when(ask.receive('En wanneer de kliko?'))
      .then('received', 'followedUp')
      .look(({ urgent }) => {
        assert.equal(urgent, false);
      });
  });

  it('what was set aside with another topic is due again by its kind when it is reopened', () => {
    given(claimedBy('Bram'))
      .when(ask.taking({ topic: 'groen', kind: 'mening' }, ask.setAside('Bram')))
      .then('interpreted', 'wasSetAside')
      .when(ask.reopen('Els'))
      .then({ type: 'reopened', due: null })
      .look(({ topic }) => {
        assert.equal(topic, 'groen');
      });
  });

  it('updates the root card once, and no line is sent into the thread', () => {
    const before = given(claimedBy('Bram'), keptBy('Bram'));
    const after = before.when(ask.taking({ kind: 'melding' }, ask.keep('Bram', 'anders'))).thenTold();
    assert.ok(after.dialogue.faceAt > before.dialogue.faceAt);
    assert.equal(after.dialogue.work.changedAt, after.dialogue.version);
  });
});

describe('From which account we reply once somebody said which municipality it is about', () => {
  const heard: DialogueEvent = { ...(opened() as Extract<DialogueEvent, { type: 'opened' }>), asked: false };
  const unasked = given(heard, claimedBy('Bram'));
  const oostzaan = { municipality: 'oostzaan' };

  it('is that of the place where we were not addressed; a text goes from it when it was seen', () => {
    const changed = unasked
      .when(ask.taking(oostzaan, ask.place('Bram')))
      .thenRefused(
        'account-changed',
        { account: 'GemOostzaan' },
        { type: 'interpreted', account: 'GemOostzaan' },
        'kept',
      );
    assert.equal(changed.dialogue.concept?.text, TEXT);
    changed.when(ask.place('Bram')).then('kept', { type: 'frozen', publication: { account: 'GemOostzaan' } });
    unasked.when(ask.taking(oostzaan, ask.submit('Bram'))).then('interpreted', 'submitted');
    given(heard)
      .when(ask.taking(oostzaan, ask.setAside('Els')))
      .then('interpreted', 'wasSetAside');
  });

  it('stays the one that the citizen turned to, or heard already', () => {
    for (const talking of [held, given(heard, ...ANSWERED_ONCE, ...wroteAgain(), claimedBy('Bram'))])
      talking
        .when(ask.taking(oostzaan, ask.place('Bram')))
        .then('interpreted', 'kept', { type: 'frozen', publication: { account: 'GemWormerland' } });
  });

  it('stays where nobody knows the place, or no account is of it', () => {
    unasked.when(ask.taking({ municipality: null }, ask.place('Bram'))).then('interpreted', 'kept', 'frozen');
    const accounts = settings.accounts.filter(({ municipality }) => municipality !== 'oostzaan');
    unasked
      .with({ settings: { ...settings, accounts } })
      .when(ask.taking(oostzaan, ask.place('Bram')))
      .then('interpreted', 'kept', 'frozen');
  });
});
