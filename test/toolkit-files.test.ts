import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { readConfig } from '../bot/config.ts';

/** What version v1.8 of the toolkit's files demands of the actions that we use: all of these, and no other. */
const ACTIONS: Readonly<Record<string, { readonly needs: string; readonly writes?: string; readonly may?: string }>> = {
  'teamsApp/create': { needs: 'name', writes: 'teamsAppId' },
  'teamsApp/validateManifest': { needs: 'manifestPath' },
  'teamsApp/zipAppPackage': { needs: 'manifestPath outputFolder outputZipPath' },
  'teamsApp/validateAppPackage': { needs: 'appPackagePath' },
  'teamsApp/update': { needs: 'appPackagePath' },
  'teamsApp/publishAppPackage': { needs: 'appPackagePath', writes: 'publishedAppId' },
  'aadApp/create': {
    needs: 'generateClientSecret name signInAudience',
    writes: 'clientId clientSecret objectId tenantId',
  },
  'botFramework/create': { needs: 'botId messagingEndpoint name', may: 'channels' },
  'arm/deploy': { needs: 'resourceGroupName subscriptionId templates', may: 'bicepCliVersion' },
  'cli/runNpmCommand': { needs: 'args' },
  'azureAppService/zipDeploy': { needs: 'artifactFolder resourceId', may: 'ignoreFile' },
  'file/createOrUpdateEnvironmentFile': { needs: 'envs target' },
};

const ACTION = z.strictObject({
  uses: z.string(),
  with: z.record(z.string(), z.unknown()),
  writeToEnvironmentFile: z.record(z.string(), z.string().regex(/^[A-Z][A-Z0-9_]*$/)).optional(),
});
const FILE = z.strictObject({
  version: z.literal('v1.8'),
  environmentFolderPath: z.literal('./env'),
  provision: z.array(ACTION).nonempty(),
  deploy: z.array(ACTION).nonempty(),
  publish: z.array(ACTION).nonempty().optional(),
});

const ENVIRONMENTS = [
  { file: 'teamsapp.yml', environment: 'env/.env.dev' },
  { file: 'teamsapp.local.yml', environment: 'env/.env.local' },
] as const;

for (const { file, environment } of ENVIRONMENTS) {
  describe(`${file} of the Teams toolkit`, () => {
    const text = readFileSync(file, 'utf8');
    const stages = FILE.parse(parse(text));
    const actions = [...stages.provision, ...stages.deploy, ...(stages.publish ?? [])];
    const variables = parseEnv(readFileSync(environment, 'utf8'));

    it('names the schema of its version', () => {
      assert.match(text, new RegExp(`^# yaml-language-server: \\$schema=https://\\S+/${stages.version}/yaml`));
    });

    it('gives each action what it needs, and nothing that it does not know', () => {
      for (const action of actions) {
        const known = ACTIONS[action.uses];
        assert.ok(known, `${action.uses} is not known`);
        const given = Object.keys(action.with).filter((name) => !known.may?.split(' ').includes(name));
        assert.equal(given.sort().join(' '), known.needs, action.uses);
        assert.equal(
          Object.keys(action.writeToEnvironmentFile ?? {})
            .sort()
            .join(' '),
          known.writes ?? '',
          action.uses,
        );
      }
    });

    it('points at files that are there', () => {
      const paths = actions.flatMap((action) => [action.with['manifestPath'], action.with['ignoreFile']]);
      const templates = actions.flatMap(templatesOf).flatMap(({ path, parameters }) => [path, parameters]);
      const named = [...paths, ...templates].filter((path) => typeof path === 'string');
      assert.ok(named.length > 0);
      assert.deepEqual(
        named.filter((path) => !existsSync(path)),
        [],
      );
    });

    it(`uses only variables of ${environment}, and what an action has written before`, () => {
      const known = new Set(Object.keys(variables));
      const missing: string[] = [];
      for (const action of actions) {
        const used = [...placeholders(JSON.stringify(action.with))];
        for (const { parameters } of templatesOf(action)) used.push(...placeholders(readFileSync(parameters, 'utf8')));
        if (JSON.stringify(action.with).includes('manifest.json'))
          used.push(...placeholders(readFileSync('appPackage/manifest.json', 'utf8')));
        missing.push(...used.filter((name) => !known.has(name)));
        for (const name of Object.values(action.writeToEnvironmentFile ?? {})) known.add(name);
        for (const { path } of templatesOf(action)) for (const name of outputsOf(path)) known.add(name);
      }
      assert.deepEqual(missing, []);
    });

    it(`leaves every value of ${environment} to the organisation, and keeps secrets out of it`, () => {
      assert.equal(`env/.env.${variables['TEAMSFX_ENV'] ?? ''}`, environment);
      const set = Object.keys(variables).filter((name) => variables[name] !== '');
      assert.deepEqual(
        set.filter((name) => name !== 'TEAMSFX_ENV' && name !== 'APP_NAME'),
        [],
      );
      assert.deepEqual(
        Object.keys(variables).filter((name) => /SECRET|PASSWORD|TOKEN|KEY/.test(name)),
        [],
      );
    });
  });
}

