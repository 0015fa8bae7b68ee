import { WHEN } from '../services/domain/dialogue/promises/promise.ts';
import { type Concept } from '../services/domain/dialogue/dialogue.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type CardElement, type ExecuteAction, type ShowCardAction } from './adaptive-card.ts';
import { type ButtonMaker, foldOut } from './buttons.ts';
import { type Line, line, run, subtleLine } from './lines.ts';
import { cut } from './literal-text.ts';
import { promisedInWords } from './promised-words.ts';
import { INPUTS } from './verbs.ts';
import { type Key, type Words } from './words.ts';

/** UTF-16 units of a holding reply that fit on the card beside an answer. */
const HOLDING = 600;

/** Later, while an answer is written: tell the citizen when it comes, or only agree to come back. One moment serves both. */
export function laterFold(view: DialogueView, canReply: boolean, button: ButtonMaker, words: Words): ShowCardAction {
  if (!canReply) return comeBackFold(view, button, words);
  const { other } = view.dialogue;
  const kept = other?.holds === undefined ? undefined : other;
  const holding = {
    type: 'Input.Text',
    id: INPUTS.hold,
    label: words.say('input.holding', { when: WHEN }),
    isMultiline: true,
    value: cut(kept === undefined ? view.holding.text : asTyped(kept, view, words), HOLDING).text,
  };
  const [at, ...inputs] = momentInputs(view, kept?.holds, words);
  const hold = { ...button('hold'), title: words.say(holdTitle(view)) };
  return foldOut(
    words.say('button.later'),
    [...(at === undefined ? [] : [at]), ...inputs.slice(0, 1), holding, ...inputs.slice(1)],
    [hold, ...comeBackButtons(view, button)],
  );
}

/** Terugkomen op, where no answer is written. */
export function comeBackFold(view: DialogueView, button: ButtonMaker, words: Words): ShowCardAction {
  return foldOut(words.say('button.comeBack'), momentInputs(view, undefined, words), comeBackButtons(view, button));
}

/** What was agreed, on the root card. */
export function promiseLines({ dialogue: { promise }, at }: DialogueView, words: Words): readonly Line[] {
  if (promise == null || promise.holding) return [];
  const { asked = null, by, note } = promise;
  const values = { when: words.when(promise.at, at), name: by.name };
  const said =
    asked === null
      ? words.say('promise.note', values)
      : words.say('promise.note.moved', { ...values, asked: words.moment(asked) });
  return [line(run(said, { weight: 'Bolder' }), ...(note === '' ? [] : [run(`: ${note}`)]))];
}

/** That a text is a holding reply, and what it promises; none where it is not. */
export function holdingLines(holds: number | undefined, { at }: DialogueView, words: Words): readonly Line[] {
  return holds === undefined ? [] : [subtleLine(words.say('reply.holding', { moment: words.moment(holds, at) }))];
}

/** With the moment open again, so that another can be chosen. */
function asTyped({ text, holds = 0 }: Concept, { at }: DialogueView, words: Words): string {
  return text.replaceAll(promisedInWords(holds, at, words), WHEN);
}

function holdTitle({ onlyByHand, holding }: DialogueView): Key {
  if (!holding.alone) return 'button.hold.approval';
  return onlyByHand ? 'button.hold.byHand' : 'button.hold';
}

function comeBackButtons({ dialogue: { promise } }: DialogueView, button: ButtonMaker): readonly ExecuteAction[] {
  return [button('comeBack'), ...(promise == null || promise.holding ? [] : [button('dropReturn')])];
}

/** Day, time and note, as they were agreed or as a promise begins. */
function momentInputs(
  { dialogue: { promise }, holding }: DialogueView,
  kept: number | undefined,
  words: Words,
): readonly CardElement[] {
  const at = kept ?? promise?.at ?? holding.preset;
  return [
    { type: 'Input.Date', id: INPUTS.promiseDay, label: words.say('input.promiseDay'), value: words.dateField(at) },
    { type: 'Input.Time', id: INPUTS.promiseTime, label: words.say('input.promiseTime'), value: words.time(at) },
    { type: 'Input.Text', id: INPUTS.promiseNote, label: words.say('input.promiseNote'), value: promise?.note ?? '' },
  ];
}
