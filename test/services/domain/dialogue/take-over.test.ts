import assert from 'node:assert/strict';
import * as ask from '../../../support/asks.ts';
import { settings } from '../../../support/dialogue-facts.ts';
import { given } from '../../../support/given.ts';
import { claimedBy, opened } from '../../../support/happened.ts';
import { nextWake } from '../../../../services/domain/dialogue/wake.ts';

const COMMUNICATIE = settings.departments.find(({ name }) => name === 'Communicatie');
const GIJS = 'gijs.smit@over-gemeenten.example';
const press = given(opened({ kind: 'pers', topic: null }), claimedBy('Bram'));
const asked = press.when(ask.askTakeOver('Bram', 'Dag,')).then('kept', {
  type: 'takeOverAsked',
  department: 'Communicatie',
  people: COMMUNICATIE?.people,
});

describe('A department that is asked to take over without a text', () => {
  it('takes it over: the team is told, and nobody calls it answered', () => {
    const taken = asked.when(ask.takeToDepartment('Gijs'));
    taken.thenTold(['department-took', 'Bram']);
    taken.then({ type: 'finished', outcome: 'department' }).look(({ stage, answeredAt, due, askedDepartment }) => {
      assert.deepEqual([stage.name, answeredAt, due, askedDepartment], ['closed', null, null, null]);
    });
  });

  it('is asked once, by who holds it, where the work instruction names one', () => {
    asked.when(ask.askTakeOver('Bram', 'Dag,')).thenNothing();
    press.when(ask.askTakeOver('Anna')).thenRefused('not-yours');
    given(claimedBy('Bram')).when(ask.askTakeOver('Bram')).thenRefused('no-department');
  });

  it('can do it as long as it was asked and it is not over, whoever has it then, and nobody else can', () => {
    press.when(ask.takeToDepartment('Gijs')).thenRefused('department-needed');
    asked.when(ask.takeToDepartment('Els')).thenRefused('department-needed');
    asked.when(ask.release('Bram')).then('released').when(ask.takeToDepartment('Gijs')).then('finished');
    const dropped = asked.when(ask.dropTakeOver('Bram', 'Dag,')).then('takeOverDropped');
    dropped.when(ask.takeToDepartment('Gijs')).thenRefused('department-needed');
    dropped.when(ask.askTakeOver('Bram', 'Dag,')).then('takeOverAsked');
  });

  it('is asked for its yes anew when there is a text after all, and the referral needs none', () => {
    asked
      .when(ask.submit('Bram'))
      .then('submitted', 'departmentAsked')
      .look(({ askedDepartment }) => {
        assert.equal(askedDepartment?.takeOver, undefined);
      });
    const referral = COMMUNICATIE?.referral ?? '';
    asked
      .when(ask.place('Bram', referral))
      .then('kept', 'frozen')
      .look(({ askedDepartment }) => {
        assert.equal(askedDepartment?.takeOver?.name, 'Bram Kok');
      });
  });

  it('lets the claim stand still and the norm run on: a telephone is always there', () => {
    const political = given(opened({ topic: 'politiek' }), claimedBy('Bram'));
    const { dialogue, facts } = political.when(ask.askTakeOver('Bram')).then('takeOverAsked');
    assert.equal(dialogue.clock?.lease, null);
    const soon = nextWake(dialogue, facts);
    assert.ok(soon !== null && dialogue.due !== null && soon < dialogue.due);
  });

  it('is not drawn on the card that is being written on when somebody cannot be reached: the root card tells', () => {
    const round = asked.dialogue.askedDepartment?.round ?? 0;
    const unreached = asked.when({ type: 'unreachable', round, email: GIJS }).then('departmentUnreachable').dialogue;
    assert.deepEqual(unreached.work, asked.dialogue.work);
    assert.equal(unreached.faceAt, unreached.version);
  });
});
