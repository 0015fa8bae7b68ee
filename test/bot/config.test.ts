import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import pino from 'pino';
import { readConfig, type Config } from '../../bot/config.ts';
import { ENVIRONMENT } from '../../bot/environment.ts';
import { Secret } from '../../bot/secret.ts';

const CONNECTION = 'DefaultEndpointsProtocol=https;AccountName=gehoor;AccountKey=geheim-sleutel==;';
const LOCAL = { LOCAL: '1', TABLES_CONNECTION_STRING: CONNECTION };
const SIGNED_IN = {
  TABLES_ENDPOINT: 'https://gehoor.table.core.windows.net',
  BOT_ID: 'app-id',
  BOT_PASSWORD: 'geheim-wachtwoord',
  BOT_TENANT_ID: 'tenant-id',
};
const X = {
  X_APP_KEY: 'geheim-app',
  X_APP_SECRET: 'geheim-app-2',
  X_ACCESS_TOKEN_GEMOOSTZAAN: 'geheim-token',
  X_ACCESS_SECRET_GEMOOSTZAAN: 'geheim-token-2',
};

function configOf(env: NodeJS.ProcessEnv): Config {
  const result = readConfig(env);
  assert.ok(result.ok, JSON.stringify(result));
  return result.config;
}

function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  const result = readConfig(env);
  assert.ok(!result.ok, 'this environment should be refused');
  return result.problems;
}

describe('The smallest environments', () => {
  it('on this machine are LOCAL=1 and a storage; the rest has its default', () => {
    const { tables, ...rest } = configOf(LOCAL);
    assert.ok('connectionString' in tables);
    assert.equal(tables.connectionString.reveal(), CONNECTION);
    assert.deepEqual(rest, {
      port: 3978,
      settingsFile: './webcare.yml',
      mode: 'listening',
      tablesPrefix: 'gehoor',
      signIn: { type: 'none' },
      local: true,
      tenantId: null,
      teamId: null,
      teamsLimits: true,
      dayCard: true,
      insights: null,
      x: null,
      pollEvery: null,
      practiceFolder: null,
      recovery: 60_000,
      recheckEvery: null,
      logLevel: 'info',
    });
  });

  it('with sign-in name the bot, its secret and its tenant', () => {
    const { signIn, local, tenantId, tables } = configOf(SIGNED_IN);
    assert.equal(local, false);
    assert.equal(tenantId, 'tenant-id');
    assert.deepEqual(tables, { endpoint: 'https://gehoor.table.core.windows.net' });
    assert.ok(signIn.type === 'SingleTenant');
    assert.equal(signIn.password.reveal(), 'geheim-wachtwoord');
  });

  it('with a managed identity have no password', () => {
    const identity = { ...SIGNED_IN, BOT_PASSWORD: '', BOT_TYPE: 'UserAssignedMSI' };
    assert.deepEqual(configOf(identity).signIn, { type: 'UserAssignedMSI', id: 'app-id', tenantId: 'tenant-id' });
  });

  it('locally do not use the bot’s identity, so that nothing signs in', () => {
    assert.deepEqual(configOf({ ...SIGNED_IN, LOCAL: '1' }).signIn, { type: 'none' });
  });
});

describe('What is set is taken over', () => {
  it('numbers, folders, names and levels', () => {
    const config = configOf({
      ...LOCAL,
      PORT: '0',
      WEBCARE_CONFIG: '/etc/gehoor/webcare.yml',
      TABLES_PREFIX: 'proef2',
      TEAMS_TEAM_ID: '19:team',
      POLL_SECONDS: '1',
      RECOVERY_SECONDS: '2',
      PRACTICE_DIR: './oefenen',
      LOG_LEVEL: 'debug',
    });
    assert.equal(config.port, 0);
    assert.equal(config.settingsFile, '/etc/gehoor/webcare.yml');
    assert.equal(config.tablesPrefix, 'proef2');
    assert.equal(config.teamId, '19:team');
    assert.deepEqual([config.pollEvery, config.recovery], [1_000, 2_000]);
    assert.equal(config.practiceFolder, './oefenen');
    assert.equal(config.logLevel, 'debug');
  });

  it('keys of every account on X', () => {
    const config = configOf({
      ...LOCAL,
      ...X,
      X_ACCESS_TOKEN_GEM_WORMERLAND: 'c',
      X_ACCESS_SECRET_GEM_WORMERLAND: 'd',
      X_BASE_URL: 'http://127.0.0.1:4010/',
      WEBCARE_MODE: 'live',
    });
    assert.equal(config.mode, 'live');
    assert.equal(config.x?.appKey.reveal(), 'geheim-app');
    assert.deepEqual(Object.keys(config.x.accounts), ['GEMOOSTZAAN', 'GEM_WORMERLAND']);
    assert.equal(config.x.accounts['GEMOOSTZAAN']?.accessSecret.reveal(), 'geheim-token-2');
    assert.equal(config.x.baseUrl, 'http://127.0.0.1:4010');
  });

  it('the limits of Teams, which only a local bot may do without', () => {
    assert.equal(configOf({ ...LOCAL, TEAMS_LIMITS: 'off' }).teamsLimits, false);
    assert.equal(configOf({ ...SIGNED_IN, TEAMS_LIMITS: 'off' }).teamsLimits, true);
  });

  it('a variable that is set to nothing is not set', () => {
    assert.equal(configOf({ ...LOCAL, PORT: '', BOT_ID: ' ', TABLES_ENDPOINT: '' }).port, 3978);
  });
});

