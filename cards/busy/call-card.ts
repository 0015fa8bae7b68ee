import { type StormMessageOf } from '../../services/domain/busy/storm-message.ts';
import { type AdaptiveCard } from '../adaptive-card.ts';
import { line, run } from '../lines.ts';
import { listCard } from '../list-card.ts';
import { type Words } from '../words.ts';
import { busyButton, practiceLine } from './storm-words.ts';

/** Who can help? With what each of them said, on the same card. */
export function callCard(message: StormMessageOf<'call'>, words: Words): AdaptiveCard {
  const { call, over, storm, practice } = message;
  const said = new Set(call.answers.map(({ by }) => by.email));
  const names = (helps: boolean): readonly string[] =>
    call.answers.filter((one) => one.helps === helps).map(({ by, at }) => `${by.name} (${words.time(at)})`);
  const silent = call.to.filter(({ email }) => !said.has(email)).map(({ name }) => name);
  const group = (key: 'storm.call.yes' | 'storm.call.no' | 'storm.call.silent', who: readonly string[]) =>
    who.length === 0 ? [] : [line(run(words.say(key), { weight: 'Bolder' }), words.all(who))];
  const data = { storm, practice };
  return listCard(
    {
      title: words.say('storm.call.title'),
      lines: [
        ...practiceLine(message, words),
        line(words.say(over ? 'storm.call.over' : 'storm.call', { name: call.by.name, when: words.when(call.at) })),
        ...group('storm.call.yes', names(true)),
        ...group('storm.call.no', names(false)),
        ...group('storm.call.silent', silent),
      ],
      actions: over
        ? []
        : [busyButton('helpYes', data, words, { style: 'positive' }), busyButton('helpNo', data, words)],
    },
    words,
  );
}
