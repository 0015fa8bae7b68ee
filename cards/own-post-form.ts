import { type Choice, type AdaptiveCard } from './adaptive-card.ts';
import { formButton, formCard, saidCard } from './form-card.ts';
import { line } from './lines.ts';
import { FORM_INPUTS } from './verbs.ts';
import { type Words } from './words.ts';

/** UTF-16 units: as much as the work card shows of a text. No network takes so much. */
export const LONGEST_OWN = 3_000;

/** One of our accounts on one network, as the form's choice of it has it. */
export interface PlaceName {
  readonly network: string;
  readonly account: string;
}

export function placeValue({ network, account }: PlaceName): string {
  return `${network}:${account}`;
}

export interface OwnPostFields {
  readonly place: string;
  readonly text: string;
}

/** The form for an own post. `form`: its name, for it works once. */
export function ownPostForm(
  form: string,
  fields: OwnPostFields,
  places: readonly PlaceName[],
  words: Words,
): AdaptiveCard {
  const choices: readonly Choice[] = places.map((place) => ({
    title: `${words.label('network', place.network)} · @${place.account}`,
    value: placeValue(place),
  }));
  return formCard(
    'own',
    words,
    [
      {
        type: 'Input.ChoiceSet',
        id: FORM_INPUTS.place,
        label: words.say('own.place'),
        value: fields.place,
        style: 'compact',
        wrap: true,
        choices,
        isRequired: true,
        errorMessage: words.say('own.place.error'),
      },
      {
        type: 'Input.Text',
        id: FORM_INPUTS.text,
        label: words.say('own.text'),
        value: fields.text,
        isMultiline: true,
        maxLength: LONGEST_OWN,
        isRequired: true,
        errorMessage: words.say('own.text.error'),
      },
    ],
    [formButton('beginOwn', form, words)],
  );
}

/** In the place of the form, once it was used. */
export function ownPostBegun({ account }: PlaceName, words: Words): AdaptiveCard {
  return saidCard('own', [line(words.say('own.done', { account }))], words);
}

export function ownPostUsedBefore(words: Words): AdaptiveCard {
  return saidCard('own', [line(words.say('own.usedBefore'))], words);
}
