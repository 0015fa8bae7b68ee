import assert from 'node:assert/strict';
import { changedTexts } from '../../../../services/domain/dialogue/changed-texts.ts';
import { nothingToAnswer, postToAnswer } from '../../../../services/domain/dialogue/what-to-answer.ts';
import { type DialogueEvent } from '../../../../services/domain/dialogue/messages.ts';
import { MINUTE } from '../../../../services/domain/instant.ts';
import * as ask from '../../../support/asks.ts';
import { settings } from '../../../support/dialogue-facts.ts';
import { given } from '../../../support/given.ts';
import {
  ANSWERED_ONCE,
  attempted,
  cameBack,
  claimedBy,
  finishedBy,
  frozenBy,
  keptBy,
  setAsideBy,
  submittedBy,
} from '../../../support/happened.ts';

const approved = given(claimedBy('Bram'), submittedBy('Bram'), frozenBy('Els'));

describe('A post that its author took away', () => {
  it('is marked, and nobody is asked for an answer any more', () => {
    given()
      .when(ask.gone())
      .then({ type: 'postGone', post: 'p1', kept: false, due: null })
      .look((now) => {
        assert.equal(now.posts[0]?.gone, now.course.at(-1)?.at);
        assert.equal(now.due, null);
        assert.equal(now.faceAt, now.version);
        assert.equal(now.forgotAt, now.version);
        assert.ok(nothingToAnswer(now));
      });
  });

  it('is told of once, and never comes back to life', () => {
    const gone = given().when(ask.gone()).then('postGone');
    gone.when(ask.gone()).thenNothing();
    gone.when(ask.reread('Toch nog?')).thenNothing();
    gone.when(ask.receive('Toch nog?', { id: 'p1', edition: 3 })).thenNothing();
  });

  it('says no to a reply of ours: that is not the citizen to take away', () => {
    given(...ANSWERED_ONCE)
      .when(ask.gone('r1'))
      .thenNothing();
  });

  it('is told to who has it, who must now end it', () => {
    given(claimedBy('Bram')).when(ask.gone()).thenTold(['citizen-deleted', 'Bram']);
    given(claimedBy('Bram'), submittedBy('Bram')).when(ask.gone()).thenTold(['citizen-deleted', 'Bram']);
    given().when(ask.gone()).thenTold();
  });

  it('lets nothing be placed, and keeps what was typed', () => {
    const gone = given(claimedBy('Bram')).when(ask.gone()).then('postGone');
    gone.when(ask.place('Bram')).thenRefused('post-gone', {}, 'kept');
    gone.when(ask.place('Bram', 'Nog iets.', 1)).thenRefused('post-gone', {}, 'kept');
    gone.when(ask.submit('Bram')).thenRefused('post-gone', {}, 'kept');
    gone.when(ask.setAside('Bram')).then('wasSetAside');
    const drafted = given(claimedBy('Bram'), submittedBy('Bram')).when(ask.gone()).then('postGone');
    drafted.when(ask.approve('Els')).thenRefused('post-gone');
    drafted.when(ask.finish('Bram', 'phoned')).then('finished');
  });

  it('brings an approved text back before it is tried', () => {
    const back = approved.when(ask.gone());
    assert.deepEqual(
      back.announcements.map(({ what }) => what),
      ['not-placed'],
    );
    const now = back.then('postGone', { type: 'notPlaced', hitch: { why: 'refused', reason: 'post-deleted' } });
    now.when(ask.retry('Els')).thenRefused('post-gone');
    assert.equal(now.dialogue.stage.name, 'drafted');
  });

  it('leaves a call that is under way to the network, and does not try again', () => {
    const running = given(claimedBy('Bram'), submittedBy('Bram'), frozenBy('Els'), attempted());
    const gone = running.when(ask.gone()).then('postGone');
    gone.when(ask.placed()).then('published');
    const retried = gone.when(ask.notFound()).then('lookedUp').when(ask.notFound()).then('lookedUp');
    retried
      .later(MINUTE)
      .when(ask.attempt)
      .then({ type: 'notPlaced', hitch: { reason: 'post-deleted' } });
  });

  it('ends the way by hand of a text that answers it, and who submitted it stays who did', () => {
    const byHand = given(claimedBy('Bram'), submittedBy('Bram'), frozenBy('Els'), attempted(), cameBack('by-hand'));
    const back = byHand.when(ask.gone());
    assert.deepEqual(
      back.announcements.map(({ what }) => what),
      ['not-placed'],
    );
    back
      .then('postGone', { type: 'notPlaced', hitch: { why: 'refused', reason: 'post-deleted' } })
      .look(({ stage }) => {
        assert.ok(stage.name === 'drafted' && stage.submittedBy.name === 'Bram Kok');
      });
  });

  it('leaves what else is unanswered to be answered, after a look', () => {
    const both = given(claimedBy('Bram')).when(ask.receive('En de kliko?')).then('received');
    const now = both.when(ask.gone('p2')).then('postGone');
    assert.equal(postToAnswer(now.dialogue)?.id, 'p1');
    assert.notEqual(now.dialogue.due, null);
    now.when(ask.place('Bram', 'Dinsdag.', both.dialogue.version)).thenRefused('citizen-deleted', {}, 'kept');
    now.when(ask.place('Bram', 'Dinsdag.')).then('kept', { type: 'frozen', publication: { inReplyTo: 'p1' } });
  });

  it('after an earlier answer leaves nothing to answer', () => {
    const back = given(...ANSWERED_ONCE)
      .later(2 * MINUTE)
      .when(ask.receive('En morgen?'))
      .then('received', 'followedUp');
    back
      .when(ask.gone('p3'))
      .then({ type: 'postGone', due: null })
      .look((now) => {
        assert.ok(nothingToAnswer(now));
      });
  });

  it('is marked where the dialogue has ended too, and asks nothing when it is opened again', () => {
    for (const end of [finishedBy('Bram'), setAsideBy('Bram')])
      given(claimedBy('Bram'), end)
        .when(ask.gone())
        .then('postGone')
        .when(ask.reopen('Els'))
        .then({ type: 'reopened', due: null });
  });
});

