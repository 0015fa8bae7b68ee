import { readPrefix, readTables } from '../../bot/tables-access.ts';
import { Variables } from '../../bot/variables.ts';
import { type Instant } from '../../services/domain/instant.ts';
import { xStatus } from '../x-status/status.ts';
import { type Check, ok, unknown, wrong } from './check.ts';
import { checkEnvironment, checkNode, checkSettings } from './environment-checks.ts';
import { type Outside } from './outside.ts';
import { checkBotSignIn, checkIdentity, checkTeamsKeysAndClock } from './sign-in-checks.ts';
import { checkTables } from './tables-checks.ts';

/** What a doctor looks at, and with. */
export interface Patient {
  readonly env: NodeJS.ProcessEnv;
  readonly node: { readonly version: string; readonly range: string };
  readonly outside: Outside;
  readonly now: () => Instant;
}

/** Looks at everything that the bot needs, also when something before it is wrong. Costs one user read ($0.01) per account on X and UTC day. */
export async function examine({ env, node, outside, now }: Patient): Promise<readonly Check[]> {
  const { config, checks } = checkEnvironment(env);
  const { settings, checks: ofSettings } = await checkSettings(
    new Variables(env).text('WEBCARE_CONFIG') ?? './webcare.yml',
  );
  const variables = new Variables(env);
  const [access, prefix] = [readTables(variables), readPrefix(variables)];
  const usable = variables.problems.length === 0 ? access : null;
  return [
    checkNode(node.version, node.range),
    ...checks,
    ...ofSettings,
    ...(usable === null ? [] : await checkTables(usable, prefix, now())),
    ...(config === null
      ? [unknown('identity and bot sign-in', 'not looked at: the environment comes first')]
      : [await checkIdentity(config.tables, config.signIn, outside), await checkBotSignIn(config.signIn, outside)]),
    ...(await checkTeamsKeysAndClock(config?.signIn ?? null, outside, now)),
    ...(settings === null || config === null
      ? [unknown('X', 'not looked at: environment and settings come first')]
      : await checkX(env, config.x !== null, now())),
  ];
}

async function checkX(env: NodeJS.ProcessEnv, hasKeys: boolean, now: Instant): Promise<readonly Check[]> {
  if (!hasKeys) return [unknown('X', 'there are no keys, so nothing is read or placed there')];
  const status = await xStatus(env, now);
  if (status.problems.length > 0) return status.problems.map((problem) => wrong('X', problem));
  return [ok('X', 'all accounts are in order; npm run x:status tells what is left and what it cost')];
}
