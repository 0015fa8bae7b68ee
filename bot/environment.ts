/** A variable of the environment as the README lists it. */
export interface EnvironmentVariable {
  /** `<HANDLE>` stands for the handle of an account in capitals. */
  readonly name: string;
  readonly meaning: string;
  /** null: not set means that there is none. */
  readonly default: string | null;
}

/** Every variable that the bot reads, in the order of the README: the compiler lets `config.ts` read no other. */
export const ENVIRONMENT = [
  { name: 'PORT', meaning: 'port of the web server; 0 takes a free one', default: '3978' },
  { name: 'WEBCARE_CONFIG', meaning: 'the file with the settings of the municipality', default: './webcare.yml' },
  {
    name: 'WEBCARE_MODE',
    meaning: 'listening (no replies), practice (fake posts, nothing leaves) or live',
    default: 'practice with PRACTICE_DIR and without X keys, else listening',
  },
  {
    name: 'TABLES_CONNECTION_STRING',
    meaning: 'connection string of the storage account or of Azurite; this or TABLES_ENDPOINT',
    default: null,
  },
  {
    name: 'TABLES_ENDPOINT',
    meaning: 'address of the table service, reached with the managed identity',
    default: null,
  },
  { name: 'TABLES_PREFIX', meaning: 'how the names of the tables begin', default: 'gehoor' },
  { name: 'BOT_ID', meaning: 'app id of the bot; required unless LOCAL=1', default: null },
  { name: 'BOT_PASSWORD', meaning: 'client secret of the bot, for SingleTenant', default: null },
  { name: 'BOT_TYPE', meaning: 'SingleTenant or UserAssignedMSI', default: 'SingleTenant' },
  { name: 'BOT_TENANT_ID', meaning: 'the only tenant that the bot answers; required with BOT_ID', default: null },
  { name: 'TEAMS_TEAM_ID', meaning: 'the only team that the bot works in', default: null },
  { name: 'X_APP_KEY', meaning: 'API key of the app on X', default: null },
  { name: 'X_APP_SECRET', meaning: 'API secret of the app on X', default: null },
  { name: 'X_ACCESS_TOKEN_<HANDLE>', meaning: 'access token of an account on X', default: null },
  { name: 'X_ACCESS_SECRET_<HANDLE>', meaning: 'access token secret of that account', default: null },
  {
    name: 'POLL_SECONDS',
    meaning:
      'every so many seconds each source is read, day and night; at least 5, with LOCAL=1 at least 1; not set: often in opening hours and after activity, rarely at night',
    default: null,
  },
  { name: 'PRACTICE_DIR', meaning: 'folder of the practice network: posts.jsonl in, placed.jsonl out', default: null },
  {
    name: 'LOCAL',
    meaning: '1: no sign-in, BOT_ID and BOT_PASSWORD are not used; listens on loopback only',
    default: null,
  },
  {
    name: 'RECOVERY_SECONDS',
    meaning:
      'how long after the deadline of a lost publication the network is asked again; at least 60, with LOCAL=1 at least 1',
    default: '60',
  },
  {
    name: 'RECHECK_SECONDS',
    meaning:
      'how often stored posts are looked up again on the network; at least 3600, with LOCAL=1 at least 1; each night when not set',
    default: null,
  },
  { name: 'X_BASE_URL', meaning: 'a stand-in for X on loopback, for tests', default: null },
  { name: 'TEAMS_LIMITS', meaning: 'off: without the limits of Teams on messages, with LOCAL=1 only', default: 'on' },
  { name: 'DAY_CARD', meaning: 'off: no card in the channel that tells each day how things stand', default: 'on' },
  {
    name: 'APPLICATIONINSIGHTS_CONNECTION_STRING',
    meaning: 'where figures and traces go; not set: nothing of it is loaded',
    default: null,
  },
  { name: 'LOG_LEVEL', meaning: 'trace, debug, info, warn, error, fatal or silent', default: 'info' },
] as const satisfies readonly EnvironmentVariable[];

/** The name of a listed variable, with any handle in the place of `<HANDLE>`. */
export type VariableName = WithHandle<(typeof ENVIRONMENT)[number]['name']>;

type WithHandle<Name extends string> = Name extends `${infer Start}<HANDLE>` ? `${Start}${string}` : Name;
