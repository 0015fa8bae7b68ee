import assert from 'node:assert/strict';
import { decide } from '../../../../services/domain/dialogue/decide.ts';
import { type BroughtIn, MANUAL } from '../../../../services/domain/post.ts';
import { nextWake } from '../../../../services/domain/dialogue/wake.ts';
import * as ask from '../../../support/asks.ts';
import { factsAt, member, TUESDAY_TEN } from '../../../support/dialogue-facts.ts';
import { given, type Given } from '../../../support/given.ts';

const BROUGHT: BroughtIn = { via: 'whatsapp', by: member('Bram'), municipality: 'oostzaan' };

function brought(text: string, broughtIn = BROUGHT): Given {
  const post = ask.citizen(text, 'form-1', TUESDAY_TEN, { network: MANUAL, account: null, broughtIn });
  const { events } = decide(null, { type: 'receive', dialogue: 'd1', mode: 'live', post }, factsAt(TUESDAY_TEN));
  const [opened] = events;
  assert.ok(events.length === 1 && opened?.type === 'opened' && opened.asked && opened.account === null);
  return given(opened);
}

const question = brought('Wanneer wordt het grofvuil opgehaald in Jisp?');
const byHand = question
  .when(ask.claim('Bram'))
  .then('claimed')
  .when(ask.place('Bram', 'Dinsdag.'))
  .then('kept', 'frozen', { type: 'notPlaced', hitch: { why: 'by-hand' } });

describe('A dialogue that was brought in by hand', () => {
  it('is read as every other, but the municipality that was named wins of the words', () => {
    const { kind, topic, municipality, due, via, course } = question.dialogue;
    assert.deepEqual([kind, topic, municipality, via], ['vraag', 'afval', 'oostzaan', 'whatsapp']);
    assert.ok(due !== null, 'and is answered in the same time');
    assert.deepEqual([course[0]?.what, course[0]?.who], ['opened', 'Bram Kok']);
    const unnamed = brought('Wanneer wordt het grofvuil opgehaald in Jisp?', { ...BROUGHT, municipality: null });
    assert.equal(unnamed.dialogue.municipality, 'wormerland');
  });

  it('ends in a person who gives the answer, without undo time and without a call', () => {
    const reminded = byHand.facts.at + byHand.facts.settings.instruction.claim.remindAfter;
    assert.equal(nextWake(byHand.dialogue, byHand.facts), reminded);
    const { stage, receipts } = byHand
      .when(ask.reportPlaced('Bram', { outcome: 'unavailable', id: 'gemeld-1', link: null }))
      .then({ type: 'published', receipt: { account: '', link: null, byHand: { checked: false } } }).dialogue;
    assert.deepEqual([stage.name, receipts.length], ['answered', 1]);
  });

  it('may end in an outcome as well, also with the text on the table', () => {
    byHand.when(ask.finish('Bram', 'phoned')).then({ type: 'finished', outcome: 'phoned' });
  });

  it('asks for a second pair of eyes where the work instruction does, who is told to give the answer', () => {
    const complaint = brought('Schandalig, mijn container is al drie weken niet geleegd!');
    const mine = complaint.when(ask.claim('Bram')).then('claimed');
    mine.when(ask.place('Bram', 'Sorry!')).thenRefused('approval-needed', {}, 'kept');
    const yes = mine.when(ask.submit('Bram', 'Sorry!')).then('submitted').when(ask.approve('Els'));
    yes.thenTold(['place-by-hand', 'Bram']);
    yes.then('frozen', 'notPlaced');
  });

  it('takes a text of 2,000 characters, signature included, whatever the networks take', () => {
    const mine = question.when(ask.claim('Bram')).then('claimed');
    mine.when(ask.place('Bram', 'a'.repeat(1_996))).then('kept', 'frozen', 'notPlaced');
    mine.when(ask.place('Bram', 'a'.repeat(1_997))).thenRefused('too-long', { over: 1, limit: 2_000 }, 'kept');
  });
});
