import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Secret } from '../../bot/secret.ts';
import { type Check, lineOf } from '../../infra/doctor/check.ts';
import { examine } from '../../infra/doctor/doctor.ts';
import { type Outside } from '../../infra/doctor/outside.ts';
import { checkBotSignIn, checkIdentity, checkTeamsKeysAndClock } from '../../infra/doctor/sign-in-checks.ts';
import { bareTables, createTables, TABLE_NAMES, type Tables } from '../../services/adapters/tables/create-tables.ts';
import { createInstallations } from '../../services/adapters/tables/installations.ts';
import { LAYOUT } from '../../services/adapters/tables/layout.ts';
import { azurite } from '../support/azurite.ts';
import { silentLog } from '../support/silent-log.ts';
import { EXAMPLE_KEYS, startXServer, type XServer } from '../support/x-server/x-server.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const TENANT = '33333333-3333-4333-8333-333333333333';
const NODE = { version: 'v20.19.4', range: '>=20.19' };
const BY_IDENTITY = { type: 'UserAssignedMSI', id: 'de-bot', tenantId: TENANT } as const;
const BY_SECRET = {
  type: 'SingleTenant',
  id: 'de-bot',
  tenantId: TENANT,
  password: new Secret('geheim-wachtwoord'),
} as const;
const SIGNED_IN = { BOT_ID: 'de-bot', BOT_TENANT_ID: TENANT, BOT_PASSWORD: 'geheim-wachtwoord' };

