import assert from 'node:assert/strict';
import { buttonOn, textOf, verbsOf } from '../support/loop/card-reading.ts';
import { says } from '../support/loop/catalogue.ts';
import { ANNA, BRAM } from '../support/loop/cast.ts';
import { type Loop, startLoop } from '../support/loop/loop.ts';
import { type PostedLine } from '../support/loop/practice-files.ts';
import {
  claimed,
  holdRecord,
  mentioned,
  QUESTION,
  repliesTo,
  type Scene,
  submitted,
  untilHeld,
} from '../support/loop/scenes.ts';

/** Teams takes the call and never answers; it is not carried out. */
const hang = (method: string, path: string) =>
  ({ match: { method, path }, delayMs: 20_000, lose: 'before', times: 50 }) as const;

/**
 * Six kills, one after the other; what became of each is looked at afterwards, since some recoveries have to wait until
 * what the dead process had locked is free.
 */
describe('A bot that is killed (SIGKILL) and started again', function () {
  this.timeout(400_000);
  let loop: Loop;
  let onClaim: Pick<Scene, 'post' | 'root'>;
  let onSubmit: Scene;
  let onApproval: Scene;
  let onPlacing: Scene;
  let onReceipt: Scene;
  let onReading: PostedLine;
  let tooLate: Scene['root'];

  before(async () => {
    // Long enough to be killed in.
    loop = await startLoop({
      webcare: ({ instruction }) => {
        instruction.undo = '3s';
        const kinds = instruction['kinds'] as Record<string, object>;
        instruction['kinds'] = { ...kinds, calamiteit: { ...kinds['calamiteit'], within: '5s' } };
      },
    });
    const fire = loop.post({ text: 'Er is brand op het Zuideinde!' });
    const post = await loop.post({ text: QUESTION });
    onClaim = { post, root: await loop.rootOf(post) };
    onSubmit = await claimed(loop, BRAM, { text: 'Schandalig, alweer een volle container!' });
    onApproval = await submitted(loop, BRAM, 'Over een uur.');
    onPlacing = await claimed(loop, BRAM, { text: QUESTION });
    onReceipt = await claimed(loop, BRAM, { text: QUESTION });
    tooLate = await loop.rootOf(await fire);
    await loop.reading(tooLate, says('news.due-late'));
  });
  after(() => loop.stop());

  async function untilCalled(kind: string, deed: () => Promise<unknown>): Promise<void> {
    const before = (await loop.traffic())[kind] ?? 0;
    await deed();
    await loop.until(async () => ((await loop.traffic())[kind] ?? 0) > before, `a call of the kind ${kind}`);
  }

  async function killAndStart(): Promise<void> {
    await loop.kill();
    await loop.misbehave();
    loop.tables.heal();
    await loop.start();
  }

  it('after the answer to a claim, before its work card stands in Teams', async () => {
    await loop.misbehave(hang('POST', '/activities'));
    await untilCalled('post', async () => {
      assert.match((await loop.click(BRAM, onClaim.root, 'claim')).text, says('status.claimed', { name: 'Bram Kok' }));
    });
    await killAndStart();
  });

  it('after the answer to a submit, before Teams shows the draft', async () => {
    await loop.misbehave(hang('PUT', '/activities'));
    await untilCalled('update', () => loop.click(BRAM, onSubmit.card, 'submit', { concept: 'Wij komen.' }));
    await killAndStart();
  });

  it('after an approval, within the undo time', async () => {
    assert.match((await loop.click(ANNA, onApproval.card, 'approve')).text, says('placing.head'));
    await loop.kill();
    assert.deepEqual(await repliesTo(loop, onApproval.post), []);
    await loop.start();
  });

  it("between the network's yes and our record of it", async () => {
    holdRecord(loop, onPlacing);
    await loop.click(BRAM, onPlacing.card, 'place', { concept: 'Elke week.' });
    await untilHeld(loop);
    assert.deepEqual(await repliesTo(loop, onPlacing.post), ['Elke week. ^BK'], 'it stands on the network');
    await killAndStart();
  });

  it('after our record of a placed reply, before Teams shows the receipt', async () => {
    holdRecord(loop, onReceipt);
    await loop.click(BRAM, onReceipt.card, 'place', { concept: 'Elke maand.' });
    await untilHeld(loop);
    await loop.misbehave(hang('PUT', '/activities'));
    await untilCalled('update', async () => {
      loop.tables.release();
      return Promise.resolve();
    });
    await killAndStart();
  });

  it('after a post was read, before it was stored', async () => {
    loop.tables.hold('"type":"opened"');
    onReading = await loop.post({ text: QUESTION });
    await untilHeld(loop);
    await killAndStart();
  });

  it('has lost no post: it arrives, once', async () => {
    const root = await loop.rootOf(onReading);
    assert.match(textOf(root), says('status.new'));
    assert.equal((await loop.thread(root)).length, 1);
  });

  it('knows who has a dialogue, and gives one card to write on', async () => {
    const work = await loop.offering(onClaim.root, 'keep');
    await loop.reading(onClaim.root, says('status.claimed', { name: 'Bram Kok' }));
    assert.deepEqual(
      (await loop.thread(onClaim.root)).map(({ id }) => id),
      [onClaim.root.id, work.id],
    );
  });

  it('still has the text that waits for approval, and still asks for it', async () => {
    const draft = await loop.offering(onSubmit.root, 'approve');
    assert.equal(draft.id, onSubmit.card.id);
    assert.match(textOf(draft), /^Wij komen\. \^BK$/m);
    const line = await loop.reading(onSubmit.root, says('news.approval-asked.due', { by: 'Bram Kok' }));
    assert.deepEqual(mentioned(line).toSorted(), ['Anna de Boer', 'Els Prins']);
    const cards = (await loop.thread(onSubmit.root)).filter((message) => verbsOf(message).includes('approve'));
    assert.equal(cards.length, 1);
  });

  it('places what was approved, once', async () => {
    await receipt(onApproval, 'Over een uur. ^BK');
  });

  it('finds the reply that it had no record of, and does not place it again', async () => {
    await receipt(onPlacing, 'Elke week. ^BK');
  });

  it('shows the receipt that it had not shown', async () => {
    await receipt(onReceipt, 'Elke maand. ^BK');
  });

  it('has told once that an answer had to be there, and shows it on the root card', async () => {
    const lines = (await loop.thread(tooLate)).map(textOf);
    assert.equal(lines.filter((text) => says('news.due-late').test(text)).length, 1);
    assert.ok(lines.filter((text) => says('news.due-soon').test(text)).length <= 1);
    assert.match(lines[0]!, says('due.late'));
  });

  it('is well, and nothing waits', async () => {
    await loop.until(async () => /"waiting":0/.test((await loop.ready()).text), 'an empty queue');
    assert.equal((await loop.ready()).status, 200);
    const texts = (await loop.placed()).map(({ text }) => text);
    assert.equal(new Set(texts).size, texts.length);
  });

  it('reads on at once after an orderly stop', async () => {
    await loop.start();
    const since = performance.now();
    await loop.rootOf(await loop.post({ text: QUESTION }));
    assert.ok(performance.now() - since < 15_000);
  });

  /** One receipt in the thread with the id of the one reply on the network, under a root card that says so. */
  async function receipt({ post, root, card }: Scene, reply: string): Promise<void> {
    const shown = await loop.reading(root, says('receipt.head'));
    await loop.reading(root, says('status.answered'));
    assert.equal(shown.id, card.id);
    const [placed, ...more] = (await loop.placed()).filter(({ inReplyTo }) => inReplyTo === post.id);
    assert.equal(placed?.text, reply);
    assert.deepEqual(more, []);
    assert.equal(buttonOn(shown, 'remove').data['receipt'], placed.id);
    assert.deepEqual((await loop.rootsOf(post)).length, 1);
  }
});
