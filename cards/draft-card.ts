import { samePerson } from '../services/domain/dialogue/dialogue.ts';
import { nothingToAnswer } from '../services/domain/dialogue/what-to-answer.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type AdaptiveCard } from './adaptive-card.ts';
import { approversInWords } from './approvers.ts';
import { buttonsOn } from './buttons.ts';
import { questionLines } from './citizen-words.ts';
import { linkCostLines } from './cost.ts';
import { departmentAskedLines, departmentCallLines } from './department-line.ts';
import { dueLines } from './due.ts';
import { handOverFold } from './hand-over-form.ts';
import { holdingLines } from './later-form.ts';
import { type Line, line, subtleLine, textLines } from './lines.ts';
import { byHandLines } from './place-by-hand.ts';
import { changeButtons, replyCard, revealButton } from './reply-card.ts';
import { noteLines, rewrittenLines } from './together-lines.ts';
import { type Words } from './words.ts';

/** A text that waits for a second pair of eyes: to the letter, from which account, by whom, and who may say yes. */
export function draftCard(view: DialogueView, generation: number, words: Words): AdaptiveCard {
  const button = buttonsOn(view, 'work', generation, words);
  return replyCard(view, words, {
    head: words.say('draft.head'),
    style: 'default',
    notes: [
      ...dueLines(view, words),
      ...departmentCallLines(view, words),
      ...(view.follows.saysYes.who === 'department'
        ? departmentAskedLines(view, words)
        : [line(approversInWords(view, words))]),
      ...byHandLines(view, words),
      ...linkCostLines(view, words),
      ...noteLines(view, words),
      ...rewrittenLines(view, words),
    ],
    question: questionLines(view, words),
    textLabel: replyLabel(view, words),
    text: textLines(view.signed, { size: 'Medium' }),
    footnotes: [...holdingLines(view.dialogue.concept?.holds, view, words), aboutText(view, words)],
    actions: [
      ...(nothingToAnswer(view.dialogue)
        ? []
        : [
            ...(view.follows.saysYes.who === 'department'
              ? []
              : [button('approve', { data: { hash: view.hash }, look: { style: 'positive' } })]),
            ...changeButtons(view, button, words),
          ]),
      ...handOverFold(view, button, words),
      ...revealButton(view, button),
    ],
  });
}

/** What stands above the text: where it will go. */
export function replyLabel({ channel }: DialogueView, words: Words): string {
  return words.say(channel === 'private' ? 'reply.label.private' : 'reply.label');
}

/** "143 van 280 tekens · namens @GemOostzaan · geschreven door Bram Kok". */
export function aboutText({ dialogue, length, limit }: DialogueView, words: Words): Line {
  const { concept, account, stage } = dialogue;
  const submittedBy = stage.name === 'drafted' ? stage.submittedBy : null;
  const writer = concept?.writer ?? null;
  const amended = submittedBy !== null && !samePerson(submittedBy, writer);
  const parts = [
    words.say('reply.length', { length, limit }),
    account === null ? null : words.say('reply.account', { account }),
    amended ? words.say('reply.submitter', { name: submittedBy.name }) : null,
    writer === null ? null : words.say(amended ? 'reply.amended' : 'reply.writer', { name: writer.name }),
  ];
  return subtleLine(parts.filter((part) => part !== null).join(' · '));
}
