import { replyAccountOf } from '../services/domain/dialogue/by-hand.ts';
import { holderOf, signatureOf } from '../services/domain/dialogue/dialogue.ts';
import { REFERRAL } from '../services/domain/dialogue/reply-text.ts';
import { ALLOWED, type PersonCommandType } from '../services/domain/dialogue/transitions.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type AdaptiveCard, type CardAction, type Choice } from './adaptive-card.ts';
import { buttonsOn } from './buttons.ts';
import { canReply } from './can-reply.ts';
import { questionLines } from './citizen-words.ts';
import { linkCostLines } from './cost.ts';
import { departmentCallLines, departmentMustLines } from './department-line.ts';
import { dueLines } from './due.ts';
import { courseOf, frameOf } from './frame.ts';
import { type Line, line, run, shortenedLines } from './lines.ts';
import { cut, plainInMarkdown } from './literal-text.ts';
import { colleaguesOn } from './navragen.ts';
import { byHandKey } from './network-name.ts';
import { byHandLines } from './place-by-hand.ts';
import { readingInputs } from './reading-choices.ts';
import { handOverFold } from './hand-over-form.ts';
import { laterFold } from './later-form.ts';
import { render } from './render.ts';
import { revealButton } from './reply-card.ts';
import { spareLines } from './spare-text.ts';
import { whatHolds } from './what-holds.ts';
import { acquaintedLines, noteLines, rewrittenLines } from './together-lines.ts';
import { type Words } from './words.ts';

/** UTF-16 units: what fits, in any script, on a card of 28 KB. No network takes such a text; a paste can be one. */
const CONCEPT = 1_850;
/** An own post has no question and nothing to choose above it. */
const OWN = 3_000;
const ASIDE = 600;
/** More answers than one looks through in a list, and than a card may hold. */
const MOST_ANSWERS = 50;

/** The one card that is typed on: for who holds the dialogue. It changes only by a click on it. */
export function writingCard(view: DialogueView, generation: number, words: Words): AdaptiveCard {
  const { dialogue } = view;
  const concept = cut(dialogue.concept?.text ?? '', dialogue.own ? OWN : CONCEPT);
  return render('writing', {
    ...frameOf(view, words),
    head: plainInMarkdown(head(view, words)),
    due: dueLines(view, words),
    question: questionLines(view, words),
    reveal: revealButton(view, buttonsOn(view, 'work', generation, words), {}),
    remark: remark(view, words),
    spare: spareLines(view, words),
    notes: [
      ...departmentCallLines(view, words),
      ...departmentMustLines(view, words),
      ...(dialogue.mode === 'listening' ? [line(words.say('writing.listening'))] : []),
      ...(dialogue.mode !== 'listening' && replyAccountOf(dialogue) === null
        ? [line(words.say('writing.noAccount'))]
        : []),
      ...(canReply(view) ? byHandLines(view, words) : []),
      ...linkCostLines(view, words),
      ...onlyPrivateLines(view, words),
      ...(dialogue.other?.holds === undefined ? [] : [line(words.say('writing.heldBack'))]),
      ...acquaintedLines(view, words),
      ...noteLines(view, words),
      ...rewrittenLines(view, words),
      ...(concept.whole ? [] : [line(words.say('writing.conceptCut'))]),
    ],
    colleagues: colleaguesOn(view, generation, words),
    answersLabel: words.say('input.answer'),
    answersPlaceholder: words.say('input.answer.choose'),
    answer: onlyFitting(view),
    answers: answerChoices(view, words),
    use: [buttonsOn(view, 'work', generation, words)('useAnswer')],
    conceptLabel: words.say('input.concept'),
    concept: concept.text,
    channelLabel: words.say('input.channel'),
    channel: view.channel,
    channels: channelChoices(view, words),
    signed: [signed(view, words)],
    reading: readingInputs(view, words),
    holds: whatHolds(view, words),
    course: courseOf(view, words),
    actions: buttons(view, generation, words),
  });
}

function head({ dialogue }: DialogueView, words: Words): string {
  const name = holderOf(dialogue.stage)?.name ?? '';
  return dialogue.account === null
    ? words.say('writing.head', { name })
    : words.say('writing.head.account', { name, account: dialogue.account });
}

