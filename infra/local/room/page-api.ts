import { type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import { type Board } from './board.ts';
import { type BotLine } from './bot-line.ts';
import { type Deeds, type NotHere } from './deeds.ts';
import { ROOM_BOT } from './identity.ts';
import { type Live } from './live.ts';
import { type Misbehaviour, misbehaviourRules } from './misbehaviour.ts';
import { asMember, type People } from './people.ts';
import { type Traffic } from './traffic.ts';

const where = { as: z.string(), conversation: z.string(), redeliver: z.boolean().optional() };
const toSay = z.object({ ...where, text: z.string().trim().min(1), mention: z.boolean().optional() }).strict();
const toSubmit = z.object({ ...where, activityId: z.string(), data: z.unknown() }).strict();
const toAnswerFile = z.object({ ...where, activityId: z.string(), accept: z.boolean() }).strict();
const toInvoke = toSubmit.extend({ verb: z.string() }).strict();

/** What the page's API works on. */
export interface PageApiParts {
  readonly board: Board;
  readonly people: People;
  readonly bot: BotLine;
  readonly deeds: Deeds;
  readonly live: Live;
  readonly misbehaviour: Misbehaviour;
  readonly traffic: Traffic;
  readonly organisation: string;
  readonly language: 'nl' | 'en';
}

/**
 * What the page uses under `/api`, and the end-to-end tests too. `as` is a sign-in name, `conversation` a channel,
 * a thread (`<channel>;messageid=<root>`) or a 1:1 chat. `redeliver: true` hands the bot the same activity twice.
 * - `GET state` → `{ organisation, language, bot: { id, name, answers }, people, conversations, messages, counters }`
 * - `GET events` → server-sent `message`, `conversation` and `bot`, each with the new state of that one thing
 * - `POST say { as, conversation, text, mention? }` → `{ id, thread, delivered }`; `delivered` is null when the bot was
 *   not mentioned in a channel, else `{ status, body }`
 * - `POST invoke { as, conversation, activityId, verb, data }` → `{ status, body, edited, again? }`: the bot's HTTP status
 *   (null: no answer within 15 s) and body, and how often the message was edited by then
 * - `POST submit { as, conversation, activityId, data }` → the same
 * - `POST file { as, conversation, activityId, accept }` → the same: yes or no to a file that the bot offers
 * - `POST install` → 204, or 502 when the bot does not take it
 * - `POST misbehave { rules }` replaces the rules, `GET misbehave` → `{ rules }` that are left
 * - `GET traffic` → counts of connector calls by kind, `DELETE traffic` sets them to 0
 *
 * 400: not understood or nobody signs in so; 403: not that person's conversation; 404: no such conversation.
 */
export function pageApi(parts: PageApiParts): Router {
  const { board, people, bot, deeds, misbehaviour, traffic } = parts;
  const routes = Router();

  routes.get('/state', (_request, response) => {
    response.json({
      organisation: parts.organisation,
      language: parts.language,
      bot: { ...ROOM_BOT, answers: bot.answers },
      people: people.all.map((person) => ({ ...asMember(person), inTeam: person.inTeam, hasApp: person.hasApp })),
      conversations: board.conversations,
      messages: board.messages,
      counters: board.counters,
    });
  });
  routes.get('/events', parts.live.handler);

  routes.post(
    '/say',
    reading(toSay, async (said, response) => {
      answer(response, await deeds.say(said));
    }),
  );
  routes.post(
    '/invoke',
    reading(toInvoke, async (click, response) => {
      const delivered = await deeds.invoke({ ...click, data: click.data });
      answer(response, { ...delivered, edited: board.message(click.activityId)?.edited ?? null });
    }),
  );
  routes.post(
    '/submit',
    reading(toSubmit, async (click, response) => {
      const delivered = await deeds.submit({ ...click, data: click.data });
      answer(response, { ...delivered, edited: board.message(click.activityId)?.edited ?? null });
    }),
  );
  routes.post(
    '/file',
    reading(toAnswerFile, async (click, response) => {
      const delivered = await deeds.answerFile(click);
      answer(response, { ...delivered, edited: board.message(click.activityId)?.edited ?? null });
    }),
  );
  routes.post('/install', async (_request, response) => {
    try {
      await deeds.install();
      response.status(204).end();
    } catch (error) {
      response.status(502).json({ error: error instanceof Error ? error.message : String(error) });
    }
  });

  routes.get('/misbehave', (_request, response) => {
    response.json({ rules: misbehaviour.rules });
  });
  routes.post(
    '/misbehave',
    reading(misbehaviourRules, ({ rules }, response) => {
      misbehaviour.set(rules);
      response.json({ rules: misbehaviour.rules });
    }),
  );
  routes.get('/traffic', (_request, response) => {
    response.json(traffic.counts);
  });
  routes.delete('/traffic', (_request, response) => {
    traffic.reset();
    response.status(204).end();
  });
  return routes;
}

function reading<Schema extends z.ZodTypeAny>(
  schema: Schema,
  work: (body: z.output<Schema>, response: Response) => Promise<void> | void,
): RequestHandler {
  return async (request, response) => {
    const parsed = schema.safeParse(request.body);
    if (parsed.success) await work(parsed.data as z.output<Schema>, response);
    else response.status(400).json({ error: parsed.error.issues.map(inWords).join('; ') });
  };
}

function inWords(issue: z.ZodIssue): string {
  return `${issue.path.join('.') || 'body'}: ${issue.message}`;
}

function answer(response: Response, result: NotHere | object): void {
  if ('refused' in result) response.status(result.refused).json({ error: result.message });
  else response.json(result);
}
