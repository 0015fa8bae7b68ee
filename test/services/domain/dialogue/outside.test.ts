import assert from 'node:assert/strict';
import { MINUTE } from '../../../../services/domain/instant.ts';
import * as ask from '../../../support/asks.ts';
import { given } from '../../../support/given.ts';
import {
  attempted,
  claimedBy,
  finishedBy,
  frozenBy,
  opened,
  releasedBy,
  setAsideBy,
  submittedBy,
  wroteAgain,
} from '../../../support/happened.ts';

describe('An answer that somebody gave on the network itself', () => {
  it('answers what waits, in the name of the account when nobody had it', () => {
    const { stage, due, posts, receipts } = given()
      .later(5 * MINUTE)
      .when(ask.foundOwn())
      .then('answeredOutside').dialogue;
    assert.deepEqual(stage.name === 'answered' && [stage.by.name, stage.by.email], ['@GemWormerland', '']);
    assert.deepEqual([due, posts.at(-1)?.outside, receipts[0]?.byHand?.checked], [null, true, true]);
  });

  it('leaves it with who had it before', () => {
    const { stage } = given(claimedBy('Bram'), releasedBy('Bram'))
      .when(ask.foundOwn())
      .then('answeredOutside').dialogue;
    assert.equal(stage.name === 'answered' && stage.by.name, 'Bram Kok');
  });

  it('is no answer to what the citizen wrote since', () => {
    const { stage, due } = given(...wroteAgain())
      .when(ask.foundOwn())
      .then('answeredOutside').dialogue;
    assert.equal(stage.name, 'waiting');
    assert.notEqual(due, null);
  });

  it('is read by who is writing, before anything of theirs is placed', () => {
    const writing = given(claimedBy('Bram'));
    const card = writing.dialogue.version;
    const found = writing.when(ask.foundOwn()).then('answeredOutside');
    assert.equal(found.dialogue.stage.name, 'claimed');
    writing.when(ask.foundOwn()).thenTold(['answered-outside', 'Bram']);
    found.when(ask.place('Bram', 'Morgen.', card)).thenRefused('answered-outside', {}, 'kept');
    found.when(ask.place('Bram')).then('kept', 'frozen');
  });

  it('takes away the yes to a text that was read before it', () => {
    const draft = given(claimedBy('Bram'), submittedBy('Bram'));
    const before = ask.approve('Els', ask.hashOf(draft.dialogue, draft.facts));
    const found = draft.when(ask.foundOwn()).then('answeredOutside');
    found.when(before).thenRefused('answered-outside');
    found.when(ask.approve('Els')).then('frozen');
  });

  it('holds back a text that was frozen, and asks again', () => {
    const found = given(opened({ kind: 'klacht' }), claimedBy('Bram'), submittedBy('Bram'), frozenBy('Els'))
      .when(ask.foundOwn())
      .then('answeredOutside', { type: 'notPlaced', hitch: { why: 'outside' } });
    found.when(ask.retry('Bram')).thenRefused('own-text');
    found.when(ask.retry('Els')).then('frozen');
  });

  it('waits while a call of ours is under way: it may be that very reply', () => {
    const trying = given(claimedBy('Bram'), submittedBy('Bram'), frozenBy('Els'), attempted());
    trying.when(ask.foundOwn()).thenNothing();
  });

  it('is recorded once, also in what has ended', () => {
    for (const ended of [finishedBy('Bram'), setAsideBy('Bram')]) {
      const found = given(claimedBy('Bram'), ended).when(ask.foundOwn()).then('answeredOutside');
      assert.equal(found.dialogue.stage.name, ended.type === 'finished' ? 'closed' : 'setAside');
      found.when(ask.foundOwn()).thenNothing();
    }
  });
});
