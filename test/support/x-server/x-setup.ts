import { createXNetwork, type XOptions } from '../../../services/adapters/x/x-network.ts';
import { type Instant, MINUTE } from '../../../services/domain/instant.ts';
import { type Log } from '../../../services/ports/log.ts';
import { type Network, type Source } from '../../../services/ports/network.ts';
import { startXServer, type XServer, type XServerOptions } from './x-server.ts';

export interface XSetup {
  readonly x: XServer;
  readonly network: Network;
  /** The mentions of the first account. */
  readonly source: Source;
  /** X's clock; ours too, unless `ours` is moved. */
  readonly clock: { at: Instant };
  /** How far our clock is ahead of X's, in milliseconds. */
  readonly ours: { ahead: number };
  /** Everything that was logged, as JSON with the messages of errors. */
  readonly lines: string[];
}

/** The X server and the adapter on it, on one clock that stands still unless moved (2026-11-24T09:00Z). */
export async function setUpX(
  server: Omit<XServerOptions, 'clock'> = {},
  adapter: Partial<XOptions> = {},
): Promise<XSetup> {
  const clock = { at: Date.UTC(2026, 10, 24, 9) };
  const ours = { ahead: 0 };
  const lines: string[] = [];
  const x = await startXServer({ ...server, clock: { now: () => clock.at } });
  const write = (message: string, fields: object = {}): void => {
    lines.push(JSON.stringify([message, ...Object.values(fields).map(String)]));
  };
  const log: Log = { info: write, warn: write, error: write };
  const ourClock = { now: () => clock.at + ours.ahead };
  const network = createXNetwork({
    ...x.keys,
    clock: ourClock,
    elapsed: () => clock.at,
    log,
    baseUrl: x.url,
    ...adapter,
  });
  return { x, network, source: network.sources()[0]!, clock, ours, lines };
}

/** Reads the first account's mentions once; fails unless X let it be read. */
export async function readBatch({ network, source }: XSetup, cursor = ''): Promise<Batch> {
  const read = await network.read(source, cursor);
  if (read.outcome !== 'read') throw new Error(`X asked to wait: ${read.detail}`);
  return read.batch;
}
type Batch = Extract<Awaited<ReturnType<Network['read']>>, { outcome: 'read' }>['batch'];

/** Moments before the setup's start. */
export function minutesAgo({ clock }: XSetup, minutes: number): Instant {
  return clock.at - minutes * MINUTE;
}
