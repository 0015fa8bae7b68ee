import assert from 'node:assert/strict';
import { nextWake } from '../../../../services/domain/dialogue/wake.ts';
import {
  ATTEMPT_WINDOW,
  BETWEEN_LOOK_UPS,
  type Hitch,
  TOO_LATE,
} from '../../../../services/domain/dialogue/publication.ts';
import { MINUTE, SECOND } from '../../../../services/domain/instant.ts';
import * as ask from '../../../support/asks.ts';
import { settings, TUESDAY_TEN } from '../../../support/dialogue-facts.ts';
import { given, type Given } from '../../../support/given.ts';
import {
  ANSWERED_ONCE,
  claimedBy,
  frozenBy,
  opened,
  submittedBy,
  TEXT,
  wroteAgain,
} from '../../../support/happened.ts';

const { undo } = settings.instruction;
const WAIT = 90 * SECOND;

/** A complaint of Bram's, approved by Els, at the end of the undo time. */
const due = given(opened({ kind: 'klacht' }), claimedBy('Bram'), submittedBy('Bram'), frozenBy('Els')).later(undo);
const attempted = due.when(ask.attempt).then('attempted');
/** A question that Bram placed himself, at the end of the undo time. */
const alone = given(claimedBy('Bram')).when(ask.place('Bram')).then('kept', 'frozen').later(undo);

function hitchOf({ dialogue: { stage } }: Given): Hitch | null {
  return stage.name === 'drafted' ? stage.hitch : null;
}

describe('A frozen text', () => {
  it('waits for the undo time, and then an attempt with a deadline is recorded before the call', () => {
    assert.equal(nextWake(due.dialogue, due.facts), TUESDAY_TEN + undo);
    due.later(-1).when(ask.attempt).thenNothing();
    const deadline = due.facts.at + ATTEMPT_WINDOW;
    const { dialogue, facts } = due
      .when(ask.attempt)
      .then({ type: 'attempted', number: 1, deadline, lookAt: deadline + WAIT });
    assert.equal(nextWake(dialogue, facts), deadline + WAIT);
  });

  it('is attempted once at a time', () => {
    attempted.when(ask.attempt).thenNothing();
  });

  it('is placed only with the network’s id, with who placed it and who said yes', () => {
    const after = attempted
      .later(2 * SECOND)
      .when(ask.placed('77'))
      .then({
        type: 'published',
        receipt: { id: '77', account: 'GemWormerland', by: { name: 'Bram Kok' }, approvedBy: { name: 'Els Prins' } },
      });
    const { stage, answeredAt, due: owed, concept, posts } = after.dialogue;
    assert.deepEqual([stage.name, answeredAt, owed, concept], ['answered', after.facts.at, null, null]);
    assert.deepEqual(posts.at(-1), {
      id: '77',
      from: 'us',
      at: after.facts.at,
      thanks: false,
      link: 'https://practice.example/77',
    });
  });

  it('is not placed by an answer about another publication', () => {
    attempted.when(ask.placed('77', 2)).thenNothing();
    attempted.when(ask.refused('forbidden', 2)).thenNothing();
    due.when(ask.refused()).thenNothing();
    given(claimedBy('Bram')).when(ask.placed('77', 0)).thenNothing();
  });

  it('is placed once: the same answer a second time changes nothing', () => {
    attempted.when(ask.placed()).then('published').when(ask.placed()).thenNothing();
  });
});

