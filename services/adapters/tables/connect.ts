import { TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import { type Duration, MINUTE, SECOND } from '../../domain/instant.ts';
import { Fault } from '../../ports/fault.ts';

/** Where the tables are: a key or SAS in a connection string, or an endpoint for the managed identity. */
export type TablesPlace = { readonly connectionString: string } | { readonly endpoint: string };

export type RequestPolicy = NonNullable<TableServiceClientOptions['additionalPolicies']>[number]['policy'];

/** How long a client keeps trying. */
export interface Patience {
  readonly retryOptions: NonNullable<TableServiceClientOptions['retryOptions']>;
  /** For one request. */
  readonly limit: Duration;
}

/**
 * Three more tries after 0.2, 0.4 and 0.8 s, and 10 s per request: Teams gives up on a click after 5 to 15 s, so waiting
 * longer (the client's own 1, 2 and 4 s, and no limit to a request) helps nobody.
 */
const FOR_PEOPLE: Patience = {
  retryOptions: { maxRetries: 3, retryDelayInMs: 200, maxRetryDelayInMs: 2 * SECOND },
  limit: 10 * SECOND,
};

/** For work in bulk that nobody waits for, and that a busy service may hold up. */
export const FOR_BULK: Patience = {
  retryOptions: { maxRetries: 8, retryDelayInMs: 500, maxRetryDelayInMs: 30 * SECOND },
  limit: MINUTE,
};

/**
 * Gives a function that makes a client for a table. Nothing is sent yet.
 * @throws Fault('settings') for what cannot be an address, and for http to anything but this machine.
 */
export async function connect(
  place: TablesPlace,
  eachRequest: RequestPolicy,
  { retryOptions, limit }: Patience = FOR_PEOPLE,
): Promise<(table: string) => TableClient> {
  const limited: RequestPolicy = {
    name: 'requestLimit',
    sendRequest(request, next) {
      if (request.timeout === 0) request.timeout = limit;
      return next(request);
    },
  };
  const make = 'endpoint' in place ? await byIdentity(place.endpoint) : byConnectionString(place.connectionString);
  const options = {
    retryOptions,
    allowInsecureConnection: isLocal(make('probe', {}).url),
    additionalPolicies: [
      { policy: limited, position: 'perCall' },
      { policy: eachRequest, position: 'perRetry' },
    ],
  } satisfies TableServiceClientOptions;
  return (table) => make(table, options);
}

type Make = (table: string, options: TableServiceClientOptions) => TableClient;

function byConnectionString(connectionString: string): Make {
  return (table, options) => {
    try {
      // The client changes its options; they are ours for every table.
      return TableClient.fromConnectionString(connectionString, table, { ...options });
    } catch {
      // The client's own error may hold parts of the key.
      throw new Fault(
        'settings',
        'TABLES_CONNECTION_STRING is not one: copy it from the storage account, Access keys.',
      );
    }
  };
}

async function byIdentity(endpoint: string): Promise<Make> {
  if (!URL.canParse(endpoint)) {
    throw new Fault('settings', 'TABLES_ENDPOINT must be an address such as https://<account>.table.core.windows.net');
  }
  refuseDistantHttp(endpoint);
  // Loaded here because it takes a third of a second that a local start does without.
  const { DefaultAzureCredential } = await import('@azure/identity');
  const credential = new DefaultAzureCredential();
  return (table, options) => new TableClient(endpoint, table, credential, options);
}

/** Whether it is reached over http, which only this machine may be. */
function isLocal(url: string): boolean {
  refuseDistantHttp(url);
  return new URL(url).protocol === 'http:';
}

function refuseDistantHttp(url: string): void {
  const { protocol, hostname } = new URL(url);
  if (protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) return;
  throw new Fault('settings', `The storage at ${hostname} must be reached over https: only this machine may use http.`);
}
