import assert from 'node:assert/strict';
import { decide } from '../../../../services/domain/dialogue/decide.ts';
import { type WorldCommand } from '../../../../services/domain/dialogue/world-command.ts';
import { SECOND } from '../../../../services/domain/instant.ts';
import * as ask from '../../../support/asks.ts';
import { factsAt, member, type Name, settings, TUESDAY_TEN } from '../../../support/dialogue-facts.ts';
import { given, type Given } from '../../../support/given.ts';
import { attempted, opened } from '../../../support/happened.ts';

const STORM = 'Code geel vanavond: zet je kliko vast.';
const FACTS = factsAt(TUESDAY_TEN);

type Begin = Extract<WorldCommand, { type: 'begin' }>;

function begin(writer: Name, more: Partial<Begin> = {}): Begin {
  const where = { dialogue: 'd1', mode: 'live', network: 'x', account: 'GemOostzaan' } as const;
  return { type: 'begin', ...where, text: STORM, writer: member(writer), ...more };
}

function begun(writer: Name): Given {
  const { events } = decide(null, begin(writer), FACTS);
  const [event] = events;
  assert.ok(events.length === 1 && event?.type === 'begun');
  return given(event);
}

describe('An own post', () => {
  it('begins held by its writer, with the text as the concept, and nobody waits for it', () => {
    const { own, stage, concept, due, posts, municipality, asked, course } = begun('Bram').dialogue;
    assert.ok(own && stage.name === 'claimed' && stage.by.name === 'Bram Kok');
    assert.deepEqual([concept?.text, due, posts.length, municipality, asked], [STORM, null, 0, 'oostzaan', false]);
    assert.deepEqual([course[0]?.what, course[0]?.who], ['begun', 'Bram Kok']);
    assert.deepEqual(decide(begun('Bram').dialogue, begin('Els'), FACTS), { events: [], refusal: null });
  });

  it('needs words, an account of ours, a person of the team, and more than listening', () => {
    const refused = (command: Begin) => decide(null, command, FACTS).refusal?.code;
    assert.equal(refused(begin('Bram', { text: '  ' })), 'empty');
    assert.equal(refused(begin('Bram', { account: 'GemAmsterdam' })), 'no-account');
    assert.equal(refused(begin('Bram', { mode: 'listening' })), 'listening');
    assert.equal(refused(begin('Dirk')), 'no-role');
  });

  it('is placed alone by an approver only, for it speaks for the municipality, and without initials', () => {
    begun('Bram').when(ask.place('Bram', STORM)).thenRefused('approval-needed');
    begun('Els')
      .when(ask.place('Els', STORM))
      .then('kept', { type: 'frozen', publication: { text: STORM, inReplyTo: null, account: 'GemOostzaan' } });
  });

  it('has no standing answers', () => {
    begun('Els').when(ask.useAnswer('Els')).thenRefused('unknown-answer');
  });

  it('goes through approval, undo and receipt as every text, also unasked on a self-serve plan', () => {
    assert.equal(settings.x.plan, 'self-serve');
    const draft = begun('Bram').when(ask.submit('Bram', STORM)).then('submitted');
    draft.when(ask.approve('Bram')).thenRefused('own-text');
    const frozen = draft.when(ask.approve('Els')).then('frozen');
    frozen.when(ask.stop('Bram')).then('stopped');
    const placed = frozen
      .later(60 * SECOND)
      .after(attempted())
      .when(ask.placed('77'))
      .then('published');
    assert.deepEqual([placed.dialogue.stage.name, placed.dialogue.due], ['answered', null]);
    placed.when(ask.finish('Bram', null)).then({ type: 'finished', outcome: 'replied' });
    const gone = placed
      .when(ask.remove('Els', 'fout', '77'))
      .then('removalAsked')
      .when(ask.removed('77'))
      .then('removed');
    assert.deepEqual([gone.dialogue.stage.name, gone.dialogue.due], ['waiting', null]);
  });

  it('counts who reacts, and nothing else changes for it; a reply counts nobody', () => {
    const mine = begun('Bram');
    const { reactions, stage, course } = mine.when({ type: 'react', handle: 'ans' }).then('reacted').dialogue;
    assert.deepEqual(reactions, { count: 1, handles: ['ans'] });
    assert.deepEqual([stage, course], [mine.dialogue.stage, mine.dialogue.course]);
    given(opened()).when({ type: 'react', handle: 'ans' }).thenNothing();
  });

  it('shows its words on the root card, so that one changes when they are kept', () => {
    const mine = begun('Bram');
    assert.equal(mine.when(ask.keep('Bram', 'Code oranje')).then('kept').dialogue.faceAt, 2);
  });

  it('can be taken over, released and dropped without a reason, but not phoned', () => {
    const mine = begun('Bram');
    mine.when(ask.takeOver('Els')).then('tookOver');
    const dropped = mine.when(ask.release('Bram')).then('released').when(ask.setAside('Els', '')).then('wasSetAside');
    mine.when(ask.setAside('Els', '')).thenRefused('not-yours');
    mine.when(ask.finish('Bram', 'phoned')).thenRefused('not-now');
    assert.equal(dropped.when(ask.reopen('Bram')).then('reopened').dialogue.due, null);
  });
});
