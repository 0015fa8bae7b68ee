import { type Request, Router } from 'express';
import { z } from 'zod';
import { type Activity, channelOf, rootOf } from './activity.ts';
import { type Answer, refusal, send } from './answer.ts';
import { type Board } from './board.ts';
import { rosterRoutes } from './connector-roster.ts';
import { type People } from './people.ts';

/** Teams refuses what is larger than about this, counted in UTF-16: 100 KB (Learn on message size, 2025-03). */
const LARGEST_MESSAGE = 100 * 1024;

const anActivity = z.object({ type: z.string().min(1) }).passthrough();
const newConversation = z.object({
  channelData: z
    .object({ channel: z.object({ id: z.string() }).optional() })
    .passthrough()
    .optional(),
  members: z.array(z.object({ id: z.string() }).passthrough()).optional(),
  activity: anActivity.optional(),
});

/** What the connector works on. `serviceUrl` is the address of the room, `team` the team's name. */
export interface ConnectorParts {
  readonly board: Board;
  readonly people: People;
  readonly serviceUrl: string;
  readonly team: string;
}

/**
 * The Bot Framework connector as the bot sees it under `/v3`: conversations, messages, members and teams, with the
 * answers and refusals that Teams gives. A caller's token is not looked at.
 */
export function connector(parts: ConnectorParts): Router {
  const routes = Router();
  const { board } = parts;

  routes.post('/conversations', (request, response) => {
    send(response, create(parts, request.body));
  });

  const post = (request: Request<{ conversation: string }>): Answer => {
    const read = readActivity(request.body);
    if ('status' in read) return read;
    const { conversation } = request.params;
    if (board.find(conversation) === null) return noConversation(conversation);
    if (read.activity.type === 'typing') return { status: 201, body: { id: String(Date.now()) } };
    return { status: 201, body: { id: board.add(conversation, null, read.activity).id } };
  };
  routes.post('/conversations/:conversation/activities', (request, response) => {
    send(response, post(request));
  });
  routes.post('/conversations/:conversation/activities/:replyTo', (request, response) => {
    send(response, post(request));
  });

  routes.put('/conversations/:conversation/activities/:id', (request, response) => {
    const read = readActivity(request.body);
    const { conversation, id } = request.params;
    if ('status' in read) send(response, read);
    else send(response, board.edit(conversation, id, read.activity) ? { status: 200, body: { id } } : noActivity(id));
  });

  routes.delete('/conversations/:conversation/activities/:id', (request, response) => {
    const { conversation, id } = request.params;
    send(response, board.remove(conversation, id) ? { status: 200 } : noActivity(id));
  });

  routes.use(rosterRoutes(parts));
  return routes;
}

function create({ board, people, serviceUrl }: ConnectorParts, body: unknown): Answer {
  const parsed = newConversation.safeParse(body);
  if (!parsed.success) return refusal(400, 'BadSyntax', 'The body describes no conversation');
  const { channelData, members, activity } = parsed.data;
  if (channelData?.channel !== undefined) {
    const read = readActivity(activity);
    if ('status' in read) return read;
    const channel = channelOf(channelData.channel.id);
    if (board.find(channel)?.kind !== 'channel') return noConversation(channel);
    const message = board.add(channel, null, read.activity);
    return { status: 201, body: { id: message.thread, activityId: message.id, serviceUrl } };
  }
  const [member, ...others] = members ?? [];
  if (member === undefined || others.length > 0) {
    return refusal(400, 'BadSyntax', 'Name one channel with an activity, or one member');
  }
  const person = people.byId(member.id);
  if (person === null || !(person.hasApp || person.inTeam)) {
    return refusal(403, 'ForbiddenOperationException', 'The bot is not installed for this user');
  }
  const chat = board.openChat(person.email);
  if (activity === undefined) return { status: 201, body: { id: chat.id, serviceUrl } };
  const read = readActivity(activity);
  if ('status' in read) return read;
  return { status: 201, body: { id: chat.id, activityId: board.add(chat.id, null, read.activity).id, serviceUrl } };
}

function readActivity(body: unknown): { activity: Activity } | Answer {
  const parsed = anActivity.safeParse(body);
  if (!parsed.success) return refusal(400, 'BadSyntax', 'An activity with a type is missing');
  const bytes = Buffer.byteLength(JSON.stringify(parsed.data), 'utf16le');
  return bytes > LARGEST_MESSAGE
    ? refusal(413, 'MessageSizeTooBig', `The message is ${bytes} bytes, at most ${LARGEST_MESSAGE} are allowed`)
    : { activity: parsed.data };
}

function noActivity(id: string): Answer {
  return refusal(404, 'ActivityNotFoundInConversation', `There is no message ${id} in this conversation`);
}

function noConversation(conversation: string): Answer {
  const what = rootOf(conversation) === null ? 'conversation' : 'thread';
  return refusal(404, 'ConversationNotFound', `There is no ${what} ${conversation}`);
}
