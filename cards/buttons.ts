import { type CardElement, type ExecuteAction, type OpenUrlAction, type ShowCardAction } from './adaptive-card.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { httpsLink } from '../services/domain/link.ts';
import { type ButtonData, type BesideVerb, type Verb } from './verbs.ts';
import { type Key, type Words } from './words.ts';

interface Extra {
  readonly data?: Pick<ButtonData, 'hash' | 'receipt' | 'reason' | 'question' | 'answer'>;
  readonly look?: Pick<ExecuteAction, 'style' | 'associatedInputs'>;
}

/** Makes the buttons of one card: each knows which dialogue, which version of it and which card was looked at. */
export type ButtonMaker = (verb: Verb | BesideVerb, extra?: Extra) => ExecuteAction;

export function buttonsOn(view: DialogueView, card: ButtonData['card'], generation: number, words: Words): ButtonMaker {
  const { id, version } = view.dialogue;
  return (verb, { data = {}, look = {} } = {}) => ({
    type: 'Action.Execute',
    title: words.say(titleOf(verb, view)),
    verb,
    data: { dialogue: id, seen: version, card, generation, ...data } satisfies ButtonData,
    ...look,
  });
}

/** What a person places has no button that says it places: the click makes the text ready, or says yes to it. */
function titleOf(verb: Verb | BesideVerb, { onlyByHand }: DialogueView): Key {
  const readies = verb === 'place' || verb === 'approve' || verb === 'amendAndPlace';
  return onlyByHand && readies ? `button.${verb}.byHand` : `button.${verb}`;
}

export function foldOut(
  title: string,
  body: readonly CardElement[],
  actions: readonly ExecuteAction[],
): ShowCardAction {
  return { type: 'Action.ShowCard', title, card: { type: 'AdaptiveCard', body, actions } };
}

/** A link button, or none: what does not begin with https: is not opened from a card. */
export function linkButton(link: string | null, title: string): readonly OpenUrlAction[] {
  const url = link === null ? null : httpsLink(link);
  return url === null ? [] : [{ type: 'Action.OpenUrl', title, url }];
}
