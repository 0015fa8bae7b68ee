import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  currentlyAsked,
  openFor,
  waitsForColleague,
} from '../../../../../services/domain/dialogue/questions/question.ts';
import { DAY, HOUR, MINUTE } from '../../../../../services/domain/instant.ts';
import { local, member, settings } from '../../../../support/dialogue-facts.ts';
import { type Ask, type Given, given } from '../../../../support/given.ts';
import { claimedBy, opened, releasedBy, setAsideBy } from '../../../../support/happened.ts';
import {
  answerQuestion,
  askEsra,
  askMoreTime,
  askPerson,
  ESRA,
  FRITS,
  intoConcept,
  passOn,
  recordAnswer,
  withdrawQuestion,
} from '../../../../support/question-asks.ts';

const held = given(claimedBy('Bram'));
const asked = held.when(askEsra('Bram')).then('questionAsked');
const ANNA = { name: 'Anna de Boer', email: 'anna.de.boer@over-gemeenten.example' };

describe('A question to a colleague', () => {
  it('is due before our own norm, in opening time, with a reminder half an hour before that', () => {
    // Posted at 9:45, so our norm is 13:45.
    held
      .when(askEsra('Bram'))
      .then({ type: 'questionAsked', to: ESRA, due: local('11-24 13:15'), remindAt: local('11-24 12:45') });
  });

  it('is due after its own time where our norm leaves more', () => {
    given(opened({ kind: 'compliment' }), claimedBy('Bram'))
      .when(askEsra('Bram'))
      .then({ type: 'questionAsked', due: local('11-24 14:00'), remindAt: local('11-24 13:30') });
    given(opened({ kind: 'compliment' }), claimedBy('Bram'))
      .at(local('11-24 16:00'))
      .when(askEsra('Bram'))
      .then({ type: 'questionAsked', due: local('11-25 11:30'), remindAt: local('11-25 11:00') });
  });

  it('leaves a colleague half an hour, also when our norm is nearer', () => {
    held
      .at(local('11-24 13:30'))
      .when(askEsra('Bram'))
      .then({ type: 'questionAsked', due: local('11-24 14:00'), remindAt: null });
  });

  it('can be asked of anybody by e-mail, and of nobody else', () => {
    held.when(askPerson('Anna', FRITS.email)).then({ type: 'questionAsked', to: FRITS });
    held
      .when(askPerson('Bram', ' Piet.de-Groot@elders.example '))
      .then({ type: 'questionAsked', to: { name: 'Piet De Groot', email: 'piet.de-groot@elders.example' } });
    held.when(askPerson('Bram', 'Esra')).thenRefused('no-address');
    held.when(askPerson('Bram', 'bram.kok@over-gemeenten.example')).thenRefused('ask-yourself');
    held.when(askPerson('Bram', ESRA.email, ' ')).thenRefused('empty-question');
  });

  it('keeps what stood in the concept on the card, for who holds it as the concept and for others apart', () => {
    held.when(askEsra('Bram', 'Bijna klaar')).then('kept', { type: 'questionAsked', clicked: true });
    held.when(askEsra('Anna', 'Mijn idee')).then('keptApart', { type: 'questionAsked', clicked: false });
  });

  it('makes the team wait until it is answered, withdrawn or left over', () => {
    asked.look((dialogue) => {
      assert.ok(waitsForColleague(dialogue));
    });
    for (const end of [answerQuestion(ESRA, 'Dinsdag.'), withdrawQuestion('Anna'), passOn(ESRA)])
      assert.ok(!waitsForColleague(asked.when(end).thenTaken().dialogue));
  });

  it('begins the claim anew with its answer, also when the team no longer waited for it', () => {
    const leftOver = asked
      .when(passOn(ESRA))
      .then('questionLeftOver')
      .later(20 * MINUTE);
    const answered = leftOver.when(answerQuestion(ESRA, 'Dinsdag.')).then('questionAnswered');
    assert.ok((leftOver.dialogue.clock?.lease?.from ?? Infinity) < leftOver.facts.at);
    assert.equal(answered.dialogue.clock?.lease?.from, leftOver.facts.at);
  });

  it('stands beside others, each with its own answer', () => {
    asked
      .when(askPerson('Bram', FRITS.email, 'En dit?', 'q2'))
      .then('questionAsked')
      .when(answerQuestion(FRITS, 'Ja.', 'q2'))
      .then('questionAnswered')
      .look((dialogue) => {
        assert.deepEqual(
          dialogue.questions?.map(({ id, state }) => [id, state]),
          [
            ['q1', 'open'],
            ['q2', 'answered'],
          ],
        );
        assert.deepEqual(
          openFor(dialogue, ESRA.email.toUpperCase()).map(({ id }) => id),
          ['q1'],
        );
        assert.deepEqual(openFor(dialogue, FRITS.email), []);
      });
  });
});

