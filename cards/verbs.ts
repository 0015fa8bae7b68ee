import { ALLOWED, type PersonCommandType } from '../services/domain/dialogue/transitions.ts';

/** A button's verb is the type of the command that a click on it gives. */
export type Verb = PersonCommandType;

/** Every verb that some stage allows, each once. */
export const VERBS: readonly Verb[] = [...new Set<Verb>(Object.values(ALLOWED).flat())];

export function isVerb(name: string): name is Verb {
  return (VERBS as readonly string[]).includes(name);
}

/** The verbs that have a button on the root card; all others live on the work card. */
export const ROOT_VERBS = ['claim', 'takeOver', 'release', 'setAside', 'finish', 'reopen'] as const satisfies Verb[];
export type RootVerb = (typeof ROOT_VERBS)[number];

export function isRootVerb(verb: Verb): verb is RootVerb {
  return (ROOT_VERBS as readonly Verb[]).includes(verb);
}

/** The buttons beside the stages: at any stage, and they change none. */
export const BESIDE_VERBS = ['earlier', 'passPraise'] as const;
export type BesideVerb = (typeof BESIDE_VERBS)[number];

export function isBesideVerb(name: string): name is BesideVerb {
  return (BESIDE_VERBS as readonly string[]).includes(name);
}

/** The buttons of forms that stand by themselves: they make a dialogue, and ask nothing of one. */
export const FORM_VERBS = ['addPost', 'beginOwn'] as const;
export type FormVerb = (typeof FORM_VERBS)[number];

export function isFormVerb(name: string): name is FormVerb {
  return (FORM_VERBS as readonly string[]).includes(name);
}

/** The buttons of what is about no dialogue: the roster, and whether we place. */
export const TEAM_VERBS = [
  'rosterShow',
  'rosterAbsentForm',
  'rosterSwapForm',
  'rosterUndoForm',
  'rosterAbsent',
  'rosterSwap',
  'rosterUndo',
  'resumePlacing',
] as const;
export type TeamVerb = (typeof TEAM_VERBS)[number];

export function isTeamVerb(name: string): name is TeamVerb {
  return (TEAM_VERBS as readonly string[]).includes(name);
}

/** The buttons of the card at the end of a shift, and what can be chosen there for each dialogue. */
export const SHIFT_VERBS = ['shiftChoices', 'shiftReleaseAll'] as const;
export type ShiftVerb = (typeof SHIFT_VERBS)[number];
export const SHIFT_CHOICES = ['keep', 'release', 'handOver'] as const;

export function isShiftVerb(name: string): name is ShiftVerb {
  return (SHIFT_VERBS as readonly string[]).includes(name);
}

/** The id of the choice for one dialogue, from 0. */
export function shiftInput(index: number): string {
  return `shift${index}`;
}

/** The ids of the inputs beside them. */
export const TEAM_INPUTS = {
  who: 'who',
  other: 'other',
  from: 'from',
  until: 'until',
  hours: 'hours',
  return: 'return',
  change: 'change',
} as const;

/** What a button brings along, beside the inputs around it. It says what the person saw; the truth is in the store. */
export interface ButtonData {
  readonly dialogue: string;
  /** Version of the dialogue that the card showed. */
  readonly seen: number;
  readonly card: 'root' | 'work';
  /** Generation of the work card; on a root card that of the newest. */
  readonly generation: number;
  /** Fingerprint of the text that is said yes to, with `approve`, `retry` and `reportPlaced`. */
  readonly hash?: string;
  /** Why no reply, with a `setAside` that asks nothing more. */
  readonly reason?: string;
  /** Which placed reply, with `remove`. */
  readonly receipt?: string;
  /** Which question to a colleague; where several are open the input of that name says it. */
  readonly question?: string;
  /** Which answer of it, with `intoConcept`. */
  readonly answer?: string;
}

/** The buttons of a colleague who was asked something: they need not be in the team. */
export const COLLEAGUE_VERBS = ['answerQuestion', 'passOn', 'askMoreTime'] as const;
export type ColleagueVerb = (typeof COLLEAGUE_VERBS)[number];

export function isColleagueVerb(name: string): name is ColleagueVerb {
  return (COLLEAGUE_VERBS as readonly string[]).includes(name);
}

/** What a colleague's button brings along. */
export interface ColleagueButtonData {
  readonly dialogue: string;
  readonly question: string;
  /** Which of those who were asked the card is for. */
  readonly asked: number;
}

export const COLLEAGUE_INPUTS = {
  answer: 'answer',
  passTo: 'passTo',
  passMail: 'passMail',
  /** `<question> <dialogue>`, where somebody typed an answer and has several questions. */
  which: 'which',
} as const;

/** The ids of all inputs on cards. A click brings those of its own card and of the cards around it, as strings. */
export const INPUTS = {
  setAside: 'reason',
  finish: 'outcome',
  /** The text on the work card: with `place`, `submit`, `keep` and `useAnswer`. */
  concept: 'concept',
  /** Where it goes, beside the text on the work card. */
  channel: 'channel',
  /** What the message is taken for, beside the text and, but for kind and urgency, beside the reason for no reply. */
  kind: 'kind',
  topic: 'topic',
  municipality: 'municipality',
  urgency: 'urgency',
  /** Id of the standing answer, with `useAnswer`. */
  useAnswer: 'answer',
  /** The text of a holding reply, with `hold`. */
  hold: 'holding',
  /** With `hold` and `comeBack`: `yyyy-mm-dd` and `hh:mm`, and what it is about. */
  promiseDay: 'promiseDay',
  promiseTime: 'promiseTime',
  promiseNote: 'promiseNote',
  /** An e-mail address. */
  handOver: 'colleague',
  handOverRemark: 'handOverRemark',
  /** The text in Aanpassen: with `amend` and `amendAndPlace`. */
  amended: 'amended',
  sendBack: 'remark',
  /** Address of the reply that was placed by hand. */
  reportPlaced: 'placedLink',
  remove: 'removeReason',
  /** `<sign-in name>|<department>`, with `ask`. */
  askTo: 'askTo',
  askMail: 'askMail',
  askText: 'askText',
  askNamed: 'askNamed',
  /** Whether a holding reply goes with it, `true` when ticked; its text, and when it promises. */
  askHold: 'askHold',
  askHoldText: 'askHoldText',
  askHoldDay: 'askHoldDay',
  askHoldTime: 'askHoldTime',
  /** Which of several open questions, with `recordAnswer` and `withdrawQuestion`. */
  question: 'question',
  recordWho: 'recordWho',
  recordText: 'recordText',
  /** Name of the department, or the e-mail address of a colleague in one, with `passPraise`. */
  passOnTo: 'passOnTo',
} as const;
/** What an input says that was left as the card had it: nothing changes, whatever it became since. */
export const UNCHANGED = '=';
/** No topic, no municipality that we know. */
export const NONE = '-';
export type InputId = (typeof INPUTS)[keyof typeof INPUTS];

/** The ids of the inputs on forms that stand by themselves. */
export const FORM_INPUTS = {
  where: 'where',
  who: 'who',
  text: 'text',
  link: 'link',
  day: 'day',
  time: 'time',
  municipality: 'municipality',
  /** Which account of ours, on which network: `x:GemOostzaan`. */
  place: 'place',
} as const;
