import assert from 'node:assert/strict';
import { type StageName } from '../../../../services/domain/dialogue/dialogue.ts';
import { type DialogueEvent } from '../../../../services/domain/dialogue/messages.ts';
import { type Refusal } from '../../../../services/domain/dialogue/refusal.ts';
import { type PersonCommandType } from '../../../../services/domain/dialogue/transitions.ts';
import { local } from '../../../support/dialogue-facts.ts';
import * as ask from '../../../support/asks.ts';
import { askEsra, intoConcept, recordAnswer, withdrawQuestion } from '../../../support/question-asks.ts';
import { type Ask, given, type Given } from '../../../support/given.ts';
import {
  ANSWERED_ONCE,
  attempted,
  cameBack,
  claimedBy,
  finishedBy,
  frozenBy,
  keptBy,
  published,
  setAsideBy,
  submittedBy,
  wroteAgain,
} from '../../../support/happened.ts';

/** Bram holds it; one reply stands already, so that there is something to remove; a draft came back from the network. */
const again = [...ANSWERED_ONCE, ...wroteAgain()];
const STAGES: Record<StageName, Given> = {
  waiting: given(...again),
  claimed: given(...again, claimedBy('Bram')),
  drafted: given(
    ...again,
    claimedBy('Bram'),
    submittedBy('Bram'),
    frozenBy('Els'),
    attempted(),
    cameBack('refused', 'reply-not-allowed'),
  ),
  approved: given(...again, claimedBy('Bram'), submittedBy('Bram'), frozenBy('Els')),
  answered: given(...again, claimedBy('Bram'), keptBy('Bram'), frozenBy('Bram'), attempted(), published('r2')),
  closed: given(...again, claimedBy('Bram'), finishedBy('Bram')),
  setAside: given(...again, claimedBy('Bram'), setAsideBy('Bram')),
};

/** Each command by somebody who may give it, where the stage allows it. */
const COMMANDS: Record<PersonCommandType, Ask> = {
  claim: ask.claim('Anna'),
  takeOver: ask.takeOver('Anna'),
  release: ask.release('Bram'),
  setAside: ask.setAside('Bram'),
  finish: ask.finish('Bram', 'phoned'),
  reopen: ask.reopen('Anna'),
  reveal: ask.reveal('Bram'),
  handOver: ask.handOver('Bram', 'EP'),
  comeBack: ask.comeBack('Bram', local('11-27 10:00')),
  dropReturn: ask.dropReturn('Bram'),
  hold: ask.hold('Bram', local('11-24 16:00')),
  keep: ask.keep('Bram', 'Half'),
  useAnswer: ask.useAnswer('Bram'),
  place: ask.place('Bram', 'Morgen.'),
  submit: ask.submit('Bram', 'Morgen.'),
  amend: ask.amend('Bram', 'Morgen.'),
  amendAndPlace: ask.amendAndPlace('Els', 'Morgen.'),
  approve: ask.approve('Els'),
  sendBack: ask.sendBack('Els', 'te lang'),
  takeToDepartment: ask.takeToDepartment('Els'),
  askTakeOver: ask.askTakeOver('Bram'),
  dropTakeOver: ask.dropTakeOver('Bram'),
  stop: ask.stop('Bram'),
  retry: ask.retry('Bram'),
  reportPlaced: ask.reportPlaced('Bram'),
  goPublic: ask.goPublic('Bram'),
  ask: askEsra('Bram'),
  withdrawQuestion: withdrawQuestion('Bram'),
  recordAnswer: recordAnswer('Bram', 'Ja.'),
  intoConcept: intoConcept('Bram', 'Ja.'),
  remove: ask.remove('Els'),
};

type Events = readonly DialogueEvent['type'][];
type Row = Record<StageName, Events | Refusal['code']>;
const never = 'not-now';
const nowhere: Row = {
  waiting: never,
  claimed: never,
  drafted: never,
  approved: never,
  answered: never,
  closed: never,
  setAside: never,
};
const everywhere = (events: Events): Row => ({
  waiting: events,
  claimed: events,
  drafted: events,
  approved: events,
  answered: events,
  closed: events,
  setAside: events,
});

const noQuestion: Row = {
  ...nowhere,
  waiting: 'unknown-question',
  claimed: 'unknown-question',
  drafted: 'unknown-question',
  approved: 'unknown-question',
  answered: 'unknown-question',
};

