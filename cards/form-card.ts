import { type AdaptiveCard, type CardElement, type ExecuteAction } from './adaptive-card.ts';
import { type Line, line } from './lines.ts';
import { render } from './render.ts';
import { type FormVerb } from './verbs.ts';
import { type Words } from './words.ts';

/** What a form is about; the beginning of its texts' names. */
export type FormName = 'new' | 'own' | 'colleague' | 'absent' | 'swap' | 'undo';

/** A form that stands by itself: what it is for, its fields, its buttons. */
export function formCard(
  name: FormName,
  words: Words,
  inputs: readonly CardElement[],
  actions: readonly ExecuteAction[],
): AdaptiveCard {
  return draw(name, words, [line(words.say(`${name}.intro`))], inputs, actions);
}

/** What came of a form, in its place. */
export function saidCard(name: FormName, lines: readonly Line[], words: Words): AdaptiveCard {
  return draw(name, words, lines, [], []);
}

/** `form` is the name of this very form: what it makes is made once. */
export function formButton(verb: FormVerb, form: string, words: Words): ExecuteAction {
  return { type: 'Action.Execute', title: words.say(`button.${verb}`), verb, data: { form }, style: 'positive' };
}

function draw(
  name: FormName,
  words: Words,
  lines: readonly Line[],
  inputs: readonly CardElement[],
  actions: readonly ExecuteAction[],
): AdaptiveCard {
  const title = words.say(`${name}.title`);
  const fallback = words.say('fallback.form', { title });
  return render('form', { lang: words.language, fallback, title, lines, inputs, actions });
}
