import { WHEN } from '../services/domain/dialogue/promises/promise.ts';
import { type Concept } from '../services/domain/dialogue/dialogue.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type CardElement, type ExecuteAction, type ShowCardAction } from './adaptive-card.ts';
import { type ButtonMaker, foldOut } from './buttons.ts';
import { type Line, line, run, subtleLine } from './lines.ts';
import { cut } from './literal-text.ts';
import { promisedInWords } from './promised-words.ts';
import { type InputId, INPUTS } from './verbs.ts';
import { type Words } from './words.ts';

/** UTF-16 units of a holding reply that fit on the card beside an answer. */
const HOLDING = 600;

/** Later, while an answer is written: tell the citizen when it comes, or only agree to come back. One moment serves both. */
export function laterFold(view: DialogueView, canReply: boolean, button: ButtonMaker, words: Words): ShowCardAction {
  if (!canReply) return comeBackFold(view, button, words);
  const at = keptHolding(view)?.holds ?? view.dialogue.promise?.at ?? view.holding.preset;
  const hold = { ...button('hold'), title: words.say(`button.${holdingWay(view)}`) };
  return foldOut(
    words.say('button.later'),
    [...momentInputs(at, LATER, words), holdingInput(INPUTS.hold, view, words), noteInput(view, words)],
    [hold, ...comeBackButtons(view, button)],
  );
}

const LATER = { day: INPUTS.promiseDay, time: INPUTS.promiseTime };

/** The text of a holding reply: as it was kept, else as the work instruction begins it. */
export function holdingInput(id: InputId, view: DialogueView, words: Words): CardElement {
  const kept = keptHolding(view);
  const value = cut(kept === undefined ? view.holding.text : asTyped(kept, view, words), HOLDING).text;
  return { type: 'Input.Text', id, label: words.say('input.holding', { when: WHEN }), isMultiline: true, value };
}

/** A day and a time, and what they begin as. */
export function momentInputs(
  at: number,
  ids: { readonly day: InputId; readonly time: InputId },
  words: Words,
): readonly CardElement[] {
  return [
    { type: 'Input.Date', id: ids.day, label: words.say('input.promiseDay'), value: words.dateField(at) },
    { type: 'Input.Time', id: ids.time, label: words.say('input.promiseTime'), value: words.time(at) },
  ];
}

/** A holding reply that came back, or that was refused. */
export function keptHolding({ dialogue: { other } }: DialogueView): Concept | undefined {
  return other != null && other.holds !== undefined ? other : undefined;
}

/** Terugkomen op, where no answer is written. */
export function comeBackFold(view: DialogueView, button: ButtonMaker, words: Words): ShowCardAction {
  const at = view.dialogue.promise?.at ?? view.holding.preset;
  const inputs = [...momentInputs(at, LATER, words), noteInput(view, words)];
  return foldOut(words.say('button.comeBack'), inputs, comeBackButtons(view, button));
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

/** What a press does with a holding reply. */
export function holdingWay({ onlyByHand, holding }: DialogueView): 'hold' | 'hold.approval' | 'hold.byHand' {
  if (!holding.alone) return 'hold.approval';
  return onlyByHand ? 'hold.byHand' : 'hold';
}

function comeBackButtons({ dialogue: { promise } }: DialogueView, button: ButtonMaker): readonly ExecuteAction[] {
  return [button('comeBack'), ...(promise == null || promise.holding ? [] : [button('dropReturn')])];
}

function noteInput({ dialogue: { promise } }: DialogueView, words: Words): CardElement {
  return {
    type: 'Input.Text',
    id: INPUTS.promiseNote,
    label: words.say('input.promiseNote'),
    value: promise?.note ?? '',
  };
}
