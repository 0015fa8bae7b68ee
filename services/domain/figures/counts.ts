/**
 * What is counted, by group. Every figure is made from these, so that a period is the sum of its days and a figure on the
 * card cannot differ from the same one in the export. Minutes are kept exactly and sparsely, as keys, so that a median of
 * a year is the median of its answers and not of its days.
 */
export const GROUPS = {
  /** Contacts, by kind. */
  came: 'kind',
  /** Contacts, by where they came from: a network, or by hand the way they came in. */
  source: 'source',
  /** Contacts, by weekday and hour of the town hall's clock at which they were posted: `mon 09`. */
  hour: 'hour',
  /** Contacts that were addressed to us, by topic; '' is none. */
  asked: 'topic',
  /** Contacts that we found ourselves, by topic; '' is none. */
  unasked: 'topic',
  /** What became of those that an answer was owed to, once that was due. */
  norm: 'onTime | late | missed',
  /** Owed answers that came, by opening-hours minutes from posting to the first reply. */
  reply: 'minutes',
  /** Owed answers that did not come, by minutes up to where it is known that they had not come: for the median alone. */
  unanswered: 'minutes',
  /** Contacts that somebody took up, by minutes from taking in. */
  pickUp: 'minutes',
  /** Contacts that were answered, by the way of the answer. */
  way: 'way',
  /** Holding replies, by what became of the moment they named. */
  promise: 'kept | broken',
  /** Approved by somebody else, by minutes from being submitted. */
  approval: 'minutes',
  /** Texts for a second pair of eyes. */
  approvals: 'submitted | sentBack | amended',
  /** Answers of colleagues: `department|minutes`. */
  question: 'department|minutes',
  /** Claims, and what went wrong. */
  trouble: 'claims | expired | silent | double | unchecked | notPlaced | removed | relabelled',
  /** Deliberately not answered, by reason. */
  aside: 'reason',
  /** Taken over by a department, by its name: no answer of ours. */
  handedOver: 'department',
  /** Found unasked, by watch term. */
  watch: 'term',
  /** Of those, what turned out to be noise. */
  noise: 'term',
  /** Own posts placed, and reactions to them. */
  own: 'placed | reactions',
  /** Of one person: `e-mail|answered`, `e-mail|onTime`, `e-mail|late`. Shown to that person only. */
  person: 'e-mail|what',
  /** Replies of one person: `e-mail|minutes`. */
  personReply: 'e-mail|minutes',
} as const;

export type Group = keyof typeof GROUPS;

export type Counts = Readonly<Partial<Record<Group, Readonly<Record<string, number>>>>>;

export const NOTHING_COUNTED: Counts = {};

/** Counts that are still being made. */
export class Tally {
  private readonly groups: Partial<Record<Group, Record<string, number>>> = {};

  add(group: Group, key: string, times = 1): void {
    const counted = (this.groups[group] ??= Object.create(null) as Record<string, number>);
    counted[key] = (counted[key] ?? 0) + times;
  }

  addAll(counts: Counts): void {
    for (const [group, counted] of Object.entries(counts))
      for (const [key, times] of Object.entries(counted)) this.add(group as Group, key, times);
  }

  get counts(): Counts {
    return this.groups;
  }
}

/** The same as if all had been counted at once. */
export function sumOfCounts(parts: Iterable<Counts>): Counts {
  const tally = new Tally();
  for (const part of parts) tally.addAll(part);
  return tally.counts;
}

export function counted(counts: Counts, group: Group, key: string): number {
  return counts[group]?.[key] ?? 0;
}

export function totalOf(counts: Counts, group: Group): number {
  return Object.values(counts[group] ?? {}).reduce((sum, times) => sum + times, 0);
}

/** The counts of one group, most first, then by name. */
export function ranked(counts: Counts, group: Group): readonly (readonly [string, number])[] {
  return Object.entries(counts[group] ?? {}).sort(
    ([one, first], [other, second]) => second - first || one.localeCompare(other),
  );
}
