import { type Duration, type Instant, MINUTE } from '../../domain/instant.ts';
import { type Clock } from '../../ports/clock.ts';
import { Fault } from '../../ports/fault.ts';
import { type Placed, type Reply } from '../../ports/network.ts';
import { laterOrFault, type Later, wrongAccount } from './broken-read.ts';
import { findPrivate } from './find-private.ts';
import { ownLink } from './own-link.ts';
import { type OwnAccount } from './own-account.ts';
import { sameText } from './same-text.ts';
import { idAt } from './snowflake.ts';
import { readTimeline } from './timeline.ts';
import { POST_FIELDS } from './wire-post.ts';

/** X's clock and ours may differ so much. */
const MARGIN: Duration = MINUTE;

/**
 * Looks a reply up on the account's own timeline: same parent, same text. Null is only said after every page was read;
 * when X cannot be read, also for a rate limit, a `Fault` says so, for null would lead to a second reply.
 */
export async function findPlaced(
  account: OwnAccount,
  reply: Reply,
  since: Instant,
  { clock, timeout }: { readonly clock: Clock; readonly timeout: Duration },
): Promise<Placed | null> {
  const { handle, client } = account;
  const identity = await account.identity(timeout);
  if (identity.kind === 'other') throw new Fault('settings', wrongAccount(handle, identity.handle));
  if (identity.kind !== 'known') throw waiting(laterOrFault(identity, handle, clock.now()), handle, clock);
  if (reply.privateTo !== undefined) {
    const looked = await findPrivate(account, identity.id, reply, since, timeout);
    if (looked.kind !== 'found') throw waiting(laterOrFault(looked, handle, clock.now()), handle, clock);
    return looked.placed;
  }
  const query = { since_id: idAt(since - MARGIN), 'tweet.fields': POST_FIELDS };
  const timeline = await readTimeline(client, `users/${identity.id}/tweets`, query, timeout);
  if (timeline.kind !== 'timeline') throw waiting(laterOrFault(timeline, handle, clock.now()), handle, clock);
  const found = timeline.posts.find((post) => post.repliedTo === reply.inReplyTo && sameText(reply.text, post.text));
  if (found !== undefined) return { id: found.id, link: ownLink(handle, found.id), at: found.postedAt };
  if (timeline.unread > 0)
    throw new Fault('network', `X gave posts of @${handle} in a form that cannot be read: look on X by hand`);
  return null;
}

function waiting(later: Later, handle: string, clock: Clock): Fault {
  const until = new Date(later.at).toISOString();
  const words = `X lets @${handle} read again from ${until}: it is looked up again by itself`;
  return new Fault('network', words, undefined, later.at - clock.now());
}