/** What brings a remark. */
const REMARKS = {
  sentBack: 'writing.remark',
  handedOver: 'writing.handedOver',
  cameBack: 'writing.cameBack',
} as const;

/** Why it came here, and from whom: that is in the course of events. */
function remark({ dialogue }: DialogueView, words: Words): readonly Line[] {
  if (dialogue.stage.name !== 'claimed' || dialogue.stage.remark === null) return [];
  const came = dialogue.course.findLast(({ what }) => what in REMARKS);
  const name = came?.who;
  const key = REMARKS[(came?.what ?? 'sentBack') as keyof typeof REMARKS];
  const said = dialogue.stage.remark.trim();
  return [
    line(run(name ? words.say(key, { name }) : words.say('writing.remark.somebody'), { weight: 'Bolder' })),
    ...(said === '' ? [line(words.say('writing.remark.empty'))] : shortenedLines(said, ASIDE, words)),
  ];
}

/** This subject's first. */
function answerChoices({ answers, dialogue }: DialogueView, words: Words): readonly Choice[] {
  const fits = answers.filter(({ topic }) => topic === dialogue.topic);
  const rest = answers.filter(({ topic }) => topic !== dialogue.topic);
  return [...fits, ...rest].slice(0, MOST_ANSWERS).map(({ id, topic }) => ({
    title: id === REFERRAL ? words.say('answer.referral') : `${capital(id).replaceAll('-', ' ')} (${topic})`,
    value: id,
  }));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The one answer on this subject is chosen beforehand. */
function onlyFitting({ answers, dialogue }: DialogueView): string {
  if (answers[0]?.id === REFERRAL) return REFERRAL;
  const fits = answers.filter(({ topic }) => topic === dialogue.topic);
  return fits.length === 1 ? (fits[0]?.id ?? '') : '';
}

/** Nothing to choose where there is one way only. */
function channelChoices({ channels }: DialogueView, words: Words): readonly Choice[] {
  if (channels.length < 2) return [];
  // The usual order, whatever is chosen beforehand.
  return (['public', 'private'] as const).map((value) => ({ title: words.say(`channel.${value}`), value }));
}

function onlyPrivateLines({ channels }: DialogueView, words: Words): readonly Line[] {
  return channels.every(({ channel }) => channel === 'private') ? [line(words.say('writing.onlyPrivate'))] : [];
}

function signed({ dialogue, channels, length, limit }: DialogueView, words: Words): Line {
  const initials = signatureOf(dialogue);
  const over = length - limit;
  const rooms = (['public', 'private'] as const).flatMap((one) => {
    const room = channels.find(({ channel }) => channel === one)?.room;
    if (room === undefined) return [];
    return [
      words.say(
        channels.length === 1 && one === 'public' ? byHandKey(dialogue, 'writing.room') : `writing.room.${one}`,
        { room },
      ),
    ];
  });
  const parts = [...(initials ? [words.say('writing.signed', { initials })] : []), ...rooms];
  return line(
    run(parts.join(' · '), { isSubtle: true, size: 'Small' }),
    ...(over > 0 ? [run(` · ${words.say('writing.over', { over })}`, { color: 'Attention', weight: 'Bolder' })] : []),
  );
}

function buttons(view: DialogueView, generation: number, words: Words): readonly CardAction[] {
  const button = buttonsOn(view, 'work', generation, words);
  const { placeAlone } = view;
  const shown: Readonly<Partial<Record<PersonCommandType, boolean>>> = {
    place: canReply(view) && placeAlone,
    submit: canReply(view),
    keep: true,
  };
  const verbs = ALLOWED.claimed.filter((verb) => (shown as Partial<Record<string, boolean>>)[verb]);
  const primary = verbs[0];
  const drawn = verbs.map((verb) =>
    button(verb, {
      look: {
        ...(verb === primary && verb !== 'keep' ? { style: 'positive' } : {}),
      },
    }),
  );
  if (view.dialogue.own) return drawn;
  return [...drawn, laterFold(view, canReply(view), button, words), ...handOverFold(view, button, words)];
}
