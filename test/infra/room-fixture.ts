import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { type Activity } from '../../infra/local/room/activity.ts';
import { type RoomMessage } from '../../infra/local/room/message.ts';
import { startRoom, type Room, type RoomOptions } from '../../infra/local/room/room.ts';

export const ANNA = 'anna.de.boer@over-gemeenten.example';
export const BRAM = 'bram.kok@over-gemeenten.example';
export const ESRA = 'esra.yilmaz@over-gemeenten.example';
export const FRITS = 'frits.bakker@over-gemeenten.example';

export const GENERAL = '19:team@thread.tacv2';
export const WEBCARE = '19:webcare@thread.tacv2';

const PEOPLE = [
  { name: 'Anna de Boer', email: ANNA, inTeam: true, hasApp: true },
  { name: 'Bram Kok', email: BRAM, inTeam: true, hasApp: false },
  { name: 'Esra Yilmaz', email: ESRA, inTeam: false, hasApp: true },
  { name: 'Frits Bakker', email: FRITS, inTeam: false, hasApp: false },
];

/** Something that answers as a bot does: keeps what it got, and answers an invoke as it was told to. */
export interface FakeBot {
  readonly url: string;
  readonly heard: Activity[];
  answer: (activity: Activity) => unknown;
  /** Of every answer. */
  status: number;
  close(): Promise<void>;
}

export async function startFakeBot(port = 0): Promise<FakeBot> {
  const server = createServer((request, response) => {
    void (async () => {
      if (request.method !== 'POST') {
        response.end();
        return;
      }
      const activity = (await json(request)) as Activity;
      bot.heard.push(activity);
      const body = activity.type === 'invoke' ? await bot.answer(activity) : undefined;
      response.writeHead(bot.status, { 'content-type': 'application/json' });
      response.end(body === undefined ? '' : JSON.stringify(body));
    })();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bot: FakeBot = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`,
    heard: [],
    answer: () => textAnswer('Gedaan.'),
    status: 200,
    close: () => closed(server),
  };
  return bot;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

/** A room for the tests with four people: two in the team, two in the organisation. */
export function startTestRoom(bot: { url: string }, options: Partial<RoomOptions> = {}): Promise<Room> {
  return startRoom({
    port: 0,
    folder: null,
    botUrl: bot.url,
    people: PEOPLE,
    organisation: 'OVER-gemeenten',
    ...options,
  });
}

export function textAnswer(value: string): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
}

export function errorAnswer(message: string): object {
  return { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'refused', message } };
}

export function cardAnswer(value: object): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
}

export function withCard(content: object, more: object = {}): Activity {
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
    ...more,
  };
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** One request to the room; JSON in, JSON out. */
export async function call(room: Room, method: string, path: string, body?: unknown): Promise<Reply> {
  const response = await fetch(room.url + path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}

/** A new thread in a channel, made by the bot; gives its conversation id and the id of its root card. */
export async function newThread(
  room: Room,
  activity: Activity,
  channel = WEBCARE,
): Promise<{ thread: string; id: string }> {
  const made = await call(room, 'POST', '/v3/conversations', {
    isGroup: true,
    channelData: { channel: { id: channel } },
    activity,
  });
  const { id, activityId } = made.body as { id: string; activityId: string };
  return { thread: id, id: activityId };
}

export const at = (conversation: string, rest = ''): string =>
  `/v3/conversations/${encodeURIComponent(conversation)}${rest}`;

export interface RoomState {
  readonly bot: { readonly answers: boolean };
  readonly people: readonly { id: string; aadObjectId: string; email: string }[];
  readonly conversations: readonly { id: string; kind: string; person?: string }[];
  readonly messages: readonly RoomMessage[];
  readonly counters: object;
}

export async function stateOf(room: Room): Promise<RoomState> {
  return (await call(room, 'GET', '/api/state')).body as RoomState;
}
