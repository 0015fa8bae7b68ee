import assert from 'node:assert/strict';
import { MINUTE } from '../../../../../services/domain/instant.ts';
import { waitsForColleague } from '../../../../../services/domain/dialogue/questions/question.ts';
import * as ask from '../../../../support/asks.ts';
import { local } from '../../../../support/dialogue-facts.ts';
import { given } from '../../../../support/given.ts';
import { claimedBy, HOLDING, opened } from '../../../../support/happened.ts';
import { answerQuestion, askEsraAndHold, ESRA } from '../../../../support/question-asks.ts';

const FOUR = local('11-24 16:00');
const HALF = 'Dag, we zoeken';
const held = given(claimedBy('Bram'));
const complaint = given(opened({ kind: 'klacht' }), claimedBy('Bram'));

describe('A question with a holding reply in the same step', () => {
  it('asks the colleague and freezes the text as it was typed; the answer that was begun waits beside it', () => {
    held
      .when(askEsraAndHold('Bram', FOUR, HOLDING, HALF))
      .then('kept', { type: 'questionAsked', to: ESRA }, 'holdingKept', {
        type: 'frozen',
        publication: { text: `${HOLDING} ^BK`, holds: FOUR },
      })
      .look((dialogue) => {
        assert.ok(waitsForColleague(dialogue));
        assert.deepEqual([dialogue.other?.text, dialogue.stage.name], [HALF, 'approved']);
      })
      .later(MINUTE)
      .when(ask.attempt)
      .then('attempted')
      .when(ask.placed())
      .then({ type: 'published', receipt: { holds: FOUR } })
      .when(answerQuestion(ESRA, 'Dinsdag.'))
      .then({ type: 'questionAnswered', card: true })
      .look(({ stage, due, concept }) => {
        assert.deepEqual([stage.name, due, concept?.text], ['claimed', FOUR, HALF]);
      });
  });

  it('waits for the same yes as any reply, while the colleague has the question already', () => {
    complaint
      .when(askEsraAndHold('Bram', FOUR, HOLDING, HALF))
      .then('kept', 'questionAsked', { type: 'submitted', concept: { text: HOLDING, holds: FOUR } })
      .when(ask.approve('Els'))
      .then({ type: 'frozen', publication: { holds: FOUR } });
  });

  it('asks nobody when the reply is refused, says why, and stores nothing that would wipe the form', () => {
    const refused = (by: typeof held, why: string, asks: ReturnType<typeof askEsraAndHold>): void => {
      by.when(asks).thenRefused('holding-refused', { why: { code: why } });
    };
    refused(held, 'moment-unreadable', askEsraAndHold('Bram', null, HOLDING, HALF));
    refused(held, 'promise-unsaid', askEsraAndHold('Bram', FOUR, HOLDING, HALF, { says: false }));
    refused(held, 'too-long', askEsraAndHold('Bram', FOUR, 'a'.repeat(281)));
    refused(held, 'personal-data', askEsraAndHold('Bram', FOUR, 'Bel 06-12345678.'));
    refused(held, 'citizen-wrote', askEsraAndHold('Bram', FOUR, HOLDING, HALF, { seen: 0 }));
    refused(held, 'not-yours', askEsraAndHold('Anna', FOUR));
    refused(given(opened({ mode: 'listening' }), claimedBy('Bram')), 'listening', askEsraAndHold('Bram', FOUR));
  });

  it('is asked once by a press that is repeated: the reply is on its way or waits for its yes', () => {
    held
      .when(askEsraAndHold('Bram', FOUR))
      .then('questionAsked', 'holdingKept', 'frozen')
      .when(askEsraAndHold('Bram', FOUR))
      .thenRefused('not-now', { stage: 'approved' });
    complaint
      .when(askEsraAndHold('Bram', FOUR))
      .then('questionAsked', 'submitted')
      .when(askEsraAndHold('Bram', FOUR))
      .thenRefused('holding-refused', { why: { code: 'not-now', stage: 'drafted' } });
  });
});
