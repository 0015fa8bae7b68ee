import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { readingOf } from '../services/domain/dialogue/interpreting/reading.ts';
import { type CardElement, type Choice } from './adaptive-card.ts';
import { INPUTS, NONE, UNCHANGED } from './verbs.ts';
import { type Words } from './words.ts';

/** More topics than one looks through in a list, and than a card may hold; what it is now is always among them. */
const MOST_TOPICS = 50;

/** On a work card: what the message is taken for, one under the other, each with what it is now chosen beforehand. */
export function readingInputs(view: DialogueView, words: Words): readonly CardElement[] {
  if (view.dialogue.own) return [];
  return [
    kindChoice(view, words),
    topicChoice(view, words),
    municipalityChoice(view, words),
    urgencyChoice(view, words),
  ];
}

/** Beside the reason for no reply: what it was about, for the figures. */
export function aboutInputs(view: DialogueView, words: Words): readonly CardElement[] {
  return [topicChoice(view, words), municipalityChoice(view, words)];
}

function kindChoice({ dialogue, choices }: DialogueView, words: Words): CardElement {
  const kinds = choices.kinds.map((kind) => ({ title: words.label('kind', kind), value: kind }));
  return choice(
    INPUTS.kind,
    words.say('input.kind'),
    withChosen(kinds, dialogue.kind, words.label('kind', dialogue.kind)),
  );
}

function topicChoice({ dialogue, choices }: DialogueView, words: Words): CardElement {
  const none = { title: words.say('input.topic.none'), value: NONE };
  const topics = choices.topics.slice(0, MOST_TOPICS).map((topic) => ({ title: topic, value: topic }));
  const now = dialogue.topic;
  return choice(INPUTS.topic, words.say('input.topic'), withChosen([none, ...topics], now ?? NONE, now ?? none.title));
}

function municipalityChoice(view: DialogueView, words: Words): CardElement {
  const none = { title: words.say('input.municipality.none'), value: NONE };
  const towns = view.choices.municipalities.map(({ id, name }) => ({ title: name, value: id }));
  const now = view.dialogue.municipality;
  return choice(
    INPUTS.municipality,
    words.say('input.municipality'),
    withChosen([none, ...towns], now ?? NONE, view.municipality ?? now ?? none.title),
  );
}

function urgencyChoice({ dialogue }: DialogueView, words: Words): CardElement {
  const { urgent } = readingOf(dialogue);
  const both = (['no', 'yes'] as const).map((value) => ({ title: words.say(`input.urgency.${value}`), value }));
  const now = urgent ? 'yes' : 'no';
  return choice(INPUTS.urgency, words.say('input.urgency'), withChosen(both, now, words.say(`input.urgency.${now}`)));
}

/** What it is now stands for no change: so a card that is behind changes nothing that nobody chose. */
function withChosen(choices: readonly Choice[], now: string, title: string): readonly Choice[] {
  const chosen = { title, value: UNCHANGED };
  return choices.some(({ value }) => value === now)
    ? choices.map((one) => (one.value === now ? chosen : one))
    : [chosen, ...choices];
}

function choice(id: string, label: string, choices: readonly Choice[]): CardElement {
  return {
    type: 'Input.ChoiceSet',
    id,
    label,
    spacing: 'Small',
    style: 'compact',
    wrap: true,
    value: UNCHANGED,
    choices,
  };
}
