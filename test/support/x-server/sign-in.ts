import { createHmac } from 'node:crypto';
import { type IncomingMessage } from 'node:http';

/** The keys of one account on the server. */
export interface XServerAccount {
  readonly handle: string;
  readonly accessToken: string;
  readonly accessSecret: string;
}

export interface XServerKeys {
  readonly appKey: string;
  readonly appSecret: string;
  readonly accounts: readonly XServerAccount[];
}

/** The account that signed the request with OAuth 1.0a; null when the key, the token or the signature is wrong. */
export function signedBy(request: IncomingMessage, keys: XServerKeys): XServerAccount | null {
  const oauth = authorization(request.headers.authorization ?? '');
  if (oauth === null || oauth.get('oauth_consumer_key') !== keys.appKey) return null;
  const account = keys.accounts.find(({ accessToken }) => accessToken === oauth.get('oauth_token'));
  if (account === undefined) return null;
  const expected = signature(request, oauth, keys.appSecret, account.accessSecret);
  return oauth.get('oauth_signature') === expected ? account : null;
}

function authorization(header: string): ReadonlyMap<string, string> | null {
  if (!header.startsWith('OAuth ')) return null;
  const pairs = [...header.slice(6).matchAll(/(\w+)="([^"]*)"/g)];
  return new Map(pairs.map(([, key, value]) => [key!, decodeURIComponent(value!)]));
}

function signature(
  request: IncomingMessage,
  oauth: ReadonlyMap<string, string>,
  appSecret: string,
  accessSecret: string,
): string {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`);
  const signed = [...oauth, ...url.searchParams]
    .filter(([key]) => key !== 'oauth_signature')
    .map(([key, value]) => `${encoded(key)}=${encoded(value)}`)
    .sort()
    .join('&');
  const base = [request.method ?? '', url.origin + url.pathname, signed].map(encoded).join('&');
  return createHmac('sha1', `${encoded(appSecret)}&${encoded(accessSecret)}`)
    .update(base)
    .digest('base64');
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!*'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
