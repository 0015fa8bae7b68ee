import assert from 'node:assert/strict';
import { type Dialogue } from '../../../../../services/domain/dialogue/dialogue.ts';
import { asHolder } from '../../../../../services/domain/dialogue/decide-holding.ts';
import { nextWake } from '../../../../../services/domain/dialogue/wake.ts';
import { HOUR, MINUTE } from '../../../../../services/domain/instant.ts';
import * as ask from '../../../../support/asks.ts';
import { local, member, settings, TUESDAY_TEN } from '../../../../support/dialogue-facts.ts';
import { type Given, given } from '../../../../support/given.ts';
import {
  cameBack,
  citizensPost,
  claimedBy,
  frozenBy,
  keptBy,
  opened,
  submittedBy,
} from '../../../../support/happened.ts';

const { remindAfter, releaseAfter } = settings.instruction.claim;
const LEFT = releaseAfter - remindAfter;

/** Posted late enough that no norm comes between: the lease alone is looked at. */
const OPENING = opened({ kind: 'mening' });
const claimed = given(OPENING, claimedBy('Bram'));
const reminded = claimed.later(remindAfter).when(ask.elapse).then('claimReminded');

function nothingBefore(dialogue: Given, time: number): void {
  dialogue
    .later(time - 1)
    .when(ask.elapse)
    .thenNothing();
}

describe('A claim with which nothing is done', () => {
  it('is reminded of once, to who has it, with the moment at which it ends', () => {
    nothingBefore(claimed, remindAfter);
    const when = claimed.later(remindAfter).when(ask.elapse);
    when.thenTold(['claim-reminder', 'Bram']);
    assert.equal(when.announcements[0]?.until, TUESDAY_TEN + releaseAfter);
    when.then('claimReminded').when(ask.elapse).thenNothing();
  });

  it('ends after that: it waits again, and who had it is told with who is on duty', () => {
    nothingBefore(reminded, LEFT);
    const ends = reminded.later(LEFT).onDuty('Els', 'Bram').when(ask.elapse);
    ends.thenTold(['claim-expired', 'Bram', 'Els']);
    const free = ends.then({ type: 'claimExpired', by: { name: 'Bram Kok' } });
    assert.deepEqual(free.dialogue.stage, {
      name: 'waiting',
      had: reminded.dialogue.stage.name === 'claimed' && reminded.dialogue.stage.by,
    });
    free.later(HOUR).when(ask.elapse).thenNothing();
    free.when(ask.claim('Els')).then('claimed');
  });

  it('keeps the concept, and the card in which somebody may be typing', () => {
    const wrote = claimed.after(keptBy('Bram', 'Half af'));
    const expired = expire(wrote);
    assert.equal(expired.dialogue.concept?.text, 'Half af');
    assert.deepEqual(expired.dialogue.work, wrote.dialogue.work);
    const late = expired.when(ask.place('Bram', 'Bijna af'));
    late.thenRefused('claim-expired', { at: expired.facts.at }, { type: 'keptApart', concept: { text: 'Bijna af' } });
  });

  it('is named in the refusal to who had it, until somebody else takes it', () => {
    const expired = expire(claimed);
    expired.when(ask.release('Bram')).thenRefused('claim-expired');
    expired.when(ask.release('Els')).thenRefused('not-now');
    const again = expired.when(ask.claim('Els')).then('claimed').when(ask.release('Els')).then('released');
    again.when(ask.keep('Bram')).thenRefused('not-now', {}, 'keptApart');
  });

  it('runs in opening hours alone', () => {
    const late = given(OPENING).at(local('11-24 16:50')).after(claimedBy('Bram'));
    assert.equal(nextWake(late.dialogue, late.facts), local('11-25 08:40'));
    const over = late.at(local('11-25 08:40')).when(ask.elapse).then('claimReminded');
    assert.equal(nextWake(over.dialogue, over.facts), local('11-25 09:00'));
  });

  it('is reminded of at the next opening when the moment is that of closing, or nobody was there', () => {
    const closing = given(OPENING).at(local('11-24 16:40')).after(claimedBy('Bram'));
    assert.equal(nextWake(closing.dialogue, closing.facts), local('11-25 08:30'));
    closing.at(local('11-24 22:00')).when(ask.elapse).thenNothing();
    const next = closing.at(local('11-25 08:30')).when(ask.elapse).then('claimReminded');
    assert.equal(nextWake(next.dialogue, next.facts), local('11-25 08:30') + LEFT);
  });

  it('leaves as much time after a reminder that came late', () => {
    const down = claimed
      .later(3 * HOUR)
      .when(ask.elapse)
      .then('claimReminded');
    down
      .later(LEFT - 1)
      .when(ask.elapse)
      .thenNothing();
    down.later(LEFT).when(ask.elapse).then('claimExpired');
  });
});

