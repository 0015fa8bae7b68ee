import { dueFor } from './decide-holding.ts';
import { hitch } from './decide-publishing.ts';
import { happen, NOTHING } from './decision.ts';
import { type Dialogue } from './dialogue.ts';
import { type Facts } from './facts.ts';
import { type Decision, type DialogueEvent } from './messages.ts';
import { type Publication } from './publication.ts';

/**
 * A post is no longer on the network: its words go, and nothing is placed under it. Also for a post of somebody else that
 * a post of ours quotes or answers: of that one we have nothing but the words. Told twice it changes nothing.
 */
export function decideGone(dialogue: Dialogue, post: string, facts: Facts): Decision {
  const known = dialogue.posts.find(({ id }) => id === post);
  // A reply of ours is not the citizen's to take away.
  if (known?.from === 'us' || known?.gone !== undefined) return NOTHING;
  const posts = dialogue.posts.map((one) => (one === known ? { ...one, gone: facts.at } : one));
  const due = dialogue.due === null ? null : dueFor({ ...dialogue, posts }, facts);
  const kept = facts.settings.x.deleted === 'keep';
  return happen({ type: 'postGone', post, kept, due }, ...heldBack(dialogue, post, facts));
}

/** A text that answers it and is not on its way yet comes back; one that is, the network refuses by itself. */
function heldBack({ stage }: Dialogue, post: string, { at }: Facts): readonly DialogueEvent[] {
  const answers = ({ inReplyTo, readTo }: Pick<Publication, 'inReplyTo' | 'readTo'>): boolean =>
    inReplyTo === post || readTo === post;
  if (stage.name === 'approved' && answers(stage.publication) && stage.publication.attempt === null)
    return [{ type: 'notPlaced', hitch: hitch('refused', stage.publication, at, 'post-deleted') }];
  if (stage.name !== 'drafted' || stage.hitch === null || !answers(stage.hitch)) return [];
  return [{ type: 'notPlaced', hitch: { ...stage.hitch, why: 'refused', reason: 'post-deleted', detail: null, at } }];
}
