import { z } from 'zod/v4';
import { COLLEAGUE_INPUTS, INPUTS } from '../cards/verbs.ts';
import { type Channel } from '../services/domain/dialogue/channel.ts';
import { type HoldingReply } from '../services/domain/dialogue/promises/messages.ts';
import { type Calendar } from '../services/ports/calendar.ts';
import { type Beside, type QuestionCommand } from '../services/domain/dialogue/questions/question-messages.ts';

const TEXT = z.string().max(20_000).default('');

/** What a click on the work card brings about questions, hostile until read here. */
export const QUESTION_FIELDS = {
  [INPUTS.askTo]: TEXT,
  [INPUTS.askMail]: TEXT,
  [INPUTS.askText]: TEXT,
  [INPUTS.askNamed]: z.string().max(20).default(''),
  [INPUTS.askHold]: z.string().max(20).default(''),
  [INPUTS.askHoldText]: TEXT,
  [INPUTS.askHoldDay]: TEXT,
  [INPUTS.askHoldTime]: TEXT,
  [INPUTS.question]: z.string().max(100).default(''),
  [INPUTS.recordWho]: TEXT,
  [INPUTS.recordText]: TEXT,
} as const;

interface Concept {
  readonly concept: string;
  readonly channel?: Channel | undefined;
}

type QuestionClick = Concept & { readonly answer: string; readonly seen: number } & {
  readonly [F in keyof typeof QUESTION_FIELDS]: string;
};

/** What a colleague's click brings: hostile until read here. Who they are is asked of Teams. */
export const COLLEAGUE_CLICK = z.object({
  dialogue: z.string().max(100).default(''),
  question: z.string().max(100).default(''),
  asked: z.number().int().nonnegative().default(0),
  [COLLEAGUE_INPUTS.answer]: TEXT,
  [COLLEAGUE_INPUTS.passTo]: TEXT,
  [COLLEAGUE_INPUTS.passMail]: TEXT,
  [COLLEAGUE_INPUTS.which]: z.string().max(220).default(''),
});
export type ColleagueClick = z.infer<typeof COLLEAGUE_CLICK>;

/** What the buttons on the work card ask about questions. The names of new ones are given by the flow. */
export const QUESTION_COMMANDS = {
  ask: ({ askTo, askMail, askText, askNamed, ...click }, calendar) => ({
    type: 'ask',
    id: '',
    ...addressee(askTo, askMail),
    question: askText,
    named: askNamed === 'true',
    beside: besideOf(click),
    holding: holdingOf(click, calendar),
  }),
  withdrawQuestion: ({ question, ...click }) => ({ type: 'withdrawQuestion', question, beside: besideOf(click) }),
  recordAnswer: ({ question, recordWho, recordText, ...click }) => ({
    type: 'recordAnswer',
    question,
    id: '',
    who: recordWho,
    answer: recordText,
    beside: besideOf(click),
  }),
  intoConcept: ({ question, answer, concept, channel }) => ({
    type: 'intoConcept',
    question,
    answer,
    said: '',
    text: concept,
    channel,
  }),
} as const satisfies {
  [T in QuestionCommand['type']]: (
    click: QuestionClick,
    calendar: Pick<Calendar, 'localMoment'>,
  ) => Extract<QuestionCommand, { type: T }>;
};

/** Only where it was ticked: else nothing goes to the citizen. */
function holdingOf(
  {
    askHold,
    askHoldText,
    askHoldDay,
    askHoldTime,
    seen,
  }: Omit<QuestionClick, 'askTo' | 'askMail' | 'askText' | 'askNamed'>,
  calendar: Pick<Calendar, 'localMoment'>,
): HoldingReply | null {
  if (askHold !== 'true') return null;
  return { holding: askHoldText, promised: calendar.localMoment(askHoldDay, askHoldTime), says: false, seen };
}

/** Whom the colleague passes it on to: the address that was typed goes before the choice. */
export function passedTo({ passTo, passMail }: ColleagueClick): string {
  return addressee(passTo, passMail).to;
}

function addressee(chosen: string, typed: string): { readonly to: string; readonly department: string | null } {
  if (typed.trim() !== '') return { to: typed.trim(), department: null };
  const [to = '', department = ''] = chosen.split('|');
  return { to, department: department === '' ? null : department };
}

function besideOf({ concept, channel }: Concept): Beside {
  return { text: concept, channel };
}
