import assert from 'node:assert/strict';
import { type Hitch } from '../../../../services/domain/dialogue/publication.ts';
import { nextWake } from '../../../../services/domain/dialogue/wake.ts';
import { SECOND } from '../../../../services/domain/instant.ts';
import * as ask from '../../../support/asks.ts';
import { settings } from '../../../support/dialogue-facts.ts';
import { given, type Given } from '../../../support/given.ts';
import {
  attempted,
  cameBack,
  citizensPost,
  claimedBy,
  frozenBy,
  opened,
  submittedBy,
  wroteAgain,
} from '../../../support/happened.ts';

/** Bram's complaint, approved by Els, and refused by the network because the citizen did not mention us. */
const approved = given(
  opened({ kind: 'klacht' }),
  claimedBy('Bram'),
  submittedBy('Bram'),
  frozenBy('Els'),
  attempted(),
);
const refused = approved.after(cameBack('refused', 'reply-not-allowed'));
/** Found on X and not addressed to us. */
const asUnasked = {
  ...(opened({ kind: 'klacht' }) as Extract<ReturnType<typeof opened>, { type: 'opened' }>),
  network: 'x',
  asked: false,
  mode: 'live',
} as const;
const unasked = given(asUnasked);
const enterprise = { settings: { ...settings, x: { ...settings.x, plan: 'enterprise' } as const } };

function hitchOf({ dialogue: { stage } }: Given): Hitch | null {
  return stage.name === 'drafted' ? stage.hitch : null;
}

describe('A reply that a person placed on the network', () => {
  it('becomes the receipt as any other, with who placed it and that the network shows it', () => {
    const { stage, due, concept, posts } = refused
      .later(60 * SECOND)
      .when(ask.reportPlaced('Bram', { id: '77' }))
      .then({
        type: 'published',
        receipt: {
          id: '77',
          account: 'GemWormerland',
          by: { name: 'Bram Kok' },
          approvedBy: { name: 'Els Prins' },
          byHand: { by: { name: 'Bram Kok' }, checked: true },
        },
      }).dialogue;
    assert.deepEqual([stage.name, due, concept, posts.at(-1)?.id], ['answered', null, null, '77']);
  });

  it('may be reported by who may approve, and by nobody else than that or the holder', () => {
    refused
      .when(ask.reportPlaced('Anna'))
      .then({ type: 'published', receipt: { byHand: { by: { name: 'Anna de Boer' } } } });
    refused.when(ask.reportPlaced('Carla')).thenRefused('not-yours', { who: 'Bram Kok' });
    refused.when(ask.reportPlaced('Dirk')).thenRefused('no-role');
  });

  it('needs no second yes when it was placed alone', () => {
    given(claimedBy('Bram'))
      .when(ask.place('Bram'))
      .then('kept', 'frozen')
      .after(attempted(), cameBack('refused', 'reply-not-allowed'))
      .when(ask.reportPlaced('Bram'))
      .then({ type: 'published', receipt: { approvedBy: { name: 'Bram Kok' } } });
  });

  it('counts only for exactly the text that was said yes to', () => {
    refused.when(ask.reportPlaced('Bram', {}, 'of other words')).thenRefused('text-changed');
    refused
      .when(ask.amend('Bram', 'Andere woorden.'))
      .then('amended')
      .when(ask.reportPlaced('Bram'))
      .thenRefused('not-now');
  });

  it('is not offered for a text that was stopped, came too late or was refused for another reason', () => {
    for (const [why, reason] of [
      ['late', null],
      ['overtaken', null],
      ['refused', 'forbidden'],
    ] as const)
      approved.after(cameBack(why, reason)).when(ask.reportPlaced('Bram')).thenRefused('not-now');
  });

  it('from another account is a hitch with that account, tells nobody else, and can be put right', () => {
    const wrong = refused.when(ask.reportPlaced('Bram', { account: 'bram_prive' }));
    const after = wrong.thenTold();
    wrong.then({ type: 'misplaced', by: { name: 'Bram Kok' }, hitch: { why: 'misplaced', detail: 'bram_prive' } });
    assert.equal(hitchOf(after)?.approvedBy?.name, 'Els Prins');
    after.when(ask.reportPlaced('Bram', { id: '78' })).then('published');
    after.when(ask.retry('Bram')).then('frozen');
  });

  it('takes the handle of our account with any capitals', () => {
    refused.when(ask.reportPlaced('Bram', { account: 'gemwormerland' })).then('published');
  });

  it('must answer the post that the text was for, and be new', () => {
    refused.when(ask.reportPlaced('Bram', { inReplyTo: 'p9' })).thenRefused('link-other-post');
    refused.when(ask.reportPlaced('Bram', { inReplyTo: null })).thenRefused('link-other-post');
    refused.when(ask.reportPlaced('Bram', { id: 'p1' })).thenRefused('link-other-post');
    refused
      .when(ask.reportPlaced('Bram', { outcome: 'unavailable', id: 'p1', link: null }))
      .thenRefused('link-other-post');
  });

  it('is refused when the link is none, or nothing stands there', () => {
    refused.when(ask.reportPlaced('Bram', { outcome: 'unreadable' })).thenRefused('link-unreadable');
    refused.when(ask.reportPlaced('Bram', { outcome: 'absent' })).thenRefused('link-absent');
  });

  it('is kept as a word, and no proof, when the network cannot be asked', () => {
    const { course, stage } = refused
      .when(ask.reportPlaced('Bram', { outcome: 'unavailable', id: '79', link: null }))
      .then({ type: 'published', receipt: { id: '79', byHand: { checked: false } } }).dialogue;
    assert.equal(stage.name, 'answered');
    assert.deepEqual([course.at(-1)?.what, course.at(-1)?.who], ['reportedPlaced', 'Bram Kok']);
  });

  it('does not answer what the citizen wrote since: the dialogue comes back at once', () => {
    const wrote = refused.after((_, { at }) => ({ type: 'received', post: citizensPost('p2', at) }));
    wrote.when(ask.reportPlaced('Bram', { inReplyTo: 'p1' })).then('published', 'followedUp');
  });
});

