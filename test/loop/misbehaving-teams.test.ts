import assert from 'node:assert/strict';
import { type RoomMessage } from '../../infra/local/room/message.ts';
import { textOf, verbsOf } from '../support/loop/card-reading.ts';
import { says } from '../support/loop/catalogue.ts';
import { BRAM, ELS } from '../support/loop/cast.ts';
import { type Loop, startLoop } from '../support/loop/loop.ts';
import { claimed, QUESTION, repliesTo } from '../support/loop/scenes.ts';

const NEW_THREAD = { method: 'POST', path: '^/conversations$' };
const NEW_MESSAGE = { method: 'POST', path: '/activities' };
const UPDATE = { method: 'PUT', path: '/activities' };

describe('Teams that misbehaves', function () {
  this.timeout(300_000);
  let loop: Loop;
  before(async () => {
    loop = await startLoop();
  });
  after(() => loop.stop());
  afterEach(() => loop.misbehave());

  const ids = (messages: readonly RoomMessage[]): readonly string[] => messages.map(({ id }) => id);

  it('asks to wait (429): everything comes later, in order, once', async () => {
    await loop.misbehave(
      { match: NEW_THREAD, status: 429, retryAfter: 1, times: 2 },
      { match: NEW_MESSAGE, status: 429, retryAfter: 1, times: 1 },
      { match: UPDATE, status: 429, retryAfter: 1, times: 1 },
    );
    const before = performance.now();
    const { root, card } = await claimed(loop, BRAM, { text: QUESTION });
    await loop.reading(root, says('status.claimed', { name: 'Bram Kok' }));
    assert.ok(performance.now() - before >= 3_000, 'as long as it was asked to');
    assert.deepEqual(await loop.misbehaving(), []);
    assert.deepEqual(ids(await loop.thread(root)), [root.id, card.id]);
  });

  it('fails (5xx) before the deed: it is done again, once', async () => {
    await loop.misbehave(
      { match: NEW_THREAD, status: 503, times: 1 },
      { match: NEW_MESSAGE, status: 502, times: 1 },
      { match: UPDATE, status: 500, times: 1 },
    );
    const { post, root, card } = await claimed(loop, BRAM, { text: QUESTION });
    await loop.click(BRAM, card, 'place', { concept: 'Vandaag.' });
    await loop.reading(root, says('receipt.head'));
    await loop.reading(root, says('status.answered'));
    assert.deepEqual(await loop.misbehaving(), []);
    assert.deepEqual(ids(await loop.thread(root)), [root.id, card.id]);
    assert.equal((await loop.rootsOf(post)).length, 1);
    assert.deepEqual(await repliesTo(loop, post), ['Vandaag. ^BK']);
  });

  it('does it and loses the answer: the card that is not the live one answers with it, and goes', async () => {
    await loop.misbehave({ match: NEW_THREAD, lose: 'after', times: 1 });
    const post = await loop.post({ text: QUESTION });
    const [orphan, live] = await loop.until(async () => {
      const roots = await loop.rootsOf(post);
      return roots.length === 2 && roots;
    }, 'the card a second time');
    const answer = await loop.click(BRAM, orphan!, 'claim');
    assert.match(answer.text, says('status.claimed', { name: 'Bram Kok' }), 'a click on either counts');
    await loop.until(async () => (await loop.rootsOf(post)).length === 1, 'the end of the orphan');
    assert.match(textOf(await loop.reading(live!, says('status.claimed', { name: 'Bram Kok' }))), /@inwoner/);
    await loop.offering(live!, 'keep');
  });

  it('loses the answer to a work card: what was written on either is kept', async () => {
    await loop.misbehave({ match: NEW_MESSAGE, lose: 'after', times: 1 });
    const root = await loop.rootOf(await loop.post({ text: QUESTION }));
    await loop.click(BRAM, root, 'claim');
    const [orphan, live] = await loop.until(async () => {
      const cards = (await loop.thread(root)).filter((message) => verbsOf(message).includes('keep'));
      return cards.length === 2 && cards;
    }, 'the work card a second time');
    await loop.click(BRAM, orphan!, 'keep', { concept: 'Half af' });
    await loop.until(async () => (await loop.thread(root)).length === 2, 'the end of the orphan');
    await loop.click(BRAM, live!, 'submit', { concept: 'Helemaal af' });
    assert.match(textOf(await loop.offering(root, 'approve')), /^Helemaal af \^BK$/m);
  });

  it('loses the answer to an update: nothing comes of it', async () => {
    const { root, card } = await claimed(loop, BRAM, { text: QUESTION });
    await loop.misbehave({ match: UPDATE, lose: 'after', times: 1 }, { match: UPDATE, lose: 'before', times: 1 });
    await loop.click(BRAM, card, 'place', { concept: 'Volgende week.' });
    await loop.reading(root, says('receipt.head'));
    await loop.reading(root, says('status.answered'));
    assert.deepEqual(ids(await loop.thread(root)), [root.id, card.id]);
  });

  it('no longer has the work card (404): it is posted again and works', async () => {
    const { post, root, card } = await claimed(loop, BRAM, { text: QUESTION });
    await loop.remove(card);
    await loop.click(BRAM, card, 'submit', { concept: 'Dinsdag.' });
    const again = await loop.offering(root, 'approve');
    assert.notEqual(again.id, card.id);
    await loop.click(ELS, again, 'approve');
    await loop.reading(root, says('receipt.head'));
    assert.deepEqual(await repliesTo(loop, post), ['Dinsdag. ^BK']);
  });

  it('says that the root card is not there (404): a new thread takes over, with all of the work', async () => {
    const { post, root, card } = await claimed(loop, BRAM, { text: QUESTION });
    await loop.click(BRAM, card, 'keep', { concept: 'Bewaard' });
    await loop.misbehave({ match: { method: 'PUT', path: `/activities/${root.id}$` }, status: 404, times: 1 });
    await loop.click(ELS, await loop.offering(root, 'takeOver'), 'takeOver');
    const roots = await loop.until(async () => {
      const found = await loop.rootsOf(post);
      return found.length === 2 && found;
    }, 'a new root card');
    const next = roots[1]!;
    const work = await loop.offering(next, 'place');
    assert.match(textOf(work), says('writing.head', { name: 'Els Prins' }));
    const answer = await loop.click(BRAM, root, 'claim');
    assert.match(answer.text, says('refusal.taken', { who: 'Els Prins' }));
    await loop.until(async () => (await loop.rootsOf(post)).length === 1, 'the end of the card of before');
    await loop.click(ELS, work, 'place');
    await loop.reading(next, says('receipt.head'));
    assert.deepEqual(await repliesTo(loop, post), ['Bewaard ^EP']);
  });
});
