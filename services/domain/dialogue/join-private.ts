import { DAY, type Duration, type Instant } from '../instant.ts';
import { type Post } from '../post.ts';
import { type Dialogue } from './dialogue.ts';

/** What was last said longer ago is another matter. */
const JOIN_WITHIN: Duration = 30 * DAY;

/**
 * The dialogue that a private message is more of, out of all of this citizen on this network: the newest that is open,
 * else the newest, with the account that got it. What we heard unasked and let rest is no conversation. null: it is a
 * conversation of its own.
 */
export function dialogueToJoin(dialogues: readonly Dialogue[], post: Post): Dialogue | null {
  const known = dialogues.find(({ posts }) => posts.some(({ id }) => id === post.id));
  if (known !== undefined) return known;
  const fits = dialogues.filter(
    (one) => lastSaid(one) >= post.postedAt - JOIN_WITHIN && isOfAccount(one, post.account) && isConversation(one),
  );
  return (
    fits.sort((one, other) => Number(isEnded(one)) - Number(isEnded(other)) || lastSaid(other) - lastSaid(one))[0] ??
    null
  );
}

function lastSaid({ posts }: Dialogue): Instant {
  return Math.max(...posts.map(({ at }) => at));
}

/** Who was heard unasked is answered from the account that they turn to. */
function isOfAccount({ asked, account }: Dialogue, received: string | null): boolean {
  return !asked || account?.toLowerCase() === received?.toLowerCase();
}

function isConversation(dialogue: Dialogue): boolean {
  return dialogue.asked || dialogue.receipts.length > 0 || !isEnded(dialogue);
}

function isEnded({ stage }: Dialogue): boolean {
  return stage.name === 'closed' || stage.name === 'setAside';
}