describe('npm run doctor', () => {
  let x: XServer | null = null;
  afterEach(async () => {
    await x?.close();
    x = null;
  });

  it('says of everything that it is well, and writes nothing that stays', async () => {
    const { tables, env } = await withTables();
    const before = await rowsIn(tables);
    const checks = await examined({ ...env, ...SIGNED_IN, ...(await withX()) });
    assert.deepEqual(outcomes(checks), {
      node: 'ok',
      environment: 'ok',
      settings: 'ok',
      tables: 'ok',
      layout: 'ok',
      channel: 'ok',
      identity: 'unknown',
      'bot sign-in': 'ok',
      'keys of Teams': 'ok',
      clock: 'ok',
      X: 'ok',
    });
    assert.deepEqual(await rowsIn(tables), before);
    const lines = checks.map(lineOf);
    for (const line of lines) assert.doesNotMatch(line, /\n|geheim|example-(?:app|secret)|AccountKey/);
    assert.equal(x?.bill(), 0.02, 'one user read for each account, as the README says');
  });

  it('tells of an environment with nothing in it what is missing, and looks at the rest all the same', async () => {
    const checks = await examined({});
    assert.match(saysOf(checks, 'environment'), /There is no storage.*BOT_ID is missing.*BOT_TENANT_ID is missing/);
    assert.deepEqual(outcomes(checks), {
      node: 'ok',
      environment: 'wrong',
      settings: 'ok',
      'identity and bot sign-in': 'unknown',
      'keys of Teams': 'ok',
      clock: 'ok',
      X: 'unknown',
    });
  });

  it('names a secret that came as a reference to the vault', async () => {
    const { env } = await withTables();
    const reference = '@Microsoft.KeyVault(VaultName=gehoor;SecretName=x-app-key)';
    const checks = await examined({ ...env, ...SIGNED_IN, ...(await withX()), X_APP_KEY: reference });
    assert.match(saysOf(checks, 'environment'), /X_APP_KEY holds the reference to the vault/);
    assert.equal(x?.bill(), 0);
  });

  it('says that tables are not there yet, and that the bot makes them', async () => {
    const env = { TABLES_CONNECTION_STRING: await azurite(), TABLES_PREFIX: 'nowhere' };
    assert.match(saysOf(await examined({ ...env, ...SIGNED_IN }), 'tables'), /there are none yet/);
    const { tables, env: there } = await withTables();
    await tables.ledger.deleteTable();
    assert.match(saysOf(await examined({ ...there, ...SIGNED_IN }), 'tables'), /ledger is not there/);
  });

  it('says that the storage refuses, and what a later release stored', async () => {
    const { env } = await withTables();
    const refused = {
      ...env,
      TABLES_CONNECTION_STRING: (await azurite()).replace(/AccountKey=[^;]*/, 'AccountKey=AAAA'),
    };
    const checks = await examined({ ...refused, ...SIGNED_IN });
    assert.match(saysOf(checks, 'tables'), /refused us: give the bot the role Storage Table Data Contributor/);
    const bare = await bareTables({ connectionString: env['TABLES_CONNECTION_STRING']! }, env['TABLES_PREFIX']!);
    await bare.leases.upsertEntity({ partitionKey: 'layout', rowKey: 'store', layout: LAYOUT + 1 });
    const later = await examined({ ...env, ...SIGNED_IN });
    assert.match(saysOf(later, 'layout'), /later release/);
    assert.equal(outcomes(later)['layout'], 'wrong');
  });

  const refusals: readonly [number, RegExp][] = [
    [90002, /no such tenant: set BOT_TENANT_ID/],
    [700016, /set BOT_ID/],
    [7000215, /BOT_PASSWORD is not a secret of the app/],
    [7000222, /BOT_PASSWORD has run out/],
    [50000, /AADSTS50000.*look the code up/],
  ];
  for (const [code, words] of refusals)
    it(`tells what to do when Microsoft refuses the bot with ${code}`, async () => {
      const body = JSON.stringify({ error: 'invalid_client', error_codes: [code] });
      const refusing = well({ '/oauth2/v2.0/token': () => new Response(body, { status: 401 }) });
      const { outcome, says } = await checkBotSignIn(BY_SECRET, refusing);
      assert.equal(outcome, 'wrong');
      assert.match(says, words);
    });

  it('asks Microsoft as the bot would', async () => {
    const asked: [string, unknown][] = [];
    const asking = well({
      '/oauth2/v2.0/token': (url, init) => {
        asked.push([url, init?.body]);
        return new Response('{}');
      },
    });
    assert.equal((await checkBotSignIn(BY_SECRET, asking)).outcome, 'ok');
    const [[url, form]] = asked as [[string, URLSearchParams]];
    assert.equal(url, `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`);
    assert.deepEqual([form.get('client_id'), form.get('client_secret')], ['de-bot', 'geheim-wachtwoord']);
  });

  it('compares the clock with the date of the answer, both ways', async () => {
    const clock = async (headers: Record<string, string>): Promise<Check> => {
      const outside = well({ openidconfiguration: () => new Response('{}', { headers }) });
      return (await checkTeamsKeysAndClock(BY_SECRET, outside, () => NOW))[1]!;
    };
    const dated = (date: number): Record<string, string> => ({ date: new Date(date).toUTCString() });
    assert.equal((await clock(dated(NOW - 5_000))).outcome, 'ok');
    assert.match((await clock(dated(NOW - 60_000))).says, /59 s off.*NTP/);
    assert.match((await clock(dated(NOW + 60_000))).says, /60 s off/);
    assert.equal((await clock({})).outcome, 'unknown');
  });

  it('says when nobody can be reached', async () => {
    const none = well({ '': gone });
    assert.match((await checkBotSignIn(BY_SECRET, none)).says, /cannot be reached \(getaddrinfo ENOTFOUND\)/);
    const [keys, clock] = await checkTeamsKeysAndClock(BY_SECRET, none, () => NOW);
    assert.match(keys!.says, /cannot be read/);
    assert.deepEqual([keys!.outcome, clock!.outcome], ['wrong', 'unknown']);
  });

  it('says who it is for the tables, and of which tenant', async () => {
    const access = { endpoint: 'https://gehoor.table.core.windows.net' };
    const token = (claims: object): string => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
    const as = (claims: object): Outside => well({}, () => Promise.resolve(token(claims)));
    const one = await checkIdentity(access, BY_IDENTITY, as({ tid: TENANT, upn: 'beheer@gemeente.example' }));
    assert.equal(one.says, 'signed in to Azure as beheer@gemeente.example');
    const other = await checkIdentity(access, BY_IDENTITY, as({ tid: 'elders', upn: 'x' }));
    assert.match(other.says, /az login --tenant 3333/);
    const none = well({}, () => Promise.reject(new Error('geen aanmelding')));
    assert.match((await checkIdentity(access, BY_IDENTITY, none)).says, /geen aanmelding.*az login.*AZURE_CLIENT_ID/);
    const bot = await checkBotSignIn(BY_IDENTITY, none);
    assert.equal(bot.outcome, 'unknown', 'outside Azure nobody can tell');
    assert.equal((await checkBotSignIn(BY_IDENTITY, well())).outcome, 'ok');
  });

  it('says that this Node is too old', async () => {
    const checks = await examine({ env: {}, node: { ...NODE, version: 'v20.18.9' }, outside: well(), now: () => NOW });
    assert.match(saysOf(checks, 'node'), /install one that is >=20.19/);
  });

  async function withX(): Promise<Record<string, string>> {
    x = await startXServer();
    const keys = EXAMPLE_KEYS.accounts.flatMap(({ handle, accessToken, accessSecret }) => [
      [`X_ACCESS_TOKEN_${handle.toUpperCase()}`, accessToken] as const,
      [`X_ACCESS_SECRET_${handle.toUpperCase()}`, accessSecret] as const,
    ]);
    const app = { X_APP_KEY: EXAMPLE_KEYS.appKey, X_APP_SECRET: EXAMPLE_KEYS.appSecret, X_BASE_URL: x.url };
    return { ...app, ...Object.fromEntries(keys) };
  }
});

