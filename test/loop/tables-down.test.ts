import assert from 'node:assert/strict';
import nl from '../../cards/text/nl.json' with { type: 'json' };
import { buttonOn, textOf } from '../support/loop/card-reading.ts';
import { says } from '../support/loop/catalogue.ts';
import { BRAM } from '../support/loop/cast.ts';
import { type Loop, startLoop } from '../support/loop/loop.ts';
import { claimed, holdRecord, QUESTION, repliesTo, untilHeld } from '../support/loop/scenes.ts';

const CANNOT_STORE = nl['bot.cannotStore'];

describe('Storage that cannot be reached', function () {
  this.timeout(300_000);
  let loop: Loop;
  before(async () => {
    loop = await startLoop();
  });
  after(() => loop.stop());
  afterEach(() => {
    loop.tables.heal();
  });

  it('is said to who clicks, nothing pretends, and all of it works again by itself', async () => {
    const waiting = await loop.rootOf(await loop.post({ text: QUESTION }));
    const { post, root, card } = await claimed(loop, BRAM, { text: QUESTION });
    const before = await loop.state();

    loop.tables.refuse();
    const claim = await loop.click(BRAM, waiting, 'claim');
    assert.deepEqual([claim.kind, claim.text], ['error', CANNOT_STORE]);
    const place = await loop.click(BRAM, card, 'place', { concept: 'Morgen.' });
    assert.deepEqual([place.kind, place.text], ['error', CANNOT_STORE]);
    await loop.say(BRAM, waiting.thread, 'oppakken');
    await loop.reading(waiting, new RegExp(`^${CANNOT_STORE}$`));
    const missed = await loop.post({ text: QUESTION });
    const { status, text } = await loop.ready();
    assert.equal(status, 503);
    assert.match(text, /The storage did not answer: see that it runs/);
    assert.equal((await fetch(`${loop.botUrl}/health`)).status, 200);
    assert.equal((await loop.state()).counters.edited, before.counters.edited, 'no card says otherwise');
    assert.deepEqual(await repliesTo(loop, post), []);

    loop.tables.heal();
    await loop.until(async () => (await loop.ready()).status === 200, 'a bot that is well');
    await loop.rootOf(missed);
    assert.match((await loop.click(BRAM, waiting, 'claim')).text, says('status.claimed', { name: 'Bram Kok' }));
    await loop.click(BRAM, card, 'place', { concept: 'Morgen.' });
    await loop.reading(root, says('receipt.head'));
    assert.deepEqual(await repliesTo(loop, post), ['Morgen. ^BK']);
  });

  it('that loses the record of a placed reply is given it again, and the reply stands there once', async () => {
    const scene = await claimed(loop, BRAM, { text: QUESTION });
    const { post, root, card } = scene;
    holdRecord(loop, scene);
    await loop.click(BRAM, card, 'place', { concept: 'Donderdag.' });
    await untilHeld(loop);
    loop.tables.heal();
    const receipt = await loop.reading(root, says('receipt.head'));
    assert.deepEqual(await repliesTo(loop, post), ['Donderdag. ^BK']);
    const [placed] = (await loop.placed()).filter(({ inReplyTo }) => inReplyTo === post.id);
    assert.equal(buttonOn(receipt, 'remove').data['receipt'], placed?.id);
    assert.match(textOf(await loop.reading(root, says('status.answered'))), /door Bram Kok/);
  });
});
