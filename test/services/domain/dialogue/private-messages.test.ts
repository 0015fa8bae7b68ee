import assert from 'node:assert/strict';
import { channelOf, channelsOf } from '../../../../services/domain/dialogue/choose-channel.ts';
import { postToAnswer } from '../../../../services/domain/dialogue/what-to-answer.ts';
import { nextWake } from '../../../../services/domain/dialogue/wake.ts';
import { SECOND } from '../../../../services/domain/instant.ts';
import * as ask from '../../../support/asks.ts';
import { given, type Given, type Past } from '../../../support/given.ts';
import {
  attempted,
  cameBack,
  citizensPost,
  claimedBy,
  frozenBy,
  keptBy,
  opened,
  submittedBy,
  TEXT,
} from '../../../support/happened.ts';

/** The citizen says more, between us alone. */
function wrotePrivately(id = 'm2'): Past {
  return (_, { at }) => ({ type: 'received', post: { ...citizensPost(id, at), private: true } });
}

const held = given(claimedBy('Bram'));
const both = held.after(wrotePrivately());
const opening = opened();
if (opening.type !== 'opened') throw new Error('a dialogue begins with opened');
const alone = given({ ...opening, thread: 'dm:1', post: { ...opening.post, private: true } }, claimedBy('Bram'));
/** Bram's private text, said yes to by Els, on its way. */
const onItsWay = held.after(submittedBy('Bram', TEXT, 'private'), frozenBy('Els'), attempted());

function hitchOf({ dialogue: { stage } }: Given) {
  return stage.name === 'drafted' ? stage.hitch : null;
}

describe('The channel of a reply', () => {
  it('is public unless somebody chooses otherwise, and as the citizen wrote last', () => {
    assert.deepEqual(channelsOf(held.dialogue), ['public', 'private']);
    assert.equal(channelOf(held.dialogue), 'public');
    assert.equal(channelOf(both.dialogue), 'private');
    assert.equal(channelOf(held.after(keptBy('Bram', TEXT, 'private')).dialogue), 'private');
    assert.equal(channelOf(both.after(keptBy('Bram', TEXT, 'public')).dialogue), 'public');
  });

  it('is private only to who came to us, on a network that has it, and not while listening', () => {
    for (const change of [{ asked: false }, { network: 'handmatig' }, { mode: 'listening' as const }])
      assert.deepEqual(channelsOf({ ...held.dialogue, ...change }), ['public'], JSON.stringify(change));
    const unasked = given(opened({ account: null }), claimedBy('Bram'));
    assert.deepEqual(channelsOf(unasked.dialogue), ['public']);
  });

  it('refuses a private message to who did not come to us, and keeps the text', () => {
    const found = given({ ...opening, asked: false }, claimedBy('Bram'));
    found.when(ask.place('Bram', TEXT, undefined, 'private')).thenRefused('other-channel', {}, 'kept');
    found.when(ask.submit('Bram', TEXT, 'private')).thenRefused('other-channel', {}, 'kept');
  });

  it('answers in public what was said in public, never what was said in private', () => {
    assert.equal(postToAnswer(both.dialogue, 'public')?.id, 'p1');
    assert.equal(postToAnswer(both.dialogue, 'private')?.id, 'm2');
    both
      .when(ask.place('Bram', TEXT, undefined, 'public'))
      .then('kept', { type: 'frozen', publication: { inReplyTo: 'p1', readTo: 'm2' } });
    alone.when(ask.place('Bram', TEXT, undefined, 'public')).thenRefused('other-channel', {}, 'kept');
  });

  it('lets a private message be as long as an approver can see', () => {
    held.when(ask.place('Bram', 'x'.repeat(2_496), undefined, 'private')).then('kept', 'frozen');
    held.when(ask.place('Bram', 'x'.repeat(2_497), undefined, 'private')).thenRefused('too-long', { over: 1 }, 'kept');
    held.when(ask.place('Bram', 'x'.repeat(2_496))).thenRefused('too-long', { limit: 280 }, 'kept');
  });

  it('blocks personal data in private as in public', () => {
    held.when(ask.place('Bram', 'bel 06-12345678', undefined, 'private')).thenRefused('personal-data', {}, 'kept');
  });
});

