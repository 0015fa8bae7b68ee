import { type Dialogue } from '../dialogue/dialogue.ts';
import { isListed, isTakable } from '../dialogue/listed/place-in-storm.ts';
import { type Instant } from '../instant.ts';

/** How many dialogues of a storm stand where. Together they are all of them. */
export interface Counts {
  /** On a list, to be taken. */
  readonly waiting: number;
  /** On a list, with a text for many on its way. */
  readonly placing: number;
  /** On a card of its own, without an answer. */
  readonly alone: number;
  readonly answered: number;
  readonly setAside: number;
}

/** Where one dialogue is counted. */
export function countedAs(dialogue: Dialogue): keyof Counts {
  const { stage } = dialogue;
  if (stage.name === 'setAside') return 'setAside';
  if (stage.name === 'answered' || stage.name === 'closed') return 'answered';
  if (!isListed(dialogue)) return 'alone';
  return isTakable(dialogue) ? 'waiting' : 'placing';
}

export function countsOf(dialogues: readonly Dialogue[]): Counts {
  const counts = { waiting: 0, placing: 0, alone: 0, answered: 0, setAside: 0 };
  for (const dialogue of dialogues) counts[countedAs(dialogue)] += 1;
  return counts;
}

/** One list of a storm: everything about one topic that began on a list. */
export interface TopicList {
  /** null: it fits no list of topics. */
  readonly topic: string | null;
  readonly counts: Counts;
  /** Municipality (id; null: unknown) → its own counts, the one with most waiting first. */
  readonly towns: readonly { readonly municipality: string | null; readonly counts: Counts }[];
  /** To be taken, in the order in which they are given out. */
  readonly waiting: readonly Dialogue[];
}

/** The lists of a storm, by all its dialogues: a topic has a list as soon as something of it is or was listed. */
export function listsOf(dialogues: readonly Dialogue[], began: ReadonlySet<string | null>): readonly TopicList[] {
  const topics = new Set([...began, ...dialogues.filter(isListed).map(({ topic }) => topic)]);
  return [...topics].map((topic) => {
    const about = dialogues.filter((one) => one.topic === topic);
    const towns = [...new Set(about.map(({ municipality }) => municipality))].map((municipality) => ({
      municipality,
      counts: countsOf(about.filter((one) => one.municipality === municipality)),
    }));
    return {
      topic,
      counts: countsOf(about),
      towns: towns.sort((one, other) => other.counts.waiting - one.counts.waiting),
      waiting: inOrder(about.filter(isTakable)),
    };
  });
}

/** What is due first goes first, and what nobody owes an answer to last; of two that are due together the older one. */
export function inOrder(dialogues: readonly Dialogue[]): readonly Dialogue[] {
  return [...dialogues].sort(
    (one, other) =>
      (one.due ?? Infinity) - (other.due ?? Infinity) || beganAt(one) - beganAt(other) || (one.id < other.id ? -1 : 1),
  );
}

/** Whom nobody said anything to yet: neither answered nor deliberately left. */
export function unheard(dialogues: readonly Dialogue[]): readonly Dialogue[] {
  return inOrder(dialogues.filter((one) => !['answered', 'setAside'].includes(countedAs(one))));
}

function beganAt({ posts }: Dialogue): Instant {
  return posts[0]?.at ?? 0;
}