describe('A text that is late', () => {
  it('by five minutes is still placed, and by more asks again', () => {
    due.later(TOO_LATE).when(ask.attempt).then('attempted');
    const late = due.later(TOO_LATE + 1).when(ask.attempt);
    late.then({ type: 'notPlaced', hitch: { why: 'late', approvedBy: { name: 'Els Prins' } } });
    late.thenTold(['not-placed', 'Bram']);
  });

  it('may be placed by its holder on the yes that stands', () => {
    const late = due
      .later(TOO_LATE + 1)
      .when(ask.attempt)
      .then('notPlaced');
    late
      .when(ask.retry('Bram'))
      .then({ type: 'frozen', publication: { number: 2, approvedBy: { name: 'Els Prins' } } });
  });

  it('because the network asked for patience counts from the end of the undo time', () => {
    const later = attempted.when(ask.postpone(due.facts.at + 2 * MINUTE)).then('postponed');
    assert.equal(nextWake(later.dialogue, later.facts), due.facts.at + 2 * MINUTE);
    later.later(MINUTE).when(ask.attempt).thenNothing();
    later
      .later(2 * MINUTE)
      .when(ask.attempt)
      .then('attempted');
    const long = attempted.when(ask.postpone(due.facts.at + 15 * MINUTE)).then('postponed');
    long
      .later(15 * MINUTE)
      .when(ask.attempt)
      .then({ type: 'notPlaced', hitch: { why: 'late' } });
  });
});

describe('A text that is overtaken by the citizen', () => {
  const overtaken = due
    .later(-1)
    .when(ask.receive('Laat maar, het is al opgehaald'))
    .then('received', { type: 'notPlaced', hitch: { why: 'overtaken' } });

  it('before the attempt asks again, also for the yes', () => {
    overtaken.when(ask.retry('Bram')).thenRefused('own-text');
    overtaken.when(ask.approve('Els')).then({ type: 'frozen', publication: { inReplyTo: 'p2' } });
  });

  it('is placed by who may place it alone after having seen the new words', () => {
    const old = ask.hashOf(alone.dialogue, alone.facts);
    const news = alone.later(-1).when(ask.receive('En de papierbak?')).then('received', 'notPlaced');
    news.when(ask.retry('Bram', old)).thenRefused('text-changed');
    news.when(ask.retry('Bram')).then({ type: 'frozen', publication: { inReplyTo: 'p2' } });
    news
      .when(ask.amendAndPlace('Bram', 'De papierbak ook.'))
      .then('amended', { type: 'frozen', publication: { text: 'De papierbak ook. ^BK' } });
  });

  it('is not overtaken by thanks', () => {
    due.later(-1).when(ask.receive('Alvast bedankt')).then('received').later(1).when(ask.attempt).then('attempted');
  });

  it('is no longer held back once the call began, and the new words re-open the dialogue when it is placed', () => {
    const news = attempted.later(10 * MINUTE).when(ask.receive('Hallo?! Het stinkt hier', { postedAt: TUESDAY_TEN }));
    news.thenTold();
    const after = news
      .then('received')
      .when(ask.placed())
      .then('published', {
        type: 'followedUp',
        for: { name: 'Bram Kok' },
        due: TUESDAY_TEN + settings.instruction.answer.within,
      });
    assert.equal(after.dialogue.stage.name, 'claimed');
    assert.equal(after.dialogue.receipts.length, 1);
  });

  it('is told to who is on duty when its holder has gone home', () => {
    const news = attempted.when(ask.receive('Hallo?!')).then('received').onDuty('Anna').when(ask.placed());
    news.then('published', { type: 'followedUp', for: null }).look(({ stage }) => {
      assert.equal(stage.name === 'waiting' && stage.had?.name, 'Bram Kok');
    });
    news.thenTold(['citizen-wrote', 'Anna']);
  });

  it('during an attempt that came to nothing is not attempted a second time', () => {
    const news = attempted.when(ask.receive('Laat maar')).then('received');
    const again = news
      .when(ask.postpone(due.facts.at + MINUTE))
      .then('postponed')
      .later(MINUTE);
    again.when(ask.attempt).then({ type: 'notPlaced', hitch: { why: 'overtaken' } });
  });
});

