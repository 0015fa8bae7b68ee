import assert from 'node:assert/strict';
import { type Counts } from '../../../../services/domain/figures/counts.ts';
import { type Headline, headline } from '../../../../services/domain/figures/headline.ts';
import { type OpenNow } from '../../../../services/domain/figures/period-figures.ts';
import { headlineSentence } from '../../../../cards/statistics/headline-box.ts';
import { DUTCH } from '../../../support/views.ts';
import { madeUpReport } from '../../../support/made-up-report.ts';

/** Twenty of twenty-five in time: the goal of 80% exactly. */
const GOOD: Counts = { came: { vraag: 25 }, norm: { onTime: 20, late: 3, missed: 2 } };

function matters(
  counts: Counts,
  { now = {}, before = {}, period = 'vandaag' }: { now?: Partial<OpenNow>; before?: Counts; period?: string } = {},
): Headline {
  return headline(madeUpReport({ period, onDay: () => counts, onDayBefore: () => before, now }));
}

function told(found: Headline): string {
  return headlineSentence(found, 80, DUTCH);
}

describe('What matters most in a period', () => {
  const ALL: Counts = {
    came: { vraag: 30 },
    asked: { afval: 12 },
    norm: { onTime: 5, missed: 15 },
    promise: { kept: 2, broken: 1 },
    trouble: { silent: 1, double: 2, claims: 9, expired: 4 },
  };
  const WAITING = { waiting: 3, late: 2, oldest: 1 };

  it('is told gravest first, one thing only', () => {
    const order: string[] = [];
    let counts: Counts = ALL;
    let now: Partial<OpenNow> = WAITING;
    const step = (without: Counts, then: Partial<OpenNow> = now): void => {
      order.push(matters(counts, { now }).rule);
      counts = { ...counts, ...without };
      now = then;
    };
    step({ trouble: { double: 2, claims: 9, expired: 4 } });
    step({ trouble: { claims: 9, expired: 4 } });
    step({}, {});
    step({ norm: { onTime: 5 } });
    step({ promise: { kept: 3 } });
    step({ trouble: { claims: 9, expired: 2 } });
    step({ asked: { afval: 4 } });
    step({ came: {} });
    step({});
    assert.deepEqual(order, [
      'silent',
      'double',
      'overdue',
      'belowGoal',
      'promises',
      'claims',
      'rising',
      'usual',
      'nothing',
    ]);
  });

  it('is a silent failure that lasts too', () => {
    assert.deepEqual(matters(GOOD, { now: { silent: 1 } }), { rule: 'silent', n: 1 });
    assert.match(told(matters(GOOD, { now: { silent: 1 } })), /^1 antwoord ging weg zonder/);
  });

  it('is what waits over the norm only while the period runs', () => {
    assert.deepEqual(matters(GOOD, { now: WAITING }), { rule: 'overdue', n: 2 });
    assert.equal(matters(GOOD, { now: WAITING, period: 'gisteren' }).rule, 'usual');
  });

  it('is the goal only from ten on, and says whether it can be chance', () => {
    assert.equal(matters(GOOD).rule, 'usual', '80% is the goal itself');
    assert.equal(matters({ ...GOOD, norm: { onTime: 4, missed: 5 } }).rule, 'usual', 'nine are too few');
    assert.match(
      told(matters({ ...GOOD, norm: { onTime: 7, missed: 3 } })),
      /^Onder het doel: 70% \(7 van 10\) .* doel is 80%\. Bij dit aantal kan dat toeval zijn\.$/,
    );
    assert.match(
      told(matters({ ...GOOD, norm: { onTime: 10, missed: 10 } })),
      /^Onder het doel: 50% .* doel is 80%\.$/,
    );
  });

  it('is a broken promise, counted against all that were made', () => {
    const found = matters({ ...GOOD, promise: { kept: 4, broken: 1 } });
    assert.deepEqual(found, { rule: 'promises', n: 1, whole: 5 });
    assert.match(told(found), /^1 van 5 toezeggingen kwam niet uit/);
  });

  it('is claims that expire only when they are a habit', () => {
    const claims = (expired: number, of: number): string => matters({ ...GOOD, trouble: { claims: of, expired } }).rule;
    assert.equal(claims(2, 4), 'usual', 'two happen to anybody');
    assert.equal(claims(3, 60), 'claims');
    assert.equal(claims(5, 198), 'usual', 'few of very many');
  });

  it('is a topic that came at least twice as often, and often', () => {
    const rising = (n: number, then: number): string =>
      matters(
        { ...GOOD, asked: { afval: n - 1, groen: 4 }, unasked: { afval: 1, '': 40 } },
        { before: { asked: { afval: then, groen: 4 } } },
      ).rule;
    assert.equal(rising(8, 4), 'rising');
    assert.equal(rising(7, 4), 'usual');
    assert.equal(rising(4, 0), 'usual');
    const two = matters({ ...GOOD, asked: { afval: 10, groen: 30 } }, { before: { asked: { groen: 14 } } });
    assert.deepEqual(two, { rule: 'rising', topic: 'groen', n: 30, before: 14 });
  });

  it('is nothing in particular, with the share on time where there is enough of it', () => {
    assert.match(told(matters(GOOD)), /^Geen bijzonderheden: 80% \(20 van 25\)/);
    assert.match(told(matters({ came: { vraag: 1 } })), /^Geen bijzonderheden\. Er is te weinig/);
    assert.match(told(matters({})), /kwam er niets binnen/);
  });
});
