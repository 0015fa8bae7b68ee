import assert from 'node:assert/strict';
import { PRICES } from '../../../../services/adapters/x/prices.ts';
import { type Spent } from '../../../../services/domain/charges.ts';
import { DAY, HOUR, MINUTE } from '../../../../services/domain/instant.ts';
import { Bookkeeper } from '../../../../services/flows/bookkeeper.ts';
import { createManualClock, type ManualClock } from '../../../support/manual-clock.ts';
import { createMemoryLedger } from '../../../support/memory/ledger.ts';
import { silentLog } from '../../../support/silent-log.ts';
import { createXNetwork } from '../../../../services/adapters/x/x-network.ts';
import { type Ledger } from '../../../../services/ports/ledger.ts';
import { type Network } from '../../../../services/ports/network.ts';
import { startXServer, type XServer, type XServerOptions } from '../../../support/x-server/x-server.ts';

const WATCH = [
  { name: 'wormer', network: 'x', municipality: null, any: ['Wormer'], none: [], replyFrom: 'GemWormerland' },
];

describe('What X charges', () => {
  let x: XServer;
  let clock: ManualClock;
  let ledger: Ledger;
  let bookkeeper: Bookkeeper;
  let network: Network;
  let tablesDown: boolean;
  const cursors = new Map<string, string>();

  async function setUp(options: XServerOptions & { ownerInSettings?: string | null } = {}): Promise<void> {
    const { plan = 'self-serve', appOwner = 'GemWormerland' } = options;
    clock = createManualClock(Date.UTC(2026, 10, 24, 9));
    x = await startXServer({ ...options, appOwner, clock });
    const memory = createMemoryLedger(clock);
    tablesDown = false;
    ledger = {
      ...memory,
      record: (name, charges) =>
        tablesDown ? Promise.reject(new Error('the tables are down')) : memory.record(name, charges),
    };
    bookkeeper = new Bookkeeper('x', ledger, silentLog);
    const billing = { meter: bookkeeper, plan, appOwner: options.ownerInSettings ?? null };
    network = createXNetwork({
      ...x.keys,
      watch: WATCH,
      billing,
      clock,
      log: silentLog,
      baseUrl: x.url,
      timeoutMs: 2_000,
      elapsed: () => clock.now(),
    });
    cursors.clear();
  }
  afterEach(() => x.close());

  async function readAll(): Promise<void> {
    for (const source of network.sources()) {
      const read = await network.read(source, cursors.get(source.name) ?? '');
      assert.ok(read.outcome === 'read');
      cursors.set(source.name, read.batch.cursor);
    }
  }
  async function counted(month = '2026-11'): Promise<Spent> {
    await bookkeeper.written();
    return ledger.spent('x', month);
  }
  const cents = (usd: number): number => Math.round(usd * 100_000) / 1_000;
  async function equalsBill(what: string): Promise<void> {
    assert.equal(cents((await counted()).usd), cents(x.bill('2026-11')), what);
  }
  const reply = (inReplyTo: string, text: string, account = 'GemOostzaan') =>
    network.place({ account, inReplyTo, text });

  it('is what we count, to the cent, over two days of mentions, searches, replies, look-ups and deletions', async () => {
    await setUp({ ownerInSettings: 'GemWormerland' });
    const at = (minutes: number) => clock.now() - minutes * MINUTE;
    const quoted = x.addPost({ author: 'krant', text: 'Feest in het dorp', at: at(50) });
    const asked = Array.from({ length: 130 }, (_, n) =>
      x.addPost({ author: `inwoner_${n % 20}`, text: `@GemOostzaan vraag ${n}`, at: at(40), quotes: quoted.id }),
    );
    x.addPost({ author: 'jan', text: '@GemWormerland over Wormer', at: at(30) });
    const unasked = x.addPost({ author: 'piet', text: 'Wat een gat in de weg in Wormer', at: at(20) });
    await readAll();
    await equalsBill('the first read');
    const first = x.bill();
    await readAll();
    assert.equal(x.bill(), first, 'the same day costs nothing again');

    const placed = await reply(asked[0]!.id, 'Morgen. ^AB');
    assert.ok(placed.outcome === 'placed');
    await equalsBill('a reply');
    assert.equal((await reply(asked[1]!.id, 'Kijk op oostzaan.nl ^AB')).outcome, 'placed');
    await equalsBill('a reply with a link');
    assert.equal((await reply(unasked.id, 'Dank! ^AB', 'GemWormerland')).outcome, 'refused');
    x.fault({ match: 'POST /2/tweets', kind: 'cut-after' });
    assert.equal((await reply(asked[2]!.id, 'Zeker. ^AB')).outcome, 'unknown');
    await equalsBill('a reply whose answer was lost');
    const lost = { account: 'GemOostzaan', inReplyTo: asked[2]!.id, text: 'Zeker. ^AB' };
    assert.ok(await network.findPlaced(lost, clock.now() - HOUR));
    await equalsBill('our own timeline');
    assert.equal((await network.lookUpPost('GemOostzaan', `https://x.com/piet/status/${unasked.id}`)).outcome, 'found');
    await network.remove('GemOostzaan', placed.placed.id);
    await equalsBill('a look-up and a deletion');

    clock.advance(DAY);
    x.addPost({ author: 'jan', text: '@GemWormerland en vandaag?', at: at(5) });
    await readAll();
    await network.recheck(asked.slice(0, 90).map(({ id }) => id));
    await equalsBill('the next day, when the same is charged again');
    assert.ok(x.bill() > 1 && x.bill() > first);
  });

  it('is counted for private messages as well: each event once a day, each that we send, and nothing for a quiet inbox', async () => {
    await setUp({ ownerInSettings: 'GemWormerland' });
    for (let n = 0; n < 30; n += 1) x.privates.send({ from: 'jan', to: 'GemOostzaan', text: `bericht ${n}` });
    await readAll();
    await equalsBill('thirty private messages');
    const read = x.bill();
    for (let n = 0; n < 3; n += 1) await readAll();
    assert.equal(x.bill(), read, 'asking whether there is something new');
    const [newest] = x.privates.all().slice(-1);
    const answer = { account: 'GemOostzaan', inReplyTo: newest!.id, privateTo: newest!.from.id, text: 'Goed. ^AB' };
    assert.equal((await network.place(answer)).outcome, 'placed');
    assert.ok(await network.findPlaced(answer, clock.now() - HOUR));
    await equalsBill('a private message of ours, looked up');
  });

  it('is counted as owned only when we say who owns the app, and else at the dearer price', async () => {
    await setUp({ ownerInSettings: null });
    x.addPost({ author: 'jan', text: '@GemWormerland een vraag' });
    await readAll();
    const { usd } = await counted();
    assert.equal(cents(usd), cents(x.bill() - PRICES.ownedPost + PRICES.post));
  });

  it('is dear for a link to who did not mention us, where an enterprise plan lets us', async () => {
    await setUp({ plan: 'enterprise', ownerInSettings: 'GemWormerland' });
    const plain = x.addPost({ author: 'piet', text: 'Gat in de weg in Wormer' });
    const linked = x.addPost({ author: 'els', text: 'Nog een gat in Wormer' });
    await readAll();
    const before = await counted();
    await reply(plain.id, 'Dank! ^AB', 'GemWormerland');
    await reply(linked.id, 'Meld het op wormerland.nl ^AB', 'GemWormerland');
    const after = await counted();
    assert.equal(cents(after.usd - before.usd), cents(0.015 + 0.2));
    await equalsBill('replies to who did not mention us');
  });

  it('is nothing for refusals, empty answers and requests that never arrived', async () => {
    await setUp({});
    await readAll();
    const { usd, kinds } = await counted();
    assert.deepEqual(Object.keys(kinds), ['user'], 'only who we are was asked and given');
    for (const kind of ['401', '402', '429', '503', 'cut-before'] as const) {
      x.fault({ match: /mentions|search/, kind, times: 3 });
      for (const source of network.sources()) await network.read(source, '').catch(() => null);
      x.clearFaults();
      clock.advance(HOUR);
    }
    assert.equal((await counted()).usd, usd);
    await equalsBill('after all that failed');
  });

  it('neither stops reading nor placing while it cannot be written down, and is not lost', async () => {
    await setUp({ ownerInSettings: 'GemWormerland' });
    const post = x.addPost({ author: 'jan', text: '@GemOostzaan een vraag' });
    tablesDown = true;
    await readAll();
    assert.equal((await reply(post.id, 'Een antwoord. ^AB')).outcome, 'placed');
    assert.equal((await counted()).usd, 0);
    tablesDown = false;
    await equalsBill('once the tables are back');
  });
});
