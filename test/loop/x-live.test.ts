import assert from 'node:assert/strict';
import nl from '../../cards/text/nl.json' with { type: 'json' };
import { chatId } from '../../infra/local/room/identity.ts';
import { type RoomMessage } from '../../infra/local/room/message.ts';
import { buttonOn, cardIn, linksOf, textOf, verbsOf } from '../support/loop/card-reading.ts';
import { says } from '../support/loop/catalogue.ts';
import { BRAM, ELS } from '../support/loop/cast.ts';
import { type Loop, startLoop } from '../support/loop/loop.ts';
import { mentioned } from '../support/loop/scenes.ts';
import { xEnvironment } from '../support/loop/x-environment.ts';
import { startXServer, type XServer } from '../support/x-server/x-server.ts';

describe('Live on X', function () {
  this.timeout(300_000);
  let x: XServer;
  let loop: Loop;
  let citizens = 0;
  before(async () => {
    x = await startXServer();
    loop = await startLoop({ env: { ...xEnvironment(x), POLL_SECONDS: '2' } });
  });
  after(async () => {
    await loop.stop();
    await x.close();
  });
  afterEach(() => {
    x.clearFaults();
  });

  interface OnX {
    readonly id: string;
    readonly handle: string;
    readonly root: RoomMessage;
    readonly card: RoomMessage;
  }

  /** Somebody new mentions us, and Bram takes it. */
  async function mention(text: string, more: { repliesClosed?: boolean } = {}): Promise<OnX> {
    citizens += 1;
    const handle = `burger_${citizens}`;
    const { id } = x.addPost({ author: { handle, name: 'Een burger' }, text, ...more });
    const root = await loop.rootOf({ id, handle, text });
    await loop.click(BRAM, root, 'claim');
    return { id, handle, root, card: await loop.offering(root, 'keep') };
  }

  const tries = (): number => x.requests()['POST /2/tweets'] ?? 0;

  it('a mention arrives as a card and is answered once, from the account that was asked', async () => {
    const { id, handle, root, card } = await mention('@GemOostzaan wanneer komt het grofvuil?');
    assert.doesNotMatch(textOf(root), /Oefening/);
    assert.match(textOf(root), /^X · @burger_\d+ Een burger · Oostzaan$/m);
    assert.deepEqual(linksOf(root), [`https://x.com/${handle}/status/${id}`]);
    await loop.click(BRAM, card, 'place', { concept: 'Volgende week dinsdag.' });
    const receipt = await loop.reading(root, says('receipt.head', { name: 'Bram Kok' }));
    const [reply, ...more] = x.posts('GemOostzaan');
    assert.deepEqual(more, []);
    assert.equal(reply?.typed, 'Volgende week dinsdag. ^BK');
    assert.equal(reply.inReplyTo, id);
    assert.deepEqual(linksOf(receipt), [`https://x.com/GemOostzaan/status/${reply.id}`]);
    assert.equal(buttonOn(receipt, 'remove').data['receipt'], reply.id);
    assert.deepEqual(x.posts('GemWormerland'), []);
  });

  it('the other account answers what is asked of it, and no reply of ours comes back as a mention', async () => {
    const { id, root, card } = await mention('@GemWormerland hoe laat gaat het loket open?');
    await loop.click(BRAM, card, 'place', { concept: 'Om negen uur, en @GemOostzaan ook.' });
    await loop.reading(root, says('receipt.head'));
    assert.deepEqual(
      x.posts('GemWormerland').map(({ inReplyTo }) => inReplyTo),
      [id],
    );
    // Both accounts are read again after the reply: it names one of ours, so X gives it as a mention.
    const reads = (): number => x.calls().filter(({ endpoint }) => endpoint.includes('mentions')).length;
    const before = reads();
    await loop.until(async () => Promise.resolve(reads() >= before + 4), 'both accounts to be read again');
    await mention('@GemOostzaan en het zwembad, tot hoe laat?');
    const roots = (await loop.standing()).filter((message) => /^X · /m.test(textOf(message)));
    assert.equal(roots.length, 3, roots.map(textOf).join('\n\n'));
  });

  it("the citizen's reaction comes into the same thread", async () => {
    const { handle, root, card } = await mention('@GemOostzaan is het park open?');
    await loop.click(BRAM, card, 'place', { concept: 'Ja, tot zes uur.' });
    await loop.reading(root, says('receipt.head'));
    const reply = x.posts('GemOostzaan').at(-1)!;
    x.addPost({ author: handle, text: '@GemOostzaan en morgen?', inReplyTo: reply.id });
    const next = await loop.offering(root, 'keep');
    assert.deepEqual(mentioned(next), ['Bram Kok']);
    assert.match(textOf(next), /en morgen\?/);
  });

  it('an own post is placed under nothing, and who reacts to it has a card, which it counts', async () => {
    const text = 'Code geel vanavond: zet je kliko vast.';
    const standing = (fits: (message: RoomMessage) => boolean, what: string): Promise<RoomMessage> =>
      loop.until(async () => (await loop.standing()).findLast(fits), what);
    await loop.say(ELS, chatId(ELS), 'bericht', false);
    const form = await standing((one) => verbsOf(one).includes('beginOwn'), 'the form');
    await loop.click(ELS, form, 'beginOwn', { place: 'x:GemOostzaan', text }, true);
    const own = await standing((one) => verbsOf(one).includes('takeOver') && textOf(one).includes(text), 'the root');
    await loop.click(ELS, await loop.offering(own, 'place'), 'place', { concept: text });
    await loop.reading(own, says('receipt.head'));
    const placed = x.posts('GemOostzaan').at(-1)!;
    assert.deepEqual([placed.typed, placed.inReplyTo], [text, null]);
    const question = '@GemOostzaan geldt dat ook in Jisp?';
    const author = { handle: 'reageerder', name: 'Een burger' };
    const { id } = x.addPost({ author, text: question, inReplyTo: placed.id });
    const root = await loop.rootOf({ id, handle: author.handle, text: question });
    assert.match(textOf(root), /^Reactie op ons bericht:\nCode geel vanavond/m);
    await loop.until(
      async () => /^1 reactie, van @reageerder$/m.test(textOf(await loop.fresh(own))),
      'the own post counts the reaction',
    );
  });

  it('an answer that is lost after the deed is looked up: one post, and its receipt', async () => {
    const { id, root, card } = await mention('@GemOostzaan waar vraag ik een paspoort aan?');
    const before = tries();
    x.fault({ match: 'POST /2/tweets', kind: 'cut-after' });
    await loop.click(BRAM, card, 'place', { concept: 'Aan de balie.' });
    const unclear = await loop.reading(root, says('placing.unclear', { network: 'X' }));
    assert.match(textOf(unclear), says('placing.unclear.do'));
    assert.ok(!verbsOf(unclear).includes('remove'), 'no receipt without an id');
    const receipt = await loop.reading(root, says('receipt.head'));
    const replies = x.posts('GemOostzaan').filter(({ inReplyTo }) => inReplyTo === id);
    assert.equal(replies.length, 1);
    assert.equal(tries() - before, 1);
    assert.equal(buttonOn(receipt, 'remove').data['receipt'], replies[0]!.id);
  });

  it('a reply that X does not allow is a red card in words', async () => {
    const { id, root, card } = await mention('@GemOostzaan hoe kom ik aan een ID-kaart?', { repliesClosed: true });
    await loop.click(BRAM, card, 'place', { concept: 'Aan de balie.' });
    const red = await loop.offering(root, 'retry');
    assert.match(textOf(red), says('hitch.head'));
    assert.match(textOf(red), says('hitch.reply-not-allowed', { network: 'X' }));
    assert.match(textOf(red), /X zei: You are not permitted to reply to this conversation\./);
    assert.match(textOf(red), /^Aan de balie\. \^BK$/m, 'the text is still there');
    await loop.reading(root, says('status.hitch', { name: 'Bram Kok' }));
    assert.deepEqual(
      x.posts('GemOostzaan').filter(({ inReplyTo }) => inReplyTo === id),
      [],
    );
    const phoned = await loop.click(BRAM, await loop.offering(root, 'finish'), 'finish', { outcome: 'phoned' });
    assert.match(phoned.text, says('status.closed', { name: 'Bram Kok', outcome: nl['outcome.phoned'] }));
  });

  it('what we listen for arrives unasked, says what found it, and shows what it is about', async () => {
    citizens += 1;
    const handle = `burger_${citizens}`;
    const news = x.addPost({
      author: { handle: 'krant', name: 'De krant' },
      text: 'Brug dicht tot [maart](http://evil.example)',
    });
    const text = 'Dat wordt omrijden vanuit Jisp, dank je wel OVER-gemeenten';
    const photos = [{ url: 'https://pbs.twimg.com/media/brug.jpg', alt: 'De brug staat open' }];
    const { id } = x.addPost({ author: { handle, name: 'Een burger' }, text, quotes: news.id, photos });
    const root = await loop.rootOf({ id, handle, text });
    assert.match(textOf(root), /Gevonden met: organisatie, wormerland · niet aan ons gericht/);
    assert.match(textOf(root), /^Haalt @krant aan:\nBrug dicht tot \[maart\]\(http:\/\/evil\.example\)$/m);
    assert.match(
      JSON.stringify(cardIn(root)),
      /"url":"https:\/\/pbs\.twimg\.com\/media\/brug\.jpg\?name=small","altText":"De brug staat open"/,
    );
    assert.match(textOf(root), / · Wormerland$/m);
  });

  it('in listening mode nothing is placed, and the card says what to do instead', async () => {
    await loop.start({ WEBCARE_MODE: 'listening' });
    const before = tries();
    const { root, card } = await mention('@GemOostzaan mag ik hier parkeren?');
    assert.deepEqual(verbsOf(card), ['ask', 'keep', 'comeBack', 'handOver']);
    assert.match(textOf(card), says('writing.listening'));
    await loop.say(BRAM, root.thread, 'concept Ja hoor');
    await loop.reading(root, says('refusal.listening'));
    const { data, inputs } = buttonOn(card, 'keep');
    const sly = {
      as: BRAM,
      conversation: root.thread,
      activityId: card.id,
      data: { ...data, ...inputs, concept: 'Ja' },
    };
    for (const verb of ['place', 'submit']) {
      assert.match((await loop.invoke({ ...sly, verb })).text, says('refusal.listening'));
    }
    assert.equal(tries(), before);
  });
});