describe('A yes to one channel', () => {
  it('is no yes to the other', () => {
    const draft = held.after(submittedBy('Bram'));
    const hash = ask.hashOf(draft.dialogue, draft.facts);
    held
      .after(submittedBy('Bram', TEXT, 'private'))
      .when(ask.approve('Els', hash))
      .thenRefused('text-changed');
  });

  it('is no yes any more when the citizen wrote in private since', () => {
    const draft = held.after(submittedBy('Bram'));
    const hash = ask.hashOf(draft.dialogue, draft.facts);
    draft.after(wrotePrivately()).when(ask.approve('Els', hash)).thenRefused('text-changed');
    draft
      .after(wrotePrivately())
      .when(ask.approve('Els'))
      .then({ type: 'frozen', publication: { inReplyTo: 'p1' } });
  });

  it('reads as before for what was stored before there was a choice', () => {
    assert.equal(
      ask.hashOf(held.after(keptBy('Bram')).dialogue, held.facts),
      `of ${JSON.stringify(['GemWormerland', 'p1', `${TEXT} ^BK`])}`,
    );
  });

  it('is kept by who corrects the text', () => {
    held
      .after(submittedBy('Bram', TEXT, 'private'))
      .when(ask.amendAndPlace('Els', 'Woensdag.'))
      .then(
        { type: 'amended', concept: { channel: 'private' } },
        { type: 'frozen', publication: { channel: 'private' } },
      );
  });
});

describe('A public reply to who wrote in private since', () => {
  it('is not overtaken by what was read when it was frozen', () => {
    const frozen = both.after(keptBy('Bram', TEXT, 'public'), frozenBy('Bram'));
    const placed = frozen
      .later(20 * SECOND)
      .when(ask.attempt)
      .then('attempted')
      .when(ask.placed())
      .then('published');
    assert.equal(placed.dialogue.stage.name, 'answered');
  });

  it('is overtaken by private words during the undo time', () => {
    held
      .after(keptBy('Bram'), frozenBy('Bram'))
      .when(ask.receive('Wacht, het gaat om iets anders', { id: 'm9', private: true }))
      .then('received', { type: 'notPlaced', hitch: { why: 'overtaken' } });
  });
});

describe('A private message', () => {
  it('has its proof and is marked private; there is no way to take it back', () => {
    const sent = onItsWay.when(ask.placed('e1')).then({ type: 'published', receipt: { id: 'e1', channel: 'private' } });
    const { posts, stage } = sent.dialogue;
    assert.deepEqual([posts.at(-1)?.private, stage.name], [true, 'answered']);
    sent.when(ask.remove('Els', 'spijt', 'e1')).thenNothing();
  });

  it('that is not found twice is never sent again by itself: a person decides', () => {
    const lost = onItsWay
      .when(ask.unclear())
      .then('becameUnclear')
      .later(90 * SECOND);
    const once = lost
      .when(ask.notFound())
      .then({ type: 'lookedUp' })
      .later(30 * SECOND);
    const unsure = once.when(ask.notFound()).then({ type: 'notPlaced', hitch: { why: 'unsure', channel: 'private' } });
    const reminded = unsure.facts.at + unsure.facts.settings.instruction.claim.remindAfter;
    assert.equal(nextWake(unsure.dialogue, unsure.facts), reminded, 'but for a reminder nothing happens by itself');
    unsure.when(ask.retry('Bram')).then({ type: 'frozen', publication: { channel: 'private' } });
    unsure
      .when(ask.reportPlaced('Bram', { outcome: 'unavailable', id: 'gemeld-1', link: null }))
      .then({ type: 'published', receipt: { channel: 'private', byHand: { checked: false } } });
  });

  it('that was overtaken while it is unsure asks for a new yes', () => {
    const unsure = onItsWay.after(cameBack('unsure'), wrotePrivately('m5'));
    unsure.when(ask.retry('Bram', hitchOf(unsure)?.hash)).thenRefused('text-changed');
  });

  it('that is refused can become a public invitation, which nobody placed yet', () => {
    const refused = onItsWay
      .when(ask.refused('dm-refused'))
      .then({ type: 'notPlaced', hitch: { reason: 'dm-refused' } });
    const writing = refused
      .when(ask.goPublic('Bram', 'Schrijf ons: https://x.example'))
      .then({ type: 'keptApart', concept: { text: TEXT } }, 'wentPublic');
    const { stage, concept, spare } = writing.dialogue;
    assert.deepEqual(
      [stage.name, concept?.text, channelOf(writing.dialogue), spare?.text],
      ['claimed', 'Schrijf ons: https://x.example', 'public', TEXT],
    );
    refused.when(ask.goPublic('Els')).thenRefused('not-yours');
    refused.when(ask.goPublic('Bram', null)).thenRefused('no-invitation');
  });

  it('has that way only after this refusal, and where something was said in public', () => {
    onItsWay.after(cameBack('refused', 'forbidden')).when(ask.goPublic('Bram')).thenRefused('not-now');
    alone
      .after(submittedBy('Bram'), frozenBy('Els'), attempted(), cameBack('refused', 'dm-refused'))
      .when(ask.goPublic('Bram'))
      .thenRefused('not-now');
  });
});
