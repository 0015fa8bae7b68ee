import { samePerson } from '../dialogue/dialogue.ts';
import { type DialogueView } from '../dialogue/view.ts';
import { postToAnswer } from '../dialogue/what-to-answer.ts';
import { type Instant } from '../instant.ts';
import { type Person } from '../people.ts';

/** A dialogue in an overview: what its cards show, and its thread in Teams; null when it has none yet. */
export interface Entry {
  readonly view: DialogueView;
  readonly thread: string | null;
}

/** Lines of an overview under one heading, the gravest first. */
export interface Group<Name extends string> {
  readonly name: Name;
  readonly entries: readonly Entry[];
}

/** Which entries belong under a heading. */
export interface Heading<Name extends string, About> {
  readonly name: Name;
  readonly has: (entry: Entry, about: About) => boolean;
}

/** Every entry under the first heading that it belongs to, once; what belongs to none is left out, and so is a heading without entries. */
export function grouped<Name extends string, About>(
  headings: readonly Heading<Name, About>[],
  entries: readonly Entry[],
  about: About,
): readonly Group<Name>[] {
  const headingOf = new Map(entries.map((entry) => [entry, headings.find(({ has }) => has(entry, about))?.name]));
  return headings.flatMap(({ name }) => {
    const own = entries.filter((entry) => headingOf.get(entry) === name);
    return own.length === 0 ? [] : [{ name, entries: own.sort(graver) }];
  });
}

/** Danger, then complaints and the press, then the rest; within that by when an answer is due, and by age. */
function graver(one: Entry, other: Entry): number {
  return (
    gravity(one) - gravity(other) ||
    (one.view.dialogue.due ?? Infinity) - (other.view.dialogue.due ?? Infinity) ||
    cameAt(one) - cameAt(other) ||
    one.view.dialogue.id.localeCompare(other.view.dialogue.id)
  );
}

const GRAVE: Readonly<Record<string, number>> = { calamiteit: 0, klacht: 1, pers: 2 };

function gravity({ view }: Entry): number {
  return GRAVE[view.dialogue.kind] ?? 3;
}

/** When the words that wait for an answer were posted; of an own post when it was begun. */
export function cameAt({ view: { dialogue } }: Entry): Instant {
  return postToAnswer(dialogue)?.at ?? dialogue.course[0]?.at ?? 0;
}

/** The text did not get to the network, or comes back for another reason, and somebody has to see to it. */
export function hasHitch({ view: { dialogue } }: Entry): boolean {
  return dialogue.stage.name === 'drafted' && dialogue.stage.hitch !== null;
}

/** A text waits for a second pair of eyes. */
export function waitsForApproval({ view: { dialogue } }: Entry): boolean {
  return dialogue.stage.name === 'drafted' && dialogue.stage.hitch === null;
}

/** Nobody has it. */
export function waits({ view: { dialogue } }: Entry): boolean {
  return dialogue.stage.name === 'waiting';
}

/** Somebody is working on it, or is to. */
export function isHeld({ view: { dialogue } }: Entry): boolean {
  const { name } = dialogue.stage;
  return name === 'claimed' || name === 'drafted' || name === 'approved';
}

export function isHeldBy(entry: Entry, person: Person): boolean {
  const { stage } = entry.view.dialogue;
  return isHeld(entry) && 'by' in stage && samePerson(stage.by, person);
}

/** When somebody promised to come back to it; null: nobody did. */
export function promisedAt({ view: { dialogue } }: Entry): Instant | null {
  return dialogue.promise?.at ?? null;
}
