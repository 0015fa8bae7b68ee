import { OUTCOMES } from '../../services/domain/dialogue/dialogue.ts';
import { ALLOWED, type PersonCommandType } from '../../services/domain/dialogue/transitions.ts';
import { type DialogueView } from '../../services/domain/dialogue/view.ts';
import { HOUR, type Instant, MINUTE } from '../../services/domain/instant.ts';
import { settings } from '../support/dialogue-facts.ts';
import { type Deed } from '../support/running-bot.ts';
import { type Random } from '../support/week/random.ts';

/** What somebody who clicks brings along. `text`: words that nobody used before. */
export interface Brought {
  readonly view: DialogueView;
  readonly random: Random;
  readonly now: Instant;
  readonly text: () => string;
  /** The link of a reply that this person places on the network by hand. */
  readonly placesByHand: () => string;
}

const colleague = settings.departments.flatMap(({ name, people }) => people.map((one) => ({ ...one, in: name })))[0]!;
const AHEAD = [2 * MINUTE, 20 * MINUTE, 2 * HOUR] as const;

/** What is clicked on a card, for each of its buttons. */
const DEEDS: Readonly<Record<PersonCommandType, (of: Brought) => Deed>> = {
  claim: () => ({ type: 'claim' }),
  takeOver: () => ({ type: 'takeOver' }),
  release: () => ({ type: 'release' }),
  setAside: ({ view, random }) => ({ type: 'setAside', reason: random.pick(view.noReplyReasons) }),
  finish: ({ random }) => ({ type: 'finish', outcome: random.pick([null, ...OUTCOMES]) }),
  reopen: () => ({ type: 'reopen' }),
  reveal: () => ({ type: 'reveal' }),
  keep: ({ text }) => ({ type: 'keep', text: text() }),
  useAnswer: ({ view, random, text }) => ({
    type: 'useAnswer',
    answer: view.answers.length === 0 ? 'grofvuil' : random.pick(view.answers).id,
    text: text(),
  }),
  place: ({ text, random }) => ({
    type: 'place',
    text: text(),
    channel: random.chance(0.1) ? 'private' : undefined,
  }),
  submit: ({ text }) => ({ type: 'submit', text: text() }),
  takeToDepartment: () => ({ type: 'takeToDepartment' }),
  askTakeOver: ({ text }) => ({ type: 'askTakeOver', text: text() }),
  dropTakeOver: ({ text }) => ({ type: 'dropTakeOver', text: text() }),
  amend: ({ text }) => ({ type: 'amend', text: text() }),
  amendAndPlace: ({ text }) => ({ type: 'amendAndPlace', text: text() }),
  approve: () => ({ type: 'approve' }),
  sendBack: () => ({ type: 'sendBack', remark: 'Kan het korter?' }),
  stop: () => ({ type: 'stop' }),
  retry: () => ({ type: 'retry' }),
  goPublic: () => ({ type: 'goPublic', invitation: null }),
  reportPlaced: ({ placesByHand }) => ({
    type: 'reportPlaced',
    link: placesByHand(),
    looked: { outcome: 'unreadable' },
  }),
  remove: ({ view, random }) => ({
    type: 'remove',
    receipt: view.dialogue.receipts.length === 0 ? '' : random.pick(view.dialogue.receipts).id,
    reason: 'Het klopt niet',
  }),
  handOver: ({ random, text }) => ({
    type: 'handOver',
    to: random.pick(['BK', 'EP', 'AB', 'CV', 'Communicatie']),
    remark: 'Graag.',
    text: text(),
  }),
  comeBack: ({ now, random, text }) => ({
    type: 'comeBack',
    at: now + random.pick(AHEAD),
    note: 'Kijken.',
    text: text(),
  }),
  dropReturn: ({ text }) => ({ type: 'dropReturn', text: text() }),
  hold: ({ now, random, text }) => ({
    type: 'hold',
    holding: 'U hoort van ons.',
    promised: now + random.pick(AHEAD),
    says: false,
    text: text(),
  }),
  ask: ({ text }) => ({
    type: 'ask',
    id: '',
    to: colleague.email,
    department: colleague.in,
    question: text(),
    named: false,
    beside: null,
  }),
  withdrawQuestion: ({ view, random }) => ({
    type: 'withdrawQuestion',
    question: view.questions.length === 0 ? '' : random.pick(view.questions).question.id,
    beside: null,
  }),
  recordAnswer: ({ view, random, text }) => ({
    type: 'recordAnswer',
    question: view.questions.length === 0 ? '' : random.pick(view.questions).question.id,
    id: '',
    who: 'Esra',
    answer: text(),
    beside: null,
  }),
  intoConcept: ({ view, random, text }) => {
    const answers = view.questions.flatMap((one) =>
      one.answers.map(({ answer }) => ({ question: one.question.id, answer: answer.id })),
    );
    const one = answers.length === 0 ? { question: '', answer: '' } : random.pick(answers);
    return { type: 'intoConcept', ...one, said: '', text: text() };
  },
};

/** Clicked oftener, so that dialogues get somewhere. */
const EAGER: ReadonlySet<PersonCommandType> = new Set([
  'claim',
  'place',
  'submit',
  'approve',
  'retry',
  'amendAndPlace',
]);

/** What somebody does with a card: mostly what gets the citizen an answer, of what the card offers. */
export function drawDeed(of: Brought): Deed {
  const { random, view } = of;
  const offered: readonly PersonCommandType[] = ALLOWED[view.dialogue.stage.name];
  const eager = offered.filter((type) => EAGER.has(type));
  const type = eager.length > 0 && random.chance(0.75) ? random.pick(eager) : random.pick(offered);
  return DEEDS[type](of);
}

/** The words that somebody typed who clicked this, and that must not be lost; null: none. */
export function typedIn(deed: Deed): string | null {
  return 'text' in deed && deed.text.trim() !== '' ? deed.text.trim() : null;
}
