import { type Way, WAYS } from '../figures/way.ts';
import { type Counts, counted } from '../figures/counts.ts';
import { shareOf, type ShareOf } from '../figures/share-of.ts';
import { type Duration, type Interval } from '../instant.ts';
import { type Shifts } from '../roster/duty.ts';
import { type WorthSettings } from '../work-instruction/worth-settings.ts';

/** What was answered in one way, beside the organisation's own price of such a contact. */
export interface WorthRow {
  readonly way: Way;
  readonly n: number;
  /** In euros; null: the settings name none. */
  readonly price: number | null;
}

/**
 * What can be set beside each other, and no more: what was answered, what such a contact costs us, and the hours on the
 * roster. It proves nothing about telephone calls that did not come.
 */
export interface Worth {
  readonly rows: readonly WorthRow[];
  /** On the roster in the period, as far as it is over: people's hours, whatever they did in them. */
  readonly hours: Duration;
  /** Answers on the network times the share that says it would have called, lowest and highest; null: nobody was asked. */
  readonly avoided: {
    readonly answers: number;
    readonly poll: ShareOf;
    readonly low: number;
    readonly high: number;
  } | null;
}

/** Ways that spare a call, where the citizen would have called: an answer by telephone is one. */
const ON_THE_NETWORK: readonly Way[] = ['public', 'private', 'outside'];

export function worthOf(counts: Counts, { price, poll }: WorthSettings, during: Interval, shifts: Shifts): Worth {
  const rows = WAYS.map((way) => ({ way, n: counted(counts, 'way', way), price: price[way] ?? null }));
  const answers = rows.filter(({ way }) => ON_THE_NETWORK.includes(way)).reduce((sum, { n }) => sum + n, 0);
  const share = poll === null ? null : shareOf(poll.wouldHaveCalled, poll.asked);
  const [low, high] = share?.interval ?? [0, 1];
  return {
    rows: rows.filter(({ n }) => n > 0),
    hours: hoursOf(shifts, during),
    avoided:
      share === null ? null : { answers, poll: share, low: Math.floor(answers * low), high: Math.ceil(answers * high) },
  };
}

/** The sum of what has a price; null: nothing has. */
export function pricedTotal({ rows }: Pick<Worth, 'rows'>): number | null {
  const priced = rows.flatMap(({ n, price }) => (price === null ? [] : [n * price]));
  return priced.length === 0 ? null : priced.reduce((sum, one) => sum + one, 0);
}

function hoursOf(shifts: Shifts, { from, until }: Interval): Duration {
  return shifts(from, until).reduce((sum, shift) => {
    const length = Math.min(shift.until, until) - Math.max(shift.from, from);
    return sum + Math.max(0, length) * shift.members.length;
  }, 0);
}
