import assert from 'node:assert/strict';
import { pricedTotal, worthOf } from '../../../../services/domain/evaluation/worth.ts';
import { HOUR } from '../../../../services/domain/instant.ts';
import { readSettings } from '../../../../services/adapters/settings/read-settings.ts';
import { local, member } from '../../../support/dialogue-facts.ts';

const COUNTS = { way: { public: 80, private: 20, phoned: 5, 'already-answered': 1 } };
const DAY = { from: local('11-24 08:30'), until: local('11-24 12:00') };
const shifts = () => [
  { from: local('11-24 08:30'), until: local('11-24 17:00'), members: [member('Bram'), member('Els')] },
];

describe('What answers are worth', () => {
  it('is what was answered times the organisation’s own price, and the hours on the roster so far', () => {
    const worth = worthOf(COUNTS, { price: { public: 4.5, phoned: 6 }, poll: null }, DAY, shifts);
    assert.deepEqual(
      worth.rows.map(({ way, n, price }) => [way, n, price]),
      [
        ['public', 80, 4.5],
        ['private', 20, null],
        ['phoned', 5, 6],
        ['already-answered', 1, null],
      ],
    );
    assert.deepEqual([pricedTotal(worth), worth.hours / HOUR, worth.avoided], [390, 7, null]);
  });

  it('tells of avoided calls only from a poll, as an interval, and not of who was phoned', () => {
    const poll = { asked: 120, wouldHaveCalled: 48 };
    const { avoided } = worthOf(COUNTS, { price: {}, poll }, DAY, shifts);
    // Wilson, 48 of 120: 31.7% to 48.9%.
    assert.deepEqual([avoided?.answers, avoided?.low, avoided?.high], [100, 31, 49]);
  });
});

describe('The chapter worth of webcare.yml', () => {
  const file = (worth: string): string =>
    `organisation: X\nhours: { open: { mon: "09:00-17:00" } }\nteam:\n  - { name: A, email: a@b.example, initials: AB, roles: [webcare, approver] }\nroster: { mon: { "09:00-17:00": [AB] } }\n${worth}`;
  const problems = (worth: string): string => {
    const read = readSettings(file(worth), 'webcare.yml');
    return read.ok ? '' : read.problems.map((problem) => problem.text).join('\n');
  };

  it('may be left out, in part or as a whole', () => {
    const read = (worth: string) => {
      const result = readSettings(file(worth), 'webcare.yml');
      return result.ok ? result.settings.worth : result;
    };
    assert.equal(read(''), null);
    assert.deepEqual(read('worth: { price: { already-answered: 1 } }'), {
      price: { 'already-answered': 1 },
      poll: null,
    });
  });

  it('is refused with what was meant, an amount, and no more callers than were asked', () => {
    assert.match(problems('worth: { price: { publik: 4 } }'), /did you mean public\?/);
    assert.match(problems('worth: { price: { public: -1 } }'), /worth\.price\.public: .*an amount in euros/);
    assert.match(problems('worth: { poll: { asked: 10, wouldHaveCalled: 11 } }'), /must not be more than asked \(10\)/);
  });
});
