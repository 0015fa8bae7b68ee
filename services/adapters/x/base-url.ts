import { type ITwitterApiClientPlugin } from 'twitter-api-v2';
import { Fault } from '../../ports/fault.ts';

/**
 * Leads the X library to a server on this machine. The library has no setting for it: this rewrites each request before
 * it is signed, so the signature is that of the local address. It must be the first plugin.
 * Any other address is refused, so that a wrong setting never sends citizens' words or our keys to a stranger.
 */
export function loopbackPlugin(baseUrl: string): ITwitterApiClientPlugin {
  const base = loopbackOrigin(baseUrl);
  function rewrite(params: { url: string }): void {
    params.url = params.url.replace(/^https:\/\/(?:api|upload)\.x\.com(?=\/)/, base);
    if (!params.url.startsWith(`${base}/`)) throw new Fault('settings', `not a local address: ${params.url}`);
  }
  return {
    onBeforeRequestConfig: ({ params }) => {
      rewrite(params);
    },
    onBeforeStreamRequestConfig: ({ params }) => {
      rewrite(params);
    },
  };
}

function loopbackOrigin(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  if (url?.protocol === 'http:' && url.username === '' && isLoopback(url.hostname)) return url.origin;
  throw new Fault(
    'settings',
    `X can only be replaced by a server on this machine: give http://127.0.0.1:<port> instead of ${url?.origin ?? 'what is no address'}, or leave it out`,
  );
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
