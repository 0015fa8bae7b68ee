import assert from 'node:assert/strict';
import { changedTexts } from '../../../../services/domain/dialogue/changed-texts.ts';
import { frozenMatter } from '../../../../services/domain/dialogue/frozen-matter.ts';
import { MINUTE } from '../../../../services/domain/instant.ts';
import * as ask from '../../../support/asks.ts';
import { given } from '../../../support/given.ts';
import { ANSWERED_ONCE, attempted, claimedBy, frozenBy, keptBy, submittedBy } from '../../../support/happened.ts';

const OTHER = 'Wanneer wordt het papier opgehaald in Jisp?';
const drafted = given(claimedBy('Bram'), submittedBy('Bram'));

describe('A post that its author edited', () => {
  it('is another edition of the same post, however we learn of it', () => {
    for (const one of [ask.reread(OTHER), ask.receive(OTHER, { id: 'p1', edition: 1 })])
      given()
        .when(one)
        .then({ type: 'edited', post: 'p1', edition: 1, thanks: false })
        .look(({ posts, version }) => {
          assert.deepEqual(
            posts.map(({ id, edition, edited }) => [id, edition, edited?.version]),
            [['p1', 1, version]],
          );
        });
  });

  it('changes nothing by an edition that we have, or that comes late', () => {
    const twice = given()
      .when(ask.reread(OTHER, 'p1', 2))
      .then('edited');
    twice.when(ask.reread(OTHER, 'p1', 2)).thenNothing();
    twice.when(ask.receive('Van eerst', { id: 'p1', edition: 1 })).thenNothing();
    twice.when(ask.receive('Van eerst', { id: 'p1' })).thenNothing();
  });

  it('must be read before a text is placed that was written to other words', () => {
    const claimed = given(claimedBy('Bram'));
    const now = claimed.when(ask.reread(OTHER)).thenTold(['citizen-edited', 'Bram']);
    now.when(ask.place('Bram', 'Morgen.', claimed.dialogue.version)).thenRefused('citizen-edited', {}, 'kept');
    now.when(ask.place('Bram', 'Morgen.')).then('kept', 'frozen');
  });

  it('makes a yes on the old card worthless, with the reason', () => {
    const old = drafted.facts.fingerprint(frozenMatter(drafted.dialogue));
    const now = drafted.later(1).when(ask.reread(OTHER)).then('edited');
    now.when(ask.approve('Els', old)).thenRefused('citizen-edited');
    now.when(ask.approve('Els')).then('frozen');
    const amended = now.later(1).when(ask.amend('Els', 'Woensdag.')).then('amended');
    amended.when(ask.approve('Anna', old)).thenRefused('text-changed');
  });

  it('overtakes a frozen text', () => {
    const frozen = given(claimedBy('Bram'), keptBy('Bram'), frozenBy('Bram'));
    const back = frozen.when(ask.reread(OTHER));
    assert.deepEqual(
      back.announcements.map(({ what, post }) => [what, post]),
      [['citizen-edited', 'p1']],
    );
    back.then('edited', { type: 'notPlaced', hitch: { why: 'overtaken', reason: 'edited', approvedBy: null } });
  });

  it('while its answer is on the way comes back at once when that stands there, and before it is tried again', () => {
    const running = given(claimedBy('Bram'), keptBy('Bram'), frozenBy('Bram'), attempted()).later(1);
    const now = running.when(ask.reread(OTHER)).then('edited');
    now.when(ask.placed()).then('published', 'followedUp');
    const again = now.when(ask.notFound()).then('lookedUp').when(ask.notFound()).then('lookedUp');
    again
      .later(MINUTE)
      .when(ask.attempt)
      .then({ type: 'notPlaced', hitch: { why: 'overtaken', reason: 'edited' } });
  });

  it('after it was answered brings the dialogue back, unless it only says thanks now', () => {
    given(...ANSWERED_ONCE)
      .when(ask.reread('En nu?'))
      .then('edited', 'followedUp');
    const thanked = given(...ANSWERED_ONCE)
      .when(ask.receive('Dankjewel!'))
      .then('received');
    thanked.when(ask.reread('Bedankt!', 'p3')).then('edited');
    thanked.when(ask.reread('Bedankt, maar wanneer?', 'p3')).then('edited', 'followedUp');
  });

  it('may turn out to be graver', () => {
    given().when(ask.reread('Er is brand!')).then('edited', 'raised');
  });

  it('keeps the words it had beside the newest', () => {
    const now = given().when(ask.reread(OTHER)).then('edited');
    const edited = { type: 'edited', post: 'p1', edition: 1, thanks: false, due: null } as const;
    const before = {
      dialogue: now.dialogue,
      texts: new Map([
        ['p1', 'eerst'],
        ['p1/was/1', 'nog eerder'],
      ]),
    };
    assert.deepEqual(changedTexts(before, [edited], new Map([['p1', OTHER]])), {
      texts: new Map([
        ['p1/was/2', 'eerst'],
        ['p1', OTHER],
      ]),
      forget: [],
    });
    assert.deepEqual(changedTexts(before, [], new Map([['p1', OTHER]])).texts, new Map());
  });
});