describe('The words of a post that is gone', () => {
  const around = (quoted: string | null, photos: readonly object[] = []): string =>
    JSON.stringify({
      repliedTo: null,
      quoted: quoted && { id: quoted, handle: 'jan', text: 'geheim' },
      photos,
      language: null,
    });
  const { dialogue } = given(claimedBy('Bram'), keptBy('Bram'));
  const texts = new Map([
    ['p1', 'geheim'],
    ['p1/context', around(null, [{ url: 'https://pbs.twimg.com/geheim', alt: null }])],
    ['p1/was/1', 'geheim van eerst'],
    ['p2', 'van een ander'],
    ['p2/context', around('p1', [{ url: 'https://pbs.twimg.com/foto', alt: null }])],
    ['p3/context', around('p1')],
    ['p4/context', around('p9')],
  ]);
  const event = (kept: boolean): DialogueEvent => ({ type: 'postGone', post: 'p1', kept, due: null });

  it('go, with those around it, those before an edit, and what others quoted of it', () => {
    const { texts: changed, forget } = changedTexts({ dialogue, texts }, [event(false)], new Map([['p1', 'geheim']]));
    assert.deepEqual([...forget].sort(), ['p1', 'p1/context', 'p1/was/1', 'p3/context']);
    assert.deepEqual([...changed], [['p2/context', around(null, [{ url: 'https://pbs.twimg.com/foto', alt: null }])]]);
  });

  it('stay under another name for the archive, when the organisation keeps them', () => {
    const { texts: changed, forget } = changedTexts({ dialogue, texts }, [event(true)], new Map());
    assert.equal(forget.length, 4);
    assert.equal(changed.get('p1/kept'), 'geheim');
    assert.equal(changed.get('p1/was/1/kept'), 'geheim van eerst');
    assert.equal(changed.get('p2/context/kept'), texts.get('p2/context'));
    const later = new Map([...texts, ...changed].filter(([key]) => !forget.includes(key)));
    assert.deepEqual(changedTexts({ dialogue, texts: later }, [event(true)], new Map()), {
      texts: new Map(),
      forget: [],
    });
  });

  it('are said to be kept by the setting', () => {
    const facts = { settings: { ...settings, x: { ...settings.x, deleted: 'keep' as const } } };
    given().with(facts).when(ask.gone()).then({ type: 'postGone', kept: true });
  });
});
