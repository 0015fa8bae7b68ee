import { type Instant } from '../services/domain/instant.ts';
import { type Member } from '../services/domain/people.ts';
import { type RosterView } from '../services/domain/roster/roster-view.ts';
import { type AdaptiveCard, type CardElement, type ExecuteAction } from './adaptive-card.ts';
import { formCard } from './form-card.ts';
import { teamButton } from './roster-card.ts';
import { changeText } from './roster-change-line.ts';
import { TEAM_INPUTS } from './verbs.ts';
import { type Words } from './words.ts';

/** The longest stretch of hours that is typed: `08:30-12:45`, with room. */
const LONGEST_HOURS = 20;

/** Who is away, from when until when. `about`: whom who asks may choose; the first is chosen. */
export function absentForm(about: readonly Member[], now: Instant, words: Words): AdaptiveCard {
  return formCard(
    'absent',
    words,
    [
      people('who', about, words),
      date('from', words, { value: words.dateField(now), ...required('from', words) }),
      date('until', words),
    ],
    [positive('rosterAbsent', words), teamButton('rosterShow', words)],
  );
}

/** Two people, a day or some hours of it, and perhaps the day on which it is given back. */
export function swapForm(
  about: readonly Member[],
  others: readonly Member[],
  now: Instant,
  words: Words,
): AdaptiveCard {
  return formCard(
    'swap',
    words,
    [
      people('who', about, words),
      people('other', others, words),
      date('from', words, { value: words.dateField(now), ...required('from', words) }),
      { type: 'Input.Text', id: TEAM_INPUTS.hours, label: words.say('team.hours'), maxLength: LONGEST_HOURS },
      date('return', words),
    ],
    [positive('rosterSwap', words), teamButton('rosterShow', words)],
  );
}

/** Which change is taken back. Only when there are any. */
export function undoForm({ at, changes }: RosterView, words: Words): AdaptiveCard {
  const choices = changes.map(({ change, until }) => ({
    title: changeText(change, until, at, words),
    value: String(change.id),
  }));
  return formCard(
    'undo',
    words,
    [choice('change', choices, words)],
    [positive('rosterUndo', words), teamButton('rosterShow', words)],
  );
}

type InputName = keyof typeof TEAM_INPUTS;

function people(id: 'who' | 'other', members: readonly Member[], words: Words): CardElement {
  return choice(
    id,
    members.map(({ name, email }) => ({ title: name, value: email })),
    words,
  );
}

function choice(
  id: 'who' | 'other' | 'change',
  choices: readonly { readonly title: string; readonly value: string }[],
  words: Words,
): CardElement {
  return {
    type: 'Input.ChoiceSet',
    id: TEAM_INPUTS[id],
    label: words.say(`team.${id}`),
    style: 'compact',
    wrap: true,
    choices,
    ...(choices[0] === undefined ? {} : { value: choices[0].value }),
    ...required(id, words),
  };
}

function date(id: 'from' | 'until' | 'return', words: Words, more: object = {}): CardElement {
  return { type: 'Input.Date', id: TEAM_INPUTS[id], label: words.say(`team.${id}`), ...more };
}

function required(id: Exclude<InputName, 'until' | 'return' | 'hours'>, words: Words): object {
  return { isRequired: true, errorMessage: words.say(`team.${id}.error`) };
}

function positive(verb: 'rosterAbsent' | 'rosterSwap' | 'rosterUndo', words: Words): ExecuteAction {
  return { ...teamButton(verb, words), style: 'positive' };
}
