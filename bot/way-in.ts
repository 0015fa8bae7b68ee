import { type RequestHandler, type Response } from 'express';
import { z } from 'zod/v4';
import { type Metrics } from '../services/ports/metrics.ts';

/** What is told of a request that was not taken, and nothing more: no package's words, no trace. */
const WORDS: Readonly<Record<number, string>> = {
  400: 'The request was not understood.',
  401: 'The request is not signed in.',
  405: 'Only POST is taken here.',
  413: 'The request is too large.',
  500: 'Something went wrong.',
  503: 'Too much at once: try again in a moment.',
};

export function wordsFor(status: number): { readonly error: string } {
  return { error: WORDS[status] ?? (status < 500 ? WORDS[400] : WORDS[500]) ?? '' };
}

const NAME = z.string().max(2_000);

/** What every activity of Teams has, in kind; what is in it is looked at where it is used. */
const ENVELOPE = z.looseObject({
  type: z.string().min(1).max(100),
  id: NAME.optional(),
  channelId: NAME.optional(),
  serviceUrl: NAME.optional(),
  replyToId: NAME.optional(),
  text: z.string().nullish(),
  from: z.looseObject({ id: NAME.optional() }).optional(),
  conversation: z.looseObject({ id: NAME, conversationType: NAME.optional() }),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: NAME.optional() }).nullish(),
      team: z.looseObject({ id: NAME.optional() }).nullish(),
      channel: z.looseObject({ id: NAME.optional() }).nullish(),
    })
    .nullish(),
});

/** Lets in what has the shape of an activity: botbuilder answers the rest as a fault of ours. */
export function anActivity(metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    if (ENVELOPE.safeParse(request.body).success) {
      next();
      return;
    }
    metrics.count('requests.turned.away', { status: 400 });
    response.status(400).json(wordsFor(400));
  };
}

/** The part of a response that botbuilder writes to. */
type AdapterResponse = Pick<Response, 'socket' | 'end'> & {
  header(name: string, value: unknown): unknown;
  status(code: number): unknown;
  send(body?: unknown): unknown;
};

/** The same response, in which botbuilder cannot tell an error's own words to whoever asks: it would send them as they are. */
export function saysNothingOfTheInside(response: Response, metrics: Metrics): AdapterResponse {
  let failed: number | null = null;
  return {
    socket: response.socket,
    header: (name, value) => response.header(name, String(value)),
    status(code) {
      failed = code >= 400 ? code : null;
      if (failed === 401) metrics.count('requests.turned.away', { status: 401 });
      return response.status(code);
    },
    send: (body) => (failed === null ? response.send(body) : response.json(wordsFor(failed))),
    end: (...all: []) => response.end(...all),
  };
}

/**
 * Lets in no more at once than can be answered before Teams gives up; the rest is told when to come back, and Teams does. It is
 * counted when the body is in: who sends slowly takes nobody's place.
 */
export function atMost(inFlight: number, metrics: Metrics): RequestHandler {
  let now = 0;
  return (_request, response, next) => {
    if (now >= inFlight) {
      metrics.count('requests.turned.away', { status: 503 });
      response.status(503).set('retry-after', '2').json(wordsFor(503));
      return;
    }
    now += 1;
    response.once('close', () => {
      now -= 1;
    });
    next();
  };
}
