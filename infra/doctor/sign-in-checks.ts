import { type SignIn } from '../../bot/config.ts';
import { type TablesAccess } from '../../bot/tables-access.ts';
import { type Duration, SECOND } from '../../services/domain/instant.ts';
import { type Check, ok, unknown, wrong } from './check.ts';
import { type Outside } from './outside.ts';

const LOGIN = 'https://login.microsoftonline.com';
const BOT_SCOPE = 'https://api.botframework.com/.default';
const TABLES_SCOPE = 'https://storage.azure.com/.default';
/** Where the keys are with which the tokens of Teams are checked. */
const TEAMS_KEYS = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** Leases are compared between instances within some seconds, and the date of an answer has whole ones. */
const CLOCK_MAY_DIFFER: Duration = 5 * SECOND;

/** Who this is in Azure, for the tables. With a connection string nobody needs to be anybody. */
export async function checkIdentity(access: TablesAccess, signIn: SignIn, outside: Outside): Promise<Check> {
  if (!('endpoint' in access)) return unknown('identity', 'not used: the tables are reached by connection string');
  const token = await outside.token(TABLES_SCOPE, null).catch((error: unknown) => firstLine(error));
  if (typeof token !== 'string')
    return wrong(
      'identity',
      `nobody is signed in to Azure (${token.why}): run az login here; in the App Service, set AZURE_CLIENT_ID to the client id of its identity.`,
    );
  const { tid, appid, upn, unique_name: name } = claimsIn(token);
  const who = upn ?? name ?? appid ?? 'somebody';
  if (signIn.type !== 'none' && tid !== undefined && tid !== signIn.tenantId)
    return wrong(
      'identity',
      `${who} is of tenant ${tid}, and BOT_TENANT_ID is another: az login --tenant ${signIn.tenantId}`,
    );
  return ok('identity', `signed in to Azure as ${who}`);
}

/** Whether the bot can prove to Teams who it is. */
export async function checkBotSignIn(signIn: SignIn, outside: Outside): Promise<Check> {
  const about = 'bot sign-in';
  if (signIn.type === 'none') return unknown(about, 'not used with LOCAL=1');
  if (signIn.type === 'UserAssignedMSI') {
    const token = await outside.token(BOT_SCOPE, signIn.id).catch((error: unknown) => firstLine(error));
    return typeof token === 'string'
      ? ok(about, 'the managed identity BOT_ID gets a token for Teams')
      : unknown(
          about,
          `the managed identity gives tokens only within the App Service, so this is not known here (${token.why}); GET /ready and a first card tell`,
        );
  }
  const { id, tenantId, password } = signIn;
  const form = { grant_type: 'client_credentials', client_id: id, client_secret: password.reveal(), scope: BOT_SCOPE };
  const answer = await ask(outside, `${LOGIN}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  if ('why' in answer)
    return wrong(about, `${LOGIN} cannot be reached (${answer.why}): let this machine out to it over https`);
  if (answer.ok) return ok(about, 'Microsoft gives a token for BOT_ID with BOT_PASSWORD');
  const { error_codes: [code] = [] } = (await answer.json().catch(() => ({}))) as { error_codes?: readonly number[] };
  return wrong(
    about,
    `Microsoft refuses it (${code === undefined ? answer.status : `AADSTS${code}`}): ${adviceOn(code)}`,
  );
}

/** Whether the keys of Teams can be read, and whether our clock is right by theirs. */
export async function checkTeamsKeysAndClock(
  signIn: SignIn | null,
  outside: Outside,
  now: () => number,
): Promise<readonly Check[]> {
  const before = now();
  const answer = await ask(outside, TEAMS_KEYS);
  const after = now();
  return [keysOfTeams(signIn, answer), 'why' in answer ? NOT_COMPARED : clockBy(answer, before, after)];
}

const NOT_COMPARED = unknown('clock', 'not compared: nobody outside told the time');

function keysOfTeams(signIn: SignIn | null, answer: Response | Unreached): Check {
  const about = 'keys of Teams';
  if (signIn?.type === 'none') return unknown(about, 'not used with LOCAL=1');
  if (!('why' in answer) && answer.ok) return ok(about, 'can be read');
  const what = 'why' in answer ? `cannot be read (${answer.why})` : `answers ${answer.status}`;
  return wrong(about, `${TEAMS_KEYS} ${what}: let this machine out to it, or every message of Teams is refused`);
}

function clockBy(answer: Response, before: number, after: number): Check {
  const theirs = Date.parse(answer.headers.get('date') ?? '');
  if (Number.isNaN(theirs)) return NOT_COMPARED;
  // The date has whole seconds, and was written some time between asking and hearing.
  const off = Math.max(before - (theirs + SECOND), theirs - after, 0);
  if (off <= CLOCK_MAY_DIFFER) return ok('clock', 'right, within seconds');
  return wrong(
    'clock',
    `${Math.round(off / SECOND)} s off from Microsoft's: set the time of this machine by the network (NTP)`,
  );
}

interface Unreached {
  readonly why: string;
}

async function ask(outside: Outside, url: string, init?: RequestInit): Promise<Response | Unreached> {
  return outside.fetch(url, init).catch((error: unknown) => firstLine(error));
}

function firstLine(error: unknown): Unreached {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return { why: (cause instanceof Error ? cause.message : String(cause)).split('\n', 1).join('').slice(0, 200) };
}

/** By Microsoft's list of sign-in errors. */
function adviceOn(code: number | undefined): string {
  switch (code) {
    case 90002:
      return 'there is no such tenant: set BOT_TENANT_ID to the id of yours';
    case 700016:
      return 'the tenant does not know this app: set BOT_ID to the app id of the bot';
    case 7000215:
      return 'BOT_PASSWORD is not a secret of the app: make one and copy its value, not its id';
    case 7000222:
      return 'BOT_PASSWORD has run out: make a new secret in the app registration';
    default:
      return 'look the code up on login.microsoftonline.com/error';
  }
}

function claimsIn(token: string): Readonly<Partial<Record<'tid' | 'appid' | 'upn' | 'unique_name', string>>> {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<string, string>;
  } catch {
    // A token need not be readable for who carries it.
    return {};
  }
}
