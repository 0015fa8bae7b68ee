import { type Dialogue } from '../dialogue.ts';
import { type DialogueEvent, type Happened } from '../messages.ts';
import { type Lease } from './clock-state.ts';
import { waitsFor } from '../waits-for.ts';

/**
 * What shows that somebody works on it, or had no time to: the lease begins anew. Only deeds on the dialogue itself, by who
 * has it, the end of a storm, and what a colleague answers, though nobody waited for it any more; news of the citizen, and what others keep apart, are not.
 */
const WORK: ReadonlySet<DialogueEvent['type']> = new Set([
  'tookOver',
  'kept',
  'amended',
  'sentBack',
  'wentPublic',
  'misplaced',
  'revealed',
  'handedOver',
  'holdingKept',
  'promised',
  'cameBack',
  'claimResumed',
  'questionAnswered',
]);

/** The lease after an event. What it waited for came: then it begins anew as well, for there is something to read. */
export function leaseAfter(
  before: Dialogue | null,
  lease: Lease | null,
  after: Dialogue,
  event: Happened,
): Lease | null {
  if (!runs(after)) return null;
  const begins = before === null || lease === null || !runs(before) || WORK.has(event.type);
  if (begins) return { from: event.at, reminded: null };
  return event.type === 'claimReminded' ? { ...lease, reminded: event.at } : lease;
}

/** Somebody has it and can go on. An own post is its writer's for as long as they like: nobody waits for it. */
function runs(dialogue: Dialogue): boolean {
  const { own, stage } = dialogue;
  return own !== true && (stage.name === 'claimed' || stage.name === 'drafted') && waitsFor(dialogue) === null;
}
