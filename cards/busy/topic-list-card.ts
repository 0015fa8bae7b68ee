import { type StormLine, type StormMessageOf } from '../../services/domain/busy/storm-message.ts';
import { type AdaptiveCard } from '../adaptive-card.ts';
import { type Line, line, run } from '../lines.ts';
import { listCard } from '../list-card.ts';
import { type LinkTo } from '../overview-lines.ts';
import { type Words } from '../words.ts';
import { busyButton, citizenLine, countsInWords, practiceLine, topicInWords } from './storm-words.ts';

/** Everything about one topic in a storm: how much waits, where, and what is given out next. Nobody types on it. */
export function topicListCard(message: StormMessageOf<'list'>, words: Words, linkTo: LinkTo): AdaptiveCard {
  const { storm, practice, topic, counts, towns, next } = message;
  const title = words.say('storm.list.title', { topic: topicInWords(topic, words) });
  const data = { storm, practice, topic };
  const several = towns.length > 1 || towns[0]?.name !== null;
  return listCard(
    {
      title,
      lines: [
        ...practiceLine(message, words),
        line(run(countsInWords(counts, words), { weight: 'Bolder' })),
        ...(several
          ? towns.map(({ name, counts: there }) =>
              line(run(`${name ?? words.say('storm.noTown')}: `), run(countsInWords(there, words), { isSubtle: true })),
            )
          : []),
      ],
      sections: [{ label: words.say('storm.list.next'), lines: next.map((one) => citizenLine(one, words, linkTo)) }],
      actions:
        counts.waiting === 0
          ? []
          : [busyButton('takeNext', data, words, { style: 'positive' }), busyButton('writeMany', data, words)],
    },
    words,
  );
}

/** Afterwards: who heard nothing yet. */
export function unheardCard(message: StormMessageOf<'unheard'>, words: Words, linkTo: LinkTo): AdaptiveCard {
  const { storm, practice, count, owed, late, first, beside } = message;
  return listCard(
    {
      title: words.say('storm.unheard.title'),
      lines: [
        ...practiceLine(message, words),
        line(
          run(count === 0 ? words.say('storm.unheard.none') : words.many('storm.unheard', count, { owed }), {
            weight: 'Bolder',
          }),
        ),
        ...(late === 0
          ? []
          : [line(run(words.many('storm.unheard.late', late), { color: 'Attention', weight: 'Bolder' }))]),
      ],
      sections: [
        { label: words.say('storm.unheard.first'), lines: someLines(first, count, words, linkTo) },
        { label: words.say('storm.unheard.beside'), lines: someLines(beside.first, beside.count, words, linkTo) },
      ],
      actions: count === 0 ? [] : [busyButton('takeNext', { storm, practice }, words, { style: 'positive' })],
    },
    words,
  );
}

function someLines(some: readonly StormLine[], count: number, words: Words, linkTo: LinkTo): readonly Line[] {
  const more = count - some.length;
  return [
    ...some.map((one) => citizenLine(one, words, linkTo)),
    ...(more > 0 ? [line(words.say('list.more', { count: more }))] : []),
  ];
}
