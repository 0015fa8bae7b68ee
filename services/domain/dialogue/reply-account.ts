import { type Post } from '../post.ts';
import { type Settings, type WatchTerm } from '../work-instruction/instruction.ts';
import { type Dialogue } from './dialogue.ts';

/** The terms by which a post was found, in the order of the settings. */
export function watchTermsOf(
  { network, foundBy }: Pick<Post, 'network' | 'foundBy'>,
  { watch }: Settings,
): readonly WatchTerm[] {
  return watch.filter((term) => term.network === network && foundBy.includes(term.name));
}

/** What listened says from where we reply, the term of that very place first; else the account of the place, else the first. */
export function replyAccount(
  municipality: string | null,
  terms: readonly WatchTerm[],
  { accounts }: Settings,
): string | null {
  const here = <T extends { municipality: string | null }>(all: readonly T[]): T | undefined =>
    all.find((one) => one.municipality === municipality) ?? all[0];
  return here(terms)?.replyFrom ?? here(accounts)?.handle ?? null;
}

/**
 * The account that replies once somebody said which municipality it is about; the one that stands where that says nothing.
 * Who turned to an account of ours is answered by that one, whatever it is about, and who heard from one goes on with it:
 * an answer from somewhere else looks like a stranger's.
 */
export function correctedAccount(dialogue: Dialogue, municipality: string | null, settings: Settings): string | null {
  const { asked, account, receipts, network, posts } = dialogue;
  if (asked || receipts.length > 0 || municipality === null || municipality === dialogue.municipality) return account;
  const terms = watchTermsOf({ network, foundBy: posts.flatMap(({ foundBy = [] }) => foundBy) }, settings);
  const of = (one: { readonly municipality: string | null }): boolean => one.municipality === municipality;
  return terms.find(of)?.replyFrom ?? settings.accounts.find(of)?.handle ?? account;
}