describe('The local environment of the Teams toolkit', () => {
  it('writes the settings with which the bot starts, into a folder that git leaves out', () => {
    const { deploy } = FILE.parse(parse(readFileSync('teamsapp.local.yml', 'utf8')));
    const { target, envs } = z
      .object({ target: z.string(), envs: z.record(z.string(), z.string()) })
      .parse(deploy.find(({ uses }) => uses === 'file/createOrUpdateEnvironmentFile')?.with);
    assert.match(target, /^\.\/\.data\//);
    assert.match(readFileSync('.gitignore', 'utf8'), /^\.data\/$/m);
    const read = readConfig(envs);
    assert.ok(read.ok, read.ok ? '' : read.problems.join('\n'));
    assert.equal(read.config.signIn.type, 'SingleTenant');
  });
});

describe('What goes to the App Service', () => {
  const ignored = readFileSync('.webappignore', 'utf8').split('\n');

  it('holds the commands of the administrator, with everything that they import', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };
    const commands = ['doctor', 'backup', 'restore', 'migrate', 'stats-rebuild', 'x-status'];
    const reached = new Set(commands.map((name) => `infra/${name}.ts`));
    for (const file of reached) {
      assert.ok(!ignored.some((path) => path !== '' && file.startsWith(path)), `${file} is left out`);
      for (const [, from] of readFileSync(file, 'utf8').matchAll(
        /(?:^(?:import|export|\}).* from |import ?\(?)'([^']+)'/gm,
      )) {
        if (from!.startsWith('.')) reached.add(join(dirname(file), from!));
        else if (!from!.startsWith('node:')) {
          const name = from!
            .split('/')
            .slice(0, from!.startsWith('@') ? 2 : 1)
            .join('/');
          assert.ok(name in dependencies, `${file} needs ${name}`);
        }
      }
    }
    assert.ok(reached.size > 50, String(reached.size));
  });

  it('leaves out the history, the data, the environments and the tests', () => {
    for (const path of ['.git/', '.data/', 'env/', 'test/', 'infra/local/']) assert.ok(ignored.includes(path), path);
  });

  it('keeps what the bot starts from', () => {
    for (const path of ['bot', 'cards', 'services', 'node_modules', 'package.json', 'tsconfig.json', 'webcare.yml']) {
      assert.ok(existsSync(path), path);
      assert.ok(!ignored.some((line) => line.replace(/\/$/, '') === path), path);
    }
  });
});

const TEMPLATE = z.strictObject({ path: z.string(), parameters: z.string(), deploymentName: z.string() });

function templatesOf(action: z.infer<typeof ACTION>): readonly z.infer<typeof TEMPLATE>[] {
  return z.array(TEMPLATE).parse(action.with['templates'] ?? []);
}

/** What a template of Azure hands back; the toolkit writes it into the environment. */
function outputsOf(path: string): readonly string[] {
  return [...readFileSync(path, 'utf8').matchAll(/^output (\w+) /gm)].map((match) => match[1]!);
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\$\{\{(\w+)\}\}/g)].map((match) => match[1]!);
}
