import { type StormMessageOf } from '../../services/domain/busy/storm-message.ts';
import { phaseOf } from '../../services/domain/busy/storm.ts';
import { type AdaptiveCard, type CardAction } from '../adaptive-card.ts';
import { type Line, line, run, subtleLine } from '../lines.ts';
import { listCard, type Section } from '../list-card.ts';
import { type LinkTo } from '../overview-lines.ts';
import { type Words } from '../words.ts';
import { busyButton, citizenLine, countsInWords, practiceLine, topicInWords } from './storm-words.ts';

type Message = StormMessageOf<'storm'>;

/** The storm itself: proposed, on, off. One message for its whole life. */
export function stormCard(message: Message, words: Words, linkTo: LinkTo): AdaptiveCard {
  const phase = phase_(message);
  return listCard(
    {
      title: words.say(`storm.${phase}.title`),
      lines: [...practiceLine(message, words), ...LINES[phase](message, words)],
      sections: phase === 'on' || phase === 'off' ? standing(message, words, linkTo) : [],
      actions: actions(message, words),
    },
    words,
  );
}

function phase_({ state }: Message): 'proposed' | 'lapsed' | 'on' | 'off' {
  return phaseOf({ ...state, call: null, texts: [] });
}

const LINES: Readonly<
  Record<'proposed' | 'lapsed' | 'on' | 'off', (message: Message, words: Words) => readonly Line[]>
> = {
  proposed: ({ state: { seen, begunAt } }, words) => [
    line(
      run(
        seen?.topic == null
          ? words.say('storm.proposed.count', { count: seen?.count ?? 0, time: words.time(begunAt) })
          : words.say('storm.proposed.topic', { count: seen.count, topic: seen.topic, time: words.time(begunAt) }),
        { weight: 'Bolder' },
      ),
    ),
    line(words.say('storm.proposed.what')),
  ],
  lapsed: ({ state: { lapsedAt } }, words) => [line(words.say('storm.lapsed', { time: words.time(lapsedAt ?? 0) }))],
  on: ({ state: { on, calmSince } }, words) => [
    ...(calmSince === null
      ? []
      : [line(run(words.say('storm.calm', { time: words.time(calmSince) }), { weight: 'Bolder' }))]),
    line(words.say('storm.on', { name: on?.by.name ?? '', when: words.when(on?.at ?? 0) })),
    subtleLine(words.say('storm.on.what')),
  ],
  off: ({ state: { on, off } }, words) => [
    line(
      words.say('storm.off', {
        from: words.moment(on?.at ?? 0, off?.at),
        name: off?.by.name ?? '',
        until: words.when(off?.at ?? 0, on?.at),
      }),
    ),
  ],
};

function standing({ urgent, counts, topics }: Message, words: Words, linkTo: LinkTo): readonly Section[] {
  return [
    { label: words.say('storm.urgent'), lines: urgent.map((one) => citizenLine(one, words, linkTo)) },
    {
      label: words.say('storm.all'),
      lines: [
        line(countsInWords(counts, words)),
        ...topics.map((one) =>
          line(run(`${topicInWords(one.topic, words)}: `, { weight: 'Bolder' }), countsInWords(one.counts, words)),
        ),
      ],
    },
  ];
}

function actions(message: Message, words: Words): readonly CardAction[] {
  const { storm, practice, state } = message;
  const data = { storm, practice };
  switch (phase_(message)) {
    case 'proposed':
      return [busyButton('busyOn', data, words, { style: 'positive' })];
    case 'on':
      return [...(state.called ? [] : [busyButton('callForHelp', data, words)]), busyButton('busyOff', data, words)];
    case 'lapsed':
    case 'off':
      return [];
  }
}
