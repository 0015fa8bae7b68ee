import { NAME } from '../../services/domain/busy/many-text.ts';
import { type AdaptiveCard, type Choice } from '../adaptive-card.ts';
import { line, run, subtleLine } from '../lines.ts';
import { literalName, plainInMarkdown } from '../literal-text.ts';
import { render } from '../render.ts';
import { BUSY_INPUTS } from './busy-verbs.ts';
import { type Words } from '../words.ts';
import { busyButton, topicInWords } from './storm-words.ts';

/** Longer than any network takes. */
const LONGEST = 1_000;
const SHOWN = 30;

/** The choice of all municipalities: a choice cannot be empty. */
export const EVERYWHERE = 'all';

export interface ManyFormParts {
  readonly storm: string;
  readonly practice: boolean;
  /** Name of this very form. */
  readonly form: string;
  readonly topic: string | null;
  /** Whom it could go to now. */
  readonly handles: readonly string[];
  /** Id, name and number of each municipality among them. */
  readonly towns: readonly { readonly id: string; readonly name: string; readonly count: number }[];
  readonly template: string;
  /** Id, or `EVERYWHERE`. */
  readonly municipality: string;
}

/** The form in which somebody writes one text for all that wait about a topic. It is edited by its own buttons alone. */
export function manyForm(parts: ManyFormParts, words: Words): AdaptiveCard {
  const { storm, practice, form, topic, handles, towns, template, municipality } = parts;
  const title = words.many('many.form.title', handles.length, { topic: topicInWords(topic, words) });
  const names = handles.slice(0, SHOWN).map((handle) => `@${literalName(handle)}`);
  const more = handles.length - names.length;
  const choices: readonly Choice[] = [
    { title: words.say('many.form.everywhere', { count: handles.length }), value: EVERYWHERE },
    ...towns.map(({ id, name, count }) => ({ title: `${name} (${count})`, value: id })),
  ];
  return render('form', {
    lang: words.language,
    fallback: words.say('fallback.form', { title: plainInMarkdown(title) }),
    title: plainInMarkdown(title),
    lines: [
      line(words.say('many.form.intro', { name: NAME })),
      line(run(words.say('many.who'), { weight: 'Bolder' })),
      line(names.join(', ')),
      ...(more > 0 ? [subtleLine(words.say('list.more', { count: more }))] : []),
    ],
    inputs: [
      {
        type: 'Input.Text',
        id: BUSY_INPUTS.template,
        label: words.say('many.form.text'),
        isMultiline: true,
        isRequired: true,
        errorMessage: words.say('many.form.text.error'),
        maxLength: LONGEST,
        value: template,
      },
      ...(towns.length > 1
        ? [
            {
              type: 'Input.ChoiceSet',
              id: BUSY_INPUTS.municipality,
              label: words.say('many.form.where'),
              style: 'compact',
              wrap: true,
              value: municipality,
              choices,
            },
          ]
        : []),
    ],
    actions: [busyButton('submitMany', { storm, practice, topic, form }, words, { style: 'positive' })],
  });
}

/** In the place of a form that was used: the card of the text stands below it. */
export function manyFormUsed(topic: string | null, words: Words): AdaptiveCard {
  const title = words.say('many.form.used.title', { topic: topicInWords(topic, words) });
  return render('form', {
    lang: words.language,
    fallback: words.say('fallback.form', { title: plainInMarkdown(title) }),
    title: plainInMarkdown(title),
    lines: [line(words.say('many.form.used'))],
    inputs: [],
    actions: [],
  });
}