describe('A text that the network refused', () => {
  const back = attempted.when(ask.refused('reply-not-allowed')).then({
    type: 'notPlaced',
    hitch: {
      why: 'refused',
      reason: 'reply-not-allowed',
      detail: 'no: reply-not-allowed',
      approvedBy: { name: 'Els Prins' },
    },
  });

  it('is a draft again, with the reason and the text', () => {
    const { stage, concept, receipts } = back.dialogue;
    assert.deepEqual([stage.name, concept?.text, receipts.length], ['drafted', TEXT, 0]);
  });

  it('is tried again by its holder on the yes that stands, again and again', () => {
    const second = back.when(ask.retry('Bram')).then({
      type: 'frozen',
      publication: {
        number: 2,
        text: `${TEXT} ^BK`,
        submittedBy: { name: 'Bram Kok' },
        approvedBy: { name: 'Els Prins' },
      },
    });
    const refusedAgain = second.later(undo).when(ask.attempt).then('attempted').when(ask.refused()).then('notPlaced');
    refusedAgain
      .when(ask.retry('Bram'))
      .then({ type: 'frozen', publication: { number: 3, approvedBy: { name: 'Els Prins' } } });
  });

  it('is tried again on that yes by the holder only', () => {
    back.when(ask.retry('Carla')).thenRefused('no-role');
    back.when(ask.retry('Anna')).then({ type: 'frozen', publication: { approvedBy: { name: 'Anna de Boer' } } });
  });

  it('needs a new yes when it was changed, and the approvers are asked', () => {
    const changed = back.when(ask.amend('Bram', 'Korter.'));
    changed.thenTold(['approval-asked', 'Els']);
    const amended = changed.then({ type: 'amended', asksAgain: true });
    assert.equal(hitchOf(amended), null);
    amended.when(ask.retry('Bram')).thenRefused('not-now');
    amended.when(ask.approve('Els')).then({ type: 'frozen', publication: { text: 'Korter. ^BK' } });
    back.when(ask.amendAndPlace('Bram', 'Korter.')).thenTold(['approval-asked', 'Els']);
  });

  it('needs a new yes when it will be signed by somebody else', () => {
    back.when(ask.takeOver('Carla')).then('tookOver').when(ask.retry('Carla')).thenRefused('no-role');
  });

  it('is not tried again on an old card', () => {
    const old = ask.hashOf(back.dialogue, back.facts);
    const news = back.when(ask.receive('Hoeft niet meer')).then('received');
    news.when(ask.retry('Bram', old)).thenRefused('text-changed');
    news.when(ask.retry('Bram')).thenRefused('own-text');
  });

  it('is tried again by who placed it alone, if that is still allowed', () => {
    const mine = alone.when(ask.attempt).then('attempted').when(ask.refused()).then('notPlaced');
    mine.when(ask.retry('Bram')).then({ type: 'frozen', publication: { approvedBy: { name: 'Bram Kok' } } });
    mine.when(ask.retry('Carla')).thenRefused('no-role');
    const kinds = { ...settings.instruction.kinds, vraag: { ...settings.instruction.kinds.vraag!, approval: true } };
    const stricter = mine.with({ settings: { ...settings, instruction: { ...settings.instruction, kinds } } });
    stricter.when(ask.retry('Bram')).thenRefused('own-text');
  });

  it('has nothing to try again before it was ever approved', () => {
    given(claimedBy('Bram'), submittedBy('Bram')).when(ask.retry('Els')).thenRefused('not-now', { stage: 'drafted' });
  });
});

