import { type Entry } from '../services/domain/overview/entry.ts';
import { type PersonalMessage } from '../services/domain/personal-message.ts';
import { type AdaptiveCard, type CardElement } from './adaptive-card.ts';
import { type DrawnMessage } from './drawn-message.ts';
import { line, subtleLine } from './lines.ts';
import { entryLine, type LinkTo } from './overview-lines.ts';
import { render } from './render.ts';
import { SHIFT_CHOICES, shiftInput, type ShiftVerb } from './verbs.ts';
import { type Words } from './words.ts';

type ShiftEnd = Extract<PersonalMessage, { kind: 'shift-end' }>;

/** More do not fit on a card; they are among what is open. */
const MOST = 12;

/** One card at the end of somebody's shift for all they hold: a choice for each, or all at once. */
export function shiftEndCard(
  { to, until, entries, next }: ShiftEnd,
  words: Words,
  linkTo: LinkTo,
  said: readonly string[] = [],
): AdaptiveCard {
  const shown = entries.slice(0, MOST);
  const rest = entries.length - shown.length;
  const title = words.say('shift.title', { time: words.time(until) });
  const data = { to: to.email, until, next: next?.email ?? '', dialogues: shown.map(({ view }) => view.dialogue.id) };
  const button = (verb: ShiftVerb) =>
    ({ type: 'Action.Execute', title: words.say(`button.${verb}`), verb, data }) as const;
  return render('form', {
    lang: words.language,
    fallback: words.say('fallback.form', { title }),
    title,
    lines: [
      ...said.map((sentence) => line(sentence)),
      line(entries.length === 0 ? words.say('shift.nothing') : words.say('shift.intro')),
      ...(rest === 0 ? [] : [subtleLine(words.say('list.more', { count: rest }))]),
    ],
    inputs: shown.flatMap((entry, index) => choice(entry, index, next?.name ?? null, words, linkTo)),
    actions: shown.length === 0 ? [] : [button('shiftChoices'), button('shiftReleaseAll')],
  });
}

export function shiftEndMessage(message: ShiftEnd, words: Words, linkTo: LinkTo): DrawnMessage {
  const { entries, until } = message;
  const summary = words.many('shift.summary', entries.length, { time: words.time(until) });
  return { text: '', card: shiftEndCard(message, words, linkTo), summary };
}

function choice(
  entry: Entry,
  index: number,
  next: string | null,
  words: Words,
  linkTo: LinkTo,
): readonly CardElement[] {
  // What is on its way to the network is placed by itself.
  const onItsWay = entry.view.dialogue.stage.name === 'approved';
  const choices = SHIFT_CHOICES.filter((what) => what === 'keep' || !onItsWay)
    .filter((what) => what !== 'handOver' || next !== null)
    .map((what) => ({ title: words.say(`shift.${what}`, { name: next ?? '' }), value: what }));
  return [
    { type: 'RichTextBlock', inlines: entryLine(entry, linkTo, words).runs },
    {
      type: 'Input.ChoiceSet',
      id: shiftInput(index),
      label: words.say('shift.choice', { number: index + 1 }),
      style: 'compact',
      wrap: true,
      value: 'keep',
      choices,
    },
  ];
}
