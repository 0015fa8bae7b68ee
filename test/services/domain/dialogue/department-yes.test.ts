import assert from 'node:assert/strict';
import { nextWake } from '../../../../services/domain/dialogue/wake.ts';
import * as ask from '../../../support/asks.ts';
import { settings } from '../../../support/dialogue-facts.ts';
import { given, type Given } from '../../../support/given.ts';
import { claimedBy, frozenBy, opened } from '../../../support/happened.ts';

const COMMUNICATIE = settings.departments.find(({ name }) => name === 'Communicatie');
const REFERRAL = COMMUNICATIE?.referral ?? '';

/** A journalist wrote; Communicatie must say yes. */
const press = given(opened({ kind: 'pers', topic: null }), claimedBy('Bram'));
const asked: Given = press.when(ask.submit('Bram')).then('submitted', {
  type: 'departmentAsked',
  department: 'Communicatie',
  people: COMMUNICATIE?.people,
});

describe('What a department must say yes to', () => {
  it('is put before its people, and calls no approver of the team', () => {
    press.when(ask.submit('Bram')).thenTold();
    assert.equal(asked.dialogue.askedDepartment?.department, 'Communicatie');
  });

  it('is placed after a yes of one of them, who needs no place on the team', () => {
    asked
      .when(ask.approve('Gijs'))
      .then({ type: 'frozen', publication: { approvedBy: { email: 'gijs.smit@over-gemeenten.example' } } })
      .look(({ askedDepartment }) => {
        assert.equal(askedDepartment, null);
      });
  });

  it('is not placed by an approver of the team, alone or after another', () => {
    const refusal = { department: 'Communicatie', phone: '075-1234503' };
    asked.when(ask.approve('Els')).thenRefused('department-needed', refusal);
    asked.when(ask.amendAndPlace('Els', 'Anders.')).thenRefused('department-needed', refusal, 'amended');
    press.when(ask.place('Bram')).thenRefused('department-needed', refusal, 'kept');
    given(opened({ kind: 'pers' }), claimedBy('Els'))
      .when(ask.place('Els'))
      .thenRefused('department-needed', refusal, 'kept');
  });

  it('takes a yes to these very words alone', () => {
    const changed = asked.when(ask.amend('Els', 'Wij bellen u.')).then('amended');
    changed.when(ask.approve('Gijs', 'of other words')).thenRefused('text-changed');
    changed.when(ask.approve('Gijs')).then('frozen');
  });

  it('is placed without them when it only sends on to them, to the letter', () => {
    assert.ok(REFERRAL.includes(COMMUNICATIE?.phone ?? '?'));
    press.when(ask.useAnswer('Bram', 'doorverwijzing')).then({ type: 'kept', concept: { text: REFERRAL } });
    press.when(ask.place('Bram', REFERRAL)).then('kept', 'frozen');
    press.when(ask.place('Bram', `${REFERRAL} Het klopt.`)).thenRefused('department-needed', {}, 'kept');
  });

  it('is no matter for an approved standing answer either', () => {
    const grofvuil = settings.answers[0]?.text ?? '';
    press.when(ask.place('Bram', grofvuil)).thenRefused('department-needed', {}, 'kept');
  });

  it('is stopped within the undo time by who said yes', () => {
    asked
      .after(frozenBy('Gijs'))
      .when(ask.stop('Gijs'))
      .then('stopped')
      .when(ask.retry('Els'))
      .thenRefused('department-needed');
  });

  it('is sent back by them with a remark to who wrote it', () => {
    asked
      .when(ask.sendBack('Gijs', 'Noem geen bedrag.'))
      .then({ type: 'sentBack', remark: 'Noem geen bedrag.' })
      .look(({ askedDepartment, stage }) => {
        assert.deepEqual([askedDepartment, stage.name], [null, 'claimed']);
      });
  });

  it('is taken over by them: the team is told, and nobody calls it answered', () => {
    const taken = asked.when(ask.takeToDepartment('Gijs'));
    taken.thenTold(['department-took', 'Bram']);
    taken.then({ type: 'finished', outcome: 'department' }).look(({ stage, answeredAt, due }) => {
      assert.deepEqual([stage.name, answeredAt, due], ['closed', null, null]);
    });
  });

  it('is theirs alone: they can do nothing else, and nothing where they were not asked', () => {
    asked.when(ask.takeToDepartment('Els')).thenRefused('department-needed');
    asked.when(ask.release('Gijs')).thenRefused('no-role');
    asked.when(ask.amend('Gijs', 'Anders.')).thenRefused('no-role', {}, 'keptApart');
    const complaint = given(opened({ kind: 'klacht' }), claimedBy('Bram'))
      .when(ask.submit('Bram'))
      .then('submitted');
    complaint.when(ask.approve('Gijs')).thenRefused('no-role');
    complaint.when(ask.takeToDepartment('Gijs')).thenRefused('no-role');
  });

  it('is asked anew, once, when the words or the text that waited are others', () => {
    asked
      .after(frozenBy('Gijs'))
      .when(ask.receive('En wat kost dat?'))
      .then('received', { type: 'notPlaced', hitch: { why: 'overtaken' } }, 'departmentAsked');
    asked.when(ask.receive('En wat kost dat?')).then('received');
    asked
      .after(frozenBy('Gijs'))
      .when(ask.stop('Bram'))
      .then('stopped')
      .when(ask.amend('Bram', 'Wij bellen u vandaag.'))
      .then('amended', 'departmentAsked');
  });

  it('begins when the citizen turns out to be the press, also on a text that waited for an approver', () => {
    const complaint = given(opened({ kind: 'klacht' }), claimedBy('Bram'))
      .when(ask.submit('Bram'))
      .then('submitted');
    const now = complaint
      .when(ask.receive('Ik ben journalist en schrijf hierover een artikel.'))
      .then('received', { type: 'raised', interpretation: { kind: 'pers' } }, 'departmentAsked');
    now.when(ask.approve('Els')).thenRefused('department-needed');
    now.when(ask.approve('Gijs')).then('frozen');
  });

  it('begins when a person says that it is the press, and Ter akkoord asks the department at once', () => {
    given(claimedBy('Bram'))
      .when(ask.taking({ kind: 'pers' }, ask.submit('Bram')))
      .then('interpreted', 'submitted', 'departmentAsked');
  });

  it('says who of them cannot be written to, once', () => {
    const email = 'gijs.smit@over-gemeenten.example';
    const round = asked.dialogue.askedDepartment?.round ?? 0;
    asked
      .when({ type: 'unreachable', round, email })
      .then('departmentUnreachable')
      .when({ type: 'unreachable', round, email })
      .thenNothing();
    asked.when({ type: 'unreachable', round: round - 1, email }).thenNothing();
  });
});

describe('A threat', () => {
  const threatened = given(claimedBy('Bram')).when(ask.setAside('Bram', 'bedreiging')).then('wasSetAside');

  it('is owed to the coordinator from the moment that it was set aside', () => {
    assert.deepEqual(threatened.dialogue.threat, {
      by: { name: 'Bram Kok', email: 'bram.kok@over-gemeenten.example' },
      at: threatened.facts.at,
      told: false,
    });
    assert.equal(nextWake(threatened.dialogue, threatened.facts), threatened.facts.at);
  });

  it('is told once per dialogue, however often it is set aside', () => {
    const told = threatened.when({ type: 'threatTold' }).then('threatTold');
    told.when({ type: 'threatTold' }).thenNothing();
    told
      .when(ask.reopen('Els'))
      .then('reopened')
      .when(ask.setAside('Els', 'bedreiging'))
      .then('wasSetAside')
      .look(({ threat }) => {
        assert.equal(threat?.told, true);
      });
  });
});
