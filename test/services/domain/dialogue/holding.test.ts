import assert from 'node:assert/strict';
import * as ask from '../../../support/asks.ts';
import { local, settings, TUESDAY_TEN } from '../../../support/dialogue-facts.ts';
import { given } from '../../../support/given.ts';
import {
  ANSWERED_ONCE,
  attempted,
  claimedBy,
  finishedBy,
  frozenBy,
  keptBy,
  opened,
  published,
  setAsideBy,
  submittedBy,
  TEXT,
  wroteAgain,
} from '../../../support/happened.ts';
import { MINUTE } from '../../../../services/domain/instant.ts';

const waiting = given();
const claimed = given(claimedBy('Bram'));
const drafted = given(claimedBy('Bram'), submittedBy('Bram'));

describe('Taking a dialogue', () => {
  it('gives it to the first of two who click at once, and tells the other who has it since when', () => {
    const first = waiting.when(ask.claim('Bram')).then({ type: 'claimed', by: { name: 'Bram Kok', initials: 'BK' } });
    first.later(1000).when(ask.claim('Anna')).thenRefused('taken', { who: 'Bram Kok', at: TUESDAY_TEN });
    first.when(ask.claim('Bram')).thenRefused('already-yours');
  });

  it('is remembered from the claim on, also when a text has been submitted and approved since', () => {
    const later = claimed.later(10 * MINUTE).after(submittedBy('Bram'));
    later.when(ask.claim('Anna')).thenRefused('taken', { at: TUESDAY_TEN });
    later.after(frozenBy('Els')).when(ask.claim('Anna')).thenRefused('taken', { at: TUESDAY_TEN });
    later.when(ask.sendBack('Els')).then('sentBack').when(ask.claim('Anna')).thenRefused('taken', { at: TUESDAY_TEN });
  });

  it('is too late for who clicks an old card of an ended dialogue, and nobody is said to have it', () => {
    given(setAsideBy('Anna')).when(ask.claim('Bram')).thenRefused('not-now', { stage: 'setAside' });
    given(...ANSWERED_ONCE)
      .when(ask.claim('Bram'))
      .thenRefused('not-now', { stage: 'answered' });
  });

  it('is open to a trainee, and not to who only sees figures', () => {
    waiting.when(ask.claim('Carla')).then('claimed');
    waiting.when(ask.claim('Dirk')).thenRefused('no-role', { role: 'webcare' });
  });

  it('makes a new work card, and none for who loses the race', () => {
    const { dialogue } = waiting.when(ask.claim('Bram')).then('claimed');
    assert.equal(dialogue.work.generation, 1);
    assert.equal(claimed.when(ask.claim('Anna')).thenRefused('taken').dialogue.work.generation, 1);
  });
});

describe('Taking over', () => {
  it('is open to any member, keeps the text, and tells the previous owner', () => {
    const result = claimed.after(keptBy('Bram')).when(ask.takeOver('Carla'));
    result.thenTold(['taken-over', 'Bram']);
    result.then({ type: 'tookOver', from: { name: 'Bram Kok' } }).look(({ concept, stage }) => {
      assert.equal(concept?.text, TEXT);
      assert.equal(stage.name === 'claimed' && stage.by.name, 'Carla Visser');
    });
  });

  it('leaves a submitted text with who submitted it, under the new signature', () => {
    drafted
      .when(ask.takeOver('Anna'))
      .then('tookOver')
      .look(({ stage }) => {
        assert.equal(stage.name === 'drafted' && stage.submittedBy.name, 'Bram Kok');
      })
      .when(ask.approve('Els'))
      .then({ type: 'frozen', publication: { text: `${TEXT} ^AB`, submittedBy: { name: 'Bram Kok' } } });
  });

  it('is refused to who has it already', () => {
    claimed.when(ask.takeOver('Bram')).thenRefused('already-yours');
  });
});

describe('Letting go', () => {
  it('leaves the draft with the dialogue, and says who had it', () => {
    claimed
      .after(keptBy('Bram'))
      .when(ask.release('Bram'))
      .then('released')
      .look(({ stage, concept }) => {
        assert.equal(stage.name === 'waiting' && stage.had?.name, 'Bram Kok');
        assert.equal(concept?.text, TEXT);
      })
      .when(ask.claim('Anna'))
      .then('claimed')
      .look(({ concept }) => {
        assert.equal(concept?.text, TEXT);
      });
  });

  it('is for the holder only', () => {
    claimed.when(ask.release('Anna')).thenRefused('not-yours', { who: 'Bram Kok' });
    drafted.when(ask.release('Els')).thenRefused('not-yours', { who: 'Bram Kok' });
  });
});

describe('Not replying', () => {
  it('needs a reason that the work instruction knows', () => {
    for (const reason of ['', 'geen zin', 'RUIS'])
      waiting.when(ask.setAside('Bram', reason)).thenRefused('reason-required');
    for (const reason of settings.instruction.noReplyReasons) {
      waiting.when(ask.setAside('Bram', reason)).then({ type: 'wasSetAside', reason });
    }
  });

  it('is decided by the holder once somebody has it, and owes nothing any more', () => {
    claimed.when(ask.setAside('Anna')).thenRefused('not-yours', { who: 'Bram Kok' });
    assert.equal(claimed.when(ask.setAside('Bram')).then('wasSetAside').dialogue.due, null);
  });
});

