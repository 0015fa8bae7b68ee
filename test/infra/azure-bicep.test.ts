import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type CloudAdapter } from 'botbuilder';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { readConfig } from '../../bot/config.ts';
import { ENVIRONMENT } from '../../bot/environment.ts';
import { createServer } from '../../bot/server.ts';
import { noMetrics } from '../../services/ports/metrics.ts';
import { silentLog } from '../support/silent-log.ts';

/** No compiler of bicep can be had where these tests run: what can be told from the text is told from the text. */
const MAIN = 'infra/azure.bicep';
const PARTS = readdirSync('infra/azure').map((file) => `infra/azure/${file}`);
const SOURCES = new Map([MAIN, ...PARTS].map((file) => [file, readFileSync(file, 'utf8')] as const));

/** What the platform, its client libraries and its telemetry read, and the bot itself does not. */
const OF_THE_PLATFORM = [
  'APPLICATIONINSIGHTS_CONNECTION_STRING',
  'AZURE_CLIENT_ID',
  'WEBSITE_RUN_FROM_PACKAGE',
  'SCM_DO_BUILD_DURING_DEPLOYMENT',
];
const ROLES = {
  'Storage Table Data Contributor': '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3',
  'Key Vault Secrets User': '4633458b-17de-408a-b874-0445c86b69e6',
  'Key Vault Secrets Officer': 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
};

/** For each part what must stand in it, word for word. */
const SAFE: Readonly<Record<string, readonly string[]>> = {
  'infra/azure/tables.bicep': [
    'allowSharedKeyAccess: false',
    'allowBlobPublicAccess: false',
    "minimumTlsVersion: 'TLS1_2'",
    'supportsHttpsTrafficOnly: true',
    "zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS'",
  ],
  'infra/azure/vault.bicep': ['enableRbacAuthorization: true', 'enablePurgeProtection: true'],
  'infra/azure/app.bicep': [
    'httpsOnly: true',
    "minTlsVersion: '1.2'",
    "ftpsState: 'Disabled'",
    'alwaysOn: true',
    'keyVaultReferenceIdentity: identityId',
    "{ name: 'WEBSITE_RUN_FROM_PACKAGE', value: '1' }",
    'capacity: instances',
  ],
  'infra/azure/bot.bicep': ["msaAppType: 'UserAssignedMSI'", 'msaAppTenantId: tenant().tenantId', "'MsTeamsChannel'"],
};

