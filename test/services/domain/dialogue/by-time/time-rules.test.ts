import assert from 'node:assert/strict';
import { TIME_RULES } from '../../../../../services/domain/dialogue/by-time/time-rules.ts';
import { whenOpen } from '../../../../../services/domain/dialogue/by-time/when-open.ts';
import { nextWake } from '../../../../../services/domain/dialogue/wake.ts';
import { HOUR, MINUTE } from '../../../../../services/domain/instant.ts';
import * as ask from '../../../../support/asks.ts';
import { factsAt, local, TUESDAY_TEN } from '../../../../support/dialogue-facts.ts';
import { given } from '../../../../support/given.ts';
import { ANSWERED_ONCE } from '../../../../support/happened.ts';

describe('What happens by time', () => {
  const answered = given(...ANSWERED_ONCE);

  it('is waited for until the earliest moment of all rules', () => {
    const { dialogue, facts } = answered;
    const moments = TIME_RULES.map((rule) => rule.next(dialogue, facts)).filter((moment) => moment !== null);
    assert.equal(nextWake(dialogue, facts), Math.min(...moments));
    assert.ok(moments.length > 0);
  });

  it('does not happen a moment too early, and once', () => {
    const wake = nextWake(answered.dialogue, answered.facts) ?? 0;
    answered
      .at(wake - 1)
      .when(ask.elapse)
      .thenNothing();
    const closed = answered.at(wake).when(ask.elapse).then('closedItself');
    closed.later(HOUR).when(ask.elapse).thenNothing();
    assert.equal(nextWake(closed.dialogue, closed.facts), null);
  });
});

describe('A moment in opening hours', () => {
  it('is that very moment while it is open, and the next opening while it is not', () => {
    assert.equal(whenOpen(factsAt(TUESDAY_TEN), TUESDAY_TEN + MINUTE), TUESDAY_TEN + MINUTE);
    assert.equal(whenOpen(factsAt(TUESDAY_TEN), local('11-24 17:00')), local('11-25 08:30'));
    assert.equal(whenOpen(factsAt(TUESDAY_TEN), local('11-27 20:00')), local('11-30 08:30'));
  });

  it('that passed is now, or the next opening when it is night now', () => {
    assert.equal(whenOpen(factsAt(TUESDAY_TEN), TUESDAY_TEN - HOUR), TUESDAY_TEN);
    assert.equal(whenOpen(factsAt(local('11-24 22:00')), TUESDAY_TEN), local('11-25 08:30'));
  });

  it('is none where it never opens', () => {
    assert.equal(whenOpen({ at: TUESDAY_TEN, openHours: () => [] }, TUESDAY_TEN), null);
  });
});