describe('The answer of a colleague', () => {
  it('comes to who holds the dialogue as a new card, and to who is on duty as a line when they are off', () => {
    const before = asked.dialogue.work.generation;
    asked
      .when(answerQuestion(ESRA, 'Dinsdag.'))
      .thenTold()
      .look(({ work }) => {
        assert.deepEqual(work, {
          ...work,
          generation: before + 1,
          mention: { ...work.mention, name: 'Bram Kok' },
        });
      });
    asked
      .onDuty('Anna', 'Carla')
      .when(answerQuestion(ESRA, 'Dinsdag.'))
      .thenTold(['question-answered', 'Anna', 'Carla'])
      .look(({ work }) => {
        assert.equal(work.generation, before);
      });
    asked.after(releasedBy('Bram')).when(answerQuestion(ESRA, 'Dinsdag.')).thenTold(['question-answered', 'Bram']);
  });

  it('is taken from who was asked and from nobody else', () => {
    asked.when(answerQuestion(FRITS, 'Ja.')).thenRefused('not-asked');
    asked.when(passOn(FRITS)).thenRefused('not-asked');
    asked.when(askMoreTime(ANNA)).thenRefused('not-asked');
    asked.when(answerQuestion(ESRA, '  ')).thenRefused('empty-answer');
    asked.when(answerQuestion(ESRA, 'Ja.', 'q9')).thenRefused('unknown-question');
  });

  it('can be corrected, comes late, and is still shown after the question was withdrawn', () => {
    asked
      .when(answerQuestion(ESRA, 'Dinsdag.'))
      .then('questionAnswered')
      .when(answerQuestion(ESRA, 'Nee, woensdag.', 'q1', 'a2'))
      .then('questionAnswered')
      .look(({ questions }) => {
        assert.equal(questions?.[0]?.answers.length, 2);
      });
    asked
      .when(withdrawQuestion('Bram'))
      .then('questionWithdrawn')
      .when(answerQuestion(ESRA, 'Dinsdag.'))
      .then('questionAnswered');
  });

  it('said by telephone is recorded with who said it', () => {
    asked
      .when(recordAnswer('Bram', 'Dinsdag.'))
      .then({ type: 'questionAnswered', by: ESRA, recordedBy: { name: 'Bram Kok' } });
    asked
      .when(recordAnswer('Bram', 'Dinsdag.', 'Henk van de werf'))
      .then({ type: 'questionAnswered', by: { name: 'Henk van de werf', email: null } });
    asked.when(recordAnswer('Bram', '')).thenRefused('empty-answer');
  });

  it('recorded on one’s own card shows there; by another it comes to the holder as a new card', () => {
    asked
      .when(recordAnswer('Bram', 'Dinsdag.', '', 'Half'))
      .then('kept', { type: 'questionAnswered', card: false, clicked: true });
    asked.when(recordAnswer('Els', 'Dinsdag.', '', '')).then({ type: 'questionAnswered', card: true, clicked: false });
  });

  it('goes into the concept under what somebody typed, and only once', () => {
    const answered = asked.when(answerQuestion(ESRA, 'Dinsdag.')).then('questionAnswered');
    answered.when(intoConcept('Bram', 'Dinsdag.')).then({ type: 'kept', concept: { text: 'Dinsdag.' } });
    answered
      .when(intoConcept('Bram', 'Dinsdag.', 'Dag Teun,'))
      .then({ type: 'kept', concept: { text: 'Dag Teun,\n\nDinsdag.' } });
    answered
      .when(intoConcept('Bram', 'Dinsdag.', 'Ja: Dinsdag.'))
      .then({ type: 'kept', concept: { text: 'Ja: Dinsdag.' } });
    answered.when(intoConcept('Anna', 'Dinsdag.', 'Mijn tekst')).thenRefused('not-yours', {}, 'keptApart');
    asked.when(intoConcept('Bram', 'Dinsdag.', '')).thenRefused('unknown-question');
  });
});

describe('A colleague who cannot answer', () => {
  it('passes it on to whom they name', () => {
    asked
      .when(passOn(ESRA, FRITS.email))
      .then({ type: 'questionWentOn', why: 'passed', from: ESRA, to: FRITS })
      .look(({ questions }) => {
        assert.deepEqual(currentlyAsked(questions![0]!).who, FRITS);
      })
      .when(passOn(ESRA))
      .thenRefused('question-went-on');
    asked.when(passOn(ESRA, 'iemand')).thenRefused('no-address');
    asked.when(passOn(ESRA, ESRA.email)).thenRefused('ask-yourself');
  });

  it('who names nobody gives it to the next of the department, and when there is none to the team', () => {
    asked.when(passOn(ESRA)).thenTold(['question-left-over', 'Bram']);
    const jan = { name: 'Jan Vos', email: 'jan.vos@over-gemeenten.example' };
    const departments = settings.departments.map((one) => ({ ...one, people: [...one.people, jan] }));
    asked
      .with({ settings: { ...settings, departments } })
      .when(passOn(ESRA))
      .then({ type: 'questionWentOn', to: jan, why: 'passed' });
  });

  it('gets more time once, and the team hears it when that is after our norm', () => {
    const given2 = asked.when(askMoreTime(ESRA));
    given2.thenTold(['question-more-time', 'Bram']);
    given2
      .then({ type: 'moreTimeAsked', due: local('11-25 08:45'), late: true })
      .when(askMoreTime(ESRA))
      .thenRefused('more-time-given', { until: local('11-25 08:45') });
    given(opened({ kind: 'compliment' }), claimedBy('Bram'))
      .when(askEsra('Bram'))
      .then('questionAsked')
      .when(askMoreTime(ESRA))
      .thenTold();
  });
});

