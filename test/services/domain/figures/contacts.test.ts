import assert from 'node:assert/strict';
import { createCalendar } from '../../../../services/adapters/calendar/create-calendar.ts';
import { type Dialogue } from '../../../../services/domain/dialogue/dialogue.ts';
import { evolve } from '../../../../services/domain/dialogue/evolve.ts';
import { type Happened } from '../../../../services/domain/dialogue/messages.ts';
import { type Counts } from '../../../../services/domain/figures/counts.ts';
import { periodFigures, scopeKey } from '../../../../services/domain/figures/period-figures.ts';
import { sharesOf } from '../../../../services/domain/figures/shares.ts';
import { factsAt, local, member, settings } from '../../../support/dialogue-facts.ts';
import { type Past } from '../../../support/given.ts';
import {
  attempted,
  cameBack,
  claimedBy,
  finishedBy,
  frozenBy,
  keptBy,
  opened,
  published,
  setAsideBy,
  submittedBy,
  wroteAgain,
} from '../../../support/happened.ts';

const calendar = createCalendar(settings);
const clock = {
  openHours: (from: number, until: number) => calendar.openHours(from, until),
  localTime: (at: number) => calendar.localTime(at),
};
const ESRA = { name: 'Esra Yilmaz', email: 'esra.yilmaz@over-gemeenten.example' };
const { name, email } = member('Bram');
const BRAM = { name, email };

/** What happened on Tuesday: a clock time, and what then. */
type Line = readonly [clock: string, ...past: readonly Past[]];

/** A question that was written on Tuesday at 9:45, before 13:45 to be answered, and what became of it. */
function story(...lines: readonly Line[]): readonly Happened[] {
  let dialogue: Dialogue | null = null;
  const history: Happened[] = [];
  const all: readonly Line[] = [['09:50', opened({ postedAt: local('11-24 09:45') })], ...lines];
  for (const [time, ...past] of all)
    for (const one of past) {
      const at = local(`11-24 ${time}`);
      const event = typeof one === 'function' ? one(dialogue as unknown as Dialogue, factsAt(at)) : one;
      history.push({ ...event, at });
      dialogue = evolve(dialogue, { ...event, at });
    }
  return history;
}

/** What the figures count of it, on Wednesday morning unless said otherwise. */
function counted(history: readonly Happened[], at = local('11-25 09:00')): Counts {
  const shares = sharesOf(history, at, clock);
  const days = [...shares.days].map(([day, counts]) => ({ day, scopes: { [scopeKey(shares)]: counts } }));
  const open =
    shares.open === null
      ? []
      : [{ dialogue: 'd1', mode: shares.mode, municipality: shares.municipality, ...shares.open }];
  const about = { mode: shares.mode, days: { from: '2026-11-01', until: '2026-12-01' }, at };
  return JSON.parse(JSON.stringify(periodFigures(days, open, about, clock.openHours).counts)) as Counts;
}

const TAKEN: Line = ['10:00', claimedBy('Bram')];
const PLACED: readonly Past[] = [keptBy('Bram'), frozenBy('Bram'), attempted(), published()];

