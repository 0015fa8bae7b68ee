import { type Counts } from '../../services/domain/busy/lists.ts';
import { type StormLine, type StormMessage } from '../../services/domain/busy/storm-message.ts';
import { MANUAL } from '../../services/domain/post.ts';
import { type ExecuteAction, type TextRun } from '../adaptive-card.ts';
import { type Line, line, run } from '../lines.ts';
import { linkRun } from '../list-card.ts';
import { cut, literal, literalName } from '../literal-text.ts';
import { type LinkTo } from '../overview-lines.ts';
import { type BusyData, type BusyVerb } from './busy-verbs.ts';
import { type Words } from '../words.ts';

/** So much of a citizen's words stands in a line. UTF-16 units. */
const SAID = 140;
const COUNTED = ['waiting', 'placing', 'alone', 'answered', 'setAside'] as const satisfies (keyof Counts)[];

/** "61 wachten · 34 beantwoord"; what is nought is left out. */
export function countsInWords(counts: Counts, words: Words): string {
  const parts = COUNTED.filter((one) => counts[one] > 0).map((one) => words.many(`storm.${one}`, counts[one]));
  return parts.length === 0 ? words.say('storm.nothing') : parts.join(' · ');
}

/** A topic is named as in the work instruction. */
export function topicInWords(topic: string | null, words: Words): string {
  return topic ?? words.say('storm.noTopic');
}

/** Who, when, and the beginning of the words, literally. */
export function citizenLine(one: StormLine, words: Words, linkTo: LinkTo): Line {
  const handle = literalName(one.citizen.handle);
  const who = one.network === MANUAL ? handle || words.say('around.somebody') : `@${handle}`;
  const said = cut(
    literal(one.text ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    SAID,
  );
  const by = one.holder === null ? '' : ` · ${words.say('storm.holder', { name: one.holder })}`;
  return line(
    { ...linkRun(who, linkTo(one.thread), words.say('list.toThread')), weight: 'Bolder' },
    run(` ${words.moment(one.postedAt, one.postedAt)}${by}${one.due === null ? '  ' : ' · '}`, SMALL),
    ...(one.due === null ? [] : [dueRun(one, one.due, words)]),
    run(one.text === null ? words.say('storm.notShown') : said.whole ? said.text : `${said.text}…`),
  );
}

export function busyButton(
  verb: BusyVerb,
  data: BusyData,
  words: Words,
  look: Pick<ExecuteAction, 'style' | 'associatedInputs'> = {},
): ExecuteAction {
  return { type: 'Action.Execute', title: words.say(`button.${verb}`), verb, data, ...look };
}

/** That it is practice is said first. */
export function practiceLine({ practice }: Pick<StormMessage, 'practice'>, words: Words): readonly Line[] {
  return practice
    ? [line(run(words.say('practice.banner'), { weight: 'Bolder', size: 'Small', color: 'Accent' }))]
    : [];
}

const SMALL = { isSubtle: true, size: 'Small' } as const;

function dueRun({ late, postedAt }: StormLine, due: number, words: Words): TextRun {
  const text = words.say(late ? 'storm.late' : 'due.before', { moment: words.moment(due, postedAt) });
  return run(`${text}  `, late ? { color: 'Attention', weight: 'Bolder', size: 'Small' } : SMALL);
}
