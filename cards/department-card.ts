import { type YesAsked } from '../services/domain/dialogue/department-yes/yes-asked.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type AdaptiveCard, type CardAction, type ExecuteAction } from './adaptive-card.ts';
import { foldOut, linkButton } from './buttons.ts';
import { mainPost, questionLines } from './citizen-words.ts';
import { dueLines } from './due.ts';
import { frameOf } from './frame.ts';
import { type Line, line, textLines } from './lines.ts';
import { plainInMarkdown } from './literal-text.ts';
import { networkName } from './network-name.ts';
import { render } from './render.ts';
import { input } from './reply-card.ts';
import { replyLabel } from './draft-card.ts';
import { DEPARTMENT_INPUT, type DepartmentButtonData, type DepartmentVerb } from './department-verbs.ts';
import { type Words } from './words.ts';

/**
 * In the chat of somebody outside the team: the citizen's words, and the text to the letter with a yes or no, or whether they take it over. Once it is over
 * no words of the citizen stand there any more.
 */
export function departmentCard(asked: YesAsked, words: Words): AdaptiveCard {
  const { view, department } = asked;
  const open = isOpen(asked);
  const takes = view.dialogue.askedDepartment?.takeOver !== undefined;
  const title = takes ? 'yes.title.takeOver' : 'yes.title';
  const stops = view.dialogue.stage.name === 'approved' && view.dialogue.stage.publication.attempt === null;
  return render('reply', {
    ...frameOf(view, words),
    course: { title: words.say('course'), lines: [], any: false },
    head: plainInMarkdown(words.say(open ? title : 'yes.title.closed', { department })),
    style: 'default',
    notes: open ? [who(asked, words), ...dueLines(view, words)] : [line(became(view, words))],
    question: open ? questionLines(view, words) : [],
    textLabel: open && !takes ? replyLabel(view, words) : '',
    text: open && !takes ? textLines(view.signed, { size: 'Medium' }) : [],
    footnotes: [],
    actions: open ? choices(asked, words) : stops ? [button('yesStop', 'button.stop', asked, words)] : [],
  });
}

/** One plain line for a notification: no words of the citizen. */
export function departmentSummary({ view, department }: YesAsked, words: Words): string {
  const { stage, askedDepartment } = view.dialogue;
  if (askedDepartment?.takeOver)
    return words.say('yes.summary.takeOver', { name: askedDepartment.takeOver.name, department });
  return stage.name === 'drafted'
    ? words.say('yes.summary', { name: stage.submittedBy.name, department })
    : words.say('yes.title.closed', { department });
}

function isOpen({ view: { dialogue }, round }: YesAsked): boolean {
  return dialogue.askedDepartment?.round === round;
}

function who({ view, organisation }: YesAsked, words: Words): Line {
  const { stage, account, askedDepartment } = view.dialogue;
  const takeOver = askedDepartment?.takeOver;
  if (takeOver)
    return line(
      words.say('yes.who.takeOver', { name: takeOver.name, organisation, network: networkName(view.dialogue, words) }),
    );
  const name = stage.name === 'drafted' ? stage.submittedBy.name : '';
  const network = networkName(view.dialogue, words);
  return line(words.say('yes.who', { name, organisation, account: account ?? '', network }));
}

/** What came of it, as far as the department is concerned. */
function became({ dialogue }: DialogueView, words: Words): string {
  const { stage, receipts } = dialogue;
  if (stage.name === 'approved') {
    const { approvedBy, placeAt } = stage.publication;
    return words.say('yes.approved', { name: approvedBy.name, time: words.exactTime(placeAt) });
  }
  if (stage.name === 'closed' && stage.outcome === 'department')
    return words.say('yes.taken', { name: stage.by?.name ?? '' });
  const receipt = receipts.at(-1);
  return stage.name === 'answered' && receipt !== undefined
    ? words.say('yes.placed', { name: receipt.approvedBy.name })
    : words.say('yes.over');
}

function choices(asked: YesAsked, words: Words): readonly CardAction[] {
  const { view } = asked;
  if (view.dialogue.askedDepartment?.takeOver)
    return [
      { ...button('yesTakeOver', 'button.takeToDepartment', asked, words), style: 'positive' },
      ...linkButton(mainPost(view)?.link ?? null, words.say('button.viewPost')),
    ];
  const remark = input(DEPARTMENT_INPUT, words.say('yes.remark'));
  const approve = view.onlyByHand ? 'button.approve.byHand' : 'button.approve';
  return [
    { ...button('yesApprove', approve, asked, words), style: 'positive' },
    foldOut(words.say('button.sendBack'), [remark], [button('yesSendBack', 'button.sendBack', asked, words)]),
    button('yesTakeOver', 'button.takeToDepartment', asked, words),
  ];
}

function button(
  verb: DepartmentVerb,
  title: Parameters<Words['say']>[0],
  { view, round }: YesAsked,
  words: Words,
): ExecuteAction {
  const data: DepartmentButtonData = { dialogue: view.dialogue.id, round, hash: view.hash };
  return { type: 'Action.Execute', title: words.say(title), verb, data };
}
