import { type XServer } from '../x-server/x-server.ts';

/** What makes the bot of a loop take the stand-in for X for X itself, live, with the keys of its accounts. */
export function xEnvironment({
  url,
  keys: { appKey, appSecret, accounts },
}: XServer): Readonly<Record<string, string>> {
  const keys = accounts.flatMap(({ handle, accessToken, accessSecret }): readonly (readonly [string, string])[] => [
    [`X_ACCESS_TOKEN_${handle.toUpperCase()}`, accessToken],
    [`X_ACCESS_SECRET_${handle.toUpperCase()}`, accessSecret],
  ]);
  return {
    WEBCARE_MODE: 'live',
    X_BASE_URL: url,
    X_APP_KEY: appKey,
    X_APP_SECRET: appSecret,
    ...Object.fromEntries(keys),
  };
}