describe('Finishing', () => {
  it('needs an outcome as long as there is no reply to the newest words', () => {
    claimed.when(ask.finish('Bram', null)).thenRefused('outcome-required');
    claimed.when(ask.finish('Bram', 'replied')).thenRefused('outcome-required');
    given(...ANSWERED_ONCE, ...wroteAgain(), claimedBy('Bram'))
      .when(ask.finish('Bram', null))
      .thenRefused('outcome-required');
  });

  it('counts as answered at that time when it was done by telephone, by mail or at the counter', () => {
    for (const outcome of ['phoned', 'mailed', 'counter', 'already-answered'] as const) {
      const { dialogue } = claimed
        .later(5 * MINUTE)
        .when(ask.finish('Bram', outcome))
        .then({ type: 'finished', outcome });
      assert.equal(dialogue.answeredAt, TUESDAY_TEN + 5 * MINUTE);
      assert.equal(dialogue.due, null);
    }
  });

  it('needs nothing after a reply, is open to anyone of the team, and leaves the moment of the first answer', () => {
    const answered = given(...ANSWERED_ONCE).later(30 * MINUTE);
    const { dialogue } = answered.when(ask.finish('Anna', null)).then({ type: 'finished', outcome: 'replied' });
    assert.equal(dialogue.answeredAt, TUESDAY_TEN);
  });

  it('is for the holder as long as somebody works on it', () => {
    claimed.when(ask.finish('Anna', 'phoned')).thenRefused('not-yours');
    drafted.when(ask.finish('Els', 'phoned')).thenRefused('not-yours');
    drafted.when(ask.finish('Bram', 'phoned')).then('finished');
  });
});

describe('Closing itself', () => {
  const { closesAt } = (() => {
    const { stage } = given(...ANSWERED_ONCE.slice(0, -1))
      .when(ask.placed())
      .then('published').dialogue;
    assert.ok(stage.name === 'answered');
    return stage;
  })();

  it('happens at the end of the third opening day without a follow-up', () => {
    assert.equal(closesAt, local('11-27 17:00'));
    const answered = given(...ANSWERED_ONCE.slice(0, -1))
      .when(ask.placed())
      .then('published');
    answered
      .at(closesAt - 1)
      .when(ask.elapse)
      .thenNothing();
    answered
      .at(closesAt)
      .when(ask.elapse)
      .then('closedItself')
      .look(({ stage }) => {
        assert.ok(stage.name === 'closed');
        assert.deepEqual([stage.had?.name, stage.by, stage.outcome], ['Bram Kok', null, 'replied']);
      });
  });

  it('skips the weekend', () => {
    const friday = given(...ANSWERED_ONCE.slice(0, -1)).at(local('11-27 10:00'));
    friday.when(ask.placed()).then({ type: 'published', closesAt: local('12-02 17:00') });
  });

  it('never happens to a dialogue that is open', () => {
    for (const open of [waiting, claimed, drafted]) {
      const { types } = open.at(local('12-20 10:00')).when(ask.elapse);
      assert.ok(types.length > 0 && !types.includes('closedItself'));
    }
  });
});

describe('Reopening', () => {
  it('of what was set aside owes an answer from the moment of posting', () => {
    const set = given(claimedBy('Bram'), keptBy('Bram'), setAsideBy('Bram')).at(local('11-26 10:00'));
    set
      .when(ask.reopen('Anna'))
      .then({ type: 'reopened', due: local('11-24 13:45') })
      .look(({ stage, concept }) => {
        assert.equal(stage.name === 'waiting' && stage.had?.name, 'Bram Kok');
        assert.equal(concept?.text, TEXT);
      });
  });

  it('of what was set aside after a reply owes an answer from the follow-up on', () => {
    const again = given(...ANSWERED_ONCE)
      .at(local('11-25 09:00'))
      .after(...wroteAgain(), setAsideBy('Anna'));
    again
      .at(local('11-26 10:00'))
      .when(ask.reopen('Anna'))
      .then({ type: 'reopened', due: local('11-25 13:00') });
  });

  it('of what was answered owes an answer from now on', () => {
    const done = given(claimedBy('Bram'), finishedBy('Bram')).at(local('11-25 10:00'));
    done.when(ask.reopen('Anna')).then({ type: 'reopened', due: local('11-25 14:00') });
  });

  it('owes nothing where the work instruction owes nothing', () => {
    const opinion = given(opened({ kind: 'mening' }), setAsideBy('Bram'));
    opinion.when(ask.reopen('Anna')).then({ type: 'reopened', due: null });
  });
});

describe('Showing personal data', () => {
  it('is for who has the dialogue, and is kept in the history', () => {
    claimed.when(ask.reveal('Bram')).then({ type: 'revealed', by: { name: 'Bram Kok' } });
    claimed.when(ask.reveal('Els')).thenRefused('not-yours', { who: 'Bram Kok' });
    const answered = given(claimedBy('Bram'), keptBy('Bram'), frozenBy('Bram'), attempted(), published());
    answered.when(ask.reveal('Els')).thenRefused('not-yours', { who: 'Bram Kok' });
    answered.when(ask.reveal('Bram')).then('revealed');
  });
});
