import assert from 'node:assert/strict';
import { HOUR, MINUTE, SECOND } from '../../../../services/domain/instant.ts';
import { setUpX, type XSetup } from '../../../support/x-server/x-setup.ts';
import { type XServerOptions } from '../../../support/x-server/x-server.ts';

const MENTIONS = 'GET /2/users/:id/mentions';
const LIMITS = { 'GET /2/users/me': 3, [MENTIONS]: 8, 'POST /2/tweets': 4, 'DELETE /2/tweets/:id': 2 };

describe('Requests to X', () => {
  let setup: XSetup;
  async function start(server: Omit<XServerOptions, 'clock'>): Promise<void> {
    setup = await setUpX(server);
  }
  afterEach(() => setup.x.close());

  /** Reads every second of half an hour, two at once. Gives how many were answered, and the waits that were told. */
  async function pollFast(): Promise<{ read: number; waits: number[] }> {
    const { network, source, clock, ours } = setup;
    const waits: number[] = [];
    let read = 0;
    for (const end = clock.at + 31 * MINUTE; clock.at < end; clock.at += 20 * SECOND) {
      for (const one of await Promise.all([network.read(source, ''), network.read(source, '')])) {
        if (one.outcome === 'read') read += 1;
        else waits.push(one.at - (clock.at + ours.ahead));
      }
    }
    return { read, waits };
  }

  for (const ahead of [0, HOUR, -HOUR])
    it(`are never over a limit, with our clock ${ahead / HOUR} hours ahead, and use what there is`, async () => {
      await start({ limits: LIMITS });
      setup.ours.ahead = ahead;
      const { read, waits } = await pollFast();
      assert.deepEqual(setup.x.overLimit(), {});
      assert.ok(read >= 3 * 6, `three windows were used: ${read} of 24`);
      assert.ok(
        waits.every((wait) => wait > 0 && wait <= 15 * MINUTE + 2 * SECOND),
        JSON.stringify(waits),
      );
    });

  it('are never over a limit when our clock jumps an hour in between', async () => {
    await start({ limits: LIMITS });
    await pollFast();
    setup.ours.ahead = HOUR;
    await pollFast();
    setup.ours.ahead = -HOUR;
    await pollFast();
    assert.deepEqual(setup.x.overLimit(), {});
  });

  it("are counted by ourselves where X says nothing, with X's published limits", async () => {
    await start({ limitHeaders: false });
    const { network, source, clock } = setup;
    let read = 0;
    for (let at = 0; at < 400; at += 1, clock.at += SECOND)
      if ((await network.read(source, '')).outcome === 'read') read += 1;
    assert.equal(read, 300);
    assert.deepEqual(setup.x.overLimit(), {});
  });

  it('are made again from the moment on that Retry-After names, also after an error', async () => {
    await start({});
    const { x, network, source, clock } = setup;
    x.fault({ match: MENTIONS, kind: 'answer', answer: { status: 503, headers: { 'retry-after': '40' }, body: {} } });
    await assert.rejects(network.read(source, ''), /does not answer properly/);
    const held = await network.read(source, '');
    assert.deepEqual([held.outcome, held.outcome === 'later' ? held.at - clock.at : null], ['later', 40 * SECOND]);
    assert.equal(x.requests()[MENTIONS], 1);
    clock.at += 40 * SECOND;
    assert.equal((await network.read(source, '')).outcome, 'read');
  });

  it('of placing, looking up and removing wait as well, each with its own limit', async () => {
    await start({ limits: { ...LIMITS, 'GET /2/users/:id/tweets': 1 } });
    const { x, network, source, clock } = setup;
    await network.read(source, '');
    const ask = x.addPost({ author: 'jan_wormer', text: '@GemOostzaan wanneer?' });
    const reply = (text: string) => ({ account: 'GemOostzaan', inReplyTo: ask.id, text });
    const placed = [];
    for (let n = 0; n < 6; n += 1) placed.push(await network.place(reply(`Op dag ${n}.`)));
    assert.deepEqual(
      placed.map(({ outcome }) => outcome),
      ['placed', 'placed', 'placed', 'placed', 'later', 'later'],
    );
    const last = placed.at(-1)!;
    assert.ok(last.outcome === 'later' && last.at > clock.at + 14 * MINUTE);
    await network.findPlaced(reply('Op dag 1.'), clock.at - MINUTE);
    await assert.rejects(network.findPlaced(reply('Op dag 2.'), clock.at - MINUTE), { retryAfter: 901 * SECOND });
    const removed = [];
    for (const { id } of x.posts('GemOostzaan')) removed.push((await network.remove('GemOostzaan', id)).outcome);
    assert.deepEqual(removed, ['removed', 'removed', 'later', 'later']);
    assert.deepEqual(x.overLimit(), {});
    assert.equal(x.requests()['POST /2/tweets'], 4);
  });
});
