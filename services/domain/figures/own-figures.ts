import { type Counts } from './counts.ts';
import { figureAs } from './figure-as.ts';
import { type FigureValue } from './figure.ts';
import { type PeriodFigures } from './period-figures.ts';

/** What one person did in a period. For that person's eyes only. */
export interface OwnFigures {
  readonly answered: number;
  /** Of what they replied to first and an answer was owed to. */
  readonly onTime: Extract<FigureValue, { as: 'share' }>;
  readonly replyTime: Extract<FigureValue, { as: 'minutes' }>;
}

/** By sign-in name. The same figures as those of the team, of this person's counts. */
export function ownFigures({ counts, now }: Pick<PeriodFigures, 'counts' | 'now'>, email: string): OwnFigures {
  const { answered = 0, onTime = 0, late = 0 } = ownCounts(counts.person, email);
  const own: Counts = { norm: { onTime, late }, reply: ownCounts(counts.personReply, email) };
  return {
    answered,
    onTime: figureAs('share', 'onTime', { counts: own, now }),
    replyTime: figureAs('minutes', 'replyTime', { counts: own, now }),
  };
}

function ownCounts(counts: Readonly<Record<string, number>> = {}, email: string): Readonly<Record<string, number>> {
  const start = `${email}|`;
  const own = Object.entries(counts).filter(([key]) => key.startsWith(start));
  return Object.fromEntries(own.map(([key, times]) => [key.slice(start.length), times]));
}
