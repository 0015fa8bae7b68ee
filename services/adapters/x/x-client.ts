import http from 'node:http';
import https from 'node:https';
import { type ITwitterApiClientPlugin, TwitterApi, type TwitterResponse } from 'twitter-api-v2';
import { type Duration } from '../../domain/instant.ts';
import { type Answer, toFailure } from './answer.ts';
import { loopbackPlugin } from './base-url.ts';

/** The keys of one account of ours: OAuth 1.0a, which does not expire. */
export interface XKeys {
  readonly appKey: string;
  readonly appSecret: string;
  readonly accessToken: string;
  readonly accessSecret: string;
}

export type Query = Readonly<Record<string, string | number | undefined>>;

/**
 * Requests to X as one account. Never throws for what X or the line does, and never repeats a request.
 * `within` bounds the whole request in milliseconds, slow bodies included.
 */
export interface XClient {
  get(path: string, query: Query, within: Duration): Promise<Answer>;
  post(path: string, body: Readonly<Record<string, unknown>>, within: Duration): Promise<Answer>;
  delete(path: string, within: Duration): Promise<Answer>;
}

/** A client for one account; `baseUrl` leads it to a local server instead (loopback only, for tests). */
export function createXClient(keys: XKeys, baseUrl?: string): XClient {
  const plugins = baseUrl === undefined ? [deadlinePlugin] : [loopbackPlugin(baseUrl), deadlinePlugin];
  // A kept-alive connection may be closed by X at the moment we use it: each such post would be "may stand there or not".
  const httpAgent =
    baseUrl === undefined ? new https.Agent({ keepAlive: false }) : new http.Agent({ keepAlive: false });
  // Compressed answers are not asked for: the library leaves errors of the unpacking unhandled, which ends the process.
  const { v2 } = new TwitterApi({ ...keys }, { plugins, httpAgent, compression: 'identity' });
  return {
    get: (path, query, timeout) => answered(v2.get<unknown>(path, { ...query }, { timeout, fullResponse: true })),
    post: (path, body, timeout) => answered(v2.post<unknown>(path, { ...body }, { timeout, fullResponse: true })),
    delete: (path, timeout) => answered(v2.delete<unknown>(path, {}, { timeout, fullResponse: true })),
  };
}

async function answered(request: Promise<TwitterResponse<unknown>>): Promise<Answer> {
  try {
    const { headers, data } = await request;
    return { kind: 'ok', headers, body: data };
  } catch (error) {
    return toFailure(error);
  }
}

// The library's own timeout only watches for silence: an answer that drips in could last for ever.
const deadlinePlugin: ITwitterApiClientPlugin = {
  onBeforeRequest({ params, requestOptions }) {
    if (params.timeout !== undefined) requestOptions.signal = AbortSignal.timeout(Math.ceil(params.timeout));
  },
};
