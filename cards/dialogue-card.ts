import { STEP_OF, STEPS } from '../services/domain/dialogue/transitions.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { MANUAL } from '../services/domain/post.ts';
import { type AdaptiveCard, type TextRun } from './adaptive-card.ts';
import {
  earlierLines,
  handleOf,
  mainPost,
  ownWords,
  postedAt,
  postLines,
  privateMark,
  thanksLines,
} from './citizen-words.ts';
import { departmentCallLines, takeOverLines } from './department-line.ts';
import { dueInWords } from './due.ts';
import { frameOf } from './frame.ts';
import { promiseLines } from './later-form.ts';
import { type Line, line, run, subtleLine } from './lines.ts';
import { literalName, plainInMarkdown } from './literal-text.ts';
import { matter } from './matter.ts';
import { networkName } from './network-name.ts';
import { ringInWords } from './reminder-text.ts';
import { openQuestionLines } from './question-lines.ts';
import { passedOnLines } from './pass-on.ts';
import { render } from './render.ts';
import { rootButtons } from './root-buttons.ts';
import { statusInWords } from './status.ts';
import { aroundLines, photosOf } from './surroundings.ts';
import { acquaintedLines, noteLines } from './together-lines.ts';
import { type Words } from './words.ts';

/** More ways in which one post was found say nothing more. */
const MOST_NAMES = 6;

/**
 * The card at the top of a dialogue's thread, updated in place. One look answers: what is this, is it mine, by when, what
 * can I do? Nobody types on it: an update would wipe what stands in an input.
 */
export function rootCard(view: DialogueView, words: Words): AdaptiveCard {
  const main = mainPost(view);
  const due = dueInWords(view, words);
  const status = statusInWords(view, words);
  return render('dialogue', {
    ...frameOf(view, words),
    from: from(view, words),
    time: main === undefined ? placedAt(view, words) : postedAt(view, main, words),
    about: about(view, words),
    words: view.dialogue.own
      ? ownWords(view, words)
      : [...(main?.private === true ? [line(privateMark(words))] : []), ...postLines(main, words)],
    around: aroundLines(main, words),
    photos: photosOf(main, words),
    notes: [
      ...departmentCallLines(view, words),
      ...takeOverLines(view, words),
      ...(main?.masked === true ? [subtleLine(words.say('post.masked'))] : []),
      ...promiseLines(view, words),
      ...openQuestionLines(view, words),
      ...echoLines(view, words),
      ...reactionLines(view, words),
      ...thanksLines(view, words, main),
      ...passedOnLines(view, words),
      ...acquaintedLines(view, words),
      ...noteLines(view, words),
    ],
    earlier: {
      title: words.say('posts.other', { count: view.posts.length }),
      lines: earlierLines(view, words),
      any: view.posts.length > 1 && !view.dialogue.own,
    },
    status: plainInMarkdown(due.late || due.text === '' ? status : `${status} · ${due.text}`),
    late: due.late ? due.text : '',
    ring: ringInWords(view, words),
    steps: steps(view, words),
    actions: rootButtons(view, words),
  });
}

/** When an own post was placed; '' as long as it was not. */
function placedAt({ dialogue, at }: DialogueView, words: Words): string {
  const moment = dialogue.receipts.at(-1)?.at;
  return moment === undefined ? '' : words.moment(moment, at);
}

/** Where, who, which town: small. The handle is what one looks for, so it is not. */
function from(view: DialogueView, words: Words): readonly TextRun[] {
  const { citizen } = view.dialogue;
  const small = { size: 'Small', isSubtle: true } as const;
  const name = literalName(citizen.name);
  return [
    run(`${networkName(view.dialogue, words)} · `, small),
    run(handleOf(view, words), { size: 'Small', weight: 'Bolder' }),
    ...(name === '' || name === citizen.handle ? [] : [run(` ${name}`, small)]),
    ...(view.municipality === null ? [] : [run(` · ${view.municipality}`, small)]),
  ];
}

function about(view: DialogueView, words: Words): readonly TextRun[] {
  const { asked, account, kind, network, own } = view.dialogue;
  if (own) return [run(words.say('own.title'), { size: 'Small' })];
  const ours = network === MANUAL ? words.say('asked.manual') : words.say('asked.us');
  const addressed = account === null ? ours : words.say('asked', { account });
  const names = foundBy(view);
  const found = names.length === 0 ? words.say('asked.not') : words.say('asked.not.found', { names: names.join(', ') });
  const urgent = kind === 'calamiteit' ? ({ color: 'Attention', weight: 'Bolder' } as const) : {};
  return [
    run(matter(view, words), { size: 'Small', ...urgent }),
    run(` · ${asked ? addressed : found}`, { size: 'Small', isSubtle: true }),
  ];
}

/** What found the citizen's posts, first finding first; names from the settings. */
function foundBy({ dialogue }: DialogueView): readonly string[] {
  return [...new Set(dialogue.posts.flatMap((post) => post.foundBy ?? []))].slice(0, MOST_NAMES);
}

/** That others passed it on, or wrote the same words: how often, and the first who did. */
function echoLines({ dialogue }: DialogueView, words: Words): readonly Line[] {
  return (['echoes', 'copies'] as const).flatMap((kind) => {
    const { count, handles } = dialogue[kind] ?? { count: 0, handles: [] };
    if (count === 0) return [];
    const names = words.all(handles.map((handle) => `@${literalName(handle)}`));
    return [subtleLine(words.many(count > handles.length ? `${kind}.among` : kind, count, { names }))];
  });
}

/** That citizens react to an own post, how many, and who last: each has a card of their own. */
function reactionLines({ dialogue: { reactions } }: DialogueView, words: Words): readonly Line[] {
  if (reactions === undefined) return [];
  const names = words.all(reactions.handles.map((handle) => `@${literalName(handle)}`));
  return [subtleLine(words.many('own.reactions', reactions.count, { names }))];
}

function steps({ dialogue }: DialogueView, words: Words): readonly TextRun[] {
  const current = STEP_OF[dialogue.stage.name];
  return STEPS.flatMap((step, index) => [
    ...(index === 0 ? [] : [run(' ▸ ', { size: 'Small', isSubtle: true })]),
    run(
      words.say(`step.${step}`),
      step === current ? { size: 'Small', weight: 'Bolder' } : { size: 'Small', isSubtle: true },
    ),
  ]);
}
