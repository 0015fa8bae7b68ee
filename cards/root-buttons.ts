import { OUTCOMES } from '../services/domain/dialogue/dialogue.ts';
import { ALLOWED } from '../services/domain/dialogue/transitions.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type CardAction, type CardElement, type Choice } from './adaptive-card.ts';
import { type ButtonMaker, buttonsOn, foldOut, linkButton } from './buttons.ts';
import { mainPost } from './citizen-words.ts';
import { INPUTS, isRootVerb, type RootVerb } from './verbs.ts';
import { type Words } from './words.ts';

/** The buttons of the root card: what the stage allows, in the table's order, and the link to the post last. */
export function rootButtons(view: DialogueView, words: Words): readonly CardAction[] {
  const button = buttonsOn(view, 'root', view.dialogue.work.generation, words);
  const allowed: readonly CardAction[] = ALLOWED[view.dialogue.stage.name]
    .filter(isRootVerb)
    // Nobody waits for an own post that was not placed: it can be dropped, not phoned.
    .filter((verb) => !view.dialogue.own || verb !== 'finish' || view.dialogue.stage.name === 'answered')
    .map((verb) => draw(verb, view, button, words));
  return [...allowed, ...linkButton(mainPost(view)?.link ?? null, words.say('button.viewPost'))];
}

function draw(verb: RootVerb, view: DialogueView, button: ButtonMaker, words: Words): CardAction {
  switch (verb) {
    case 'claim':
      return button(verb, { look: { style: 'positive' } });
    case 'setAside': {
      if (view.dialogue.own) return { ...button(verb), title: words.say('button.setAside.own') };
      const choices = view.noReplyReasons.map((reason) => ({ title: reason, value: reason }));
      return foldOut(words.say('button.setAside'), [choice('reason', INPUTS.setAside, choices, words)], [button(verb)]);
    }
    case 'finish':
      return view.dialogue.stage.name === 'answered'
        ? button(verb)
        : foldOut(
            words.say('button.finish'),
            [choice('outcome', INPUTS.finish, endings(words), words)],
            [button(verb)],
          );
    case 'takeOver':
    case 'release':
    case 'reopen':
      return button(verb);
  }
}

/** How it can end without a reply of ours on the network. */
function endings(words: Words): readonly Choice[] {
  return OUTCOMES.filter((outcome) => outcome !== 'replied').map((outcome) => ({
    title: words.label('outcome', outcome),
    value: outcome,
  }));
}

function choice(name: 'reason' | 'outcome', id: string, choices: readonly Choice[], words: Words): CardElement {
  return {
    type: 'Input.ChoiceSet',
    id,
    label: words.say(`input.${name}`),
    placeholder: words.say(`input.${name}.choose`),
    errorMessage: words.say(`input.${name}.error`),
    isRequired: true,
    style: 'compact',
    wrap: true,
    choices,
  };
}
