import { nothingToAnswer } from '../services/domain/dialogue/what-to-answer.ts';
import { mayGoPublic } from '../services/domain/dialogue/go-public.ts';
import { type Hitch, standingYes } from '../services/domain/dialogue/publication.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type AdaptiveCard } from './adaptive-card.ts';
import { approversInWords } from './approvers.ts';
import { buttonsOn } from './buttons.ts';
import { aboutText, replyLabel } from './draft-card.ts';
import { questionLines } from './citizen-words.ts';
import { dueLines } from './due.ts';
import { hitchSentence, networkSaid } from './hitch-sentence.ts';
import { holdingLines } from './later-form.ts';
import { line, textLines } from './lines.ts';
import { byHandActions, signedInLines } from './place-by-hand.ts';
import { byHandKey, networkName } from './network-name.ts';
import { changeButtons, replyCard, revealButton } from './reply-card.ts';
import { type Key, type Words } from './words.ts';

const HEAD: Readonly<Partial<Record<Hitch['why'], Key>>> = {
  stopped: 'hitch.head.stopped',
  misplaced: 'hitch.head.misplaced',
  unsure: 'hitch.head.unsure',
};

/** An approved text that is not on the network: red, with the reason in words and the way on. */
export function hitchCard(view: DialogueView, hitch: Hitch, generation: number, words: Words): AdaptiveCard {
  const button = buttonsOn(view, 'work', generation, words);
  return replyCard(view, words, {
    head: words.say(headOf(hitch, view), { network: networkName(view.dialogue, words) }),
    style: hitch.why === 'stopped' || hitch.why === 'by-hand' ? 'warning' : 'attention',
    notes: [
      line(hitchSentence(hitch, view, words)),
      ...(hitch.why === 'refused' ? networkSaid(hitch.detail, view, words) : []),
      ...signedInLines(view, hitch, words),
      ...(needsYes(hitch, view) ? [line(approversInWords(view, words))] : []),
      ...(isGone(hitch) ? [] : dueLines(view, words)),
    ],
    question: questionLines(view, words),
    textLabel: replyLabel(view, words),
    text: textLines(view.signed, { size: 'Medium' }),
    footnotes: [...holdingLines(view.dialogue.concept?.holds, view, words), aboutText(view, words)],
    actions: [
      ...byHandActions(view, hitch, button, words),
      ...(mayGoPublic(view.dialogue, hitch)
        ? [button('goPublic', { look: { style: 'positive', associatedInputs: 'none' } })]
        : []),
      ...(nothingToAnswer(view.dialogue) || (view.onlyByHand && hitch.hash === view.hash)
        ? []
        : [button('retry', { data: { hash: view.hash }, look: isWayOn(hitch, view) ? { style: 'positive' } : {} })]),
      ...(nothingToAnswer(view.dialogue) ? [] : changeButtons(view, button, words)),
      ...revealButton(view, button),
    ],
  });
}

function headOf({ why }: Hitch, { dialogue }: DialogueView): Key {
  return why === 'by-hand' ? byHandKey(dialogue, 'hitch.head.by-hand') : (HEAD[why] ?? 'hitch.head');
}

/** The same once more is not what to do first where it may stand there already, was answered already, or will be refused again. */
function isWayOn(hitch: Hitch, { dialogue }: DialogueView): boolean {
  return hitch.why !== 'unsure' && hitch.why !== 'outside' && !mayGoPublic(dialogue, hitch);
}

/** Its sentence says already that nothing is left to answer, and what to choose. */
function isGone({ why, reason }: Hitch): boolean {
  return why === 'refused' && reason === 'post-deleted';
}

function needsYes(hitch: Hitch, view: DialogueView): boolean {
  return standingYes(hitch, view.hash) === null && !view.placeAlone;
}