describe('A contact in the figures', () => {
  it('that is answered before its norm is on time, with the minutes from when it was written', () => {
    const { norm, reply, way, pickUp, person } = counted(story(TAKEN, ['11:00', ...PLACED]));
    assert.deepEqual([norm, reply, way, pickUp], [{ onTime: 1 }, { 75: 1 }, { public: 1 }, { 10: 1 }]);
    assert.deepEqual(person, { [`${email}|answered`]: 1, [`${email}|onTime`]: 1 });
  });

  it('is not judged before it is due, not even when it is answered', () => {
    const answered = story(TAKEN, ['11:00', ...PLACED]);
    assert.equal(counted(answered, local('11-24 13:00')).norm, undefined);
    assert.deepEqual(counted(answered, local('11-24 13:45')).norm, { onTime: 1 });
  });

  it('that is answered later is late, and one that nobody answers is missed', () => {
    assert.deepEqual(counted(story(TAKEN, ['14:00', ...PLACED])).norm, { late: 1 });
    const { norm, unanswered } = counted(story(), local('11-24 15:00'));
    assert.deepEqual([norm, unanswered], [{ missed: 1 }, { 315: 1 }]);
  });

  it('that is set aside before its norm leaves it, and after it was missed all the same', () => {
    const before = counted(story(TAKEN, ['13:00', setAsideBy('Bram')]));
    assert.deepEqual([before.norm, before.aside], [undefined, { ruis: 1 }]);
    const after = counted(story(TAKEN, ['14:00', setAsideBy('Bram')]));
    assert.deepEqual([after.norm, after.aside], [{ missed: 1 }, { ruis: 1 }]);
  });

  it('that somebody phoned about is answered by that, and no more when that is undone', () => {
    const phoned = [TAKEN, ['11:00', finishedBy('Bram')]] as const;
    assert.deepEqual(counted(story(...phoned)).way, { phoned: 1 });
    const undone = counted(story(...phoned, ['11:05', { type: 'reopened', by: BRAM, due: local('11-24 15:05') }]));
    assert.deepEqual([undone.way, undone.norm, undone.came], [undefined, { missed: 1 }, { vraag: 1 }]);
  });

  it('that comes back is a new one, with a norm of its own', () => {
    const again = counted(story(TAKEN, ['11:00', ...PLACED], ['11:30', ...wroteAgain()]));
    assert.deepEqual([again.came, again.norm], [{ vraag: 2 }, { onTime: 1, missed: 1 }]);
  });

  it('whose reply was taken off the network was never answered', () => {
    const off: Line = [
      '12:00',
      { type: 'removalAsked', receipt: 'r1', by: BRAM, reason: 'fout' },
      { type: 'removed', receipt: 'r1', due: local('11-24 13:45') },
    ];
    const { norm, way, trouble } = counted(story(TAKEN, ['11:00', ...PLACED], off));
    assert.deepEqual([norm, way, trouble], [{ missed: 1 }, undefined, { claims: 1, removed: 1 }]);
  });

  it('that is read otherwise once it is missed is told apart', () => {
    const opinion: Past = { type: 'interpreted', by: BRAM, from: { kind: 'vraag' }, to: { kind: 'mening' }, due: null };
    const late = counted(story(TAKEN, ['14:00', opinion]));
    assert.deepEqual([late.norm, late.trouble, late.came], [undefined, { claims: 1, relabelled: 1 }, { mening: 1 }]);
    assert.deepEqual(counted(story(TAKEN, ['11:00', opinion])).trouble, { claims: 1 });
  });

  it('that the citizen took back leaves the norm', () => {
    const gone: Past = { type: 'postGone', post: 'p1', kept: false, due: null };
    assert.equal(counted(story(['11:00', gone])).norm, undefined);
    assert.deepEqual(counted(story(['14:00', gone])).norm, { missed: 1 });
  });
});

describe('What else the figures count', () => {
  it('the time that a yes took, and texts that came back', () => {
    const approved: Line = ['11:30', frozenBy('Els'), attempted(), published()];
    const { approval, approvals } = counted(story(TAKEN, ['11:00', submittedBy('Bram')], approved));
    assert.deepEqual([approval, approvals], [{ 30: 1 }, { submitted: 1 }]);
    const back: Line = ['11:20', { type: 'sentBack', by: { name: 'Els Prins', email: 'els' }, remark: 'Korter' }];
    assert.deepEqual(counted(story(TAKEN, ['11:00', submittedBy('Bram')], back)).approvals, {
      submitted: 1,
      sentBack: 1,
    });
  });

  it('the time that a colleague took, by department', () => {
    const due = local('11-24 13:15');
    const asks = {
      type: 'questionAsked',
      question: 'q1',
      by: BRAM,
      department: 'Afval',
      named: false,
      clicked: true,
    } as const;
    const answers = { type: 'questionAnswered', question: 'q1', id: 'a1', by: ESRA, recordedBy: null } as const;
    const history = story(
      TAKEN,
      ['10:30', { ...asks, to: ESRA, due, remindAt: null }],
      ['12:00', { ...answers, card: true, clicked: false }],
    );
    assert.deepEqual(counted(history).question, { 'Afval|90': 1 });
  });

  it('a text of which nothing was heard for more than a minute, and what the network refused', () => {
    const sent: Line = ['11:00', keptBy('Bram'), frozenBy('Bram'), attempted()];
    assert.deepEqual(counted(story(TAKEN, sent, ['11:01', published()])).trouble, { claims: 1 });
    assert.deepEqual(counted(story(TAKEN, sent, ['11:02', published()])).trouble, { claims: 1, silent: 1 });
    const refused = counted(story(TAKEN, sent, ['11:01', cameBack('refused', 'forbidden')]));
    assert.deepEqual(refused.trouble, { claims: 1, notPlaced: 1 });
  });

  it('two replies by two people within half an hour, and not what stands later', () => {
    const found = (time: string): Line => {
      const by = { name: '@GemWormerland', email: '' };
      const proof = {
        generation: 0,
        removal: null,
        byHand: { by, checked: true },
        link: null,
        account: 'GemWormerland',
      };
      const receipt = { ...proof, id: 'r9', at: local(`11-24 ${time}`), by, approvedBy: by };
      return [time, { type: 'answeredOutside', receipt, due: null, ended: null }];
    };
    const once = [TAKEN, ['11:00', ...PLACED]] as const;
    assert.equal(counted(story(...once, found('11:30'))).trouble?.['double'], 1);
    assert.equal(counted(story(...once, found('11:31'))).trouble?.['double'], undefined);
  });

  it('claims that expired, of all claims', () => {
    const expired: Line = ['10:40', { type: 'claimExpired', by: { ...BRAM, initials: 'BK' } }];
    assert.deepEqual(counted(story(TAKEN, expired, ['11:00', claimedBy('Els')])).trouble, { claims: 2, expired: 1 });
  });
});
