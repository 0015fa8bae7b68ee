import { z } from 'zod/v4';
import { QUESTION_COMMANDS, QUESTION_FIELDS } from './question-commands.ts';
import { FORM_INPUTS, INPUTS, NONE, UNCHANGED, type Verb } from '../cards/verbs.ts';
import { type Outcome, OUTCOMES } from '../services/domain/dialogue/dialogue.ts';
import { NOT_LOOKED_UP } from '../services/domain/dialogue/looked-up.ts';
import { type Correction } from '../services/domain/dialogue/interpreting/reading.ts';
import { type PersonCommand } from '../services/domain/dialogue/messages.ts';
import { type Member } from '../services/domain/people.ts';
import { type Instant } from '../services/domain/instant.ts';
import { type Calendar } from '../services/ports/calendar.ts';
import { VIAS } from '../services/domain/post.ts';

const TEXT = z.string().max(20_000).default('');

/** Left as it was, or of a card without it: undefined. */
const CHOICE = z
  .string()
  .max(200)
  .optional()
  .catch(undefined)
  .transform((value) => (value === '' || value === UNCHANGED ? undefined : value));

/** A click's data and inputs as they come in: hostile until read here. What a card says of roles is not asked. */
export const CLICK = z.object({
  dialogue: z.string().min(1).max(100),
  seen: z.number().int().nonnegative(),
  card: z.enum(['root', 'work']),
  generation: z.number().int().nonnegative(),
  hash: z.string().max(100).default(''),
  receipt: z.string().max(300).default(''),
  [INPUTS.setAside]: TEXT,
  [INPUTS.finish]: TEXT,
  [INPUTS.concept]: TEXT,
  /** Anything else than a channel is no choice. */
  [INPUTS.channel]: z.enum(['public', 'private']).optional().catch(undefined),
  [INPUTS.kind]: CHOICE,
  [INPUTS.topic]: CHOICE,
  [INPUTS.municipality]: CHOICE,
  [INPUTS.urgency]: CHOICE,
  [INPUTS.useAnswer]: TEXT,
  [INPUTS.hold]: TEXT,
  [INPUTS.promiseDay]: TEXT,
  [INPUTS.promiseTime]: TEXT,
  [INPUTS.promiseNote]: TEXT,
  [INPUTS.handOver]: TEXT,
  [INPUTS.handOverRemark]: TEXT,
  [INPUTS.amended]: TEXT,
  [INPUTS.sendBack]: TEXT,
  [INPUTS.reportPlaced]: TEXT,
  [INPUTS.remove]: TEXT,
  ...QUESTION_FIELDS,
  [INPUTS.passOnTo]: TEXT,
});
export type Click = z.infer<typeof CLICK>;

/** A form's data and inputs, as hostile as a click's. `form`: the name that the bot gave this very form. */
export const NEW_POST = z.object({
  form: z.string().regex(/^[\w-]{10,64}$/),
  [FORM_INPUTS.where]: z.enum(VIAS),
  [FORM_INPUTS.who]: TEXT,
  [FORM_INPUTS.text]: TEXT,
  [FORM_INPUTS.link]: TEXT,
  [FORM_INPUTS.day]: TEXT,
  [FORM_INPUTS.time]: TEXT,
  [FORM_INPUTS.municipality]: TEXT,
});

/** The form for an own post. */
export const OWN_POST_FORM = z.object({
  form: z.string().regex(/^[\w-]{10,64}$/),
  [FORM_INPUTS.place]: z.string().max(200),
  [FORM_INPUTS.text]: TEXT,
});