describe('The mode', () => {
  it('is practice with a practice folder and without keys for X', () => {
    assert.equal(configOf({ ...LOCAL, PRACTICE_DIR: './oefenen' }).mode, 'practice');
  });

  it('is listening with keys for X, with a practice folder too', () => {
    assert.equal(configOf({ ...LOCAL, ...X }).mode, 'listening');
    assert.equal(configOf({ ...LOCAL, ...X, PRACTICE_DIR: './oefenen' }).mode, 'listening');
  });

  it('is what WEBCARE_MODE says', () => {
    assert.equal(configOf({ ...LOCAL, ...X, WEBCARE_MODE: 'practice' }).mode, 'practice');
    assert.equal(configOf({ ...LOCAL, PRACTICE_DIR: '.', WEBCARE_MODE: 'listening' }).mode, 'listening');
  });
});

describe('A wrong environment is refused with the next step', () => {
  const WITHOUT_PASSWORD = { ...SIGNED_IN, BOT_PASSWORD: '' };
  const HALF_X = { ...X, X_ACCESS_SECRET_GEMOOSTZAAN: '' };
  const wrong: readonly (readonly [env: NodeJS.ProcessEnv, sentence: RegExp])[] = [
    [{ ...SIGNED_IN, BOT_ID: '' }, /^BOT_ID is missing.* or LOCAL=1 to run on this machine only\.$/],
    [{ ...SIGNED_IN, BOT_TENANT_ID: '' }, /^BOT_TENANT_ID is missing/],
    [WITHOUT_PASSWORD, /^BOT_PASSWORD is missing/],
    [{ ...SIGNED_IN, BOT_TYPE: 'UserAssignedMSI' }, /^BOT_PASSWORD is set, but .* take it out\.$/],
    [{ ...WITHOUT_PASSWORD, BOT_TYPE: 'UserAssignedMSI', BOT_TENANT_ID: '' }, /^BOT_TENANT_ID is missing/],
    [{ ...SIGNED_IN, BOT_TYPE: 'MultiTenant' }, /^BOT_TYPE is "MultiTenant": set it to SingleTenant, UserAssignedMSI/],
    [{ LOCAL: '1' }, /^There is no storage: set TABLES_ENDPOINT/],
    [{ ...LOCAL, TABLES_ENDPOINT: 'https://a.table.core.windows.net' }, /are both set: take one of the two out\.$/],
    [{ LOCAL: '1', TABLES_ENDPOINT: 'gehoor' }, /^TABLES_ENDPOINT is no address of a table service/],
    [{ LOCAL: '1', TABLES_ENDPOINT: 'http://gehoor.example' }, /^TABLES_ENDPOINT is no address of a table service/],
    [{ LOCAL: '1', TABLES_CONNECTION_STRING: 'geheim' }, /^TABLES_CONNECTION_STRING is no connection string/],
    [{ ...LOCAL, TABLES_PREFIX: 'ab' }, /^TABLES_PREFIX is "ab": use 3 to 40 letters and digits, a letter first\.$/],
    [{ ...LOCAL, TABLES_PREFIX: '2gehoor' }, /^TABLES_PREFIX is/],
    [{ ...LOCAL, TABLES_PREFIX: 'ge-hoor' }, /^TABLES_PREFIX is/],
    [{ ...LOCAL, PORT: '70000' }, /^PORT is "70000": set it to a whole number from 0 to 65535/],
    [{ ...LOCAL, PORT: '39.5' }, /^PORT is/],
    [{ ...LOCAL, PORT: 'http' }, /^PORT is/],
    [{ ...LOCAL, POLL_SECONDS: '0' }, /^POLL_SECONDS is "0": set it to a whole number from 1 /],
    [{ ...SIGNED_IN, POLL_SECONDS: '4' }, /^POLL_SECONDS is "4": set it to a whole number from 5 /],
    [{ ...SIGNED_IN, RECOVERY_SECONDS: '59' }, /^RECOVERY_SECONDS is "59": set it to a whole number from 60 /],
    [{ ...LOCAL, LOG_LEVEL: 'loud' }, /^LOG_LEVEL is "loud": set it to trace, debug, /],
    [{ ...LOCAL, WEBCARE_MODE: 'Live' }, /^WEBCARE_MODE is "Live": set it to listening, practice, live/],
    [{ ...LOCAL, WEBCARE_MODE: 'live' }, /^WEBCARE_MODE is live without the keys of an account/],
    [{ TABLES_CONNECTION_STRING: CONNECTION, LOCAL: 'true' }, /^LOCAL is "true": set it to 1, or leave it out\.$/],
    [{ ...LOCAL, ...HALF_X }, /^X_ACCESS_SECRET_GEMOOSTZAAN is missing: X_ACCESS_TOKEN_GEMOOSTZAAN is set/],
    [{ ...LOCAL, ...X, X_APP_SECRET: '' }, /^X_APP_SECRET is missing/],
    [{ ...LOCAL, ...X, X_APP_KEY: '' }, /^X_APP_KEY is missing/],
    [{ ...LOCAL, X_APP_KEY: 'a', X_APP_SECRET: 'b' }, /^There is an app on X without an account/],
    [{ ...LOCAL, ...X, X_ACCESS_TOKEN_GemOostzaan: 'a' }, /^X_ACCESS_TOKEN_GemOostzaan: write the handle in capitals/],
    [{ ...LOCAL, X_BASE_URL: 'http://api.x.example' }, /^X_BASE_URL is no address on this machine/],
    [{ ...LOCAL, X_BASE_URL: 'http://localhost.evil.example' }, /^X_BASE_URL is no address on this machine/],
    [{ ...LOCAL, X_BASE_URL: 'http://127.0.0.1@evil.example' }, /^X_BASE_URL is no address on this machine/],
  ];
  for (const [env, sentence] of wrong) {
    it(sentence.source, () => {
      const problems = problemsOf(env);
      assert.equal(problems.filter((problem) => sentence.test(problem)).length, 1, problems.join('\n'));
      assert.ok(!problems.join().includes('geheim'), 'a problem never repeats a secret');
    });
  }

  it('only one thing is told where one thing is wrong', () => {
    for (const [env] of wrong) {
      if (env['LOCAL'] === '1' || env['BOT_ID'] === 'app-id')
        assert.equal(problemsOf(env).length, 1, JSON.stringify(env));
    }
  });

  it('all that is missing is told at once', () => {
    const problems = problemsOf({ WEBCARE_MODE: 'live', PORT: 'x', X_ACCESS_TOKEN_GEMOOSTZAAN: 'a' });
    for (const name of [
      'BOT_ID',
      'BOT_TENANT_ID',
      'BOT_PASSWORD',
      'TABLES_ENDPOINT',
      'PORT',
      'X_APP_KEY',
      'X_APP_SECRET',
    ])
      assert.ok(
        problems.some((problem) => problem.includes(name)),
        name,
      );
    assert.ok(problems.some((problem) => problem.startsWith('X_ACCESS_SECRET_GEMOOSTZAAN')));
  });
});

