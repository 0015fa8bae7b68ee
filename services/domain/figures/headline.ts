import { topics } from './figure.ts';
import { figureAs } from './figure-as.ts';
import { isRising } from './rising.ts';
import { type Report } from './report.ts';
import { type ShareOf } from './share-of.ts';

/** What matters most in a period, one thing only. The cards have the sentence for it. */
export type Headline =
  | { readonly rule: 'silent' | 'double' | 'overdue'; readonly n: number }
  /** `certain`: the goal lies above the whole interval, so that chance does not explain it. */
  | { readonly rule: 'belowGoal'; readonly onTime: ShareOf; readonly goal: number; readonly certain: boolean }
  | { readonly rule: 'promises' | 'claims'; readonly n: number; readonly whole: number }
  | { readonly rule: 'rising'; readonly topic: string; readonly n: number; readonly before: number }
  | { readonly rule: 'nothing' }
  | { readonly rule: 'usual'; readonly onTime: ShareOf };

/** How bad it is: something is broken, something is not good enough, or it is only good to know. */
export const GRAVITY = {
  silent: 'broken',
  double: 'broken',
  overdue: 'broken',
  belowGoal: 'poor',
  promises: 'poor',
  claims: 'poor',
  rising: 'news',
  nothing: 'news',
  usual: 'good',
} as const satisfies Record<Headline['rule'], string>;

/** One or two claims that expire happen to anybody, and a few of very many too; from here on it is a habit. */
const CLAIMS = { from: 3, share: 0.05 };

/** Gravest first; the first that finds something is told. */
const RULES: readonly ((report: Report) => Headline | null)[] = [
  ({ figures }) => some('silent', figureAs('count', 'silentFailures', figures).n),
  ({ figures }) => some('double', figureAs('count', 'doubleReplies', figures).n),
  // What waits now says nothing about a period that is over.
  ({ figures, period }) => (period.running ? some('overdue', figureAs('count', 'overdue', figures).n) : null),
  belowGoal,
  ({ figures }) => {
    const { part, whole } = figureAs('share', 'promisesKept', figures);
    return part === whole ? null : { rule: 'promises', n: whole - part, whole };
  },
  ({ figures }) => {
    const { part: n, whole } = figureAs('share', 'expiredClaims', figures);
    return n < CLAIMS.from || n < CLAIMS.share * whole ? null : { rule: 'claims', n, whole };
  },
  rising,
  ({ figures }) => (figureAs('count', 'came', figures).n === 0 ? { rule: 'nothing' } : null),
];

export function headline(report: Report): Headline {
  for (const rule of RULES) {
    const found = rule(report);
    if (found !== null) return found;
  }
  return { rule: 'usual', onTime: figureAs('share', 'onTime', report.figures) };
}

function belowGoal(report: Report): Headline | null {
  const { goal } = report;
  const onTime = figureAs('share', 'onTime', report.figures);
  if (!onTime.enough || onTime.share === null || onTime.interval === null || onTime.share * 100 >= goal) return null;
  return { rule: 'belowGoal', onTime, goal, certain: onTime.interval[1] * 100 < goal };
}

/** The topic that rose most. */
function rising({ figures, before }: Report): Headline | null {
  const earlier = new Map(topics(before.counts));
  const risen = topics(figures.counts)
    .map(([topic, n]) => ({ rule: 'rising', topic, n, before: earlier.get(topic) ?? 0 }) as const)
    .filter(({ n, before: then }) => isRising(n, then));
  return risen.sort((one, other) => other.n - other.before - (one.n - one.before))[0] ?? null;
}

function some(rule: 'silent' | 'double' | 'overdue', n: number): Headline | null {
  return n === 0 ? null : { rule, n };
}
