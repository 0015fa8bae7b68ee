import { DefaultAzureCredential, ManagedIdentityCredential, type TokenCredential } from '@azure/identity';
import { SECOND } from '../../services/domain/instant.ts';

const LIMIT = 10 * SECOND;

/** What a doctor asks of the world beside tables and X; a test hands in its own. */
export interface Outside {
  /** Rejects when nothing answers within 10 s. */
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** A token of who this process is in Azure; with a client id of that managed identity. Rejects when there is none. */
  token(scope: string, managedIdentity: string | null): Promise<string>;
}

export const outside: Outside = {
  fetch: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(LIMIT) }),
  async token(scope, managedIdentity) {
    const credential: TokenCredential =
      managedIdentity === null
        ? new DefaultAzureCredential()
        : new ManagedIdentityCredential({ clientId: managedIdentity });
    const token = await credential.getToken(scope, { abortSignal: AbortSignal.timeout(LIMIT) });
    if (token === null) throw new Error('no token was given');
    return token.token;
  },
};
