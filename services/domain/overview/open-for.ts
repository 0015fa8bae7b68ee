import { mayApprove } from '../dialogue/reply-text.ts';
import { type Member } from '../people.ts';
import { type Entry, type Group, grouped, type Heading, isHeldBy, waits, waitsForApproval } from './entry.ts';

export type OpenGroup = 'approve' | 'mine' | 'waiting';

/** What somebody may do something about now, in the order in which it helps others most. */
const HEADINGS: readonly Heading<OpenGroup, Member>[] = [
  { name: 'approve', has: (entry, me) => waitsForApproval(entry) && mayApprove(entry.view.dialogue, me) },
  { name: 'mine', has: isHeldBy },
  { name: 'waiting', has: waits },
];

/** What is open for this person. */
export function openFor(me: Member, entries: readonly Entry[]): readonly Group<OpenGroup>[] {
  return grouped(HEADINGS, entries, me);
}
