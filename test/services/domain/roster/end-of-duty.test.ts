import assert from 'node:assert/strict';
import { DAY, HOUR } from '../../../../services/domain/instant.ts';
import { type Shifts } from '../../../../services/domain/roster/duty.ts';
import { endOfDuty } from '../../../../services/domain/roster/end-of-duty.ts';
import { local, member } from '../../../support/dialogue-facts.ts';

const NINE = local('11-24 09:00');
const BRAM = member('Bram');

/** The shifts of Bram, as hours after nine o'clock. */
function shiftsOf(...stretches: readonly (readonly [number, number])[]): Shifts {
  const all = stretches.map(([from, until]) => ({
    from: NINE + from * HOUR,
    until: NINE + until * HOUR,
    members: [BRAM],
  }));
  return (from, until) => all.filter((shift) => from < shift.until && shift.from < until);
}

describe('The end of somebody’s duty', () => {
  it('is that of the shift, and shifts that touch are one', () => {
    assert.equal(endOfDuty(shiftsOf([0, 4], [5, 8]), BRAM, NINE + HOUR), NINE + 4 * HOUR);
    assert.equal(endOfDuty(shiftsOf([0, 4], [4, 8]), BRAM, NINE + HOUR), NINE + 8 * HOUR);
    assert.equal(endOfDuty(shiftsOf([0, 4]), BRAM, NINE + 4 * HOUR), NINE + 4 * HOUR, 'not on duty');
    assert.equal(endOfDuty(shiftsOf([0, 4]), member('Els'), NINE + HOUR), NINE + HOUR, 'somebody else');
  });

  it('is out of sight for who is always on duty', () => {
    const always: Shifts = (from) => [{ from: from - DAY / 2, until: from + DAY / 2, members: [BRAM] }];
    const until = endOfDuty(always, BRAM, NINE);
    assert.ok(until > NINE + DAY && until <= NINE + 2 * DAY);
  });
});
