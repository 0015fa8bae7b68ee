import { type RequestHandler, type Response } from 'express';
import { type Change } from './board.ts';

/** Some proxies and browsers close a stream on which nothing is said. */
const HEARTBEAT_MS = 15_000;

/** Tells everybody who has the page open what changed (server-sent events). */
export class Live {
  readonly #open = new Set<Response>();
  readonly #heartbeat = setInterval(() => {
    for (const response of this.#open) response.write(': still here\n\n');
  }, HEARTBEAT_MS).unref();

  readonly handler: RequestHandler = (request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 1000\n\n');
    this.#open.add(response);
    request.on('close', () => this.#open.delete(response));
  };

  tell(change: Change | { readonly kind: 'bot'; readonly answers: boolean }): void {
    const text = `event: ${change.kind}\ndata: ${JSON.stringify(change)}\n\n`;
    for (const response of this.#open) response.write(text);
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const response of this.#open) response.end();
  }
}
