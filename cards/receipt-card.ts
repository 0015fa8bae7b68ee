import { samePerson } from '../services/domain/dialogue/dialogue.ts';
import { type Receipt } from '../services/domain/dialogue/publication.ts';
import { ALLOWED } from '../services/domain/dialogue/transitions.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { MANUAL } from '../services/domain/post.ts';
import { type AdaptiveCard, type CardAction } from './adaptive-card.ts';
import { becameLines } from './became.ts';
import { buttonsOn, foldOut, linkButton } from './buttons.ts';
import { thanksLines } from './citizen-words.ts';
import { networkSaid } from './hitch-sentence.ts';
import { comeBackFold, holdingLines } from './later-form.ts';
import { type Line, line, run, subtleLine, textLines } from './lines.ts';
import { cut } from './literal-text.ts';
import { byHandKey, networkName } from './network-name.ts';
import { input, replyCard, revealButton } from './reply-card.ts';
import { INPUTS } from './verbs.ts';
import { type Key, type Words } from './words.ts';

/** The proof of a placed reply: when, by whom, with whose yes, where it stands, and the way to take it off again. */
export function receiptCard(view: DialogueView, receipt: Receipt, generation: number, words: Words): AdaptiveCard {
  const placed = view.posts.find(({ id, from }) => id === receipt.id && from === 'us');
  const gone = receipt.removal?.state === 'done';
  const newest = generation === view.dialogue.work.generation;
  return replyCard(view, words, {
    head: gone ? words.say('receipt.removed.head', { network: networkOf(view, words) }) : head(view, receipt, words),
    style: gone ? 'emphasis' : receipt.removal?.state === 'refused' || isWord(receipt) ? 'warning' : 'good',
    notes: [
      ...wordLines(view, receipt, words),
      ...removalLines(view, receipt, words),
      ...practiceLines(view, receipt, words),
    ],
    question: [],
    textLabel: words.say(labelOf(receipt)),
    text: placed?.text == null ? [] : textLines(placed.text),
    footnotes: [
      ...holdingLines(receipt.holds, view, words),
      ...(receipt.account === '' ? [] : [subtleLine(words.say('reply.account', { account: receipt.account }))]),
      ...thanksLines(view, words, placed),
      ...(newest ? becameLines(view, words) : []),
    ],
    actions: [...actions(view, receipt, generation, words), ...(newest ? comeBack(view, generation, words) : [])],
  });
}

function head(view: DialogueView, receipt: Receipt, words: Words): string {
  const { by, approvedBy, byHand, at } = receipt;
  const name = (byHand?.by ?? by).name;
  const values = {
    moment: words.moment(at, view.at),
    name,
    approver: approvedBy.name,
    network: networkOf(view, words),
  };
  if (isWord(receipt)) return words.say('receipt.head.reported', values);
  const alone = samePerson(by, approvedBy);
  if (receipt.channel === 'private')
    return words.say(alone ? 'receipt.head.private' : 'receipt.head.private.approved', values);
  if (byHand) return words.say(alone ? 'receipt.head.byHand' : 'receipt.head.byHand.approved', values);
  return words.say(alone ? 'receipt.head' : 'receipt.head.approved', values);
}

function labelOf(receipt: Receipt): Key {
  if (receipt.removal?.state === 'done') return 'reply.label.was';
  if (isWord(receipt)) return 'reply.label.reported';
  return receipt.channel === 'private' ? 'reply.label.sent' : 'reply.label.placed';
}

/** Somebody's word, and no proof. */
function isWord({ byHand }: Receipt): boolean {
  return byHand?.checked === false;
}

function wordLines(view: DialogueView, receipt: Receipt, words: Words): readonly Line[] {
  return isWord(receipt)
    ? [line(words.say(byHandKey(view.dialogue, 'receipt.reported'), { network: networkOf(view, words) }))]
    : [];
}

function removalLines(view: DialogueView, { removal }: Receipt, words: Words): readonly Line[] {
  if (removal === null) return [];
  const network = networkOf(view, words);
  const { name } = removal.by;
  const reason = run(cut(removal.reason, 500).text, { italic: true });
  switch (removal.state) {
    case 'asked':
      return [
        line(words.say('receipt.removing', { name, network, when: words.when(removal.askedAt, view.at) }), reason),
      ];
    case 'done':
      return [line(words.say('receipt.removed', { name, moment: words.moment(removal.askedAt, view.at) }), reason)];
    case 'refused':
      return [
        line(run(words.say('receipt.removalRefused', { name, network }), { weight: 'Bolder' })),
        ...networkSaid(removal.detail, view, words),
      ];
  }
}

function practiceLines({ dialogue }: DialogueView, receipt: Receipt, words: Words): readonly Line[] {
  return dialogue.mode === 'practice' && receipt.link === null && !isWord(receipt)
    ? [line(words.say(receipt.channel === 'private' ? 'receipt.practice.private' : 'receipt.practice'))]
    : [];
}

function actions(view: DialogueView, receipt: Receipt, generation: number, words: Words): readonly CardAction[] {
  const button = buttonsOn(view, 'work', generation, words);
  const allowed: readonly string[] = ALLOWED[view.dialogue.stage.name];
  // The network has no way to take a private message back, and no program of ours reaches what stands elsewhere.
  const removable =
    receipt.channel !== 'private' &&
    view.dialogue.network !== MANUAL &&
    allowed.includes('remove') &&
    (receipt.removal === null || receipt.removal.state === 'refused');
  const why = input(INPUTS.remove, words.say('input.remove'), {
    isRequired: true,
    errorMessage: words.say('input.remove.error'),
  });
  const remove = button('remove', { data: { receipt: receipt.id }, look: { style: 'destructive' } });
  return [
    ...(receipt.removal?.state === 'done'
      ? []
      : linkButton(
          receipt.link,
          words.say(byHandKey(view.dialogue, 'button.viewReply'), { network: networkOf(view, words) }),
        )),
    ...(removable ? [foldOut(words.say('button.remove'), [why], [remove])] : []),
    ...revealButton(view, button),
  ];
}

/** What was answered can be come back to. */
function comeBack(view: DialogueView, generation: number, words: Words): readonly CardAction[] {
  const allowed: readonly string[] = ALLOWED[view.dialogue.stage.name];
  const fits = !view.dialogue.own && allowed.includes('comeBack') && view.dialogue.stage.name !== 'waiting';
  return fits ? [comeBackFold(view, buttonsOn(view, 'work', generation, words), words)] : [];
}

function networkOf({ dialogue }: DialogueView, words: Words): string {
  return networkName(dialogue, words);
}
