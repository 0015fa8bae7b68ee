import { SECOND, type Duration } from '../services/domain/instant.ts';
import { type Secret } from './secret.ts';
import { readPrefix, readTables, type TablesAccess } from './tables-access.ts';
import { Variables } from './variables.ts';
import { readXKeys, type XKeys } from './x-keys.ts';

const MODES = ['listening', 'practice', 'live'] as const;
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const BOT_TYPES = ['SingleTenant', 'UserAssignedMSI'] as const;

/** How the bot proves to Teams who it is. `none` is for this machine only: nobody is asked to sign in. */
export type SignIn =
  | { readonly type: 'none' }
  | { readonly type: 'SingleTenant'; readonly id: string; readonly tenantId: string; readonly password: Secret }
  | { readonly type: 'UserAssignedMSI'; readonly id: string; readonly tenantId: string };

/** Everything the environment sets. May be logged: secrets print as `***`. */
export interface Config {
  readonly port: number;
  readonly settingsFile: string;
  readonly mode: (typeof MODES)[number];
  readonly tables: TablesAccess;
  readonly tablesPrefix: string;
  readonly signIn: SignIn;
  /** No sign-in, and then loopback only: to listen on, and for service URLs. */
  readonly local: boolean;
  /** The only tenant that is answered; null only with `local`. */
  readonly tenantId: string | null;
  /** The only team that is worked in; null: any team of the tenant. */
  readonly teamId: string | null;
  readonly x: XKeys | null;
  /** null: by the hour and by what happens. */
  readonly pollEvery: Duration | null;
  readonly practiceFolder: string | null;
  /** How long after the deadline of a lost publication the network is asked again. */
  readonly recovery: Duration;
  /** How often stored posts are looked up again; null: each night. */
  readonly recheckEvery: Duration | null;
  /** Teams' limits on messages are kept; only a local stand-in does without. */
  readonly teamsLimits: boolean;
  /** One card each opening day that tells how things stand. */
  readonly dayCard: boolean;
  /** Connection string of Application Insights; null: figures and traces go nowhere. */
  readonly insights: Secret | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

export type ReadConfig =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly problems: readonly string[] };

/**
 * The environment as a config, or all that is missing or wrong in it at once, in sentences with the next step. Only here
 * the environment is read; `environment.ts` lists the variables. No sentence repeats a secret.
 */
export function readConfig(env: NodeJS.ProcessEnv): ReadConfig {
  const variables = new Variables(env);
  const local = variables.oneOf('LOCAL', ['1']) !== null;
  const x = readXKeys(variables);
  const practiceFolder = variables.text('PRACTICE_DIR');
  const tables = readTables(variables);
  const signIn = local ? ({ type: 'none' } as const) : readSignIn(variables);
  const config = {
    port: variables.number('PORT', 3978, 0, 65_535),
    settingsFile: variables.text('WEBCARE_CONFIG') ?? './webcare.yml',
    mode: readMode(variables, practiceFolder !== null),
    tablesPrefix: readPrefix(variables),
    local,
    tenantId: variables.text('BOT_TENANT_ID'),
    teamId: variables.text('TEAMS_TEAM_ID'),
    x,
    pollEvery: readPollEvery(variables, local),
    practiceFolder,
    recovery: variables.number('RECOVERY_SECONDS', 60, local ? 1 : 60, 86_400) * SECOND,
    recheckEvery: readRecheckEvery(variables, local),
    teamsLimits: !(local && variables.oneOf('TEAMS_LIMITS', ['on', 'off']) === 'off'),
    dayCard: variables.oneOf('DAY_CARD', ['on', 'off']) !== 'off',
    insights: variables.secret('APPLICATIONINSIGHTS_CONNECTION_STRING'),
    logLevel: variables.oneOf('LOG_LEVEL', LOG_LEVELS) ?? 'info',
  };
  const { problems } = variables;
  if (tables === null || signIn === null || problems.length > 0) return { ok: false, problems };
  return { ok: true, config: { ...config, tables, signIn } };
}

/** The same of this very process. */
export function readEnvironment(): ReadConfig {
  return readConfig(process.env);
}

/** Each time costs a read of every post of 30 days, so that no more than an hourly round is taken for meant. */
function readRecheckEvery(variables: Variables, local: boolean): Duration | null {
  if (variables.text('RECHECK_SECONDS') === null) return null;
  return variables.number('RECHECK_SECONDS', 86_400, local ? 1 : 3_600, 86_400) * SECOND;
}

function readMode(variables: Variables, practises: boolean): Config['mode'] {
  // Keys that are there but not whole are told already.
  const hasKeys = variables.names().some((name) => /^X_(?:APP|ACCESS)_/.test(name));
  const mode = variables.oneOf('WEBCARE_MODE', MODES) ?? (practises && !hasKeys ? 'practice' : 'listening');
  if (mode === 'live' && !hasKeys) {
    variables.problems.push(
      'WEBCARE_MODE is live without the keys of an account: set X_APP_KEY, X_APP_SECRET, X_ACCESS_TOKEN_<HANDLE> and X_ACCESS_SECRET_<HANDLE>, or choose listening or practice.',
    );
  }
  return mode;
}

function readPollEvery(variables: Variables, local: boolean): Duration | null {
  if (variables.text('POLL_SECONDS') === null) return null;
  return variables.number('POLL_SECONDS', 60, local ? 1 : 5, 86_400) * SECOND;
}

function readSignIn(variables: Variables): SignIn | null {
  const id = variables.text('BOT_ID');
  const type = variables.oneOf('BOT_TYPE', BOT_TYPES) ?? 'SingleTenant';
  const tenantId = variables.text('BOT_TENANT_ID');
  const password = variables.secret('BOT_PASSWORD');
  if (id === null) {
    variables.problems.push(
      'BOT_ID is missing, and without it anybody could speak for Teams: set it to the app id of the bot, or LOCAL=1 to run on this machine only.',
    );
  }
  if (tenantId === null) {
    variables.problems.push('BOT_TENANT_ID is missing: set it to the id of the tenant of the organisation.');
  }
  if (type === 'UserAssignedMSI') {
    if (password !== null) {
      variables.problems.push('BOT_PASSWORD is set, but a bot of type UserAssignedMSI has none: take it out.');
    }
    return id === null || tenantId === null ? null : { type, id, tenantId };
  }
  if (password === null) {
    variables.problems.push(
      'BOT_PASSWORD is missing: set it to the client secret of the bot, or BOT_TYPE to UserAssignedMSI.',
    );
  }
  return id === null || tenantId === null || password === null ? null : { type, id, tenantId, password };
}
