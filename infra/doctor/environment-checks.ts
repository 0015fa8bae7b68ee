import { readConfig, type Config } from '../../bot/config.ts';
import { type Settings } from '../../services/domain/work-instruction/instruction.ts';
import { settingsIn } from '../x-status/settings-in.ts';
import { type Check, ok, wrong } from './check.ts';

/** The environment of the bot, or everything that is wrong with it. */
export function checkEnvironment(env: NodeJS.ProcessEnv): {
  readonly config: Config | null;
  readonly checks: readonly Check[];
} {
  const read = readConfig(env);
  const unresolved = Object.keys(env).filter((name) => env[name]?.startsWith('@Microsoft.KeyVault('));
  const checks = [
    ...(read.ok ? [] : read.problems.map((problem) => wrong('environment', problem))),
    ...unresolved.map((name) =>
      wrong(
        'environment',
        `${name} holds the reference to the vault instead of the secret: see that the secret is in the vault and that the identity may read it, then restart the app.`,
      ),
    ),
  ];
  if (checks.length > 0 || !read.ok) return { config: null, checks };
  const { config } = read;
  return { config, checks: [ok('environment', `whole; mode ${config.mode}, tables named ${config.tablesPrefix}…`)] };
}

/** `webcare.yml`, or everything that is wrong with it. Gaps in the roster are told and are not wrong. */
export async function checkSettings(
  file: string,
): Promise<{ readonly settings: Settings | null; readonly checks: readonly Check[] }> {
  const read = await settingsIn(file);
  if ('wrong' in read) return { settings: null, checks: read.wrong.map((one) => wrong('settings', one)) };
  const { settings, warnings } = read;
  const gaps = warnings.length === 0 ? '' : `; mind: ${warnings.join(' ')}`;
  return { settings, checks: [ok('settings', `${file} is read, ${settings.accounts.length} accounts${gaps}`)] };
}

/** Whether this Node may run it. `range` is `engines.node` of package.json: >= and a version. */
export function checkNode(version: string, range: string): Check {
  const [have, need] = [partsOf(version), partsOf(range)];
  const enough = have.major > need.major || (have.major === need.major && have.minor >= need.minor);
  return enough ? ok('node', version) : wrong('node', `this is ${version}: install one that is ${range}`);
}

function partsOf(version: string): { readonly major: number; readonly minor: number } {
  const [major = 0, minor = 0] = version
    .replace(/^[^\d]+/, '')
    .split('.')
    .map(Number);
  return { major, minor };
}
