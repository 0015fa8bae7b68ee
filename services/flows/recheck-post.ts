import { type Dialogue } from '../domain/dialogue/dialogue.ts';
import { Fault } from '../ports/fault.ts';
import { type Rechecked } from '../ports/network.ts';
import { type Acted, actOnDialogue } from './act-on-dialogue.ts';
import { type World } from './world.ts';

/** What the network says of a post that we keep is done to the dialogue. null: nothing of it is new. */
export async function takeInRechecked(
  world: World,
  { id, posts }: Dialogue,
  post: string,
  said: Rechecked | undefined,
): Promise<Acted | null> {
  const known = posts.find((one) => one.id === post);
  if (said?.state === 'gone' && known?.gone === undefined)
    return nullWhenNothing(await actOnDialogue(world, id, { type: 'gone', post }));
  if (said?.state !== 'there' || known === undefined || said.edition <= (known.edition ?? 0)) return null;
  const { text, edition } = said;
  const texts = new Map([[post, text]]);
  return nullWhenNothing(await actOnDialogue(world, id, { type: 'reread', post, text, edition }, { texts }));
}

/**
 * Asks for one post just before something is placed under it. null: it stands there as it was, or nobody can say so now;
 * then it is placed all the same, for a network refuses by itself what it cannot take.
 */
export async function recheckPost(world: World, dialogue: Dialogue, post: string | null): Promise<Acted | null> {
  // An own post is placed under nothing.
  if (post === null) return null;
  const network = world.networks.get(dialogue.network);
  const isPrivate = dialogue.posts.some((one) => one.id === post && one.private === true);
  if (network === undefined || isPrivate) return null;
  try {
    const outcome = await network.recheck([post]);
    if (outcome.outcome === 'checked') return await takeInRechecked(world, dialogue, post, outcome.posts.get(post));
  } catch (fault) {
    if (!(fault instanceof Fault) || fault.source === 'tables') throw fault;
    world.log.warn('a post could not be looked up before a reply to it; it is placed all the same', { fault });
  }
  return null;
}

function nullWhenNothing(acted: Acted): Acted | null {
  return acted.due.length === 0 ? null : acted;
}
