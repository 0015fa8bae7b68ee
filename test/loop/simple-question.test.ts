import assert from 'node:assert/strict';
import nl from '../../cards/text/nl.json' with { type: 'json' };
import { buttonOn, textOf, verbsOf } from '../support/loop/card-reading.ts';
import { says } from '../support/loop/catalogue.ts';
import { BRAM, CARLA, ELS } from '../support/loop/cast.ts';
import { type Loop, startLoop } from '../support/loop/loop.ts';
import { answered, claimed, mentioned, QUESTION, repliesTo } from '../support/loop/scenes.ts';

describe('A simple question, from the citizen to the reply and back', function () {
  this.timeout(180_000);
  let loop: Loop;
  before(async () => {
    loop = await startLoop();
  });
  after(() => loop.stop());

  it('costs two clicks and two messages, and ends with the proof of the reply', async () => {
    const before = (await loop.state()).counters.created;
    const post = await loop.post({ text: QUESTION });
    const root = await loop.rootOf(post);
    assert.match(textOf(root), says('status.new'));
    await loop.click(BRAM, root, 'claim');
    const work = await loop.offering(root, 'place');
    await loop.click(BRAM, work, 'place', { concept: 'Elke eerste dinsdag van de maand.' });
    const receipt = await loop.reading(root, says('receipt.head', { name: 'Bram Kok' }));
    await loop.reading(root, says('status.answered', { name: 'Bram Kok' }));

    const [placed, ...more] = (await loop.placed()).filter(({ inReplyTo }) => inReplyTo === post.id);
    assert.deepEqual(more, []);
    assert.equal(placed?.text, 'Elke eerste dinsdag van de maand. ^BK');
    assert.equal(placed.account, 'GemOostzaan');
    assert.equal(buttonOn(receipt, 'remove').data['receipt'], placed.id);
    assert.match(textOf(receipt), /^Elke eerste dinsdag van de maand\. \^BK$/m);
    assert.deepEqual(
      (await loop.thread(root)).map(({ id }) => id),
      [root.id, work.id],
      'the work card itself became the receipt',
    );
    assert.equal(receipt.id, work.id);
    assert.equal((await loop.state()).counters.created - before, 2);
  });

  it('is open again for its owner when the citizen reacts, in the same thread', async () => {
    const { post, root, card } = await answered(loop, 'Morgen.');
    const [reply] = (await loop.placed()).filter(({ inReplyTo }) => inReplyTo === post.id);
    await loop.post({ by: post.handle, text: 'En hoe laat dan?', inReplyTo: reply!.id });
    const next = await loop.offering(root, 'place');
    assert.deepEqual(mentioned(next), ['Bram Kok']);
    assert.match(textOf(next), /En hoe laat dan\?/);
    await loop.reading(root, says('status.claimed', { name: 'Bram Kok' }));
    assert.deepEqual(
      (await loop.thread(root)).map(({ id }) => id),
      [root.id, card.id, next.id],
    );
    assert.deepEqual((await loop.rootsOf(post)).length, 1);
    await loop.click(BRAM, next, 'place', { concept: 'Vanaf half acht.' });
    await loop.until(
      async () => (await loop.placed()).find(({ text }) => text === 'Vanaf half acht. ^BK'),
      'the reply',
    );
    await loop.reading(root, says('status.answered'));
    assert.match(textOf(await loop.fresh(card)), says('receipt.head'), 'the first receipt stays');
  });

  it('waits for anybody when the citizen reacts and its owner is off duty', async () => {
    const { post, root, card } = await claimed(loop, CARLA, { text: QUESTION });
    assert.ok(!verbsOf(card).includes('place'), 'a trainee places nothing alone');
    await loop.click(CARLA, card, 'submit', { concept: 'Morgen.' });
    await loop.click(ELS, await loop.offering(root, 'approve'), 'approve');
    await loop.reading(root, says('status.answered'));
    await loop.post({ by: post.handle, text: 'Hoe laat?', inReplyTo: post.id });
    await loop.reading(root, says('status.back', { name: 'Carla Visser' }));
    const news = await loop.reading(root, says('news.citizen-wrote.back', { had: 'Carla Visser' }));
    assert.deepEqual(mentioned(news).toSorted(), ['Anna de Boer', 'Bram Kok', 'Els Prins']);
  });

  it('stays answered after mere thanks, which are shown', async () => {
    const { post, root } = await answered(loop, 'Graag gedaan.');
    const before = (await loop.thread(root)).length;
    await loop.post({ by: post.handle, text: '@GemOostzaan Top, dank jullie wel! 👍', inReplyTo: post.id });
    await loop.reading(root, /Top, dank jullie wel! 👍/);
    assert.match(textOf(await loop.fresh(root)), says('status.answered'));
    assert.equal((await loop.thread(root)).length, before);
  });

  it('is finished and reopened with a click each, without a new message', async () => {
    const { root } = await answered(loop, 'Overmorgen.');
    const before = (await loop.thread(root)).length;
    const finished = await loop.click(ELS, root, 'finish');
    assert.match(finished.text, says('status.closed', { name: 'Els Prins', outcome: nl['outcome.replied'] }));
    await loop.click(ELS, await loop.offering(root, 'reopen'), 'reopen');
    await loop.reading(root, says('status.back', { name: 'Bram Kok' }));
    await loop.offering(root, 'claim');
    assert.equal((await loop.thread(root)).length, before);
  });

  it('is taken off the network by an approver, and the history keeps it', async () => {
    const { post, root, card } = await answered(loop, 'Met een fout erin.');
    const refused = await loop.click(BRAM, card, 'remove', { removeReason: 'fout' });
    assert.match(refused.text, says('refusal.no-role', { role: nl['role.approver'] }));
    await loop.click(ELS, card, 'remove', { removeReason: 'verkeerde dag' });
    await loop.reading(root, says('receipt.removed.head'));
    await loop.reading(root, says('status.back', { name: 'Bram Kok' }));
    assert.deepEqual(await repliesTo(loop, post), ['Met een fout erin. ^BK'], 'its line stays in the file');
    assert.match(textOf(await loop.fresh(card)), says('receipt.removed', { name: 'Els Prins' }));
  });
});
