import assert from 'node:assert/strict';
import * as ask from '../../../support/asks.ts';
import { member } from '../../../support/dialogue-facts.ts';
import { given } from '../../../support/given.ts';
import { claimedBy, keptBy, submittedBy, TEXT } from '../../../support/happened.ts';

describe('Handing over to a colleague', () => {
  it('makes them the holder, with the draft, a lease of their own and a work card that calls them', () => {
    given(claimedBy('Bram'), keptBy('Bram'))
      .later(60_000)
      .when(ask.handOver('Bram', 'EP', ' Zij kent hem. '))
      .thenTold()
      .look(({ stage, concept, work }) => {
        assert.ok(stage.name === 'claimed' && stage.by.initials === 'EP' && stage.remark === 'Zij kent hem.');
        assert.ok(stage.since > member('Bram').name.length);
        assert.equal(concept?.text, TEXT);
        assert.equal(work.mention?.email, member('Els').email);
        assert.equal(work.generation, 2);
      });
  });

  it('takes an e-mail address or initials, in any case', () => {
    for (const to of ['ep', ' EP ', member('Els').email, member('Els').email.toUpperCase()])
      given(claimedBy('Bram')).when(ask.handOver('Bram', to)).then({ type: 'handedOver', remark: '' });
  });

  it('keeps what was typed on the card, also when it is refused', () => {
    given(claimedBy('Bram'))
      .when(ask.handOver('Bram', 'EP', '', 'Half'))
      .then('kept', 'handedOver');
    given(claimedBy('Bram'))
      .when(ask.handOver('Bram', 'XX', '', 'Half'))
      .thenRefused('no-colleague', {}, 'kept');
    given(claimedBy('Bram'))
      .when(ask.handOver('Els', 'EP', '', 'Half'))
      .thenRefused('not-yours', {}, 'keptApart');
  });

  it('goes to nobody who does not write, nor to oneself', () => {
    given(claimedBy('Bram'))
      .when(ask.handOver('Bram', member('Dirk').email))
      .thenRefused('no-colleague');
    given(claimedBy('Bram')).when(ask.handOver('Bram', 'BK')).thenRefused('already-yours');
  });

  it('is told by a line where a draft waits for a yes, for that card stays', () => {
    given(claimedBy('Bram'), submittedBy('Bram'))
      .when(ask.handOver('Bram', 'AB', 'Ik moet weg.'))
      .thenTold(['handed-over', 'Anna'])
      .look(({ stage, work }) => {
        assert.ok(stage.name === 'drafted' && stage.by.initials === 'AB' && stage.submittedBy.name === 'Bram Kok');
        assert.equal(work.generation, 1);
      });
  });

  it('is undone by handing back, or by taking over', () => {
    const given2 = given(claimedBy('Bram')).when(ask.handOver('Bram', 'EP')).then('handedOver');
    given2.when(ask.handOver('Els', 'BK')).then('handedOver');
    given2.when(ask.takeOver('Bram')).thenTold(['taken-over', 'Els']);
  });
});
