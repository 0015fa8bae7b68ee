import { type Instant } from '../instant.ts';
import { type Channel } from './channel.ts';
import { type Dialogue, type DialoguePost } from './dialogue.ts';

type Since = { readonly post: DialoguePost; readonly since: Instant };
/** What the citizen asks since our last reply that stands there; an edit asks anew. `removed`: one that is being taken off. */
export function unanswered({ posts, receipts }: Dialogue, removed: string | null = null): readonly Since[] {
  const off = receipts.filter(({ id, removal }) => id === removed || removal?.state === 'done');
  const ours = posts.findLast(
    (post) => post.from === 'us' && post.holding === undefined && !off.some(({ id }) => id === post.id),
  );
  const answeredAt = ours?.at ?? -Infinity;
  return posts
    .filter(({ from, thanks, gone }) => from === 'citizen' && !thanks && gone === undefined)
    .map((post) => ({ post, since: post.at > answeredAt ? post.at : (post.edited?.at ?? post.at) }))
    .filter(({ since }) => since > answeredAt);
}

/** The post that a reply answers: the newest that is more than thanks, in public of what was said in public. When it is gone, another that is unanswered; else the gone one. */
export function postToAnswer(dialogue: Dialogue, channel: Channel = 'private'): DialoguePost | undefined {
  const fits = (post: DialoguePost): boolean => channel === 'private' || post.private !== true;
  const citizens = dialogue.posts.filter((post) => post.from === 'citizen' && fits(post));
  const newest = citizens.findLast((post) => !post.thanks) ?? citizens.at(-1);
  if (newest?.gone === undefined) return newest;
  const there = citizens.filter(({ thanks, gone }) => !thanks && gone === undefined);
  return (
    unanswered(dialogue).findLast(({ post }) => fits(post))?.post ??
    (dialogue.due === null ? newest : (there.at(-1) ?? newest))
  );
}

/** The citizen took away all that we had not answered yet. */
export function nothingToAnswer(dialogue: Dialogue): boolean {
  return postToAnswer(dialogue)?.gone !== undefined;
}

/** What somebody answered on the network itself to the post that we would answer. */
export function answeredOutside(dialogue: Dialogue): DialoguePost | undefined {
  const target = postToAnswer(dialogue);
  const since = dialogue.posts.findIndex((post) => post === target) + 1;
  return dialogue.posts.slice(since).findLast(({ outside }) => outside === true);
}
