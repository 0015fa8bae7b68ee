import { canPassOn } from '../services/domain/dialogue/together/pass-on.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type CardAction } from './adaptive-card.ts';
import { type ButtonMaker, foldOut } from './buttons.ts';
import { type Line, line } from './lines.ts';
import { INPUTS } from './verbs.ts';
import { type Words } from './words.ts';

/** Doorgeven: asks first to whom, for it cannot be taken back. */
export function passOnButton(view: DialogueView, button: ButtonMaker, words: Words): readonly CardAction[] {
  if (!canPassOn(view.dialogue)) return [];
  if (view.passOnTo.length === 0) return [];
  const body = [
    {
      type: 'Input.ChoiceSet',
      id: INPUTS.passOnTo,
      label: words.say('input.passPraise'),
      placeholder: words.say('input.passPraise.choose'),
      errorMessage: words.say('input.passPraise.choose'),
      isRequired: true,
      style: 'compact',
      wrap: true,
      choices: view.passOnTo.map(({ name, value }) => ({ title: name, value })),
    },
  ];
  return [
    foldOut(words.say('button.passPraise'), body, [
      { ...button('passPraise'), title: words.say('button.passPraise.now') },
    ]),
  ];
}

/** To whom it went, by whom and when. */
export function passedOnLines({ dialogue: { praise }, at }: DialogueView, words: Words): readonly Line[] {
  if (praise === undefined) return [];
  const to = praise.department ?? words.all(praise.people.map(({ name }) => name));
  const values = { to, name: praise.by.name, moment: words.moment(praise.at, at) };
  return [line(words.say(praise.reach === 'thread' ? 'passPraise.done.thread' : 'passPraise.done', values))];
}
