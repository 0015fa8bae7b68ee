import { type Dialogue } from '../dialogue/dialogue.ts';
import { type Contact } from '../figures/contact.ts';
import { counted, type Counts } from '../figures/counts.ts';
import { type Incident } from '../figures/incidents.ts';

/** Why a dialogue is worth talking about. */
export type TalkReason = 'double' | 'missed' | 'late' | 'promise' | 'expired' | 'followUps' | 'praised' | 'thanked';

/** What is known of one dialogue, of the month alone. */
export interface Talkable {
  readonly dialogue: Dialogue;
  readonly contacts: readonly (Contact & {
    /** What it counts for, as in the figures. */
    readonly counts: Counts;
    /** Opening time over the norm, in ms; of what was missed until it ended or until now. */
    readonly over: number;
  })[];
  readonly incidents: readonly Incident[];
}

export interface TalkRule {
  readonly reason: TalkReason;
  /** What went well: one of those is always among the chosen, where there is one. */
  readonly good: boolean;
  /** How much it says, to choose the most telling one; 0: it does not fit. */
  readonly weight: (about: Talkable) => number;
}

/** Who writes so often needed more than the first answer gave. */
export const FOLLOW_UPS = 3;

/** The gravest first. A dialogue is chosen for one reason: the first rule that finds it the most telling. */
export const TALK_RULES: readonly TalkRule[] = [
  { reason: 'double', good: false, weight: ({ incidents }) => times(incidents, 'double') },
  { reason: 'missed', good: false, weight: (about) => longest(about, 'missed') },
  { reason: 'late', good: false, weight: (about) => longest(about, 'late') },
  {
    reason: 'promise',
    good: false,
    weight: ({ contacts }) => contacts.filter(({ counts }) => counted(counts, 'promise', 'broken') > 0).length,
  },
  { reason: 'expired', good: false, weight: ({ incidents }) => times(incidents, 'expired') },
  { reason: 'followUps', good: false, weight: (about) => (followUps(about) >= FOLLOW_UPS ? followUps(about) : 0) },
  { reason: 'praised', good: true, weight: ({ dialogue: { praise } }) => (praise === undefined ? 0 : 1) },
  { reason: 'thanked', good: true, weight: ({ dialogue }) => thanksAfterUs(dialogue) },
];

/** Posts of the citizen after the first, thanks aside. */
export function followUps({ dialogue }: Pick<Talkable, 'dialogue'>): number {
  return Math.max(0, dialogue.posts.filter(({ from, thanks }) => from === 'citizen' && !thanks).length - 1);
}

/** How often the citizen thanked us after something of ours. */
export function thanksAfterUs({ posts }: Pick<Dialogue, 'posts'>): number {
  const first = posts.findIndex(({ from }) => from === 'us');
  return first === -1 ? 0 : posts.slice(first).filter(({ from, thanks }) => from === 'citizen' && thanks).length;
}

function times(incidents: readonly Incident[], key: string): number {
  return incidents.filter((one) => one.group === 'trouble' && one.key === key).length;
}

function longest({ contacts }: Talkable, verdict: 'missed' | 'late'): number {
  const own = contacts.filter(({ counts }) => counted(counts, 'norm', verdict) > 0);
  return own.reduce((most, { over }) => Math.max(most, over + 1), 0);
}
