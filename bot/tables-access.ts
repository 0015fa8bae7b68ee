import { type Secret } from './secret.ts';
import { isLoopback, type Variables } from './variables.ts';

/** Where the tables are: by a connection string, or at an address with the managed identity. */
export type TablesAccess = { readonly connectionString: Secret } | { readonly endpoint: string };

/** What a client of the tables is given: the connection string in the clear, never for a log. */
export function tablesPlace(tables: TablesAccess): { connectionString: string } | { endpoint: string } {
  return 'endpoint' in tables ? tables : { connectionString: tables.connectionString.reveal() };
}

/** The access to the tables; null when it is missing or wrong, which is told. */
export function readTables(variables: Variables): TablesAccess | null {
  const connectionString = variables.secret('TABLES_CONNECTION_STRING');
  const isSet = variables.text('TABLES_ENDPOINT') !== null;
  const endpoint = variables.address(
    'TABLES_ENDPOINT',
    'address of a table service: set it to one such as https://<account>.table.core.windows.net',
    (url) => url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)),
  );
  if (connectionString !== null && isSet) {
    variables.problems.push('TABLES_CONNECTION_STRING and TABLES_ENDPOINT are both set: take one of the two out.');
    return null;
  }
  if (connectionString === null && !isSet) {
    variables.problems.push(
      'There is no storage: set TABLES_ENDPOINT (with a managed identity) or TABLES_CONNECTION_STRING; npm run practice brings its own.',
    );
  }
  if (connectionString !== null) {
    if (!/(?:^|;)(?:AccountName|TableEndpoint|UseDevelopmentStorage)=/i.test(connectionString.reveal())) {
      variables.problems.push(
        'TABLES_CONNECTION_STRING is no connection string: copy the whole of it from the access keys of the storage account.',
      );
    }
    return { connectionString };
  }
  return endpoint === null ? null : { endpoint };
}

/** Table names allow letters and digits only, 3 to 63 of them; the rest of a name comes behind the prefix. */
export function readPrefix(variables: Variables): string {
  const prefix = variables.text('TABLES_PREFIX') ?? 'gehoor';
  if (!/^[A-Za-z][A-Za-z0-9]{2,39}$/.test(prefix)) {
    variables.problems.push(`TABLES_PREFIX is "${prefix}": use 3 to 40 letters and digits, a letter first.`);
  }
  return prefix;
}
