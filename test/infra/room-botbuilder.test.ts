import assert from 'node:assert/strict';
import { type AddressInfo } from 'node:net';
import { type Server } from 'node:http';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  MessageFactory,
  TeamsInfo,
  type Activity,
  type ConversationParameters,
  type ConversationReference,
  TurnContext,
} from 'botbuilder';
import express from 'express';
import { ROOM_TENANT } from '../../infra/local/room/identity.ts';
import { type Room } from '../../infra/local/room/room.ts';
import { ANNA, BRAM, call, ESRA, FRITS, GENERAL, startTestRoom, stateOf, WEBCARE } from './room-fixture.ts';

type Turn = (context: TurnContext) => Promise<void>;

describe('The Teams room with the real botbuilder', () => {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '' }));
  let server: Server;
  let room: Room;
  let turn: Turn;
  let failure: unknown;

  beforeEach(async () => {
    failure = null;
    const app = express();
    app.use(express.json());
    app.post('/api/messages', (request, response) =>
      adapter.process(request, response, async (context) => {
        try {
          await turn(context);
        } catch (error) {
          failure = error;
        }
      }),
    );
    server = await new Promise<Server>((resolve) => {
      const listening = app.listen(0, '127.0.0.1', () => {
        resolve(listening);
      });
    });
    room = await startTestRoom({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages` });
  });
  afterEach(async () => {
    await room.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** Runs a turn on a message of Anna in the Webcare channel. */
  async function inTurn(work: Turn): Promise<void> {
    turn = work;
    await call(room, 'POST', '/api/say', { as: ANNA, conversation: WEBCARE, text: '@Gehoor help' });
    if (failure !== null) throw failure as Error;
  }

  it('answers in the thread, updates that answer and removes it', async () => {
    await inTurn(async (context) => {
      const sent = await context.sendActivity('een');
      const changed = MessageFactory.text('twee');
      changed.id = sent?.id ?? '';
      await context.updateActivity(changed);
      await context.sendActivity('drie');
      const last = await context.sendActivity('vier');
      await context.deleteActivity(last?.id ?? '');
    });
    const [asked, ...answers] = (await stateOf(room)).messages;
    assert.deepEqual(
      answers.map((message) => [
        message.activity.text,
        message.edited,
        message.removed,
        message.thread === asked?.thread,
      ]),
      [
        ['twee', 1, false, true],
        ['drie', 0, false, true],
        [undefined, 0, true, true],
      ],
    );
  });

  it('looks up members, the team and its channels', async () => {
    await inTurn(async (context) => {
      const member = await TeamsInfo.getMember(context, context.activity.from.id);
      assert.deepEqual([member.email, member.tenantId], [ANNA, ROOM_TENANT]);
      const page = await TeamsInfo.getPagedMembers(context);
      assert.deepEqual(
        page.members.map(({ email }) => email),
        [ANNA, BRAM],
      );
      assert.equal((await TeamsInfo.getTeamDetails(context)).name, 'OVER-gemeenten');
      const channels = await TeamsInfo.getTeamChannels(context);
      assert.deepEqual(
        channels.map(({ id, name }) => [id, name]),
        [
          [GENERAL, undefined],
          [WEBCARE, 'Webcare'],
        ],
      );
    });
  });

  it('opens a thread and a 1:1 chat, and goes on in them', async () => {
    const reference = await started({
      isGroup: true,
      channelData: { channel: { id: WEBCARE } },
      activity: MessageFactory.text('nieuw') as Activity,
    });
    assert.match(reference.conversation.id, /^19:webcare@thread\.tacv2;messageid=\d+$/);
    await adapter.continueConversationAsync('', reference, async (context) => {
      await context.sendActivity('verder');
    });
    const chat = await started({ isGroup: false, members: [await accountOf(ESRA)], tenantId: ROOM_TENANT });
    await adapter.continueConversationAsync('', chat, async (context) => {
      await context.sendActivity('vraag');
    });
    const { messages } = await stateOf(room);
    assert.deepEqual(
      messages.map((message) => [message.activity.text, message.thread]),
      [
        ['nieuw', reference.conversation.id],
        ['verder', reference.conversation.id],
        ['vraag', chat.conversation.id],
      ],
    );
  });

  it('hears 403 for who cannot be reached', async () => {
    const members = [await accountOf(FRITS)];
    await assert.rejects(started({ isGroup: false, members, tenantId: ROOM_TENANT }), (error) => {
      assert.ok(error instanceof Error && 'statusCode' in error && 'code' in error);
      assert.deepEqual([error.statusCode, error.code], [403, 'ForbiddenOperationException']);
      return true;
    });
  });

  async function accountOf(email: string): Promise<{ id: string; name: string }> {
    const person = (await stateOf(room)).people.find((candidate) => candidate.email === email);
    return { id: String(person?.id), name: email };
  }

  async function started(parameters: Partial<ConversationParameters>): Promise<ConversationReference> {
    let reference: Partial<ConversationReference> = {};
    const all = { bot: { id: '28:gehoor', name: 'Gehoor' }, ...parameters } as ConversationParameters;
    const { url } = room;
    await adapter.createConversationAsync('', 'msteams', url, 'https://api.botframework.com', all, (context) => {
      reference = TurnContext.getConversationReference(context.activity);
      return Promise.resolve();
    });
    return reference as ConversationReference;
  }
});
