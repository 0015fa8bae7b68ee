import { DAY, type Duration, type Instant } from '../instant.ts';
import { type TeamLine } from './team-line.ts';

/** What was told once, by name, and when. The name says for which day or stretch of time it holds. */
export type Told = Readonly<Record<string, Instant>>;

/** Says something once, however many instances think of it at the same time. */
export interface Tell {
  readonly type: 'tell';
  readonly name: string;
  readonly line: TeamLine;
}

export type ToldEvent = { readonly type: 'told'; readonly name: string; readonly line: TeamLine };

/** So long it is remembered; no name may still be told after that. */
const REMEMBERED: Duration = 35 * DAY;

/** Leaves out what is so old that nobody asks for it. */
export function withTold(told: Told, name: string, at: Instant): Told {
  const recent = Object.entries(told).filter(([, then]) => at - then < REMEMBERED);
  return { ...Object.fromEntries(recent), [name]: at };
}
