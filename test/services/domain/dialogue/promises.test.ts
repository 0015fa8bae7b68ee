import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nextWake } from '../../../../services/domain/dialogue/wake.ts';
import { DAY, HOUR, MINUTE } from '../../../../services/domain/instant.ts';
import * as ask from '../../../support/asks.ts';
import { factsAt, local, type Name, officeHours, TUESDAY_TEN } from '../../../support/dialogue-facts.ts';
import { WatchedDialogue } from '../../../support/dialogue-laws.ts';
import { type Ask, given } from '../../../support/given.ts';
import { ANSWERED_ONCE, claimedBy, finishedBy, opened, releasedBy, setAsideBy } from '../../../support/happened.ts';

const FRIDAY = local('11-27 14:00');
const WEDNESDAY = local('11-25 14:00');

/** Bram had it, and no answer is owed: nothing else happens by time. */
const LEFT = [opened({ kind: 'mening' }), claimedBy('Bram'), releasedBy('Bram')];

describe('Terugkomen op', () => {
  it('comes back at its moment as one new line, to who has the dialogue', () => {
    const agreed = given(...LEFT)
      .when(ask.comeBack('Bram', FRIDAY, 'Lamp gemaakt?'))
      .then('promised');
    assert.equal(nextWake(agreed.dialogue, agreed.facts), FRIDAY);
    agreed
      .at(FRIDAY - 1)
      .when(ask.elapse)
      .thenNothing();
    const back = agreed.at(FRIDAY).when(ask.elapse);
    assert.equal(back.announcements[0]?.after, 'Lamp gemaakt?');
    back.thenTold(['came-back', 'Bram']).when(ask.elapse).thenNothing();
  });

  it('survives shift and sickness: who is on duty then is told', () => {
    given(...LEFT)
      .when(ask.comeBack('Bram', FRIDAY))
      .then('promised')
      .at(FRIDAY)
      .onDuty('Anna')
      .when(ask.elapse)
      .thenTold(['came-back', 'Anna']);
  });

  it('opens what had ended again: for who had it with a card of their own, else as waiting', () => {
    for (const ended of [
      ANSWERED_ONCE,
      [claimedBy('Bram'), finishedBy('Bram')],
      [claimedBy('Bram'), setAsideBy('Bram')],
    ]) {
      const agreed = given(...ended)
        .when(ask.comeBack('Els', WEDNESDAY, 'Kijk.'))
        .then('promised');
      agreed
        .at(WEDNESDAY)
        .when(ask.elapse)
        .thenTold()
        .look(({ stage, work }) => {
          assert.ok(stage.name === 'claimed' && stage.by.name === 'Bram Kok' && stage.remark === 'Kijk.');
          assert.equal(work.mention?.name, 'Bram Kok');
        });
      agreed
        .at(WEDNESDAY)
        .onDuty('Anna')
        .when(ask.elapse)
        .thenTold(['came-back', 'Anna'])
        .look(({ stage }) => {
          assert.equal(stage.name, 'waiting');
        });
    }
  });

  it('moves to the next opening and says so; also when the hours changed since', () => {
    const saturday = local('11-28 11:00');
    const monday = local('11-30 08:30');
    given(...LEFT)
      .when(ask.comeBack('Bram', saturday))
      .then({ type: 'promised', promise: { at: monday, asked: saturday } });
    const closed = given(...LEFT)
      .when(ask.comeBack('Bram', FRIDAY))
      .then('promised')
      .at(FRIDAY)
      .with({ openHours: (from, until) => officeHours(Math.max(from, monday), until) });
    closed.when(ask.elapse).thenNothing();
    closed.at(monday).when(ask.elapse).then('cameBack');
  });

  it('is moved and withdrawn, and there is one at most', () => {
    const moved = given(...LEFT)
      .when(ask.comeBack('Bram', FRIDAY))
      .then('promised')
      .when(ask.comeBack('Bram', FRIDAY + HOUR))
      .then('promised');
    moved.at(FRIDAY).when(ask.elapse).thenNothing();
    moved
      .when(ask.dropReturn('Bram'))
      .then('promiseDropped')
      .at(FRIDAY + HOUR)
      .when(ask.elapse)
      .thenNothing();
  });

  it('is no moment in the past, none in years, and no nonsense', () => {
    const held = given(claimedBy('Bram'));
    held.when(ask.comeBack('Bram', TUESDAY_TEN, '', 'Half')).thenRefused('moment-past', {}, 'kept');
    held.when(ask.comeBack('Bram', TUESDAY_TEN + 400 * DAY)).thenRefused('moment-far');
    held.when(ask.comeBack('Bram', null)).thenRefused('moment-unreadable');
    held.when(ask.comeBack('Els', FRIDAY)).thenRefused('not-yours');
  });
});

const MEDDLING: readonly Ask[] = [
  ask.claim('Bram'),
  ask.takeOver('Els'),
  ask.release('Els'),
  ask.handOver('Bram', 'EP'),
  ask.handOver('Els', 'AB'),
  ask.finish('Els', 'phoned'),
  ask.reopen('Anna'),
  ask.receive('En nu?'),
  ask.elapse,
  ask.elapse,
];
const DUTIES: readonly (readonly Name[])[] = [['Bram', 'Els'], ['Anna'], []];

describe('Whatever happens until its moment and after', () => {
  it('a promise is told exactly once', () => {
    const meddling = fc.array(
      fc.record({ what: fc.nat(MEDDLING.length - 1), pause: fc.constantFrom(0, MINUTE, HOUR, DAY), duty: fc.nat(2) }),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(meddling, fc.nat(25), fc.integer({ min: 1, max: 200 }), (steps, when, hours) => {
        const watched = new WatchedDialogue();
        let at = TUESDAY_TEN;
        const step = (what: Ask, duty = 0): void => {
          watched.step(what, factsAt(at, DUTIES[duty]));
        };
        step({ type: 'receive', dialogue: 'd1', mode: 'live', post: ask.citizen('Wanneer?', 'p1', at) });
        step(ask.claim('Bram'));
        steps.forEach(({ what, pause, duty }, index) => {
          if (index === when) step(ask.comeBack('Anna', at + hours * HOUR));
          at += pause;
          step(MEDDLING[what]!, duty);
        });
        const agreed = watched.types.filter((type) => type === 'promised').length;
        for (let turn = 0; turn < 15; turn += 1) {
          const wake = watched.dialogue && nextWake(watched.dialogue, factsAt(at));
          at = Math.max(at, wake ?? at + DAY);
          step(ask.elapse);
        }
        assert.equal(watched.types.filter((type) => type === 'cameBack').length, agreed);
      }),
      { numRuns: 150 },
    );
  });
});