describe('A post on X that does not mention us, on a self-serve plan', () => {
  const draft = unasked.after(claimedBy('Bram'), submittedBy('Bram'));

  it('is never tried: a yes makes it wait for a person, who is told', () => {
    const yes = draft.when(ask.approve('Els'));
    yes.thenTold(['place-by-hand', 'Bram']);
    const after = yes.then('frozen', { type: 'notPlaced', hitch: { why: 'by-hand', reason: null, detail: null } });
    const reminded = after.facts.at + after.facts.settings.instruction.claim.remindAfter;
    assert.equal(nextWake(after.dialogue, after.facts), reminded, 'a person is reminded, and nothing else');
    after.later(3_600_000).when(ask.attempt).thenNothing();
    after.when(ask.reportPlaced('Bram')).then('published');
  });

  it('costs no message when who holds it places it alone', () => {
    const question = given(
      { ...opened(), network: 'x', asked: false, mode: 'live' } as ReturnType<typeof opened>,
      claimedBy('Bram'),
    );
    const placed = question.when(ask.place('Bram'));
    placed.thenTold();
    placed.then('kept', 'frozen', 'notPlaced').when(ask.reportPlaced('Bram')).then('published');
  });

  it('still needs the yes where one is needed', () => {
    unasked.after(claimedBy('Bram')).when(ask.place('Bram')).thenRefused('approval-needed', {}, 'kept');
  });

  it('asks for a new yes after the citizen wrote again', () => {
    const again = draft
      .when(ask.approve('Els'))
      .then('frozen', 'notPlaced')
      .after(...wroteAgain().slice(0, 1));
    again.when(ask.retry('Bram')).thenRefused('own-text');
  });

  it('goes the same way on any plan when its author lets only some people reply', () => {
    const limited = given({ ...asUnasked, post: { ...asUnasked.post, limited: true } })
      .after(claimedBy('Bram'), submittedBy('Bram'))
      .with(enterprise);
    limited.when(ask.approve('Els')).then('frozen', { type: 'notPlaced', hitch: { why: 'by-hand' } });
    limited
      .after({ type: 'received', post: citizensPost('p2', limited.facts.at) })
      .when(ask.approve('Els'))
      .then('frozen');
    given({ ...asUnasked, asked: true, post: { ...asUnasked.post, limited: true } })
      .after(claimedBy('Bram'), submittedBy('Bram'))
      .when(ask.approve('Els'))
      .then('frozen');
  });

  it('is placed by the bot on an enterprise plan, and when it did mention us', () => {
    draft.with(enterprise).when(ask.approve('Els')).then('frozen');
    given(
      { ...opened({ kind: 'klacht' }), network: 'x', mode: 'live' } as ReturnType<typeof opened>,
      claimedBy('Bram'),
      submittedBy('Bram'),
    )
      .when(ask.approve('Els'))
      .then('frozen');
  });
});
