import { type Instant } from '../../instant.ts';
import { type Concept, type Dialogue, type Stage } from '../dialogue.ts';
import { newWork } from '../evolve-holding.ts';
import { type Happened } from '../messages.ts';

/** What ends the waiting of who was told when the answer comes. */
const ENDS_HOLDING: ReadonlySet<Happened['type']> = new Set([
  'published',
  'finished',
  'passedOn',
  'wasSetAside',
  'answeredOutside',
]);

/** What any event does to a promise, and to the two texts that a dialogue has when a holding reply is one of them. */
export function withPromises(before: Dialogue, after: Dialogue, event: Happened): Dialogue {
  if (event.type === 'published' && event.receipt.holds !== undefined)
    return heldOff(before, after, event.receipt.holds, event);
  const now = after.promise?.holding && ENDS_HOLDING.has(event.type) ? { ...after, promise: null } : after;
  return event.type === 'published' ? alone(now) : withBothTexts(before, now);
}

/** The citizen was told when the answer comes: who has it has it still, and the second clock runs. */
function heldOff(
  before: Dialogue,
  after: Dialogue,
  holds: Instant,
  { receipt }: Extract<Happened, { type: 'published' }>,
): Dialogue {
  if (!('since' in before.stage)) return after;
  const { by, since } = before.stage;
  return {
    ...alone(after),
    due: holds,
    concept: before.other ?? null,
    posts: after.posts.map((post) => (post.id === receipt.id ? { ...post, holding: true } : post)),
    promise: { at: holds, by: receipt.by, madeAt: receipt.at, note: '', holding: true },
    stage: { name: 'claimed', by, since, remark: null },
    work: newWork(before, null),
  };
}

/**
 * On the table lies one text, and the other waits beside it. Whenever a holding reply is laid there or comes back, they
 * change places, so that what is being written is always the answer.
 */
function withBothTexts(before: Dialogue, after: Dialogue): Dialogue {
  const { concept, other, stage } = after;
  const laid = isHolding(concept) && !isHolding(before.concept) && other === before.other;
  if (laid) return pair(after, concept, before.concept);
  const frozen = stage.name === 'approved' && stage.publication.holds !== undefined && !isHolding(concept);
  if (frozen && isHolding(other ?? null)) return pair(after, other ?? null, concept);
  if (isHolding(concept) && !isOnTable(stage)) return pair(after, other ?? null, concept);
  // A text of another kind took the place of the holding reply: the answer is kept apart.
  if (other != null && !isHolding(other) && !isHolding(concept)) return { ...alone(after), spare: other };
  return after;
}

function pair(after: Dialogue, concept: Concept | null, other: Concept | null): Dialogue {
  return other === null ? { ...alone(after), concept } : { ...after, concept, other };
}

function isHolding(concept: Concept | null): boolean {
  return concept?.holds !== undefined;
}

function isOnTable({ name }: Stage): boolean {
  return name === 'drafted' || name === 'approved';
}

/** Without the other text. */
function alone(d: Dialogue): Dialogue {
  return d.other == null ? d : { ...d, other: null };
}
