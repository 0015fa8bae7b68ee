import assert from 'node:assert/strict';
import { type RoomMessage } from '../../infra/local/room/message.ts';
import { buttonOn, linksOf, textOf } from '../support/loop/card-reading.ts';
import { BRAM } from '../support/loop/cast.ts';
import { type Loop, startLoop } from '../support/loop/loop.ts';
import { xEnvironment } from '../support/loop/x-environment.ts';
import { startXServer, type XServer } from '../support/x-server/x-server.ts';

describe('A reply that X does not take from us', function () {
  this.timeout(300_000);
  let x: XServer;
  let loop: Loop;
  before(async () => {
    x = await startXServer();
    loop = await startLoop({ env: { ...xEnvironment(x), POLL_SECONDS: '2' } });
  });
  after(async () => {
    await loop.stop();
    await x.close();
  });

  /** Bram's reply to somebody who lets nobody reply came back. */
  async function refused(handle: string): Promise<{ id: string; root: RoomMessage; red: RoomMessage }> {
    const text = '@GemOostzaan hoe kom ik aan een ID-kaart?';
    const { id } = x.addPost({ author: { handle, name: 'Een burger' }, text, repliesClosed: true });
    const root = await loop.rootOf({ id, handle, text });
    await loop.click(BRAM, root, 'claim');
    await loop.click(BRAM, await loop.offering(root, 'keep'), 'place', { concept: 'Aan de balie & op afspraak.' });
    return { id, root, red: await loop.offering(root, 'reportPlaced') };
  }

  it('is placed by a person on X, and the link of it becomes the receipt', async () => {
    const { id, root, red } = await refused('burger_1');
    assert.match(textOf(red), /^✕ Niet geplaatst$/m);
    assert.match(textOf(red), /^Ingelogd als @GemOostzaan\?/m);
    const page = new URL(linksOf(red)[0]!);
    assert.equal(`${page.origin}${page.pathname}`, 'https://x.com/intent/post');
    assert.deepEqual(Object.fromEntries(page.searchParams), {
      in_reply_to: id,
      text: 'Aan de balie & op afspraak. ^BK',
    });
    assert.ok(buttonOn(red, 'reportPlaced').required.includes('placedLink'));
    const tries = x.requests()['POST /2/tweets'];
    const text = page.searchParams.get('text')!;
    const placed = x.addPost({ author: 'GemOostzaan', text, inReplyTo: page.searchParams.get('in_reply_to')! });
    await loop.click(BRAM, red, 'reportPlaced', { placedLink: `https://twitter.com/i/status/${placed.id}?s=20` });
    const receipt = await loop.reading(root, /^✓ Geplaatst \d\d:\d\d door Bram Kok, zelf op X$/m);
    assert.match(textOf(receipt), /Aan de balie & op afspraak\. \^BK/);
    assert.deepEqual(linksOf(receipt), [`https://x.com/GemOostzaan/status/${placed.id}`]);
    assert.equal(buttonOn(receipt, 'remove').data['receipt'], placed.id);
    await loop.reading(root, /^✓ Beantwoord/m);
    assert.equal(x.requests()['POST /2/tweets'], tries, 'and is not sent by the bot as well');
  });

  it('is a red card when it was placed from a private account', async () => {
    const { id, root, red } = await refused('burger_2');
    const placed = x.addPost({ author: 'bram_prive', text: 'Aan de balie & op afspraak. ^BK', inReplyTo: id });
    const link = `https://x.com/bram_prive/status/${placed.id}`;
    await loop.click(BRAM, red, 'reportPlaced', { placedLink: link });
    const wrong = await loop.reading(root, /^Geplaatst met @bram_prive, niet met @GemOostzaan: verwijder het daar/m);
    assert.equal(linksOf(wrong).length, 1, 'and the page on X is still offered');
    const no = await loop.click(BRAM, wrong, 'reportPlaced', { placedLink: 'https://x.com/a/status/1' });
    assert.match(no.text, /Dit bericht is op het netwerk niet te vinden/);
  });
});