/** What each button asks of a dialogue, from what it brings along. */
export const COMMAND_OF = {
  claim: () => ({ type: 'claim' }),
  takeOver: () => ({ type: 'takeOver' }),
  release: () => ({ type: 'release' }),
  setAside: (click) => ({ type: 'setAside', reason: click.reason, reading: readingIn(click) }),
  finish: (click) => ({ type: 'finish', outcome: outcomeOf(click.outcome) }),
  reopen: () => ({ type: 'reopen' }),
  reveal: (click) => ({ type: 'reveal', reading: readingIn(click) }),
  keep: (click) => ({ type: 'keep', ...typedIn(click) }),
  useAnswer: (click) => ({ type: 'useAnswer', answer: click.answer, ...typedIn(click) }),
  place: (click) => ({ type: 'place', seen: click.seen, ...typedIn(click) }),
  submit: (click) => ({ type: 'submit', ...typedIn(click) }),
  hold: (click, calendar) => ({
    type: 'hold',
    holding: click.holding,
    promised: momentOf(click, calendar),
    says: false,
    seen: click.seen,
    ...typedIn(click),
  }),
  comeBack: (click, calendar) => ({
    type: 'comeBack',
    at: momentOf(click, calendar),
    note: click.promiseNote,
    ...typedIn(click),
  }),
  dropReturn: (click) => ({ type: 'dropReturn', ...typedIn(click) }),
  handOver: (click) => ({ type: 'handOver', to: click.colleague, remark: click.handOverRemark, ...typedIn(click) }),
  amend: (click) => ({ type: 'amend', text: click.amended }),
  amendAndPlace: (click) => ({ type: 'amendAndPlace', text: click.amended, seen: click.seen }),
  approve: (click) => ({ type: 'approve', hash: click.hash }),
  takeToDepartment: () => ({ type: 'takeToDepartment' }),
  askTakeOver: (click) => ({ type: 'askTakeOver', ...typedIn(click) }),
  dropTakeOver: (click) => ({ type: 'dropTakeOver', ...typedIn(click) }),
  sendBack: (click) => ({ type: 'sendBack', remark: click.remark }),
  stop: () => ({ type: 'stop' }),
  retry: (click) => ({ type: 'retry', hash: click.hash }),
  reportPlaced: ({ hash, placedLink }) => ({ type: 'reportPlaced', hash, link: placedLink, looked: NOT_LOOKED_UP }),
  goPublic: () => ({ type: 'goPublic', invitation: null }),
  ...QUESTION_COMMANDS,
  remove: (click) => ({ type: 'remove', receipt: click.receipt, reason: click.removeReason }),
} as const satisfies Record<Verb, (click: Click, calendar: LocalMoments) => Asked>;

/** What a day and time that were filled in mean here. */
export type LocalMoments = Pick<Calendar, 'localMoment'>;

function momentOf(
  { promiseDay, promiseTime }: Pick<Click, 'promiseDay' | 'promiseTime'>,
  calendar: LocalMoments,
): Instant | null {
  return calendar.localMoment(promiseDay, promiseTime);
}

/** A command before it is known who gives it. */
export type Asked = PersonCommand extends infer C ? (C extends PersonCommand ? Omit<C, 'by'> : never) : never;

export function commandOf(verb: Verb, click: Click, by: Member, calendar: LocalMoments): PersonCommand {
  return { ...COMMAND_OF[verb](click, calendar), by };
}

/** What stands on the work card that is typed on. */
function typedIn(click: Click): Pick<Extract<Asked, { type: 'keep' }>, 'text' | 'channel' | 'reading'> {
  return { text: click.concept, channel: click.channel, reading: readingIn(click) };
}

function readingIn({ kind, topic, municipality, urgency }: Click): Correction | undefined {
  const chosen = { ...(kind === undefined ? {} : { kind }), ...(topic === undefined ? {} : { topic: known(topic) }) };
  const town = municipality === undefined ? {} : { municipality: known(municipality) };
  const said = { ...chosen, ...town, ...(urgency === undefined ? {} : { urgent: urgency === 'yes' }) };
  return Object.keys(said).length === 0 ? undefined : said;
}

function known(value: string): string | null {
  return value === NONE ? null : value;
}

function outcomeOf(chosen: string): Outcome | null {
  return OUTCOMES.find((outcome) => outcome === chosen) ?? null;
}
