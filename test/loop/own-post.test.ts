import assert from 'node:assert/strict';
import { type RoomMessage } from '../../infra/local/room/message.ts';
import { chatId } from '../../infra/local/room/identity.ts';
import { textOf, verbsOf } from '../support/loop/card-reading.ts';
import { BRAM, ELS } from '../support/loop/cast.ts';
import { says } from '../support/loop/catalogue.ts';
import { type Loop, startLoop } from '../support/loop/loop.ts';

const STORM = 'Code geel vanavond: zet je kliko vast.';

describe('An own post', function () {
  this.timeout(300_000);
  let loop: Loop;
  before(async () => {
    loop = await startLoop();
  });
  after(async () => {
    await loop.stop();
  });

  function standing(fits: (message: RoomMessage) => boolean, what: string): Promise<RoomMessage> {
    return loop.until(async () => (await loop.standing()).findLast(fits), what);
  }

  it('is typed into a form, said yes to, placed once under nothing, and taken away again', async () => {
    const chat = chatId(BRAM);
    await loop.say(BRAM, chat, 'bericht', false);
    const form = await standing((one) => verbsOf(one).includes('beginOwn'), 'the form');
    const made = await loop.click(BRAM, form, 'beginOwn', { text: STORM }, true);
    assert.match(made.text, says('own.done'));
    await loop.until(async () => says('own.done').test(textOf(await loop.fresh(form))), 'the form became a sentence');
    const root = await standing((one) => verbsOf(one).includes('takeOver') && textOf(one).includes(STORM), 'the root');
    const writing = await loop.offering(root, 'keep');
    assert.ok(!verbsOf(writing).includes('place'), 'not alone, for Bram does not approve');
    await loop.click(BRAM, writing, 'submit', { concept: `${STORM} En je trampoline.` });
    await loop.click(ELS, await loop.offering(root, 'approve'), 'approve');
    const receipt = await loop.reading(root, says('receipt.head.approved'));
    const [placed, ...others] = await loop.placed();
    assert.deepEqual([placed?.inReplyTo, placed?.text, others], [null, `${STORM} En je trampoline.`, []]);
    await loop.reading(root, says('status.answered.own'));
    await loop.click(ELS, receipt, 'remove', { removeReason: 'Het is code oranje geworden.' });
    await loop.reading(root, says('receipt.removed.head'));
  });
});
