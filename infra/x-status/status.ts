import { readPrefix, readTables } from '../../bot/tables-access.ts';
import { Variables } from '../../bot/variables.ts';
import { xAccounts } from '../../bot/x-accounts.ts';
import { readXKeys, type XKeys } from '../../bot/x-keys.ts';
import { type AccountCheck, checkAccount } from '../../services/adapters/x/check-account.ts';
import { createXClient } from '../../services/adapters/x/x-client.ts';
import { type Instant, SECOND } from '../../services/domain/instant.ts';
import { type Settings } from '../../services/domain/work-instruction/instruction.ts';
import { costOf } from './cost.ts';
import { misfits } from './keys-and-accounts.ts';
import { settingsIn } from './settings-in.ts';

const TIMEOUT = 10 * SECOND;

/** What there is to tell, and within it what is wrong, one sentence each. */
export interface XStatus {
  readonly lines: readonly string[];
  readonly wrong: number;
  readonly problems: readonly string[];
}

/** How X stands with this environment and its `webcare.yml`. Writes nothing, neither on X nor in the tables. */
export async function xStatus(env: NodeJS.ProcessEnv, now: Instant): Promise<XStatus> {
  const variables = new Variables(env);
  const read = await settingsIn(variables.text('WEBCARE_CONFIG') ?? './webcare.yml');
  const keys = readXKeys(variables);
  const ofKeys = [...variables.problems];
  if ('wrong' in read) return report([], [...read.wrong, ...ofKeys]);
  const { settings } = read;
  const checks = keys === null ? [] : await checkAll(keys, settings, now);
  const [access, prefix] = [readTables(variables), readPrefix(variables)];
  const ofTables = variables.problems.slice(ofKeys.length);
  const cost = await costOf(ofTables.length > 0 ? ofTables : { access, prefix }, settings.x, now);
  const told = [
    `X on ${new Date(now).toISOString().slice(0, 16).replace('T', ' ')} UTC, plan ${settings.x.plan}`,
    ...checks.flatMap(accountLines),
    'Cost:',
    ...cost.lines.map((line) => `  ${line}`),
  ];
  const ofAccounts = checks.flatMap(({ wrong }) => wrong);
  return report(told, [...new Set([...ofKeys, ...missing(keys, ofKeys, settings), ...ofAccounts, ...cost.wrong])]);
}

/** Half a set of keys is told already; then that there is no whole one is no news. */
function missing(keys: XKeys | null, ofKeys: readonly string[], settings: Settings): readonly string[] {
  return keys === null && ofKeys.length > 0 ? [] : misfits(keys, settings);
}

function checkAll(keys: XKeys, settings: Settings, now: Instant): Promise<readonly AccountCheck[]> {
  const app = { appKey: keys.appKey.reveal(), appSecret: keys.appSecret.reveal() };
  return Promise.all(
    xAccounts(keys, settings).map(({ handle, ...own }) =>
      checkAccount(handle, createXClient({ ...app, ...own }, keys.baseUrl ?? undefined), { now, timeout: TIMEOUT }),
    ),
  );
}

function accountLines({ handle, id, permission, limits, wrong }: AccountCheck): readonly string[] {
  const left = limits.map(({ name, remaining, limit }) => `${name} ${remaining} of ${limit}`).join(', ');
  return [
    `@${handle}: ${wrong.length === 0 ? 'in order' : 'not in order, see below'}`,
    ...(id === null ? [] : [`  the keys are of @${handle} (id ${id}), permission: ${permissionOf(permission)}`]),
    ...(left === '' ? [] : [`  requests left in this quarter of an hour: ${left}`]),
  ];
}

function permissionOf(permission: string | null): string {
  switch (permission) {
    case 'read-write-directmessages':
      return 'read, write and private messages';
    case 'read-write':
      return 'read and write; no private messages';
    case 'read':
      return 'read only';
    default:
      return permission ?? 'X did not say';
  }
}

function report(told: readonly string[], wrong: readonly string[]): XStatus {
  const end =
    wrong.length === 0 ? ['Nothing is wrong.'] : [`Wrong (${wrong.length}):`, ...wrong.map((one) => `  - ${one}`)];
  return { lines: [...told, ...end], wrong: wrong.length, problems: wrong };
}
