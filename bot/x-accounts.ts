import { type Settings } from '../services/domain/work-instruction/instruction.ts';
import { type XKeys } from './x-keys.ts';

/** An account of `webcare.yml` with its keys in the clear: for the adapter, never for a log. */
export interface XAccount {
  readonly handle: string;
  readonly accessToken: string;
  readonly accessSecret: string;
}

/** Our accounts on X that the environment has keys for. */
export function xAccounts({ accounts: keys }: XKeys, { accounts }: Pick<Settings, 'accounts'>): readonly XAccount[] {
  return accounts
    .filter(({ network }) => network === 'x')
    .flatMap(({ handle }) => {
      const own = keys[handle.toUpperCase()];
      return own ? [{ handle, accessToken: own.accessToken.reveal(), accessSecret: own.accessSecret.reveal() }] : [];
    });
}
