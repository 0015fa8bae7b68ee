import assert from 'node:assert/strict';
import { toRing } from '../../../../../services/domain/dialogue/by-time/to-ring.ts';
import { nextWake } from '../../../../../services/domain/dialogue/wake.ts';
import { standingBy } from '../../../../../services/domain/roster/standing-by.ts';
import { DAY, HOUR, MINUTE } from '../../../../../services/domain/instant.ts';
import * as ask from '../../../../support/asks.ts';
import { local, member, settings } from '../../../../support/dialogue-facts.ts';
import { type Given, givenAt } from '../../../../support/given.ts';
import { claimedBy, finishedBy, keptBy, opened } from '../../../../support/happened.ts';

const ELS = { name: member('Els').name, email: member('Els').email };
const TEN_AT_NIGHT = local('11-24 22:00');

function came(time: string, kind = 'calamiteit'): Given {
  return givenAt(local(time), opened({ kind, postedAt: local(time) }));
}
const night = came('11-24 22:00');
const called = night.when(ask.elapse).then({ type: 'standByCalled', people: [ELS] });
const told = called.when({ type: 'standByAnswered', who: ELS }).then({ type: 'standByTold', who: ELS });

describe('Who stands by', () => {
  it('is called at once to what cannot wait, and once', () => {
    assert.equal(nextWake(night.dialogue, night.facts), TEN_AT_NIGHT);
    assert.equal(called.dialogue.faceAt, called.dialogue.version, 'the number is on the root card');
    assert.equal(nextWake(called.dialogue, called.facts), called.facts.at, 'the message is still to be sent');
    for (const later of [MINUTE, 10 * MINUTE]) told.later(later).when(ask.elapse).thenNothing();
    told.at(local('11-25 18:00')).when(ask.elapse).then('becameLate').when(ask.elapse).thenNothing();
    told.when({ type: 'standByAnswered', who: null }).thenNothing();
  });

  it('is called in a storm as well, and that nobody stands by is told', () => {
    const storm = night.with({ storms: [{ id: 's1', practice: true }] });
    storm.when(ask.elapse).then('standByCalled');
    storm
      .with({ standBy: () => [] })
      .when(ask.elapse)
      .thenTold(['stand-by-unreached', 'Els']);
  });

  it('is not called in opening hours, nor to what can wait', () => {
    const day = came('11-24 10:00');
    day.when(ask.elapse).thenNothing();
    came('11-24 22:00', 'vraag').when(ask.elapse).thenNothing();
    came('11-24 22:00', 'mening').when(ask.elapse).thenNothing();
  });

  it('is called at closing time when nobody took it', () => {
    const left = came('11-24 16:55');
    assert.equal(nextWake(left.dialogue, left.facts), local('11-24 17:00'));
    left.at(local('11-24 17:00')).when(ask.elapse).then('standByCalled');
    const held = left.after(claimedBy('Bram'));
    assert.notEqual(nextWake(held.dialogue, held.facts), local('11-24 17:00'));
  });

  it('is not called in the morning to what came while the bot was down at night', () => {
    night.at(local('11-25 08:40')).when(ask.elapse).then('becameLate');
  });

  it('is called to what is raised at night, also when somebody has it who went home', () => {
    const question = givenAt(local('11-24 16:00'), opened({ postedAt: local('11-24 16:00') })).after(
      claimedBy('Bram'),
      keptBy('Bram'),
    );
    const raised = question.at(TEN_AT_NIGHT).when(ask.receive('En nu is er brand!')).then('received', 'raised');
    raised.when(ask.elapse).then('standByCalled');
    const there = question
      .at(TEN_AT_NIGHT - HOUR)
      .after({ type: 'tookOver', by: { ...ELS, initials: 'EP' }, from: { ...ELS, initials: 'EP' } });
    const seen = there.at(TEN_AT_NIGHT).when(ask.receive('En nu is er brand!')).then('received', 'raised');
    seen.when(ask.elapse).thenNothing();
  });

  it('is named with a number as long as nobody took it since', () => {
    assert.deepEqual(
      toRing(told.dialogue, settings.standby).map(({ phone }) => phone),
      ['06-12345678'],
    );
    assert.deepEqual(toRing(night.dialogue, settings.standby), []);
    const taken = told.later(MINUTE).after(claimedBy('Bram'));
    assert.deepEqual(toRing(taken.dialogue, settings.standby), []);
  });

  it('is called anew to what the citizen asks after an answer', () => {
    const ended = told.after(claimedBy('Bram'), finishedBy('Bram'));
    assert.equal(ended.dialogue.clock?.standBy, undefined);
    const again = ended.later(DAY).onDuty().when(ask.receive('Er is weer brand!')).then('received', 'followedUp');
    again.when(ask.elapse).then('standByCalled');
  });

  it('that nobody does is told in the thread, and so is that nobody can be reached', () => {
    const nobody = night.with({ standBy: () => [] }).when(ask.elapse);
    nobody.thenTold(['stand-by-unreached', 'Els']);
    const alone = nobody.then({ type: 'standByCalled', people: [] });
    assert.deepEqual(alone.dialogue.clock?.standBy?.state, 'unreached');
    assert.deepEqual(toRing(alone.dialogue, settings.standby), settings.standby);
    alone.when(ask.elapse).thenNothing();
    const unreached = called.when({ type: 'standByAnswered', who: null });
    unreached.thenTold(['stand-by-unreached', 'Els']);
    unreached.then('standByUnreached').when(ask.elapse).thenNothing();
  });
});

describe('The list of who stands by', () => {
  const one = { name: 'A', email: 'a@x.example', phone: '1', days: ['tue'] } as const;
  const other = { name: 'B', email: 'b@x.example', phone: '2', days: ['tue', 'sun'] } as const;
  const away = (who: string) => (email: string) => email === who;

  it('goes by the local day and leaves out who is away', () => {
    assert.deepEqual(standingBy([one, other], '2026-11-24', away('')), [one, other]);
    assert.deepEqual(standingBy([one, other], '2026-11-24', away(one.email)), [other]);
    assert.deepEqual(standingBy([one, other], '2026-11-29', away('')), [other]);
    assert.deepEqual(standingBy([one, other], '2026-11-30', away('')), []);
  });
});
