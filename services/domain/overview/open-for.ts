import { maySay } from '../dialogue/department-yes/whose-yes.ts';
import { holderOf, samePerson } from '../dialogue/dialogue.ts';
import { waitsForColleague } from '../dialogue/questions/question.ts';
import { type Member } from '../people.ts';
import {
  type Entry,
  type Group,
  grouped,
  type Heading,
  isHeldBy,
  promisedAt,
  waits,
  waitsForApproval,
} from './entry.ts';

export type OpenGroup = 'approve' | 'colleague' | 'promised' | 'mine' | 'waiting';

/** What somebody may do something about now, in the order in which it helps others most. */
const HEADINGS: readonly Heading<OpenGroup, Member>[] = [
  { name: 'approve', has: mayApproveNow },
  { name: 'colleague', has: (entry, me) => isHeldBy(entry, me) && waitsForColleague(entry.view.dialogue) },
  { name: 'promised', has: (entry, me) => promisedAt(entry) !== null && isOf(entry, me) },
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

/** They have it, or had it last. */
function isOf({ view: { dialogue } }: Entry, me: Member): boolean {
  return samePerson(holderOf(dialogue.stage), me);
}
