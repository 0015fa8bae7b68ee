import assert from 'node:assert/strict';
import { MINUTE } from '../../../../services/domain/instant.ts';
import * as ask from '../../../support/asks.ts';
import { local } from '../../../support/dialogue-facts.ts';
import { given, type Given } from '../../../support/given.ts';
import { claimedBy, HOLDING, opened } from '../../../support/happened.ts';

const FOUR = local('11-24 16:00');
const HALF = 'Dinsdag komt';

/** Placed by Bram while he was writing an answer. */
function heldOff(): Given {
  return given(claimedBy('Bram'))
    .when(ask.hold('Bram', FOUR, HOLDING, HALF))
    .then('kept', 'holdingKept', 'frozen')
    .later(MINUTE)
    .when(ask.attempt)
    .then('attempted')
    .when(ask.placed())
    .then({ type: 'published', receipt: { holds: FOUR } });
}

const complaint = given(opened({ kind: 'klacht' }), claimedBy('Bram'));

describe('A holding reply', () => {
  it('is frozen as it was typed, with the signature, and placed as it was frozen', () => {
    given(claimedBy('Bram'))
      .when(ask.hold('Bram', FOUR))
      .then('holdingKept', { type: 'frozen', publication: { text: `${HOLDING} ^BK`, holds: FOUR } });
  });

  it('counts as the first answer and ends nothing: who has it goes on with their answer, and the second clock runs', () => {
    heldOff().look(({ stage, due, answeredAt, concept, other, promise, work, posts }) => {
      assert.ok(stage.name === 'claimed' && stage.by.initials === 'BK');
      assert.equal(answeredAt, local('11-24 10:01'));
      assert.equal(due, FOUR);
      assert.deepEqual([concept?.text, other, work.generation], [HALF, null, 2]);
      assert.ok(promise?.holding && promise.at === FOUR);
      assert.equal(posts.at(-1)?.holding, true);
    });
  });

  it('is ended by an answer, which is the answer to what was asked', () => {
    heldOff()
      .when(ask.place('Bram', 'Dinsdag komt hij.'))
      .then('kept', 'frozen')
      .later(MINUTE)
      .when(ask.attempt)
      .then('attempted')
      .when(ask.placed('r2'))
      .then('published')
      .look(({ stage, due, promise, answeredAt }) => {
        assert.deepEqual([stage.name, due, promise], ['answered', null, null]);
        assert.equal(answeredAt, local('11-24 10:01'));
      });
  });

  it('is followed by another when the promise cannot be kept', () => {
    const tomorrow = local('11-25 12:00');
    heldOff()
      .when(ask.hold('Bram', tomorrow, 'Morgen weten we meer.'))
      .then('holdingKept', 'frozen')
      .later(MINUTE)
      .when(ask.attempt)
      .then('attempted')
      .when(ask.placed('r2'))
      .then('published')
      .look(({ due, promise }) => {
        assert.deepEqual([due, promise?.at], [tomorrow, tomorrow]);
      });
  });

  it('needs the same second pair of eyes as any reply, and the answer waits beside it', () => {
    const asked = complaint.when(ask.hold('Bram', FOUR, HOLDING, HALF)).then('kept', 'submitted');
    asked.look(({ concept, other }) => {
      assert.deepEqual([concept?.text, concept?.holds, other?.text], [HOLDING, FOUR, HALF]);
    });
    asked
      .when(ask.amendAndPlace('Els', 'U hoort vandaag van ons.'))
      .then('amended', { type: 'frozen', publication: { holds: FOUR, text: 'U hoort vandaag van ons. ^BK' } });
  });

  it('comes back beside the answer when it is sent back or stopped', () => {
    const back = complaint
      .when(ask.hold('Bram', FOUR, HOLDING, HALF))
      .then('kept', 'submitted')
      .when(ask.sendBack('Els'))
      .then('sentBack');
    const stopped = given(claimedBy('Bram'))
      .when(ask.hold('Bram', FOUR, HOLDING, HALF))
      .then('kept', 'holdingKept', 'frozen')
      .when(ask.stop('Bram'))
      .then('stopped');
    for (const one of [back, stopped])
      one.look(({ stage, concept, other }) => {
        assert.deepEqual([stage.name, concept?.text, other?.text, other?.holds], ['claimed', HALF, HOLDING, FOUR]);
      });
  });

  it('is no yes to an answer: what was approved as one is not placed as the other', () => {
    const asked = complaint.when(ask.hold('Bram', FOUR)).then('submitted');
    const plain = complaint.when(ask.submit('Bram', HOLDING)).then('submitted');
    asked.when(ask.approve('Els', ask.hashOf(plain.dialogue, plain.facts))).thenRefused('text-changed');
  });

  it('is refused without its moment, in the past, and over a promise that passed while it waited; nothing is lost', () => {
    const held = given(claimedBy('Bram'));
    held.when(ask.hold('Bram', null, HOLDING, HALF)).thenRefused('moment-unreadable', {}, 'kept', 'holdingKept');
    held.when(ask.hold('Bram', local('11-24 09:00'))).thenRefused('moment-past', {}, 'holdingKept');
    held.when(ask.hold('Bram', FOUR, HOLDING, '', { says: false })).thenRefused('promise-unsaid', {}, 'holdingKept');
    complaint
      .when(ask.hold('Bram', FOUR))
      .then('submitted')
      .at(FOUR)
      .when(ask.approve('Els'))
      .thenRefused('moment-past');
  });

  it('keeps its clock when the citizen writes on, and opens no dialogue again', () => {
    heldOff()
      .later(MINUTE)
      .when(ask.receive('Fijn, ik wacht het af'))
      .thenTold(['citizen-wrote', 'Bram'])
      .look(({ due, stage }) => {
        assert.deepEqual([due, stage.name], [FOUR, 'claimed']);
      });
  });

  it('is moved by another holding reply alone, and outlives who promised it', () => {
    heldOff()
      .when(ask.comeBack('Bram', local('11-25 10:00')))
      .thenRefused('promised-citizen', { at: FOUR });
    heldOff()
      .when(ask.release('Bram'))
      .then('released')
      .when(ask.claim('Els'))
      .then('claimed')
      .look(({ due, promise }) => {
        assert.deepEqual([due, promise?.holding], [FOUR, true]);
      });
  });

  it('brings words that came while it was on its way, with the promised moment as their due', () => {
    given(claimedBy('Bram'))
      .when(ask.hold('Bram', FOUR))
      .then('holdingKept', 'frozen')
      .later(MINUTE)
      .when(ask.attempt)
      .then('attempted')
      .when(ask.receive('En de kliko?'))
      .then('received')
      .when(ask.placed())
      .then('published', { type: 'followedUp', due: FOUR });
  });
});
