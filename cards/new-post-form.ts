import { LONGEST_NAME, LONGEST_TYPED, type WrongField } from '../services/domain/manual-post.ts';
import { type Instant } from '../services/domain/instant.ts';
import { VIAS } from '../services/domain/post.ts';
import { type Municipality } from '../services/domain/work-instruction/instruction.ts';
import { type AdaptiveCard, type CardElement } from './adaptive-card.ts';
import { formButton, formCard, saidCard } from './form-card.ts';
import { line } from './lines.ts';
import { literalName } from './literal-text.ts';
import { FORM_INPUTS } from './verbs.ts';
import { type Words } from './words.ts';

type NewPostField = Exclude<keyof typeof FORM_INPUTS, 'place'>;

/** What stands in the fields: as they came in, or as the form begins. */
export type NewPostFields = Readonly<Record<NewPostField, string>>;

/** The choice that is no municipality: a choice with an empty value cannot be chosen. */
export const UNKNOWN_MUNICIPALITY = '-';

/** Where most comes from that no network of ours brings; and now. */
export function emptyNewPost(at: Instant, words: Words): NewPostFields {
  const now = { day: words.dateField(at), time: words.time(at) };
  return { where: 'facebook', who: '', text: '', link: '', ...now, municipality: UNKNOWN_MUNICIPALITY };
}

/** The form for a message that came in where we do not read. `form`: its name, for it works once. */
export function newPostForm(
  form: string,
  fields: NewPostFields,
  municipalities: readonly Municipality[],
  words: Words,
): AdaptiveCard {
  const where = VIAS.map((via) => ({ title: words.label('via', via), value: via }));
  const unknown = { title: words.say('new.municipality.unknown'), value: UNKNOWN_MUNICIPALITY };
  const towns = [unknown, ...municipalities.map(({ id, name }) => ({ title: name, value: id }))];
  const input = (id: NewPostField, type: string, more: object = {}): CardElement => ({
    type: `Input.${type}`,
    id: FORM_INPUTS[id],
    label: words.say(`new.${id}`),
    value: fields[id],
    ...more,
  });
  const must = (id: 'where' | 'text'): object => ({ isRequired: true, errorMessage: words.say(`new.${id}.error`) });
  return formCard(
    'new',
    words,
    [
      input('where', 'ChoiceSet', { style: 'compact', wrap: true, choices: where, ...must('where') }),
      input('who', 'Text', { maxLength: LONGEST_NAME }),
      input('text', 'Text', { isMultiline: true, maxLength: LONGEST_TYPED, ...must('text') }),
      input('link', 'Text', { style: 'Url' }),
      input('day', 'Date'),
      input('time', 'Time'),
      input('municipality', 'ChoiceSet', { style: 'compact', wrap: true, choices: towns }),
    ],
    [formButton('addPost', form, words)],
  );
}

/** In the place of the form, once it was used. */
export function newPostAdded({ where, who }: NewPostFields, words: Words): AdaptiveCard {
  const name = literalName(who) || words.say('around.somebody');
  return saidCard('new', [line(words.say('new.done', { who: `${words.label('via', where)} · ${name}` }))], words);
}

export function newPostUsedBefore(words: Words): AdaptiveCard {
  return saidCard('new', [line(words.say('new.usedBefore'))], words);
}

/** Which field is wrong, and what to do. */
export function wrongFieldSentence(wrong: WrongField, words: Words): string {
  return words.say(`new.wrong.${wrong}`, { limit: wrong === 'long-who' ? LONGEST_NAME : LONGEST_TYPED });
}