/** What must come of it, written down apart from the table that the product uses. */
const EXPECTED: Record<PersonCommandType, Row> = {
  claim: { ...nowhere, waiting: ['claimed'], claimed: 'taken', drafted: 'taken', approved: 'taken' },
  takeOver: { ...nowhere, claimed: ['tookOver'], drafted: ['tookOver'] },
  release: { ...nowhere, claimed: ['released'], drafted: ['released'] },
  setAside: { ...nowhere, waiting: ['wasSetAside'], claimed: ['wasSetAside'] },
  finish: { ...nowhere, claimed: ['finished'], drafted: ['finished'], answered: ['finished'] },
  reopen: { ...nowhere, closed: ['reopened'], setAside: ['reopened'] },
  reveal: {
    ...nowhere,
    claimed: ['revealed'],
    drafted: ['revealed'],
    approved: ['revealed'],
    answered: ['revealed'],
  },
  handOver: { ...nowhere, claimed: ['handedOver'], drafted: ['handedOver'] },
  comeBack: everywhere(['promised']),
  // There is nothing to withdraw: see promises.test.ts.
  dropReturn: everywhere([]),
  hold: { ...nowhere, claimed: ['holdingKept', 'frozen'] },
  keep: { ...nowhere, claimed: ['kept'] },
  useAnswer: { ...nowhere, claimed: ['kept'] },
  place: { ...nowhere, claimed: ['kept', 'frozen'] },
  submit: { ...nowhere, claimed: ['submitted'] },
  amend: { ...nowhere, drafted: ['amended'] },
  amendAndPlace: { ...nowhere, drafted: ['amended', 'frozen'] },
  approve: { ...nowhere, drafted: ['frozen'] },
  sendBack: { ...nowhere, drafted: ['sentBack'] },
  // Only by the people of a department that must be asked: see department-yes.test.ts.
  takeToDepartment: {
    ...nowhere,
    waiting: 'approval-needed',
    claimed: 'approval-needed',
    drafted: 'approval-needed',
    answered: 'approval-needed',
  },
  // No department must say yes here, and none was asked: see take-over.test.ts.
  askTakeOver: { ...nowhere, claimed: 'no-department' },
  dropTakeOver: { ...nowhere, claimed: [] },
  stop: { ...nowhere, approved: ['stopped'] },
  retry: { ...nowhere, drafted: ['frozen'] },
  reportPlaced: { ...nowhere, drafted: ['published'] },
  // Only for a private message that was refused: see private-messages.test.ts.
  goPublic: nowhere,
  ask: { ...nowhere, waiting: ['questionAsked'], claimed: ['questionAsked'], drafted: ['questionAsked'] },
  // Nothing was asked here: see questions/asking.test.ts.
  withdrawQuestion: noQuestion,
  recordAnswer: noQuestion,
  intoConcept: { ...nowhere, claimed: 'unknown-question' },
  remove: everywhere(['removalAsked']),
};

/** Those that carry a text, which is kept when they are refused: the holder's as the concept, another's apart. */
const TYPED: ReadonlySet<PersonCommandType> = new Set(['hold', 'keep', 'place', 'submit', 'amend', 'amendAndPlace']);

describe('Every command of a person in every stage', () => {
  for (const stage of Object.keys(STAGES) as StageName[]) {
    it(`begins with a dialogue that is ${stage}`, () => {
      assert.equal(STAGES[stage].dialogue.stage.name, stage);
    });

    for (const [command, row] of Object.entries(EXPECTED) as [PersonCommandType, Row][]) {
      const expected = row[stage];
      if (typeof expected !== 'string') {
        it(`lets ${command} happen when ${stage}`, () => {
          STAGES[stage].when(COMMANDS[command]).then(...expected);
        });
        continue;
      }
      it(`refuses ${command} when ${stage}: ${expected}`, () => {
        const holders = command === 'amend' && stage === 'claimed';
        const kept = TYPED.has(command) ? ([holders ? 'kept' : 'keptApart'] as const) : [];
        STAGES[stage].when(COMMANDS[command]).thenRefused(expected, {}, ...kept);
      });
    }
  }

  for (const stage of Object.keys(STAGES) as StageName[]) {
    it(`refuses somebody without the role webcare when ${stage}`, () => {
      for (const type of Object.keys(COMMANDS) as PersonCommandType[]) {
        const outsider = ((dialogue, facts) => {
          const command = COMMANDS[type];
          const one = typeof command === 'function' ? command(dialogue, facts) : command;
          return 'by' in one ? { ...one, by: { ...one.by, roles: ['manager', 'approver'] } } : one;
        }) satisfies Ask;
        const result = STAGES[stage].when(outsider);
        assert.equal(result.refusal?.code, 'no-role', type);
        assert.deepEqual(
          result.types.filter((event) => event !== 'keptApart' && event !== 'kept'),
          [],
          type,
        );
      }
    });
  }
});
