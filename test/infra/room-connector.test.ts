import assert from 'node:assert/strict';
import { ROOM_TENANT } from '../../infra/local/room/identity.ts';
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
  WEBCARE,
} from './room-fixture.ts';

const hello = { type: 'message', text: 'hallo' };

describe('The connector of the Teams room', () => {
  let bot: FakeBot;
  let room: Room;
  let ids: Map<string, { id: string; aadObjectId: string }>;

  before(async () => {
    bot = await startFakeBot();
    room = await startTestRoom(bot);
    ids = new Map((await stateOf(room)).people.map((person) => [person.email, person]));
  });
  after(async () => {
    await room.close();
    await bot.close();
  });

  const refused = async (status: number, code: string, method: string, path: string, body?: unknown): Promise<void> => {
    const answer = await call(room, method, path, body);
    assert.deepEqual([answer.status, (answer.body as { error: { code: string } }).error.code], [status, code]);
  };

  describe('starts conversations', () => {
    it('opens a thread in a channel and names it by its root message', async () => {
      const body = { isGroup: true, channelData: { channel: { id: WEBCARE } }, activity: hello };
      const answer = await call(room, 'POST', '/v3/conversations', body);
      const { id, activityId, serviceUrl } = answer.body as Record<string, string>;
      assert.equal(answer.status, 201);
      assert.match(String(activityId), /^\d{13,}$/);
      assert.equal(id, `${WEBCARE};messageid=${activityId}`);
      assert.equal(serviceUrl, room.url);
      const message = (await stateOf(room)).messages.find((candidate) => candidate.id === activityId);
      assert.deepEqual([message?.activity.text, message?.from, message?.thread], ['hallo', null, id]);
    });

    it('refuses a thread without an activity, in an unknown channel, or with two members', async () => {
      const channelData = { channel: { id: WEBCARE } };
      await refused(400, 'BadSyntax', 'POST', '/v3/conversations', { channelData });
      const elsewhere = { channelData: { channel: { id: '19:x@thread.tacv2' } }, activity: hello };
      await refused(404, 'ConversationNotFound', 'POST', '/v3/conversations', elsewhere);
      await refused(400, 'BadSyntax', 'POST', '/v3/conversations', { members: [{ id: 'a' }, { id: 'b' }] });
      await refused(400, 'BadSyntax', 'POST', '/v3/conversations', {});
    });

    it('gives the same 1:1 chat each time, to who has the app and to who is in the team', async () => {
      for (const email of [ANNA, BRAM, ESRA]) {
        const body = { isGroup: false, members: [{ id: ids.get(email)?.id }], tenantId: ROOM_TENANT };
        const first = await call(room, 'POST', '/v3/conversations', body);
        const second = await call(room, 'POST', '/v3/conversations', body);
        assert.equal(first.status, 201);
        assert.deepEqual(second.body, first.body);
      }
    });

    it('refuses a 1:1 chat with who has no app and is not in the team, and with a stranger', async () => {
      for (const id of [ids.get(FRITS)?.id, '29:nobody']) {
        await refused(403, 'ForbiddenOperationException', 'POST', '/v3/conversations', { members: [{ id }] });
      }
    });
  });

  describe('takes messages', () => {
    it('puts a message with a thread id in that thread, whatever it replies to', async () => {
      const { thread } = await newThread(room, hello);
      for (const rest of ['/activities', '/activities/3f0c9c1e-0000-4000-8000-000000000000']) {
        const answer = await call(room, 'POST', at(thread, rest), hello);
        assert.equal(answer.status, 201);
        const { id } = answer.body as { id: string };
        assert.equal((await stateOf(room)).messages.find((message) => message.id === id)?.thread, thread);
      }
    });

    it('opens a new thread for a bare channel id', async () => {
      const answer = await call(room, 'POST', at(GENERAL, '/activities'), hello);
      const { id } = answer.body as { id: string };
      const message = (await stateOf(room)).messages.find((candidate) => candidate.id === id);
      assert.equal(message?.thread, `${GENERAL};messageid=${id}`);
    });

    it('leaves no message for typing', async () => {
      const { thread } = await newThread(room, hello);
      const before = (await stateOf(room)).messages.length;
      assert.equal((await call(room, 'POST', at(thread, '/activities'), { type: 'typing' })).status, 201);
      assert.equal((await stateOf(room)).messages.length, before);
    });

    it('refuses what has no type, is too large or has no such thread or chat', async () => {
      const { thread } = await newThread(room, hello);
      await refused(400, 'BadSyntax', 'POST', at(thread, '/activities'), { text: 'x' });
      const large = { ...hello, text: 'x'.repeat(60_000) };
      await refused(413, 'MessageSizeTooBig', 'POST', at(thread, '/activities'), large);
      await refused(404, 'ConversationNotFound', 'POST', at(`${WEBCARE};messageid=1`, '/activities'), hello);
      await refused(404, 'ConversationNotFound', 'POST', at('a:nobody', '/activities'), hello);
    });

    it('updates a message in place and counts it', async () => {
      const { thread, id } = await newThread(room, hello);
      const answer = await call(room, 'PUT', at(thread, `/activities/${id}`), { type: 'message', text: 'anders' });
      assert.equal(answer.status, 200);
      const message = (await stateOf(room)).messages.find((candidate) => candidate.id === id);
      assert.deepEqual([message?.activity.text, message?.edited], ['anders', 1]);
    });

    it('removes a message: its words are gone and it cannot be updated any more', async () => {
      const { thread, id } = await newThread(room, hello);
      assert.equal((await call(room, 'DELETE', at(thread, `/activities/${id}`))).status, 200);
      const message = (await stateOf(room)).messages.find((candidate) => candidate.id === id);
      assert.deepEqual([message?.removed, message?.activity.text], [true, undefined]);
      await refused(404, 'ActivityNotFoundInConversation', 'PUT', at(thread, `/activities/${id}`), hello);
    });

    it('does not find a message that never was, or that stands in another conversation', async () => {
      const { thread, id } = await newThread(room, hello);
      await refused(404, 'ActivityNotFoundInConversation', 'PUT', at(thread, '/activities/1'), hello);
      await refused(404, 'ActivityNotFoundInConversation', 'DELETE', at(thread, '/activities/1'));
      await refused(404, 'ActivityNotFoundInConversation', 'PUT', at(GENERAL, `/activities/${id}`), hello);
    });

    it('never gives two messages the same id', async () => {
      const { thread } = await newThread(room, hello);
      const answers = await Promise.all(
        Array.from({ length: 30 }, () => call(room, 'POST', at(thread, '/activities'), hello)),
      );
      assert.equal(new Set(answers.map((answer) => (answer.body as { id: string }).id)).size, 30);
    });
  });

  describe('knows who is there', () => {
    it("lists the team's members in a channel and in its threads", async () => {
      const { thread } = await newThread(room, hello);
      for (const conversation of [GENERAL, WEBCARE, thread]) {
        const { body } = await call(room, 'GET', at(conversation, '/members'));
        assert.deepEqual(
          (body as { email: string }[]).map((member) => member.email),
          [ANNA, BRAM],
        );
      }
    });

    it('pages the members', async () => {
      const first = await call(room, 'GET', at(WEBCARE, '/pagedmembers?pageSize=1'));
      const { members, continuationToken } = first.body as { members: { email: string }[]; continuationToken: string };
      assert.deepEqual([members.length, members[0]?.email], [1, ANNA]);
      const next = await call(
        room,
        'GET',
        at(WEBCARE, `/pagedmembers?pageSize=1&continuationToken=${continuationToken}`),
      );
      assert.deepEqual(Object.keys(next.body as object), ['members']);
    });

    it('finds one member by 29: id and by Entra object id, with all fields', async () => {
      const known = ids.get(BRAM);
      for (const id of [known?.id, known?.aadObjectId]) {
        const { status, body } = await call(room, 'GET', at(WEBCARE, `/members/${encodeURIComponent(String(id))}`));
        assert.equal(status, 200);
        assert.deepEqual(body, {
          id: known?.id,
          name: 'Bram Kok',
          aadObjectId: known?.aadObjectId,
          email: BRAM,
          userPrincipalName: BRAM,
          tenantId: ROOM_TENANT,
        });
      }
    });

    it('does not find who is not in the conversation, nor a conversation that is not there', async () => {
      const esra = encodeURIComponent(String(ids.get(ESRA)?.id));
      await refused(404, 'MemberNotFoundInConversation', 'GET', at(WEBCARE, `/members/${esra}`));
      await refused(404, 'ConversationNotFound', 'GET', at('a:nobody', '/members'));
    });

    it('describes the team and its channels, General without a name', async () => {
      const team = await call(room, 'GET', `/v3/teams/${encodeURIComponent(GENERAL)}`);
      const { id, name, aadGroupId } = team.body as Record<string, string>;
      assert.deepEqual([id, name], [GENERAL, 'OVER-gemeenten']);
      assert.match(String(aadGroupId), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
      const channels = await call(room, 'GET', `/v3/teams/${encodeURIComponent(GENERAL)}/conversations`);
      assert.deepEqual(channels.body, { conversations: [{ id: GENERAL }, { id: WEBCARE, name: 'Webcare' }] });
      await refused(404, 'TeamNotFound', 'GET', '/v3/teams/other');
    });
  });
});
