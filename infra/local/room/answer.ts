import { type Response } from 'express';

/** What a connector route answers. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** A "no" in the connector's own form. */
export function refusal(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}

/** The reader's connection is cut instead of answered. */
export function cut(response: Response): void {
  response.socket?.destroy();
}

/** Sends the answer, or cuts the connection when it was decided that this answer gets lost. */
export function send(response: Response, answer: Answer): void {
  if (response.locals['lost'] === true) cut(response);
  else if (answer.body === undefined) response.status(answer.status).end();
  else response.status(answer.status).json(answer.body);
}
