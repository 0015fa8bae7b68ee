import { type Instant } from '../../instant.ts';
import { type Member, type Person } from '../../people.ts';
import { type Channel } from '../channel.ts';
import { type HoldingReply } from '../promises/messages.ts';
import { type Answer, type Reach } from './question.ts';

/** What stood in the concept on the card that was clicked, which is drawn anew; null where no card was clicked. */
export type Beside = { readonly text: string; readonly channel?: Channel | undefined } | null;

/** What the team asks about questions. `id` is a new name, given by who asks: the words are stored under it. */
export type QuestionCommand =
  /** `to`: a sign-in name. `holding`: the citizen is told in the same step when the answer comes. */
  | {
      readonly type: 'ask';
      readonly id: string;
      readonly to: string;
      readonly department: string | null;
      readonly question: string;
      readonly named: boolean;
      readonly beside: Beside;
      readonly holding?: HoldingReply | null;
    }
  | { readonly type: 'withdrawQuestion'; readonly question: string; readonly beside: Beside }
  /** What somebody said by telephone or on the stairs. */
  | {
      readonly type: 'recordAnswer';
      readonly question: string;
      readonly id: string;
      readonly who: string;
      readonly answer: string;
      readonly beside: Beside;
    }
  /** In concept zetten: `said` are the words of the answer, `text` is what stood in the concept. */
  | {
      readonly type: 'intoConcept';
      readonly question: string;
      readonly answer: string;
      readonly said: string;
      readonly text: string;
      readonly channel?: Channel | undefined;
    };

/** What a colleague who was asked does, or Teams tells of reaching them. `from` is who Teams says it is. */
export type ColleagueCommand =
  | {
      readonly type: 'answerQuestion';
      readonly from: Person;
      readonly question: string;
      readonly id: string;
      readonly answer: string;
    }
  /** `to`: a sign-in name; '' when they do not know who. */
  | { readonly type: 'passOn'; readonly from: Person; readonly question: string; readonly to: string }
  | { readonly type: 'askMoreTime'; readonly from: Person; readonly question: string }
  | { readonly type: 'reached'; readonly question: string; readonly email: string; readonly reach: Reach };

export type QuestionPersonCommand = { readonly by: Member } & QuestionCommand;

interface Asking {
  readonly to: Person;
  readonly due: Instant;
  readonly remindAt: Instant | null;
}

/** `clicked`: by who holds the dialogue, on their own work card, which shows it at once and loses nothing by that. */
export type QuestionEvent =
  | ({
      readonly type: 'questionAsked';
      readonly question: string;
      readonly by: Person;
      readonly department: string | null;
      readonly named: boolean;
      readonly clicked: boolean;
    } & Asking)
  /** It went on to somebody else. */
  | ({
      readonly type: 'questionWentOn';
      readonly question: string;
      readonly from: Person;
      readonly why: 'passed' | 'silent';
    } & Asking)
  /** There is nobody left to ask: the team must find another way. */
  | {
      readonly type: 'questionLeftOver';
      readonly question: string;
      readonly from: Person;
      readonly why: 'passed' | 'silent';
    }
  | { readonly type: 'questionReminded'; readonly question: string; readonly to: Person }
  | { readonly type: 'questionReached'; readonly question: string; readonly to: Person; readonly reach: Reach }
  /** `late`: it comes after our own norm. */
  | {
      readonly type: 'moreTimeAsked';
      readonly question: string;
      readonly by: Person;
      readonly due: Instant;
      readonly remindAt: Instant | null;
      readonly late: boolean;
    }
  /** `card`: who holds the dialogue is there to write: the answer comes to them in a new work card. */
  | {
      readonly type: 'questionAnswered';
      readonly question: string;
      readonly id: string;
      readonly by: Answer['by'];
      readonly recordedBy: Person | null;
      readonly card: boolean;
      readonly clicked: boolean;
    }
  /** Without `by`: the dialogue ended. */
  | { readonly type: 'questionWithdrawn'; readonly question: string; readonly by?: Person; readonly clicked: boolean };

const BY_PERSON = new Set<string>(['ask', 'withdrawQuestion', 'recordAnswer', 'intoConcept']);

export function isAboutQuestion<C extends { readonly type: string }>(
  command: C,
): command is Extract<C, { type: QuestionCommand['type'] }> {
  return BY_PERSON.has(command.type);
}
