import { OUTCOMES } from '../services/domain/dialogue/dialogue.ts';
import { ALLOWED } from '../services/domain/dialogue/transitions.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type CardAction, type CardElement, type Choice } from './adaptive-card.ts';
import { type ButtonMaker, buttonsOn, foldOut, linkButton } from './buttons.ts';
import { mainPost } from './citizen-words.ts';
import { passOnButton } from './pass-on.ts';
import { aboutInputs } from './reading-choices.ts';
import { INPUTS, isRootVerb, type RootVerb } from './verbs.ts';
import { type Words } from './words.ts';

/** More than this Teams hides behind a button. */
const MOST_BUTTONS = 6;

/** The buttons of the root card: what the stage allows, in the table's order, and the link to the post last. */
export function rootButtons(view: DialogueView, words: Words): readonly CardAction[] {
  const button = buttonsOn(view, 'root', view.dialogue.work.generation, words);
  const allowed: readonly CardAction[] = ALLOWED[view.dialogue.stage.name]
    .filter(isRootVerb)
    // Nobody waits for an own post that was not placed: it can be dropped, not phoned.
    .filter((verb) => !view.dialogue.own || verb !== 'finish' || view.dialogue.stage.name === 'answered')
    .flatMap((verb) => [...atOnce(verb, view, button, words), draw(verb, view, button, words)]);
  const link = linkButton(mainPost(view)?.link ?? null, words.say('button.viewPost'));
  const pass = passOnButton(view, button, words);
  const look = view.dialogue.earlier === undefined ? [] : [button('earlier', { look: { associatedInputs: 'none' } })];
  // Six is what Teams shows; how well we know somebody stands on the card in any case.
  const room = MOST_BUTTONS - allowed.length - pass.length - link.length;
  return [...allowed, ...pass, ...look.slice(0, Math.max(0, room)), ...link];
}

/** What nobody waits for an answer to is set aside with one press, for the reason that mostly holds. */
function atOnce(verb: RootVerb, view: DialogueView, button: ButtonMaker, words: Words): readonly CardAction[] {
  const { stage, own } = view.dialogue;
  const { reason, respond } = view.follows;
  if (verb !== 'setAside' || stage.name !== 'waiting' || own || reason === null || respond === true) return [];
  const one = button(verb, { data: { reason }, look: { associatedInputs: 'none' } });
  return [{ ...one, title: words.say('button.setAside.as', { reason }) }];
}

function draw(verb: RootVerb, view: DialogueView, button: ButtonMaker, words: Words): CardAction {
  switch (verb) {
    case 'claim':
      return button(verb, { look: { style: 'positive' } });
    case 'setAside': {
      if (view.dialogue.own) return { ...button(verb), title: words.say('button.setAside.own') };
      const choices = view.noReplyReasons.map((reason) => ({ title: reason, value: reason }));
      const reason = choice('reason', INPUTS.setAside, choices, words, view.follows.reason);
      return foldOut(words.say('button.setAside'), [reason, ...aboutInputs(view, words)], [button(verb)]);
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

function choice(
  name: 'reason' | 'outcome',
  id: string,
  choices: readonly Choice[],
  words: Words,
  chosen: string | null = null,
): CardElement {
  return {
    type: 'Input.ChoiceSet',
    id,
    label: words.say(`input.${name}`),
    placeholder: words.say(`input.${name}.choose`),
    errorMessage: words.say(`input.${name}.error`),
    isRequired: true,
    style: 'compact',
    wrap: true,
    ...(chosen === null ? {} : { value: chosen }),
    choices,
  };
}
