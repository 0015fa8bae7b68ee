import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNodeChild } from '../../infra/local/node-child.ts';
import { ROOT } from '../../infra/local/practice-options.ts';
import { xStatus } from '../../infra/x-status/status.ts';
import { createTables, type Tables } from '../../services/adapters/tables/create-tables.ts';
import { createLedger } from '../../services/adapters/tables/ledger.ts';
import { type Charge } from '../../services/domain/charges.ts';
import { azurite } from '../support/azurite.ts';
import { silentLog } from '../support/silent-log.ts';
import { EXAMPLE_KEYS, startXServer, type XServer, type XServerOptions } from '../support/x-server/x-server.ts';

const WEBCARE = join(ROOT, 'webcare.yml');
const NOW = Date.now();

describe('npm run x:status', function () {
  this.timeout(60_000);
  let x: XServer | null = null;
  afterEach(() => x?.close());

  /** The environment of a bot on our stand-in for X, without tables. */
  async function environment(options: XServerOptions = {}): Promise<Record<string, string>> {
    x = await startXServer(options);
    const keys: [string, string][] = EXAMPLE_KEYS.accounts.flatMap(({ handle, accessToken, accessSecret }) => [
      [`X_ACCESS_TOKEN_${handle.toUpperCase()}`, accessToken],
      [`X_ACCESS_SECRET_${handle.toUpperCase()}`, accessSecret],
    ]);
    const app = { X_APP_KEY: EXAMPLE_KEYS.appKey, X_APP_SECRET: EXAMPLE_KEYS.appSecret };
    return { ...app, ...Object.fromEntries(keys), X_BASE_URL: x.url, WEBCARE_CONFIG: WEBCARE };
  }

  /** Tables of its own with these charges in the ledger. */
  async function withLedger(
    charges: readonly Omit<Charge, 'at'>[],
  ): Promise<{ tables: Tables; env: Record<string, string> }> {
    const env = { TABLES_CONNECTION_STRING: await azurite(), TABLES_PREFIX: `status${NOW}${charges.length}` };
    const place = { connectionString: env.TABLES_CONNECTION_STRING };
    const tables = await createTables(place, env.TABLES_PREFIX, { now: () => NOW }, silentLog);
    await createLedger(tables).record(
      'x',
      charges.map((charge) => ({ ...charge, at: NOW })),
    );
    return { tables, env };
  }

  async function said(env: Record<string, string>): Promise<{ text: string; wrong: number }> {
    const { lines, wrong } = await xStatus(env, NOW);
    return { text: lines.join('\n'), wrong };
  }

  async function run(env: Record<string, string>): Promise<{ how: string; text: string }> {
    const lines: string[] = [];
    const child = startNodeChild({
      script: 'infra/x-status.ts',
      nodeOptions: ['--import', 'tsx'],
      cwd: ROOT,
      env: { PATH: process.env['PATH'], ...env },
      onLine: (line) => lines.push(line),
    });
    return { how: await child.ended, text: lines.join('\n') };
  }

  it('ends with 0 and says who, what is allowed, what is left and what it cost, when all is well', async () => {
    const { env } = await withLedger([
      { kind: 'post', id: '1', usd: 12 },
      { kind: 'user', id: '1', usd: 0.5 },
    ]);
    const { how, text } = await run({ ...(await environment()), ...env });
    assert.equal(how, 'code 0', text);
    for (const handle of ['GemOostzaan', 'GemWormerland']) {
      assert.ok(text.includes(`@${handle}: in order`), text);
      assert.match(text, new RegExp(`the keys are of @${handle} \\(id \\d+\\), permission: read, write and private`));
    }
    assert.match(text, /who we are 74 of 75, mentions 299 of 300, search 299 of 300/);
    assert.match(text, /\$12\.50 in \d{4}-\d\d \(UTC\), 25 % of \$50\.00 \(prices of \d{4}-\d\d-\d\d/);
    assert.match(text, /post: 1 for \$12\.00\n {2}user: 1 for \$0\.500/);
    assert.match(text, /Nothing is wrong\.$/);
    assert.doesNotMatch(text, /example-(?:app|secret|oostzaan)/, 'no key is shown');
  });

  it('ends with 1 and names everything that is wrong with what to do', async () => {
    const env = await environment({ permissions: { GemOostzaan: 'read' } });
    const swapped = { X_ACCESS_TOKEN_GEMWORMERLAND: '1-example-oostzaan' };
    const secret = { X_ACCESS_SECRET_GEMWORMERLAND: 'example-secret-oostzaan' };
    const { how, text } = await run({ ...env, ...swapped, ...secret });
    assert.equal(how, 'code 1');
    assert.match(text, /permission: read only/);
    assert.match(text, /- the keys of @GemOostzaan may only read: give the app read and write permission/);
    assert.match(text, /- the X keys of @GemWormerland belong to @GemOostzaan: set X_ACCESS_TOKEN_GEMWORMERLAND/);
    assert.match(text, /not known: There is no storage: set TABLES_ENDPOINT/);
    assert.match(text, /Wrong \(2\):/);
  });

  it('writes nothing, and costs no more than who we are', async () => {
    const { tables, env } = await withLedger([{ kind: 'post', id: '1', usd: 1 }]);
    const rows = async (): Promise<readonly string[]> => {
      const found: string[] = [];
      for (const table of [tables.ledger, tables.leases, tables.installations, tables.index, tables.dialogues])
        for await (const { etag } of table.listEntities()) found.push(etag);
      return found;
    };
    const before = await rows();
    await said({ ...(await environment()), ...env });
    assert.deepEqual(await rows(), before);
    assert.deepEqual(
      Object.keys(x?.requests() ?? {}).filter((endpoint) => !endpoint.startsWith('GET')),
      [],
    );
    assert.equal(x?.bill(), 0.02);
  });

  it('says so when X refuses a key, cannot be reached, or asks for patience', async () => {
    const env = await environment();
    x?.fault({ match: 'GET /2/users/me', kind: '401', account: 'GemOostzaan' });
    x?.fault({ match: 'GET /2/tweets/search/recent', kind: '429', account: 'GemWormerland' });
    const { text, wrong } = await said(env);
    assert.match(text, /- X refused the key of @GemOostzaan: set X_ACCESS_TOKEN_GEMOOSTZAAN/);
    assert.match(text, /- search: X lets @GemWormerland be read again from \d{4}-/);
    assert.equal(wrong, 2);
    const noLine = await said({ ...env, X_BASE_URL: 'http://127.0.0.1:9' });
    assert.match(noLine.text, /- X cannot be reached for @GemOostzaan: check this machine's way to api\.x\.com/);
    assert.equal(noLine.wrong, 2);
  });

  it('says which keys are missing, half or of nobody', async () => {
    const env = await environment();
    const none = await said({ WEBCARE_CONFIG: WEBCARE });
    assert.match(none.text, /- there are no keys of X: set X_APP_KEY/);
    assert.equal(none.wrong, 1);
    const half = await said({ ...env, X_ACCESS_SECRET_GEMOOSTZAAN: '' });
    assert.match(half.text, /- X_ACCESS_SECRET_GEMOOSTZAAN is missing: X_ACCESS_TOKEN_GEMOOSTZAAN is set/);
    const other = { X_ACCESS_TOKEN_GEMOOSTZAN: 'a', X_ACCESS_SECRET_GEMOOSTZAN: 'b' };
    const { text, wrong } = await said({
      ...env,
      X_ACCESS_TOKEN_GEMOOSTZAAN: '',
      X_ACCESS_SECRET_GEMOOSTZAAN: '',
      ...other,
    });
    assert.match(text, /- there are no X keys of @GemOostzaan: set/);
    assert.match(text, /- there are X keys of GEMOOSTZAN, which is no account of webcare\.yml/);
    assert.equal(wrong, 2);
  });

  it('says when the ceiling holds searches back, and when the tables cannot be reached', async () => {
    const env = await environment();
    const { env: near } = await withLedger([1, 2, 3].map((id) => ({ kind: 'post', id: String(id), usd: 14 })));
    const slow = await said({ ...env, ...near });
    assert.match(slow.text, /84 % of \$50\.00/);
    assert.match(
      slow.text,
      /- the monthly ceiling is near, so .* 4 times less often until next month: raise x\.monthly/,
    );
    const gone = { TABLES_ENDPOINT: 'http://127.0.0.1:9', TABLES_PREFIX: 'nergens' };
    const { text } = await said({ ...env, ...gone });
    assert.match(text, /Cost:\n {2}not known: /);
  });

  it('tells every mistake in webcare.yml, and that it is not there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gehoor-status-'));
    try {
      const file = join(folder, 'webcare.yml');
      await writeFile(file, (await readFile(WEBCARE, 'utf8')).replace('monthly: 50', 'monthly: veel'));
      const { text, wrong } = await said({ ...(await environment()), WEBCARE_CONFIG: file });
      assert.match(text, /x\.monthly: "veel" is not an amount in dollars above 0/);
      assert.equal(wrong, 1);
      assert.match((await said({ WEBCARE_CONFIG: join(folder, 'weg.yml') })).text, /weg\.yml cannot be read: set WEBC/);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
