import { type XKeys } from '../../bot/x-keys.ts';
import { keyAdvice } from '../../services/adapters/x/broken-read.ts';
import { searchesFor } from '../../services/adapters/x/search-query.ts';
import { type Settings } from '../../services/domain/work-instruction/instruction.ts';

/** What does not fit between the keys of the environment and `webcare.yml`, without asking X. */
export function misfits(keys: XKeys | null, { accounts, watch }: Settings): readonly string[] {
  const ours = accounts.filter(({ network }) => network === 'x').map(({ handle }) => handle);
  const known = new Set(ours.map((handle) => handle.toUpperCase()));
  const terms = watch.filter(({ network }) => network === 'x');
  return [
    ...(ours.length === 0 ? ['webcare.yml has no account on x: add ours to accounts'] : []),
    ...(keys === null
      ? [
          'there are no keys of X: set X_APP_KEY and X_APP_SECRET, and X_ACCESS_TOKEN_<HANDLE> and X_ACCESS_SECRET_<HANDLE> of each account',
        ]
      : ours
          .filter((handle) => keys.accounts[handle.toUpperCase()] === undefined)
          .map((handle) => `there are no X keys of @${handle}: ${keyAdvice(handle)}`)),
    ...Object.keys(keys?.accounts ?? {})
      .filter((name) => !known.has(name))
      .map(
        (name) =>
          `there are X keys of ${name}, which is no account of webcare.yml: add it to accounts, or take X_ACCESS_TOKEN_${name} and X_ACCESS_SECRET_${name} out`,
      ),
    ...searchesFor(terms, ours).problems,
  ];
}