function expire(from: Given): Given {
  const told = from.later(remindAfter).when(ask.elapse).then('claimReminded');
  return told.later(LEFT).when(ask.elapse).then('claimExpired');
}

describe('Work on it', () => {
  for (const [what, deed] of [
    ['a text that is kept', ask.keep('Bram', 'Anders')],
    ['a standing answer', ask.useAnswer('Bram')],
    ['looking at what is masked', ask.reveal('Bram')],
    ['taking it over', ask.takeOver('Els')],
  ] as const) {
    it(`begins the lease anew: ${what}`, () => {
      const done = reminded.later(LEFT - MINUTE).when(deed);
      assert.equal(done.refusal, null);
      const { dialogue, facts } = done.then(...done.types);
      assert.equal(nextWake(dialogue, facts), facts.at + remindAfter);
      assert.equal(dialogue.clock?.lease?.reminded, null);
    });
  }

  it('is not what another keeps apart, nor what the citizen writes', () => {
    const another = reminded.later(MINUTE).when(ask.keep('Els', 'Ook iets')).thenRefused('not-yours', {}, 'keptApart');
    const wrote = another.after(({ posts }, { at }) => ({
      type: 'received',
      post: citizensPost(`p${posts.length + 1}`, at),
    }));
    assert.equal(nextWake(wrote.dialogue, wrote.facts), reminded.facts.at + LEFT);
  });
});

describe('The lease stands still', () => {
  it('while an approval is awaited, and begins anew when the text comes back', () => {
    const asked = claimed.after(submittedBy('Bram'));
    assert.equal(asked.dialogue.clock?.lease, null);
    assert.equal(nextWake(asked.dialogue, asked.facts), null);
    const back = asked
      .later(30 * HOUR)
      .at(local('11-26 09:00'))
      .when(ask.sendBack('Els', 'Korter'))
      .then('sentBack');
    assert.equal(nextWake(back.dialogue, back.facts), local('11-26 09:00') + remindAfter);
  });

  it('while it is being placed; a text that comes back is reminded of and never taken away', () => {
    const placing = claimed.after(keptBy('Bram'), frozenBy('Bram'));
    assert.equal(placing.dialogue.clock?.lease, null);
    const back = placing.after(cameBack('refused', 'other'));
    const told = back.later(remindAfter).when(ask.elapse);
    told.thenTold(['claim-reminder', 'Bram']);
    assert.equal(told.announcements[0]?.until, undefined);
    told
      .then({ type: 'claimReminded', until: null })
      .later(30 * HOUR)
      .when(ask.elapse)
      .thenNothing();
  });

  it('begins anew for a text that came back, was reminded of and is then sent back', () => {
    const told = claimed.after(keptBy('Bram'), frozenBy('Bram'), cameBack('refused', 'other'), {
      type: 'claimReminded',
      by: asHolder(member('Bram')),
      until: null,
    });
    const back = told.when(ask.sendBack('Els', 'Korter')).then('sentBack');
    back.later(remindAfter).when(ask.elapse).then('claimReminded');
  });

  it("where nobody waits: an own post is its writer's for as long as they like", () => {
    const writer = { name: 'Bram Kok', email: 'bram.kok@over-gemeenten.example', initials: 'BK' };
    const concept = { text: 'Code geel', writer, at: TUESDAY_TEN };
    const own = given({
      type: 'begun',
      dialogue: 'd1',
      mode: 'live',
      network: 'x',
      account: 'GemWormerland',
      municipality: null,
      by: writer,
      concept,
    });
    assert.equal(nextWake(own.dialogue, own.facts), null);
  });
});

describe('A claim of before time was kept', () => {
  it('runs from when it was taken', () => {
    const old = Object.fromEntries(Object.entries(claimed.dialogue).filter(([field]) => field !== 'clock'));
    assert.equal(nextWake(old as unknown as Dialogue, claimed.facts), TUESDAY_TEN + remindAfter);
  });
});
