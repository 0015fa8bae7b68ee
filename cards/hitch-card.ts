import { type Hitch } from '../services/domain/dialogue/publication.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type AdaptiveCard } from './adaptive-card.ts';
import { approversInWords } from './approvers.ts';
import { buttonsOn } from './buttons.ts';
import { aboutText } from './draft-card.ts';
import { questionLines } from './citizen-words.ts';
import { dueLines } from './due.ts';
import { hitchSentence, networkSaid } from './hitch-sentence.ts';
import { line, textLines } from './lines.ts';
import { changeButtons, replyCard, revealButton } from './reply-card.ts';
import { type Words } from './words.ts';

/** An approved text that is not on the network: red, with the reason in words and the way on. */
export function hitchCard(view: DialogueView, hitch: Hitch, generation: number, words: Words): AdaptiveCard {
  const button = buttonsOn(view, 'work', generation, words);
  return replyCard(view, words, {
    head: words.say(hitch.why === 'stopped' ? 'hitch.head.stopped' : 'hitch.head'),
    style: hitch.why === 'stopped' ? 'warning' : 'attention',
    notes: [
      line(hitchSentence(hitch, view, words)),
      ...(hitch.why === 'refused' ? networkSaid(hitch.detail, view, words) : []),
      ...(needsYes(hitch, view) ? [line(approversInWords(view, words))] : []),
      ...dueLines(view, words),
    ],
    question: questionLines(view, words),
    textLabel: words.say('reply.label'),
    text: textLines(view.signed, { size: 'Medium' }),
    footnotes: [aboutText(view, words)],
    actions: [
      button('retry', { data: { hash: view.hash }, look: { style: 'positive' } }),
      ...changeButtons(view, button, words),
      ...revealButton(view, button),
    ],
  });
}

/** A yes that was given stands for the identical text, unless it was stopped or the citizen wrote in the meantime. */
function needsYes({ why, approvedBy, hash }: Hitch, view: DialogueView): boolean {
  const stands = approvedBy !== null && hash === view.hash && (why === 'refused' || why === 'late');
  return !stands && !view.placeAlone;
}