describe('No secret is ever printed', () => {
  const config = configOf({ ...SIGNED_IN, ...X, TABLES_ENDPOINT: '', TABLES_CONNECTION_STRING: CONNECTION });

  it('in JSON, by inspect, in a template or in a line of the log', () => {
    const lines: string[] = [];
    pino({}, { write: (line: string) => lines.push(line) }).info({ config }, 'started');
    const printed = [JSON.stringify(config), inspect(config, { depth: null, showHidden: true }), ...lines];
    for (const text of printed) {
      assert.ok(text.includes('***'));
      assert.ok(!text.includes('geheim'), text);
    }
    assert.equal(`${String(new Secret('geheim'))} ${inspect(new Secret('geheim'))}`, '*** ***');
    assert.deepEqual(Object.keys(new Secret('geheim')), []);
  });

  it('but is there for who asks', () => {
    assert.equal(new Secret('geheim').reveal(), 'geheim');
  });
});

describe('The table of the environment', () => {
  const listed = ENVIRONMENT.map(({ name }) => name);

  it('names every variable that is read, and no other', () => {
    const read = new Set<string>();
    const watched = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
      new Proxy(env, {
        get: (target, name) => {
          read.add(String(name).replace(/_GEMOOSTZAAN$/, '_<HANDLE>'));
          return target[String(name)];
        },
      });
    readConfig(watched({ ...SIGNED_IN, ...X }));
    readConfig(watched(LOCAL));
    assert.deepEqual([...read].sort(), [...listed].sort());
  });

  it('has a meaning for each, and each once', () => {
    assert.equal(new Set(listed).size, listed.length);
    for (const { name, meaning } of ENVIRONMENT) assert.ok(meaning.length > 10, name);
  });

  it('gives the defaults that are used', () => {
    const byName = Object.fromEntries(ENVIRONMENT.map((variable) => [variable.name, variable.default]));
    const config = configOf(LOCAL);
    assert.equal(byName['PORT'], String(config.port));
    assert.equal(byName['WEBCARE_CONFIG'], config.settingsFile);
    assert.equal(byName['TABLES_PREFIX'], config.tablesPrefix);
    assert.deepEqual([byName['POLL_SECONDS'], config.pollEvery], [null, null]);
    assert.equal(byName['RECOVERY_SECONDS'], String(config.recovery / 1_000));
    assert.equal(byName['LOG_LEVEL'], config.logLevel);
  });
});
