import { maySay } from '../dialogue/department-yes/whose-yes.ts';
import { type Member } from '../people.ts';
import { type Entry, type Group, grouped, type Heading, isHeldBy, waits, waitsForApproval } from './entry.ts';

export type OpenGroup = 'approve' | 'mine' | 'waiting';

/** What somebody may do something about now, in the order in which it helps others most. */
const HEADINGS: readonly Heading<OpenGroup, Member>[] = [
  { name: 'approve', has: mayApproveNow },
  { name: 'mine', has: isHeldBy },
  { name: 'waiting', has: waits },
];

function mayApproveNow(entry: Entry, me: Member): boolean {
  const { dialogue, follows } = entry.view;
  return waitsForApproval(entry) && maySay(follows.saysYes, dialogue, me);
}

/** What is open for this person. */
export function openFor(me: Member, entries: readonly Entry[]): readonly Group<OpenGroup>[] {
  return grouped(HEADINGS, entries, me);
}
