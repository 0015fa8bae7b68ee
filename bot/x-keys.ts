import { type VariableName } from './environment.ts';
import { type Secret } from './secret.ts';
import { isLoopback, type Variables } from './variables.ts';

/** Keys of the app on X and of our accounts there. */
export interface XKeys {
  readonly appKey: Secret;
  readonly appSecret: Secret;
  /** By handle in capitals. */
  readonly accounts: Readonly<Record<string, { readonly accessToken: Secret; readonly accessSecret: Secret }>>;
  /** A stand-in for X on loopback; null: X itself. */
  readonly baseUrl: string | null;
}

/** The keys for X; null when there are none. Half a set is told: which half is missing. */
export function readXKeys(variables: Variables): XKeys | null {
  const appKey = variables.secret('X_APP_KEY');
  const appSecret = variables.secret('X_APP_SECRET');
  const handles = handlesIn(variables);
  const accounts = handles.flatMap((handle) => {
    const accessToken = whole(variables, `X_ACCESS_TOKEN_${handle}`, `X_ACCESS_SECRET_${handle}`);
    const accessSecret = whole(variables, `X_ACCESS_SECRET_${handle}`, `X_ACCESS_TOKEN_${handle}`);
    return accessToken === null || accessSecret === null ? [] : [[handle, { accessToken, accessSecret }] as const];
  });
  const baseUrl = variables.address(
    'X_BASE_URL',
    'address on this machine: it is only for a local stand-in of X, such as http://127.0.0.1:4010; leave it out for X itself',
    (url) => url.protocol === 'http:' && isLoopback(url),
  );
  if (appKey === null && appSecret === null && handles.length === 0) return null;
  for (const [name, value] of [['X_APP_KEY', appKey] as const, ['X_APP_SECRET', appSecret] as const]) {
    if (value === null) variables.problems.push(`${name} is missing: copy it from the app in the console of X.`);
  }
  if (handles.length === 0) {
    variables.problems.push(
      'There is an app on X without an account: set X_ACCESS_TOKEN_<HANDLE> and X_ACCESS_SECRET_<HANDLE>, or take X_APP_KEY and X_APP_SECRET out.',
    );
  }
  if (appKey === null || appSecret === null || accounts.length === 0) return null;
  return { appKey, appSecret, accounts: Object.fromEntries(accounts), baseUrl };
}

function handlesIn(variables: Variables): readonly string[] {
  const found = variables.names().flatMap((name) => {
    const [, handle] = /^X_ACCESS_(?:TOKEN|SECRET)_(.+)$/.exec(name) ?? [];
    if (handle === undefined) return [];
    if (/^[A-Z0-9_]{1,15}$/.test(handle)) return [handle];
    variables.problems.push(`${name}: write the handle in capitals and without @, such as X_ACCESS_TOKEN_GEMOOSTZAAN.`);
    return [];
  });
  return [...new Set(found)].sort();
}

function whole(variables: Variables, name: VariableName, other: VariableName): Secret | null {
  const value = variables.secret(name);
  if (value === null) variables.problems.push(`${name} is missing: ${other} is set, and an account needs both.`);
  return value;
}
