import { ALLOWED } from '../services/domain/dialogue/transitions.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type AdaptiveCard, type CardElement, type ExecuteAction, type ShowCardAction } from './adaptive-card.ts';
import { type ButtonMaker, foldOut } from './buttons.ts';
import { type ReplyModel } from './card-models.ts';
import { courseOf, frameOf } from './frame.ts';
import { plainInMarkdown } from './literal-text.ts';
import { render } from './render.ts';
import { INPUTS } from './verbs.ts';
import { type Words } from './words.ts';

/** What a form of the work card adds to what all its later forms have. */
export type ReplyContent = Omit<ReplyModel, 'lang' | 'fallback' | 'practice' | 'course'>;

export function replyCard(view: DialogueView, words: Words, content: ReplyContent): AdaptiveCard {
  return render('reply', {
    ...frameOf(view, words),
    course: courseOf(view, words),
    ...content,
    head: plainInMarkdown(content.head),
  });
}

/** One press shows what is masked, and is remembered. Only where something is, and the stage allows it. */
export function revealButton(
  view: DialogueView,
  button: ButtonMaker,
  look: Pick<ExecuteAction, 'associatedInputs'> = { associatedInputs: 'none' },
): readonly ExecuteAction[] {
  const allowed: readonly string[] = ALLOWED[view.dialogue.stage.name];
  return allowed.includes('reveal') && view.posts.some((post) => post.masked) ? [button('reveal', { look })] : [];
}

/** Aanpassen and Terugsturen, on a text that somebody may still change. */
export function changeButtons(view: DialogueView, button: ButtonMaker, words: Words): readonly ShowCardAction[] {
  // What a department must say yes to, nobody of the team can place.
  const ours = view.follows.saysYes.who !== 'department';
  const text = input(INPUTS.amended, words.say('input.concept'), { value: view.dialogue.concept?.text ?? '' });
  const remark = input(INPUTS.sendBack, words.say('input.remark'));
  return [
    foldOut(words.say('button.change'), [text], [button('amend'), ...(ours ? [button('amendAndPlace')] : [])]),
    foldOut(words.say('button.sendBack'), [remark], [button('sendBack')]),
  ];
}

export function input(id: string, label: string, rest: object = {}): CardElement {
  return { type: 'Input.Text', id, label, isMultiline: true, ...rest };
}
