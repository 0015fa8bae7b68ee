import { z } from 'zod/v4';
import { type Duration } from '../../domain/instant.ts';
import { type Answer, type Failure, unreadable } from './answer.ts';
import { type XClient } from './x-client.ts';

const me = z.object({ data: z.object({ id: z.string().regex(/^\d{1,20}$/), username: z.string() }) });

/** Whose the keys are, asked from X. `other`: they work, and belong to another account than the settings say. */
export type Identity =
  { readonly kind: 'known'; readonly id: string } | { readonly kind: 'other'; readonly handle: string } | Failure;

/** One account of ours. */
export interface OwnAccount {
  /** As the settings spell it, without `@`. */
  readonly handle: string;
  readonly client: XClient;
  /** Our numeric id on X; null until X was asked. */
  readonly id: string | null;
  /** Asks X once and keeps the answer; failures are not kept. Before it, nothing is read or placed as this account. */
  identity(within: Duration): Promise<Identity>;
}

export function createOwnAccount(handle: string, client: XClient): OwnAccount {
  let known: { readonly kind: 'known'; readonly id: string } | null = null;
  let asking: Promise<Identity> | null = null;

  async function ask(within: Duration): Promise<Identity> {
    const identity = identityIn(await client.get('users/me', {}, within), handle);
    if (identity.kind === 'known') known = identity;
    return identity;
  }

  return {
    handle,
    client,
    get id() {
      return known?.id ?? null;
    },
    async identity(within) {
      if (known !== null) return known;
      asking ??= ask(within);
      try {
        return await asking;
      } finally {
        asking = null;
      }
    },
  };
}

/** What X says to the question who we are. */
export function identityIn(answer: Answer, handle: string): Identity {
  if (answer.kind !== 'ok') return answer;
  const { success, data } = me.safeParse(answer.body);
  if (!success) return unreadable('not who we are');
  const { id, username } = data.data;
  return sameHandle(username, handle) ? { kind: 'known', id } : { kind: 'other', handle: username };
}

/** X ignores capitals in handles. */
export function sameHandle(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