const elapse = { type: 'elapse' } as const;

/** All that is to happen at one moment. */
function whatHappens(now: Given): readonly string[] {
  const { types, refusal } = now.when(elapse);
  assert.equal(refusal, null);
  return types.length === 0 ? [] : [...types, ...whatHappens(now.when(elapse).thenTaken())];
}

describe('By time a question', () => {
  const reminded = asked.at(local('11-24 12:45')).when(elapse).then({ type: 'questionReminded', to: ESRA });

  it('is reminded of once, and at its due time goes to the team where nobody else is in the department', () => {
    asked.at(local('11-24 12:44')).when(elapse).thenNothing();
    asked
      .at(local('11-24 12:45'))
      .when(elapse)
      .thenTold(['question-reminder', 'Esra' as never]);
    reminded.when(elapse).thenNothing();
    const over = reminded.at(local('11-24 13:15')).when(elapse).thenTold(['question-left-over', 'Bram']);
    assert.ok(!over.when(elapse).types.some((type) => type.startsWith('question')));
  });

  it('goes to the department’s next person first', () => {
    const jan = { name: 'Jan Vos', email: 'jan.vos@over-gemeenten.example' };
    const departments = settings.departments.map((one) => ({ ...one, people: [...one.people, jan] }));
    reminded
      .with({ settings: { ...settings, departments } })
      .at(local('11-24 13:15'))
      .when(elapse)
      .then({ type: 'questionWentOn', to: jan, why: 'silent', due: local('11-24 13:45') })
      .when(answerQuestion(ESRA, 'Toch nog: dinsdag.'))
      .then('questionAnswered');
  });

  it('that fell due while the bot was down goes on when it opens', () => {
    const types = (time: string): readonly string[] => whatHappens(asked.at(local(time)));
    assert.ok(!types('11-24 20:00').some((type) => type.startsWith('question')));
    assert.equal(types('11-25 08:30').filter((type) => type === 'questionLeftOver').length, 1);
  });

  it('is withdrawn when the dialogue ends without it', () => {
    asked.after(setAsideBy('Bram')).when(elapse).then('questionWithdrawn').when(elapse).thenNothing();
  });
});

describe('Whatever happens to a question', () => {
  const steps = fc.array(
    fc.record({
      wait: fc.constantFrom(0, 10 * MINUTE, 45 * MINUTE, 3 * HOUR, DAY),
      what: fc.constantFrom('elapse', 'elapse', 'elapse', 'pass', 'passTo', 'time', 'reached', 'claim', 'release'),
    }),
    { maxLength: 12 },
  );
  const jan = { name: 'Jan Vos', email: 'jan.vos@over-gemeenten.example' };
  const departments = settings.departments.map((one) => ({ ...one, people: [...one.people, jan] }));
  const ASKS: Readonly<Record<string, Ask>> = {
    elapse,
    pass: passOn(ESRA),
    passTo: passOn(ESRA, FRITS.email),
    time: askMoreTime(ESRA),
    reached: { type: 'reached', question: 'q1', email: ESRA.email, reach: { in: 'thread' } },
    claim: { type: 'takeOver', by: member('Els') },
    release: { type: 'release', by: member('Bram') },
  };

  it('nobody is reminded twice, nothing is told outside opening hours, and in the end the team has it', () => {
    fc.assert(
      fc.property(steps, (lived) => {
        let now = held
          .with({ settings: { ...settings, departments } })
          .when(askEsra('Bram'))
          .then('questionAsked');
        const reminded: string[] = [];
        const live = (ask: Ask): void => {
          const before = now;
          const done = now.when(ask);
          now = done.after;
          for (const { what, to } of done.announcements.filter(({ question }) => question !== undefined)) {
            assert.equal(
              before.facts.openHours(before.facts.at, before.facts.at + 1).length > 0 || ask !== elapse,
              true,
            );
            if (what === 'question-reminder')
              reminded.push(`${to[0]?.email} ${currentlyAsked(now.dialogue.questions![0]!).due}`);
          }
        };
        for (const { wait, what } of lived) {
          now = now.later(wait);
          live(ASKS[what]!);
        }
        for (let day = 0; day < 40 && waitsForColleague(now.dialogue); day += 1) {
          now = now.later(4 * HOUR);
          live(elapse);
          live(elapse);
          live(elapse);
        }
        assert.equal(now.dialogue.questions?.[0]?.state, 'team');
        assert.equal(new Set(reminded).size, reminded.length, reminded.join());
      }),
      { numRuns: 150 },
    );
  });
});
