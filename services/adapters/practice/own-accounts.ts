import { type Account } from '../../domain/work-instruction/instruction.ts';

/** Our own handles, whatever the capitals; answers with the handle as the settings spell it. */
export interface OwnAccounts {
  find(handle: string): string | null;
  /** The first account of ours that is @mentioned in a text. */
  mentioned(text: string): string | null;
}

export function createOwnAccounts(accounts: readonly Account[]): OwnAccounts {
  const handles = new Map(accounts.map((account) => [account.handle.toLowerCase(), account.handle]));
  const find = (handle: string): string | null => handles.get(handle.toLowerCase()) ?? null;
  return {
    find,
    mentioned(text) {
      // A `@` inside a word is an e-mail address.
      for (const match of text.matchAll(/(?<![\w.])@(\w+)/g)) {
        const ours = find(match[1] ?? '');
        if (ours !== null) return ours;
      }
      return null;
    },
  };
}
