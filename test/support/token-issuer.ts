import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { type AddressInfo } from 'node:net';
import { AuthenticationConstants } from 'botframework-connector';

export const ISSUER = AuthenticationConstants.ToBotFromChannelTokenIssuer;

export type Claims = Readonly<Record<string, unknown>>;

/** An OpenID issuer on loopback that the package takes for the Bot Framework's. */
export interface TokenIssuer {
  /** Signed with RS256 by the key that it shows, unless it is another. */
  token(claims: Claims, key?: KeyObject, header?: Claims): string;
  /** The package looks at the real one again. */
  close(): void;
}

/** Inside of the package: it keeps what it knows of each issuer by the address of its metadata. */
interface Inside {
  readonly JwtTokenExtractor: { readonly openIdMetadataCache: Map<string, object> };
  readonly OpenIdMetadata: new (url: string) => object;
}

/** No setting of the bot leads here: what is changed is what the package remembers, in this process. */
export async function startTokenIssuer(): Promise<TokenIssuer> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'one', endorsements: ['msteams', 'webchat'] };
  const server = createServer((request, response) => {
    const metadata = { issuer: ISSUER, jwks_uri: `${address()}/keys` };
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [jwk] } : metadata));
  }).listen(0, '127.0.0.1');
  const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await once(server, 'listening');
  const load = createRequire(import.meta.url);
  const folder = 'botframework-connector/lib/auth';
  const { JwtTokenExtractor } = load(`${folder}/jwtTokenExtractor.js`) as Inside;
  const { OpenIdMetadata } = load(`${folder}/openIdMetadata.js`) as Inside;
  const known = JwtTokenExtractor.openIdMetadataCache;
  const metadata = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;
  const before = known.get(metadata);
  known.set(metadata, new OpenIdMetadata(`${address()}/`));
  return {
    token(claims, key = privateKey, header = {}) {
      const body = [{ alg: 'RS256', typ: 'JWT', kid: 'one', ...header }, claims]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
      return `${body}.${createSign('RSA-SHA256').update(body).sign(key).toString('base64url')}`;
    },
    close() {
      if (before === undefined) known.delete(metadata);
      else known.set(metadata, before);
      server.closeAllConnections();
      server.close();
    },
  };
}
