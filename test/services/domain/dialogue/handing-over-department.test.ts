import assert from 'node:assert/strict';
import { departmentsFor, readHandOver } from '../../../../services/domain/dialogue/handing-over/departments.ts';
import { nextWake } from '../../../../services/domain/dialogue/wake.ts';
import * as ask from '../../../support/asks.ts';
import { settings } from '../../../support/dialogue-facts.ts';
import { given } from '../../../support/given.ts';
import {
  ANSWERED_ONCE,
  claimedBy,
  frozenBy,
  keptBy,
  submittedBy,
  TEXT,
  wroteAgain,
} from '../../../support/happened.ts';
import { ESRA } from '../../../support/question-asks.ts';

const WASTE = 'Afval en openbare ruimte';
const MINUTE = 60_000;

describe('Handing over to a department', () => {
  it('ends the dialogue here, unanswered, with whom to ring and what is still to be told', () => {
    const claimed = given(claimedBy('Bram'));
    const { due } = claimed.dialogue;
    assert.notEqual(due, null);
    claimed
      .later(MINUTE)
      .when(ask.handOver('Bram', WASTE, ' Graag bellen. ', 'Half'))
      .then('kept', { type: 'passedOn', department: WASTE, phone: '075-1234501', remark: 'Graag bellen.', due })
      .look((dialogue) => {
        const { stage, passedOn, concept, answeredAt } = dialogue;
        assert.ok(stage.name === 'closed' && stage.outcome === 'handed-over' && stage.had?.initials === 'BK');
        assert.equal(answeredAt, null, 'nobody answered');
        assert.equal(dialogue.due, null);
        assert.deepEqual([passedOn?.state, passedOn?.people], ['telling', [ESRA]]);
        assert.equal(concept?.text, 'Half');
        assert.equal(nextWake(dialogue, claimed.later(MINUTE).facts), claimed.later(MINUTE).facts.at);
      });
  });

  it('keeps what was answered before as it was', () => {
    const again = given(...ANSWERED_ONCE, ...wroteAgain(), claimedBy('Bram'));
    assert.notEqual(again.dialogue.answeredAt, null);
    again
      .later(MINUTE)
      .when(ask.handOver('Bram', WASTE))
      .then('passedOn')
      .look(({ answeredAt }) => {
        assert.equal(answeredAt, again.dialogue.answeredAt);
      });
  });

  it('takes a text that waits for a yes along as the draft, and nobody says yes to it any more', () => {
    const passed = given(claimedBy('Bram'), submittedBy('Bram')).when(ask.handOver('Bram', WASTE)).then('passedOn');
    passed.when(ask.approve('Els')).thenRefused('not-now');
    passed
      .when(ask.reopen('Els'))
      .then('reopened')
      .when(ask.claim('Els'))
      .then('claimed')
      .look(({ concept, stage }) => {
        assert.deepEqual([concept?.text, stage.name], [TEXT, 'claimed']);
      });
  });

  it('is refused to who does not hold it, and once a text is approved', () => {
    given(claimedBy('Bram')).when(ask.handOver('Els', WASTE)).thenRefused('not-yours');
    given(claimedBy('Bram'), keptBy('Bram'), frozenBy('Bram')).when(ask.handOver('Bram', WASTE)).thenRefused('not-now');
  });

  it('is told once: what comes of it is kept, and a second answer changes nothing', () => {
    const passed = given(claimedBy('Bram')).when(ask.handOver('Bram', WASTE)).then('passedOn');
    const told = passed.when({ type: 'departmentAnswered', who: ESRA }).then('departmentTold');
    told.look(({ passedOn }) => {
      assert.deepEqual([passedOn?.state, passedOn?.told], ['told', ESRA]);
    });
    told.when({ type: 'departmentAnswered', who: null }).thenNothing();
    passed.when({ type: 'departmentAnswered', who: null }).thenTold(['department-unreached', 'Bram']);
  });

  it('is undone by Heropenen, with the norm of what is unanswered; what was not told yet is not told', () => {
    const claimed = given(claimedBy('Bram'));
    const passed = claimed
      .when(ask.handOver('Bram', WASTE))
      .then('passedOn')
      .later(90 * MINUTE);
    const reopened = passed.when(ask.reopen('Els')).then({ type: 'reopened', due: claimed.dialogue.due });
    reopened.look(({ passedOn, stage }) => {
      assert.deepEqual([passedOn, stage.name], [undefined, 'waiting']);
    });
    reopened.when({ type: 'departmentAnswered', who: ESRA }).thenNothing();
  });

  it('is not for an own post, for which nobody waits', () => {
    const { dialogue } = given(claimedBy('Bram'));
    assert.deepEqual(departmentsFor({ ...dialogue, own: true }, settings), []);
  });

  it('offers those of the municipality and those for all, the suggested one first', () => {
    const { dialogue } = given(claimedBy('Bram'));
    const named = (about: object): readonly string[] =>
      departmentsFor({ ...dialogue, ...about }, settings).map(({ name }) => name);
    assert.deepEqual(named({ municipality: 'wormerland', topic: 'politiek' }), ['Communicatie', WASTE]);
    assert.deepEqual(named({ municipality: 'oostzaan', topic: 'burgerzaken' })[0], 'Burgerzaken');
    given(claimedBy('Bram')).when(ask.handOver('Bram', 'Burgerzaken')).thenRefused('no-colleague');
  });
});

describe('What is typed after overdragen', () => {
  const reads = (typed: string, to: string, remark: string): void => {
    assert.deepEqual(readHandOver(typed, settings), { to, remark }, typed);
  };

  it('names a colleague in one word', () => {
    reads('EP Zij kent hem.', 'EP', 'Zij kent hem.');
    reads('bk', 'bk', '');
  });

  it('names a department in any case, wholly or by a beginning that is no other', () => {
    reads('afval en  OPENBARE ruimte Graag bellen.', WASTE, 'Graag bellen.');
    reads('Afval\nGraag bellen.', WASTE, 'Graag bellen.');
    reads('burger', 'Burgerzaken', '');
  });

  it('names nobody by a slip, or by what begins more than one', () => {
    reads('bx hallo', 'bx', 'hallo');
    reads('b hallo', 'b', 'hallo');
    const more = { ...settings, departments: ['Zorg jeugd', 'Zorg ouderen'].map((name) => department(name)) };
    assert.deepEqual(readHandOver('zorg bel hem', more), { to: 'zorg', remark: 'bel hem' });
    assert.deepEqual(readHandOver('zorg j bel hem', more), { to: 'Zorg jeugd', remark: 'bel hem' });
  });
});

function department(name: string) {
  return { name, municipality: null, topics: [], phone: null, people: [] };
}