describe('The templates of Azure', () => {
  const main = source(MAIN);
  const app = source('infra/azure/app.bicep');

  it('use every part, and every part is there', () => {
    const used = [...main.matchAll(/^module \w+ '([^']+)'/gm)].map((match) => `infra/${match[1]!}`);
    assert.deepEqual([...used].sort(), [...PARTS].sort());
  });

  it('give each part exactly the parameters that it asks for', () => {
    for (const [, file, body] of main.matchAll(/^module \w+ '([^']+)' = (?:if \(.*\) )?\{\n([\s\S]*?)^\}/gm)) {
      const given = /params: \{([\s\S]*?)\}/.exec(body!)![1]!.matchAll(/(\w+):/g);
      assert.deepEqual([...given].map((match) => match[1]!).sort(), paramsOf(`infra/${file!}`).sort(), file);
    }
  });

  it('use every parameter and variable that they name', () => {
    for (const [file, text] of SOURCES) {
      const named = [...text.matchAll(/^(?:param|var) (\w+)/gm)].map((match) => match[1]!);
      for (const name of named)
        assert.ok((text.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length > 1, `${file}: ${name}`);
    }
  });

  it('ask parts only for what these hand back', () => {
    const asked = [...main.matchAll(/(\w+)\.outputs\.(\w+)/g)];
    assert.ok(asked.length > 10);
    for (const [, part, output] of asked)
      assert.match(source(`infra/azure/${part!}.bicep`), new RegExp(`^output ${output!} string`, 'm'));
  });

  it('have a value for every choice in azure.parameters.json, of the type that is asked for, and no secret', () => {
    const file = z.object({ parameters: z.record(z.string(), z.object({ value: z.unknown() })) });
    const { parameters } = file.parse(JSON.parse(readFileSync('infra/azure.parameters.json', 'utf8')));
    assert.deepEqual(Object.keys(parameters).sort(), paramsOf(MAIN).filter((name) => name !== 'location').sort()); // prettier-ignore
    for (const [, name, type] of main.matchAll(/^param (\w+) (\w+)/gm)) {
      const value = parameters[name!]?.value;
      const kinds = { string: 'string', int: 'number', bool: 'boolean', array: 'object' } as Record<string, string>;
      if (name !== 'location') assert.equal(typeof value, kinds[type!], name);
    }
  });

  it('hold no secret, and nothing that would show one', () => {
    for (const [file, text] of SOURCES) {
      assert.doesNotMatch(text, /list(?:Keys|Secrets|AccountSas)|@secure|AccountKey|password/i, file);
      // A key or a token; ids with hyphens are held against the roles below.
      for (const [run] of text.matchAll(/[A-Za-z0-9+/=]{32,}/g)) assert.doesNotMatch(run, /\d/, file);
    }
    for (const [, name, value] of app.matchAll(/name: '(X_[^']+)'\s*,?\s*value: '([^']*)'/g))
      assert.ok(value!.startsWith('${inVault}'), name);
  });

  it('give away the roles that they name, and only on the account and the vault', () => {
    const ids = [...SOURCES.values()].flatMap(
      (text) => text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [],
    );
    assert.deepEqual(new Set(ids), new Set(Object.values(ROLES)));
    for (const name of Object.keys(ROLES))
      assert.ok(
        [...SOURCES.values()].some((text) => text.includes(name)),
        name,
      );
    const scopes = [...SOURCES.values()].flatMap((text) => text.match(/^ {2}scope: .*/gm) ?? []);
    assert.deepEqual([...new Set(scopes)].sort(), ['  scope: account', '  scope: site', '  scope: vault']);
  });

  for (const [file, words] of Object.entries(SAFE))
    it(`${file} keeps shut what must be shut`, () => {
      for (const word of words) assert.ok(source(file).includes(word), word);
    });

  it('set only variables that the bot or the platform reads, and the bot starts with them', () => {
    const set = [...app.matchAll(/name: '([A-Z][A-Z0-9_]*(?:\$\{toUpper\(handle\)\})?)'/g)].map((match) => match[1]!);
    const known = new Set<string>([...ENVIRONMENT.map(({ name }) => name), ...OF_THE_PLATFORM]);
    for (const name of set) assert.ok(known.has(name.replace('${toUpper(handle)}', '<HANDLE>')), name);
    const values: Readonly<Record<string, string>> = {
      BOT_TYPE: /name: 'BOT_TYPE', value: '(\w+)'/.exec(app)![1]!,
      TABLES_ENDPOINT: 'https://gehoor.table.core.windows.net',
      TABLES_PREFIX: 'gehoor',
      WEBCARE_MODE: 'live',
    };
    const env = set.map((name) => [name.replace('${toUpper(handle)}', 'GEM_X'), values[name] ?? 'een-waarde'] as const);
    const read = readConfig(Object.fromEntries(env));
    assert.ok(read.ok, read.ok ? '' : read.problems.join('\n'));
    assert.equal(read.config.signIn.type, 'UserAssignedMSI');
    assert.deepEqual(Object.keys(read.config.x?.accounts ?? {}), ['GEM_X']);
  });

  it('offer the modes that the bot knows', () => {
    const modes = /@allowed\(\[(.*)\]\)\nparam mode/.exec(main)![1]!.match(/\w+/g)!;
    for (const mode of modes) assert.match(ENVIRONMENT.find(({ name }) => name === 'WEBCARE_MODE')!.meaning, new RegExp(mode)); // prettier-ignore
  });

  it('run it on a version of Node that is tested and allowed, with the command that starts it', () => {
    const node = Number(/NODE\|(\d+)-lts/.exec(app)![1]);
    const { engines, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    assert.ok(node >= Number(/^>=(\d+)/.exec(engines!['node']!)![1]));
    const ci = parse(readFileSync('.github/workflows/ci.yml', 'utf8')) as {
      jobs: { check: { strategy: { matrix: { node: number[] } } } };
    };
    assert.ok(ci.jobs.check.strategy.matrix.node.includes(node));
    assert.equal(/appCommandLine: '(.*)'/.exec(app)![1], scripts!['start']);
  });

  it('ask the bot at addresses where it answers', async () => {
    const bot = createServer({
      adapter: {} as unknown as CloudAdapter,
      run: () => Promise.resolve(),
      readiness: () => Promise.resolve({ ready: true }),
      log: silentLog,
      metrics: noMetrics,
    });
    const server = await new Promise<Server>((resolve) => {
      const http = bot.listen(0, '127.0.0.1', () => {
        resolve(http);
      });
    });
    const at = (path: string): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
    try {
      const health = /healthCheckPath: '(.*)'/.exec(app)![1]!;
      const ready = /RequestUrl: 'https:\/\/\$\{host\}(.*?)'/.exec(source('infra/azure/alerts.bicep'))![1]!;
      for (const path of [health, ready]) assert.equal((await fetch(at(path))).status, 200, path);
      const messages = /endpoint: 'https:\/\/\$\{host\}(.*?)'/.exec(source('infra/azure/bot.bicep'))![1]!;
      const refused = await fetch(at(messages), { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }); // prettier-ignore
      assert.equal(refused.status, 400, 'it is read there, and half a message is refused');
    } finally {
      server.close();
    }
  });

  it('mail about sentences that the bot logs', () => {
    const logged = [...source('infra/azure/alerts.bicep').matchAll(/logged: '(.*)'/g)].map((match) => match[1]!);
    assert.equal(logged.length, 2);
    const flows = readdirSync('services/flows').filter((file) => file.endsWith('.ts'));
    const code = flows.map((file) => readFileSync(join('services/flows', file), 'utf8')).join('\n');
    for (const sentence of logged) assert.match(code, new RegExp(`log\\.(?:warn|error)\\(\\s*'${sentence}'`));
  });

  it('hand back what the later steps of the toolkit need', () => {
    const outputs = [...main.matchAll(/^output (\w+)/gm)].map((match) => match[1]!);
    const variables = Object.keys(parseEnv(readFileSync('env/.env.dev', 'utf8')));
    assert.deepEqual(outputs.filter((name) => !variables.includes(name)), []); // prettier-ignore
    assert.ok(outputs.includes('BOT_ID') && outputs.includes('BOT_AZURE_APP_SERVICE_RESOURCE_ID'));
  });
});

function source(file: string): string {
  const text = SOURCES.get(file);
  assert.ok(text !== undefined, `${file} is not there`);
  return text;
}

function paramsOf(file: string): string[] {
  return [...source(file).matchAll(/^param (\w+)/gm)].map((match) => match[1]!);
}
