import assert from 'node:assert/strict';
import { type RoomMessage } from '../../infra/local/room/message.ts';
import { buttonOn, linksOf, textOf, verbsOf } from '../support/loop/card-reading.ts';
import { says } from '../support/loop/catalogue.ts';
import { BRAM, ELS } from '../support/loop/cast.ts';
import { type Loop, startLoop } from '../support/loop/loop.ts';
import { xEnvironment } from '../support/loop/x-environment.ts';
import { startXServer, type XServer } from '../support/x-server/x-server.ts';

describe('Private messages on X', function () {
  this.timeout(300_000);
  let x: XServer;
  let loop: Loop;
  before(async () => {
    x = await startXServer({ limits: { 'GET /2/dm_events': 100_000 } });
    loop = await startLoop({ env: { ...xEnvironment(x), POLL_SECONDS: '2' } });
  });
  after(async () => {
    await loop.stop();
    await x.close();
  });

  /** Somebody new asks us something in public, and Bram takes it. */
  async function asks(handle: string, text: string): Promise<{ root: RoomMessage; card: RoomMessage }> {
    const { id } = x.addPost({ author: { handle, name: 'Een inwoner' }, text });
    const root = await loop.rootOf({ id, handle, text });
    await loop.click(BRAM, root, 'claim');
    return { root, card: await loop.offering(root, 'keep') };
  }
  const sent = (handle: string) =>
    x.privates
      .all()
      .filter(({ to }) => to.handle === handle)
      .map(({ from, text }) => [from.handle, text]);

  it('join the thread that is there, are answered in private with a second yes, and leave nothing in public', async () => {
    const { root } = await asks('inwoner_1', '@GemOostzaan Schandalig, al weken niets gehoord. Ik dien een klacht in.');
    x.privates.send({
      from: 'inwoner_1',
      to: 'GemOostzaan',
      text: 'Tussen ons: [het](http://evil.example) gaat om **mijn buurman**, bel 06-12345678',
    });
    await loop.reading(root, says('news.wrote'));
    const news = await loop.reading(root, /Tussen ons: \[het\]\(http:\/\/evil\.example\) gaat om \*\*mijn buurman\*\*/);
    assert.match(textOf(news), /Privébericht/);
    assert.doesNotMatch(textOf(news), /12345678/);
    assert.doesNotMatch(JSON.stringify(news.activity.summary ?? ''), /buurman/);
    const card = await loop.offering(root, 'keep');
    await loop.click(BRAM, card, 'submit', {
      concept: 'Wat vervelend & bedankt. We bellen <vandaag>.',
      channel: 'private',
    });
    const draft = await loop.offering(root, 'approve');
    assert.match(textOf(draft), says('reply.label.private'));
    await loop.click(ELS, draft, 'approve');
    const receipt = await loop.reading(
      root,
      /^✓ Als privébericht verstuurd \d\d:\d\d door Bram Kok, akkoord van Els Prins$/m,
    );
    assert.deepEqual(sent('inwoner_1'), [['GemOostzaan', 'Wat vervelend & bedankt. We bellen <vandaag>. ^BK']]);
    assert.deepEqual(x.posts('GemOostzaan'), []);
    assert.ok(!verbsOf(receipt).includes('remove'));
    await loop.reading(root, says('status.answered', { name: 'Bram Kok' }));
  });

  it('that nobody asked in public have a card of their own, and are answered with the clicks of any question', async () => {
    const text = 'Mag ik hier ook iets vragen?';
    const { id } = x.privates.send({ from: 'inwoner_2', to: 'GemWormerland', text });
    const root = await loop.rootOf({ id, handle: 'inwoner_2', text });
    assert.match(textOf(root), /^Privébericht$/m);
    assert.doesNotMatch(JSON.stringify(root.activity.summary ?? ''), /Mag ik/);
    await loop.click(BRAM, root, 'claim');
    await loop.click(BRAM, await loop.offering(root, 'keep'), 'place', { concept: 'Natuurlijk!' });
    await loop.reading(root, says('receipt.head.private', { name: 'Bram Kok' }));
    assert.deepEqual(sent('inwoner_2'), [['GemWormerland', 'Natuurlijk! ^BK']]);
    x.privates.send({ from: 'inwoner_2', to: 'GemWormerland', text: 'En wanneer kan dat?' });
    assert.match(textOf(await loop.offering(root, 'keep')), /En wanneer kan dat\?/);
  });

  it('that are refused become an invitation in public, with the page on which one writes to us', async () => {
    const { root, card } = await asks('inwoner_3', '@GemOostzaan hoe laat gaat het loket open?');
    x.privates.shut('inwoner_3');
    await loop.click(BRAM, card, 'place', { concept: 'Stuur je nummer maar.', channel: 'private' });
    const red = await loop.offering(root, 'goPublic');
    assert.match(textOf(red), says('hitch.dm-refused', { network: 'X' }));
    await loop.click(BRAM, red, 'goPublic');
    const again = await loop.offering(root, 'keep');
    const invitation = String(buttonOn(again, 'keep').inputs['concept']);
    assert.match(invitation, /kan hier: https:\/\/x\.com\/messages\/compose\?recipient_id=\d+$/);
    assert.match(textOf(again), /Stuur je nummer maar\./, 'the private words are kept');
    await loop.click(BRAM, again, 'place', { concept: invitation });
    const receipt = await loop.reading(root, says('receipt.head', { name: 'Bram Kok' }));
    assert.deepEqual(
      x.posts('GemOostzaan').map(({ typed }) => typed),
      [`${invitation} ^BK`],
    );
    assert.equal(linksOf(receipt).length, 1);
    assert.deepEqual(sent('inwoner_3'), []);
  });
});
