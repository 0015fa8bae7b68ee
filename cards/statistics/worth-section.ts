import { pricedTotal, type Worth } from '../../services/domain/evaluation/worth.ts';
import { HOUR } from '../../services/domain/instant.ts';
import { type CardElement } from '../adaptive-card.ts';
import { folded } from '../folded.ts';
import { type Line, line, run, subtleLine } from '../lines.ts';
import { type Words } from '../words.ts';

/**
 * What the answers are worth in the organisation's own prices, folded away; nothing where the settings say nothing of it.
 * That it proves nothing about telephone calls is always said, unless citizens were asked.
 */
export function worthSection(worth: Worth | null, words: Words): readonly CardElement[] {
  return worth === null ? [] : folded('worth', words.say('worth.title'), worthLines(worth, words));
}

function worthLines(worth: Worth, words: Words): readonly Line[] {
  const { rows, hours, avoided } = worth;
  const total = pricedTotal(worth);
  return [
    ...(rows.length === 0 ? [line(words.say('worth.none'))] : []),
    ...rows.map(({ way, n, price }) =>
      line(
        run(words.label('way', way), { weight: 'Bolder' }),
        price === null
          ? `: ${words.say('worth.unpriced', { count: n })}`
          : `: ${words.say('worth.priced', { count: n, price: words.euros(price), sum: words.euros(n * price) })}`,
      ),
    ),
    ...(total === null ? [] : [line(words.say('worth.total', { sum: words.euros(total) }))]),
    line(words.say('worth.hours', { count: Math.round(hours / HOUR) })),
    ...(avoided === null ? [] : avoidedLines(avoided, words)),
    ...(avoided === null ? [line(run(words.say('worth.noProof'), { weight: 'Bolder' }))] : []),
  ];
}

function avoidedLines({ answers, poll, low, high }: NonNullable<Worth['avoided']>, words: Words): readonly Line[] {
  const [from, until] = poll.interval ?? [0, 1];
  return [
    line(
      run(words.say('worth.avoided'), { weight: 'Bolder' }),
      `: ${words.say('worth.avoided.between', { low, high })}`,
    ),
    subtleLine(
      words.say('worth.avoided.why', {
        answers,
        part: poll.part,
        whole: poll.whole,
        low: words.percent(from),
        high: words.percent(until),
      }),
    ),
  ];
}
