import assert from 'node:assert/strict';
import { ROOM_TENANT } from '../../infra/local/room/identity.ts';
import { type Activity } from '../../infra/local/room/activity.ts';
import { type Room } from '../../infra/local/room/room.ts';
import {
  ANNA,
  at,
  BRAM,
  call,
  ESRA,
  type FakeBot,
  FRITS,
  GENERAL,
  newThread,
  startFakeBot,
  startTestRoom,
  stateOf,
  textAnswer,
  WEBCARE,
} from './room-fixture.ts';

const hello = { type: 'message', text: 'hallo' };

describe('What the bot hears of the Teams room', () => {
  let bot: FakeBot;
  let room: Room;

  beforeEach(async () => {
    bot = await startFakeBot();
    room = await startTestRoom(bot);
  });
  afterEach(async () => {
    await room.close();
    await bot.close();
  });

  const say = (body: object): ReturnType<typeof call> => call(room, 'POST', '/api/say', body);

  describe('installs', () => {
    it('tells of the team with the chosen channel, and of each personal app', async () => {
      await room.install();
      assert.deepEqual(
        bot.heard.map((activity) => [
          activity.type,
          (activity['conversation'] as { conversationType: string }).conversationType,
        ]),
        [
          ['installationUpdate', 'channel'],
          ['conversationUpdate', 'channel'],
          ['installationUpdate', 'personal'],
          ['conversationUpdate', 'personal'],
          ['installationUpdate', 'personal'],
          ['conversationUpdate', 'personal'],
        ],
      );
      const [installed, joined] = bot.heard as [Activity, Activity];
      assert.equal(installed['action'], 'add');
      assert.deepEqual(joined['membersAdded'], [{ id: '28:gehoor' }]);
      const channelData = joined['channelData'] as Record<string, unknown>;
      assert.equal(channelData['eventType'], 'teamMemberAdded');
      assert.deepEqual(channelData['settings'], { selectedChannel: { id: WEBCARE, name: 'Webcare' } });
      assert.deepEqual(channelData['tenant'], { id: ROOM_TENANT });
      assert.equal((joined['conversation'] as { id: string }).id, GENERAL);
      assert.equal(joined['serviceUrl'], room.url);
    });

    it('may be repeated, and says so when the bot does not take it', async () => {
      assert.equal((await call(room, 'POST', '/api/install')).status, 204);
      assert.equal((await call(room, 'POST', '/api/install')).status, 204);
      assert.equal(bot.heard.length, 12);
      bot.status = 500;
      await assert.rejects(room.install(), /answered 500/);
      assert.equal((await call(room, 'POST', '/api/install')).status, 502);
      await bot.close();
      await assert.rejects(room.install(), /does not answer/);
    });
  });

  describe('messages', () => {
    it('hears in a channel only what mentions it; the rest is kept all the same', async () => {
      const { thread } = await newThread(room, hello);
      const quiet = await say({ as: BRAM, conversation: thread, text: 'weet iemand dit?' });
      assert.deepEqual([quiet.status, (quiet.body as { delivered: unknown }).delivered], [200, null]);
      assert.equal(bot.heard.length, 0);
      const loud = await say({ as: BRAM, conversation: thread, text: '@gehoor oppakken' });
      assert.deepEqual((loud.body as { delivered: unknown }).delivered, { status: 200, body: null });
      assert.equal(bot.heard.length, 1);
      const said = (await stateOf(room)).messages.filter((message) => message.from === BRAM);
      assert.deepEqual(
        said.map((message) => [message.activity.text, message.thread]),
        [
          ['weet iemand dit?', thread],
          ['<at>Gehoor</at> oppakken', thread],
        ],
      );
    });

    it('gets a message in the shape of Teams', async () => {
      const { thread } = await newThread(room, hello);
      await say({ as: BRAM, conversation: thread, text: 'oppakken', mention: true });
      const [heard] = bot.heard as [Activity];
      const bram = (await stateOf(room)).people.find((person) => person.email === BRAM);
      assert.deepEqual(
        [heard.type, heard.text, heard['channelId']],
        ['message', '<at>Gehoor</at> oppakken', 'msteams'],
      );
      assert.deepEqual(heard['from'], { id: bram?.id, name: 'Bram Kok', aadObjectId: bram?.aadObjectId });
      assert.deepEqual(heard['recipient'], { id: '28:gehoor', name: 'Gehoor' });
      assert.deepEqual(heard['conversation'], {
        id: thread,
        conversationType: 'channel',
        isGroup: true,
        tenantId: ROOM_TENANT,
      });
      assert.deepEqual(heard['channelData'], {
        teamsChannelId: WEBCARE,
        teamsTeamId: GENERAL,
        channel: { id: WEBCARE },
        team: { id: GENERAL },
        tenant: { id: ROOM_TENANT },
      });
      assert.deepEqual((heard['entities'] as unknown[])[0], {
        type: 'mention',
        text: '<at>Gehoor</at>',
        mentioned: { id: '28:gehoor', name: 'Gehoor' },
      });
      assert.deepEqual([heard['serviceUrl'], heard['locale']], [room.url, 'nl-NL']);
    });

    it('opens a thread for a message in the channel itself', async () => {
      const { body } = await say({ as: ANNA, conversation: WEBCARE, text: '@Gehoor /stats' });
      const { id, thread } = body as { id: string; thread: string };
      assert.equal(thread, `${WEBCARE};messageid=${id}`);
      assert.equal((bot.heard[0]?.['conversation'] as { id: string }).id, thread);
    });

    it('mentions colleagues by their full name, and leaves half a name alone', async () => {
      await say({ as: ANNA, conversation: WEBCARE, text: 'vraag het @Bram Kok of @Bramble' });
      const said = (await stateOf(room)).messages.at(-1);
      assert.equal(said?.activity.text, 'vraag het <at>Bram Kok</at> of @Bramble');
    });

    it('hears everything in a 1:1 chat', async () => {
      const { conversations } = await stateOf(room);
      const chat = conversations.find((conversation) => conversation.person === ESRA);
      await say({ as: ESRA, conversation: String(chat?.id), text: 'op donderdag' });
      assert.equal(bot.heard[0]?.text, 'op donderdag');
      assert.deepEqual(bot.heard[0]['conversation'], {
        id: chat?.id,
        conversationType: 'personal',
        tenantId: ROOM_TENANT,
      });
    });

    it('is for those who see the conversation', async () => {
      const { conversations } = await stateOf(room);
      const chat = String(conversations.find((conversation) => conversation.person === ESRA)?.id);
      assert.equal((await say({ as: ESRA, conversation: WEBCARE, text: 'x' })).status, 403);
      assert.equal((await say({ as: ANNA, conversation: chat, text: 'x' })).status, 403);
      assert.equal((await say({ as: FRITS, conversation: WEBCARE, text: 'x' })).status, 403);
      assert.equal((await say({ as: 'x@example.org', conversation: WEBCARE, text: 'x' })).status, 400);
      assert.equal((await say({ as: ANNA, conversation: '19:x@thread.tacv2', text: 'x' })).status, 404);
      assert.equal((await say({ as: ANNA, conversation: WEBCARE })).status, 400);
      assert.equal(bot.heard.length, 0);
    });
  });

  describe('clicks', () => {
    const click = (body: object): ReturnType<typeof call> => call(room, 'POST', '/api/invoke', body);

    it('gets an invoke in the thread of the card, and its answer comes back', async () => {
      const { thread, id } = await newThread(room, hello);
      bot.answer = () => textAnswer('Opgepakt.');
      const body = {
        as: BRAM,
        conversation: WEBCARE,
        activityId: id,
        verb: 'claim',
        data: { dialogue: 'd1', text: 'x' },
      };
      assert.deepEqual((await click(body)).body, { status: 200, body: textAnswer('Opgepakt.'), edited: 0 });
      const [heard] = bot.heard as [Activity];
      assert.deepEqual([heard.type, heard['name'], heard['replyToId']], ['invoke', 'adaptiveCard/action', id]);
      assert.equal((heard['conversation'] as { id: string }).id, thread);
      assert.deepEqual(heard['value'], {
        action: { type: 'Action.Execute', verb: 'claim', data: { dialogue: 'd1', text: 'x' } },
        trigger: 'manual',
      });
    });

    it('says how often the card was updated by then, and gives the bot its own status', async () => {
      const { thread, id } = await newThread(room, hello);
      bot.answer = async () => {
        await call(room, 'PUT', at(thread, `/activities/${id}`), hello);
        return textAnswer('x');
      };
      bot.status = 501;
      const { body } = await click({ as: BRAM, conversation: thread, activityId: id, verb: 'v', data: {} });
      assert.deepEqual([(body as { status: number }).status, (body as { edited: number }).edited], [501, 1]);
    });

    it('has no status when the bot is away', async () => {
      const { thread, id } = await newThread(room, hello);
      await bot.close();
      const { status, body } = await click({ as: BRAM, conversation: thread, activityId: id, verb: 'v', data: {} });
      assert.deepEqual([status, (body as { status: null }).status], [200, null]);
      assert.equal((await stateOf(room)).bot.answers, false);
    });

    it('hears a submit as a message with a value that answers the card', async () => {
      const { thread, id } = await newThread(room, hello);
      await call(room, 'POST', '/api/submit', { as: BRAM, conversation: thread, activityId: id, data: { verb: 'v' } });
      const [heard] = bot.heard as [Activity];
      assert.deepEqual(
        [heard.type, heard['value'], heard['replyToId'], heard.text],
        ['message', { verb: 'v' }, id, undefined],
      );
    });

    it('gets the very same activity twice when it is delivered again', async () => {
      const { thread, id } = await newThread(room, hello);
      const again = await click({
        as: BRAM,
        conversation: thread,
        activityId: id,
        verb: 'v',
        data: {},
        redeliver: true,
      });
      await say({ as: BRAM, conversation: thread, text: '@Gehoor x', redeliver: true });
      assert.deepEqual((again.body as { again: object }).again, { status: 200, body: textAnswer('Gedaan.') });
      const [first, second, third, fourth] = bot.heard;
      assert.deepEqual(second, first);
      assert.deepEqual(fourth, third);
    });

    it('can be on a card that is gone, in the conversation that was named', async () => {
      const { thread, id } = await newThread(room, hello);
      await call(room, 'DELETE', at(thread, `/activities/${id}`));
      await click({ as: BRAM, conversation: thread, activityId: id, verb: 'v', data: {} });
      await click({ as: BRAM, conversation: WEBCARE, activityId: '1', verb: 'v', data: {} });
      const places = bot.heard.map((activity) => (activity['conversation'] as { id: string }).id);
      assert.deepEqual(places, [thread, WEBCARE]);
    });
  });
});