type Answers = Readonly<Record<string, (url: string, init?: RequestInit) => Response>>;

/** A world in which all is well, but for what is answered otherwise: the first key that the address contains. */
function well(answers: Answers = {}, token: Outside['token'] = () => Promise.resolve('x.e30.x')): Outside {
  return {
    fetch: (url, init) => {
      const special = Object.keys(answers).find((part) => url.includes(part));
      const usual = (): Response => new Response('{}', { headers: { date: new Date(NOW).toUTCString() } });
      return new Promise((resolve) => {
        resolve((special === undefined ? usual : answers[special]!)(url, init));
      });
    },
    token,
  };
}

function gone(): never {
  throw new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND') });
}

function examined(env: Record<string, string>): Promise<readonly Check[]> {
  return examine({ env, node: NODE, outside: well(), now: () => NOW });
}

async function withTables(): Promise<{ tables: Tables; env: Record<string, string> }> {
  const prefix = `doctor${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const connectionString = await azurite();
  const tables = await createTables({ connectionString }, prefix, { now: () => NOW }, silentLog);
  const channel = { trouble: null } as Parameters<ReturnType<typeof createInstallations>['saveChannel']>[0];
  await createInstallations(tables).saveChannel(channel);
  return { tables, env: { TABLES_CONNECTION_STRING: connectionString, TABLES_PREFIX: prefix } };
}

async function rowsIn(tables: Tables): Promise<readonly string[]> {
  const etags: string[] = [];
  for (const name of TABLE_NAMES) for await (const { etag } of tables[name].listEntities()) etags.push(etag);
  return etags;
}

function outcomes(checks: readonly Check[]): Record<string, Check['outcome']> {
  return Object.fromEntries(checks.map(({ about, outcome }) => [about, outcome]));
}

function saysOf(checks: readonly Check[], about: string): string {
  return checks.filter((check) => check.about === about).map(({ says }) => says).join(' '); // prettier-ignore
}
