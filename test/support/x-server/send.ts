import { type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Instant } from '../../../services/domain/instant.ts';
import { type XFault } from './faults.ts';
import { type ServerAnswer } from './problems.ts';

/** Sends an answer the way X does, or the way a fault wants it. `now` is the server's clock: its `Date` header. */
export async function send(
  response: ServerResponse,
  answer: ServerAnswer,
  limits: OutgoingHttpHeaders,
  now: Instant,
  fault: XFault | null,
  stopped: AbortSignal,
): Promise<void> {
  const html = typeof answer.body === 'string' || fault?.kind === 'html';
  const text = fault?.kind === 'html' ? '<html>Over capacity</html>' : asText(answer.body);
  if (fault?.kind === 'slow') await pause(fault.delayMs ?? 5_000, null, { signal: stopped }).catch(() => null);
  response.writeHead(answer.status, {
    'content-type': html ? 'text/html' : `application/${answer.status < 400 ? 'json' : 'problem+json'}; charset=utf-8`,
    date: new Date(now).toUTCString(),
    ...limits,
    ...answer.headers,
  });
  const half = text.slice(0, Math.floor(text.length / 2));
  if (fault?.kind === 'cut-mid') response.write(half, () => response.destroy());
  else if (fault?.kind === 'drip') await drip(response, stopped);
  else response.end(fault?.kind === 'truncated' ? half : text);
}

async function drip(response: ServerResponse, stopped: AbortSignal): Promise<void> {
  while (!response.destroyed && !stopped.aborted) {
    response.write(' ');
    await pause(50, null, { signal: stopped }).catch(() => null);
  }
}

function asText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}