describe('A lost answer', () => {
  const lost = attempted.when(ask.unclear()).then('becameUnclear');

  it('is remembered and looked up later, not sent again', () => {
    const { stage } = lost.dialogue;
    assert.equal(stage.name === 'approved' && stage.publication.attempt?.unclear, 'socket hang up');
    lost.later(MINUTE).when(ask.attempt).thenNothing();
    assert.equal(nextWake(lost.dialogue, lost.facts), due.facts.at + ATTEMPT_WINDOW + WAIT);
  });

  it('that is found on the network is the receipt', () => {
    lost
      .later(2 * MINUTE)
      .when(ask.placed('88'))
      .then({ type: 'published', receipt: { id: '88' } });
  });

  it('is looked up twice, and then the identical text is sent again', () => {
    const first = lost.later(ATTEMPT_WINDOW + WAIT);
    const once = first.when(ask.notFound()).then({ type: 'lookedUp', lookAt: first.facts.at + BETWEEN_LOOK_UPS });
    once.when(ask.attempt).thenNothing();
    const twice = once.later(BETWEEN_LOOK_UPS).when(ask.notFound()).then({ type: 'lookedUp', lookAt: null });
    twice.when(ask.notFound()).thenNothing();
    const again = twice.when(ask.attempt).then({ type: 'attempted', number: 1 });
    const { stage } = again.dialogue;
    assert.equal(stage.name === 'approved' && stage.publication.text, `${TEXT} ^BK`);
    again.when(ask.placed()).then('published');
  });
});

describe('Taking a reply off the network', () => {
  const answered = given(...ANSWERED_ONCE);
  const asked = answered.when(ask.remove('Els')).then({ type: 'removalAsked', receipt: 'r1', reason: 'fout bedrag' });

  it('is for an approver, with a reason', () => {
    answered.when(ask.remove('Bram')).thenRefused('no-role', { role: 'approver' });
    answered.when(ask.remove('Els', '  ')).thenRefused('reason-required');
  });

  it('is asked once, and of a reply that exists', () => {
    asked.when(ask.remove('Anna')).thenNothing();
    answered.when(ask.remove('Els', 'weg', 'nergens')).thenNothing();
    answered.when(ask.removed()).thenNothing();
    assert.equal(nextWake(asked.dialogue, asked.facts), asked.facts.at);
  });

  it('leaves the dialogue waiting for an answer, due since the citizen posted, and the history keeps it', () => {
    const gone = asked.when(ask.removed()).then({ type: 'removed', due: TUESDAY_TEN - 15 * MINUTE + 240 * MINUTE });
    const { stage, due: owed, receipts } = gone.dialogue;
    assert.equal(stage.name === 'waiting' && stage.had?.name, 'Bram Kok');
    assert.equal(owed, TUESDAY_TEN + 225 * MINUTE);
    assert.equal(receipts[0]?.removal?.state, 'done');
    gone.when(ask.setAside('Els')).then('wasSetAside').when(ask.reopen('Els')).then({ type: 'reopened', due: owed });
  });

  it('leaves a newer answer standing', () => {
    const twice = given(...ANSWERED_ONCE, ...wroteAgain(), claimedBy('Bram'))
      .when(ask.place('Bram'))
      .then('kept', 'frozen')
      .later(undo)
      .when(ask.attempt)
      .then('attempted')
      .when(ask.placed('r2'))
      .then('published');
    const gone = twice.when(ask.remove('Els')).then('removalAsked').when(ask.removed()).then('removed');
    assert.deepEqual([gone.dialogue.stage.name, gone.dialogue.due], ['answered', null]);
  });

  it('wipes nothing that somebody is typing in the meantime', () => {
    const typing = asked.after(...wroteAgain(), claimedBy('Bram'));
    const gone = typing.when(ask.removed()).then('removed');
    assert.equal(gone.dialogue.work.changedAt, typing.dialogue.work.changedAt);
    assert.equal(gone.dialogue.receipts[0]?.removal?.changedAt, gone.dialogue.version);
  });

  it('is tried again when the network asks for patience, and told when it refuses', () => {
    const until = asked.facts.at + MINUTE;
    const later = asked.when({ type: 'removalPostponed', receipt: 'r1', until }).then('removalPutOff');
    assert.equal(nextWake(later.dialogue, later.facts), until);
    const no = later.when({ type: 'removalRefused', receipt: 'r1', detail: 'forbidden' });
    no.thenTold(['removal-refused', 'Bram']);
    no.then('removalFailed').when(ask.remove('Els')).then('removalAsked');
  });
});
