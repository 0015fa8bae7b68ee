import assert from 'node:assert/strict';
import { nextWake } from '../../../../../services/domain/dialogue/wake.ts';
import { DAY, HOUR, MINUTE } from '../../../../../services/domain/instant.ts';
import * as ask from '../../../../support/asks.ts';
import { local } from '../../../../support/dialogue-facts.ts';
import { type Given, givenAt } from '../../../../support/given.ts';
import {
  attempted,
  cameBack,
  claimedBy,
  finishedBy,
  frozenBy,
  keptBy,
  opened,
  setAsideBy,
  submittedBy,
} from '../../../../support/happened.ts';

type Opening = NonNullable<Parameters<typeof opened>[0]>;

/** Posted and read at this moment: a question is due four opening hours later. */
function came(time: string, fields: Opening = {}): Given {
  return givenAt(local(time), opened({ postedAt: local(time), ...fields }));
}

const waiting = came('11-24 09:00');
const DUE = local('11-24 13:00');
const SOON = DUE - HOUR;
/** No claim comes between the norm and its nudges. */
const busy = (given: Given): Given => given.after(keptBy('Bram'));

describe('The norm', () => {
  it('is reminded of once with an hour left and once when it is over, and the root card turns late once, at the moment itself', () => {
    assert.equal(nextWake(waiting.dialogue, waiting.facts), SOON);
    const soon = waiting.at(SOON).when(ask.elapse);
    soon.thenTold(['due-soon', 'Bram', 'Els']);
    const told = soon.then({ type: 'nudged', what: 'soon', due: DUE });
    assert.equal(told.dialogue.faceAt, waiting.dialogue.faceAt, 'a nudge edits no card');
    told
      .at(DUE - 1)
      .when(ask.elapse)
      .thenNothing();
    const late = told.at(DUE).when(ask.elapse).then({ type: 'becameLate', due: DUE });
    assert.equal(late.dialogue.faceAt, late.dialogue.version);
    const over = late.when(ask.elapse);
    over.thenTold(['due-late', 'Bram', 'Els']);
    const done = over.then({ type: 'nudged', what: 'late' });
    for (const later of [0, MINUTE, HOUR, 3 * DAY]) done.later(later).when(ask.elapse).thenNothing();
  });

  it('reminds who has it when on duty, else who is', () => {
    const claimed = busy(waiting.at(SOON).after(claimedBy('Bram')));
    claimed.when(ask.elapse).thenTold(['due-soon', 'Bram']);
    claimed.onDuty('Anna').when(ask.elapse).thenTold(['due-soon', 'Anna']);
    const late = claimed.when(ask.elapse).then('nudged').at(DUE).when(ask.elapse).then('becameLate');
    busy(late).when(ask.elapse).thenTold(['due-late', 'Bram', 'Els']);
  });

  it('reminds who may say yes when that is awaited, and who has it when no such person is on duty', () => {
    const asked = waiting.at(SOON).after(claimedBy('Bram'), submittedBy('Bram'));
    asked.onDuty('Anna', 'Bram', 'Els').when(ask.elapse).thenTold(['due-soon', 'Anna', 'Els']);
    asked.onDuty('Bram').when(ask.elapse).thenTold(['due-soon', 'Bram']);
  });

  it('reminds the coordinator when nobody is on duty', () => {
    waiting.at(SOON).onDuty().when(ask.elapse).thenTold(['due-soon', 'Els']);
  });

  it('is reminded of with half of the time left where that is less than an hour', () => {
    const short = came('11-24 10:00', { kind: 'calamiteit' });
    assert.equal(nextWake(short.dialogue, short.facts), local('11-24 10:15'));
    const shorter = came('11-24 10:00', { kind: 'pers' });
    assert.equal(nextWake(shorter.dialogue, shorter.facts), local('11-24 10:07') + 30_000);
  });

  it('of what reached us late leaves half of the time that we had', () => {
    const late = givenAt(local('11-24 12:20'), opened({ postedAt: local('11-24 09:00') }));
    assert.equal(nextWake(late.dialogue, late.facts), local('11-24 12:40'));
  });

  it('of what reached us too late is not reminded of, for it came as late', () => {
    const late = givenAt(local('11-24 14:00'), opened({ postedAt: local('11-24 09:00') }));
    assert.equal(nextWake(late.dialogue, late.facts), null);
  });

  it('is told in opening hours alone', () => {
    const evening = came('11-24 16:00');
    assert.equal(evening.dialogue.due, local('11-25 11:30'));
    const closing = came('11-24 13:00');
    assert.equal(closing.dialogue.due, local('11-24 17:00'));
    const soon = closing.at(local('11-24 16:00')).when(ask.elapse).then({ type: 'nudged', what: 'soon' });
    const late = soon.at(local('11-24 17:00')).when(ask.elapse).then('becameLate');
    assert.equal(nextWake(late.dialogue, late.facts), local('11-25 08:30'));
    late.at(local('11-25 08:29')).when(ask.elapse).thenNothing();
    late.at(local('11-25 08:30')).when(ask.elapse).then({ type: 'nudged', what: 'late' });
  });

  it('that was missed while the bot was down is told when it opens, once', () => {
    const down = waiting.at(local('11-24 22:00')).when(ask.elapse).then('becameLate');
    down.when(ask.elapse).thenNothing();
    const open = down.at(local('11-25 08:30')).when(ask.elapse).then({ type: 'nudged', what: 'late' });
    open.when(ask.elapse).thenNothing();
  });

  it('that runs day and night turns the card late at night, and reminds when it opens', () => {
    const night = came('11-24 22:00', { kind: 'calamiteit' }).after(
      { type: 'standByCalled', people: [] },
      { type: 'standByUnreached' },
    );
    const late = night.at(local('11-24 22:30')).when(ask.elapse).then('becameLate');
    assert.equal(nextWake(late.dialogue, late.facts), local('11-25 08:30'));
  });

  it('holds for nobody where no answer is owed', () => {
    for (const kind of ['compliment', 'mening', 'overig']) {
      const { dialogue, facts } = came('11-24 09:00', { kind });
      assert.equal(nextWake(dialogue, facts), null, kind);
    }
  });

  it('is over with an answer, and when it is set aside', () => {
    for (const end of [finishedBy('Bram'), setAsideBy('Bram')]) {
      const { dialogue, facts } = waiting.after(claimedBy('Bram'), end);
      assert.equal(nextWake(dialogue, facts), null);
    }
  });

  it('does not disturb what is on its way; what comes back late is told then', () => {
    const frozen = waiting.at(SOON - MINUTE).after(claimedBy('Bram'), keptBy('Bram'), frozenBy('Bram'), attempted());
    const late = frozen.at(DUE).when(ask.elapse).then('becameLate');
    late.when(ask.elapse).thenNothing();
    late.after(cameBack('refused', 'other')).when(ask.elapse).then({ type: 'nudged', what: 'late' });
  });

  it('begins anew with a new question', () => {
    const told = waiting.at(SOON).when(ask.elapse).then('nudged');
    const ended = told.after(claimedBy('Bram'), finishedBy('Bram'));
    const again = ended
      .later(HOUR)
      .onDuty('Els')
      .when(ask.receive('En de papierbak dan?'))
      .then('received', 'followedUp');
    assert.ok(again.dialogue.due !== null && again.dialogue.due > DUE);
    assert.equal(nextWake(again.dialogue, again.facts), again.dialogue.due - HOUR);
  });
});
