import assert from 'node:assert/strict';
import { DAY, HOUR, MINUTE } from '../../../../services/domain/instant.ts';
import { Fault } from '../../../../services/ports/fault.ts';
import { type Reply } from '../../../../services/ports/network.ts';
import { DETAILS } from '../../../support/x-server/problems.ts';
import { minutesAgo, setUpX, type XSetup } from '../../../support/x-server/x-setup.ts';

const EVENTS = 'GET /2/dm_events';
const SEND = 'POST /2/dm_conversations/with/:id/messages';
const CONVERSATION = 'GET /2/dm_conversations/with/:id/dm_events';

describe('Private messages on X', () => {
  let setup: XSetup;
  beforeEach(async () => {
    setup = await setUpX();
  });
  afterEach(() => setup.x.close());

  const says = (text: string, minutes = 1, from = 'jan_wormer') =>
    setup.x.privates.send({ from, to: 'GemOostzaan', text, at: minutesAgo(setup, minutes) });
  const source = () => setup.network.sources().find(({ name }) => name === 'private:GemOostzaan')!;
  const read = async (cursor = '') => {
    const outcome = await setup.network.read(source(), cursor);
    assert.ok(outcome.outcome === 'read', JSON.stringify(outcome));
    return outcome.batch;
  };
  const asked = (endpoint: string) => setup.x.requests()[endpoint] ?? 0;

  describe('coming in', () => {
    it('cost one event when there is nothing new, however many there are', async () => {
      for (let n = 0; n < 30; n += 1) says(`bericht ${n}`, 40 - n);
      const { cursor } = await read();
      const calls = setup.x.calls().length;
      for (let n = 0; n < 3; n += 1) assert.deepEqual((await read(cursor)).posts, []);
      const polls = setup.x.calls().slice(calls);
      assert.deepEqual(
        polls.map(({ endpoint, query }) => [endpoint, query['max_results']]),
        Array(3).fill([EVENTS, '1']),
      );
    });

    it('begin with the last day, and lose nothing of an outage of weeks', async () => {
      says('van eergisteren', 2 * 24 * 60);
      const [fresh, { cursor }] = [says('van vannacht', 8 * 60), await read()];
      assert.equal(cursor, fresh.id);
      const ids = Array.from({ length: 50 }, (_, n) => says(`tijdens de storing ${n}`, -n).id);
      setup.clock.at += 21 * DAY;
      assert.deepEqual(
        (await read(cursor)).posts.map(({ id }) => id),
        ids,
      );
    });

    it('remember where they started when there was nothing', async () => {
      const { cursor } = await read();
      setup.clock.at += HOUR;
      const { id } = says('tijdens de storing', 0);
      setup.clock.at += 3 * DAY;
      assert.deepEqual(
        (await read(cursor)).posts.map((post) => post.id),
        [id],
      );
    });

    it('leave out what we sent ourselves, and what is between others', async () => {
      const first = says('hallo?', 3);
      setup.x.privates.send({ from: 'GemOostzaan', to: 'jan_wormer', text: 'Goedemorgen!', at: minutesAgo(setup, 2) });
      setup.x.privates.send({ from: 'jan_wormer', to: 'GemWormerland', text: 'en jullie?', at: minutesAgo(setup, 1) });
      const batch = await read();
      assert.deepEqual(
        batch.posts.map(({ id }) => id),
        [first.id],
      );
    });

    it('give nothing and keep their place when a page fails', async () => {
      const ids = Array.from({ length: 30 }, (_, n) => says(`bericht ${n}`, 30 - n).id);
      setup.x.fault({ match: EVENTS, kind: '503', skip: 2 });
      await assert.rejects(read(), Fault);
      assert.deepEqual(
        (await read()).posts.map(({ id }) => id),
        ids,
      );
    });

    it('are held back when X takes no more questions, and never asked over its limit', async () => {
      for (let n = 0; n < 14; n += 1) await read();
      await read();
      assert.equal((await setup.network.read(source(), '')).outcome, 'later');
      assert.deepEqual(setup.x.overLimit(), {});
    });

    it('tell once that we may not read them, and what to do, and are tried again every hour', async () => {
      says('hallo?');
      setup.x.fault({ match: EVENTS, kind: '403', detail: 'Forbidden', times: 2 });
      const { posts, problems, cursor } = await read();
      assert.deepEqual(posts, []);
      assert.match(problems[0]!, /private messages of @GemOostzaan: give the app the permission/);
      const later = await setup.network.read(source(), cursor);
      assert.ok(later.outcome === 'later' && later.at === setup.clock.at + HOUR);
      setup.clock.at += HOUR;
      assert.equal((await setup.network.read(source(), cursor)).outcome, 'later', 'still not, and not told again');
      assert.equal(asked(EVENTS), 2);
      setup.clock.at += HOUR;
      assert.equal((await read(cursor)).posts.length, 1);
    });
  });

  describe('going out', () => {
    let reply: Reply;
    beforeEach(async () => {
      says('mag ik iets vragen?');
      const [post] = (await read()).posts;
      reply = {
        account: 'GemOostzaan',
        inReplyTo: post!.id,
        privateTo: post!.author.id,
        text: 'Zie oostzaan.nl/x & bel. ^AB',
      };
    });
    const sent = () => setup.x.privates.all().filter(({ from }) => from.handle === 'GemOostzaan');

    it('are proved by the id of the event, and are no post', async () => {
      const placing = await setup.network.place(reply);
      const [message] = sent();
      assert.deepEqual(placing, { outcome: 'placed', placed: { id: message!.id, link: null, at: setup.clock.at } });
      assert.deepEqual(setup.x.posts('GemOostzaan'), []);
    });

    for (const [detail, reason] of [
      [DETAILS.noPrivate, 'dm-refused'],
      ['This operation is not permitted.', 'dm-refused'],
      ['Sender is not verified to send message requests', 'dm-refused'],
      ['Forbidden', 'forbidden'],
      ['Your account is suspended and is not permitted to access this feature.', 'suspended'],
      ['Something that nobody has seen yet.', 'other'],
    ] as const)
      it(`take "${detail}" for a refusal: ${reason}`, async () => {
        setup.x.privates.shut('jan_wormer', detail);
        const placing = await setup.network.place(reply);
        assert.ok(placing.outcome === 'refused', JSON.stringify(placing));
        assert.deepEqual([placing.reason, placing.detail, sent()], [reason, detail, []]);
      });

    it('whose answer is lost are looked up in the conversation with that person', async () => {
      setup.x.fault({ match: SEND, kind: 'cut-after' });
      const since = setup.clock.at;
      assert.equal((await setup.network.place(reply)).outcome, 'unknown');
      setup.clock.at += 2 * MINUTE;
      for (let n = 0; n < 25; n += 1) says(`en nog iets ${n}`, 0);
      const found = await setup.network.findPlaced(reply, since);
      assert.equal(found?.id, sent()[0]!.id);
      assert.equal(asked(CONVERSATION), 2, 'it goes on to the page where it is');
    });

    it('in an encrypted conversation are not shown to us, and X that fails is no proof of anything', async () => {
      setup.x.privates.encrypt('jan_wormer');
      const since = setup.clock.at;
      await setup.network.place(reply);
      assert.equal(await setup.network.findPlaced(reply, since), null);
      setup.x.fault({ match: CONVERSATION, kind: '503' });
      await assert.rejects(setup.network.findPlaced(reply, since), Fault);
    });

    it('wait when X takes no more of them', async () => {
      for (let n = 0; n < 15; n += 1)
        assert.equal((await setup.network.place({ ...reply, text: `Bericht ${n}` })).outcome, 'placed');
      assert.equal((await setup.network.place(reply)).outcome, 'later');
      assert.deepEqual([sent().length, setup.x.overLimit()], [15, {}]);
    });

    it('can be invited: the page on which one writes to this account', async () => {
      const me = await setup.network.invitation('gemoostzaan');
      assert.match(me ?? '', /^https:\/\/x\.com\/messages\/compose\?recipient_id=1000000001$/);
      assert.equal(await setup.network.invitation('nobody'), null);
    });
  });
});
