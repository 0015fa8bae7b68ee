import { type Instant } from '../instant.ts';
import { type Member, type Person } from '../people.ts';
import { type Interpretation } from '../work-instruction/interpret.ts';
import { type ClockEvent, type Reminder } from './by-time/clock-events.ts';
import { type Channel } from './channel.ts';
import { type Corrects, type Interpreted } from './interpreting/reading.ts';
import { type Beginning } from './beginning.ts';
import { type Concept, type DialoguePost, type Holder, type Outcome } from './dialogue.ts';
import { type ListedEvent } from './listed/messages.ts';
import { type HandedOver, type HandOver, type PassedOnEvent } from './handing-over/messages.ts';
import { type AskTakeOver, type DepartmentEvent, type TakeToDepartment } from './department-yes/messages.ts';
import { type LookedUp } from './looked-up.ts';
import { type PromiseCommand, type PromiseEvent } from './promises/messages.ts';
import { type Hitch, type Publication, type Receipt } from './publication.ts';
import { type ColleagueCommand, type QuestionCommand, type QuestionEvent } from './questions/question-messages.ts';
import { type Refusal } from './refusal.ts';
import { type TogetherEvent } from './together/messages.ts';
import { type TeamNewsEvent } from './team-news.ts';
import { type WorldCommand } from './world-command.ts';

/** Words, and where they are to go; without a choice: where the dialogue's text went so far. */
interface Typed extends Corrects {
  readonly text: string;
  readonly channel?: Channel | undefined;
}

/** What a person asks of a dialogue. `seen` is the version of the dialogue on the card that was clicked. */
export type PersonCommand = { readonly by: Member } & (
  | { readonly type: 'claim' }
  | { readonly type: 'takeOver' }
  | { readonly type: 'release' }
  | ({ readonly type: 'setAside'; readonly reason: string } & Corrects)
  | { readonly type: 'finish'; readonly outcome: Outcome | null }
  | { readonly type: 'reopen' }
  | ({ readonly type: 'reveal' } & Corrects)
  | ({ readonly type: 'keep' } & Typed)
  | ({ readonly type: 'useAnswer'; readonly answer: string } & Typed)
  | ({ readonly type: 'place'; readonly seen: number } & Typed)
  | ({ readonly type: 'submit' } & Typed)
  | TakeToDepartment
  | AskTakeOver
  | ({ readonly type: 'amend' } & Typed)
  | ({ readonly type: 'amendAndPlace'; readonly seen: number } & Typed)
  | { readonly type: 'approve'; readonly hash: string }
  | { readonly type: 'sendBack'; readonly remark: string }
  | { readonly type: 'stop' }
  | { readonly type: 'retry'; readonly hash: string }
  /** It was placed on the network by hand; `looked`: what the network says of the link that was given. */
  | { readonly type: 'reportPlaced'; readonly hash: string; readonly link: string; readonly looked: LookedUp }
  /** The refused private message becomes a public invitation to write to us; null: the network cannot say where. */
  | { readonly type: 'goPublic'; readonly invitation: string | null }
  | { readonly type: 'remove'; readonly receipt: string; readonly reason: string }
  | HandOver
  | PromiseCommand
  | QuestionCommand
);

export type Command = PersonCommand | ColleagueCommand | WorldCommand;

/** What happened. Append-only: the history of the dialogue. Texts of posts are not in here. */
export type DialogueEvent =
  | HandedOver
  | PassedOnEvent
  | PromiseEvent
  | QuestionEvent
  | Beginning
  | ListedEvent
  | TogetherEvent
  | TeamNewsEvent
  /** Somebody reacted to this own post. */
  | { readonly type: 'reacted'; readonly handle: string }
  | { readonly type: 'received'; readonly post: DialoguePost }
  /** Somebody else passed a post of the citizen on, or (`copy`) wrote the same words. */
  | { readonly type: 'echoed'; readonly of: string; readonly handle: string; readonly how?: 'copy' }
  /** A post that we had was found in another way too. */
  | { readonly type: 'foundAgain'; readonly post: string; readonly names: readonly string[] }
  /** What was found unasked turns out to be addressed to an account of ours. */
  | { readonly type: 'becameAsked'; readonly account: string; readonly municipality: string | null }
  /** Its author edited it: the newest words are shown. */
  | {
      readonly type: 'edited';
      readonly post: string;
      readonly edition: number;
      readonly thanks: boolean;
      readonly due: Instant | null;
    }
  /** It is no longer on the network, and nor are its words with us; `kept`: but for the archive. */
  | { readonly type: 'postGone'; readonly post: string; readonly kept: boolean; readonly due: Instant | null }
  | {
      readonly type: 'followedUp';
      readonly for: Holder | null;
      readonly had: Holder | null;
      readonly interpretation: Interpretation;
      readonly due: Instant | null;
    }
  /** The citizen's newer words are graver than what the dialogue was taken for. */
  | { readonly type: 'raised'; readonly interpretation: Interpretation; readonly due: Instant | null }
  | Interpreted
  | DepartmentEvent
  | { readonly type: 'claimed'; readonly by: Holder }
  | { readonly type: 'tookOver'; readonly by: Holder; readonly from: Holder }
  | { readonly type: 'released'; readonly by: Holder }
  | { readonly type: 'wasSetAside'; readonly by: Holder; readonly reason: string }
  | { readonly type: 'finished'; readonly by: Person; readonly outcome: Outcome }
  | { readonly type: 'closedItself' }
  | { readonly type: 'reopened'; readonly by: Person; readonly due: Instant | null }
  | { readonly type: 'revealed'; readonly by: Person }
  | { readonly type: 'kept'; readonly concept: Concept; readonly answer: string | null }
  | { readonly type: 'keptApart'; readonly concept: Concept }
  | { readonly type: 'submitted'; readonly concept: Concept }
  /** `asksAgain`: the text had come back, and a yes to the words before does not hold for these. */
  | { readonly type: 'amended'; readonly concept: Concept; readonly before: string; readonly asksAgain: boolean }
  | { readonly type: 'sentBack'; readonly by: Person; readonly remark: string }
  /** From a private message that was refused to an invitation in public, which is to be looked at first. */
  | { readonly type: 'wentPublic'; readonly concept: Concept }
  | { readonly type: 'frozen'; readonly publication: Publication }
  | { readonly type: 'stopped'; readonly by: Person }
  | { readonly type: 'attempted'; readonly number: number; readonly deadline: Instant; readonly lookAt: Instant }
  | { readonly type: 'postponed'; readonly until: Instant; readonly detail: string }
  | { readonly type: 'becameUnclear'; readonly detail: string }
  | { readonly type: 'lookedUp'; readonly lookAt: Instant | null }
  | { readonly type: 'published'; readonly receipt: Receipt; readonly closesAt: Instant }
  /**
   * Somebody answered on the network itself. `ended` null: it does not end the waiting, since somebody has it in hand,
   * nobody waited, or the citizen wrote since. Who had it has it still; where nobody did, the account stands for them.
   */
  | {
      readonly type: 'answeredOutside';
      readonly receipt: Receipt;
      readonly due: Instant | null;
      readonly ended: { readonly by: Holder; readonly closesAt: Instant } | null;
    }
  | { readonly type: 'notPlaced'; readonly hitch: Hitch }
  /** Placed by hand from an account that is not ours, as `post`. */
  | { readonly type: 'misplaced'; readonly by: Person; readonly post: string; readonly hitch: Hitch }
  | { readonly type: 'removalAsked'; readonly receipt: string; readonly by: Person; readonly reason: string }
  | { readonly type: 'removalPutOff'; readonly receipt: string; readonly until: Instant }
  | { readonly type: 'removalFailed'; readonly receipt: string; readonly detail: string }
  | { readonly type: 'removed'; readonly receipt: string; readonly due: Instant | null }
  | ClockEvent;

/** An event with its moment, as it is kept. */
export type Happened = DialogueEvent & { readonly at: Instant };

/** A new line in the thread, because these people must now do something. Sent at least once. */
export interface Announcement {
  readonly what:
    | 'approval-asked'
    | 'taken-over'
    | 'handed-over'
    | 'department-unreached'
    | 'came-back'
    | 'department-took'
    | 'citizen-wrote'
    | 'citizen-edited'
    | 'citizen-deleted'
    | 'answered-outside'
    | 'not-placed'
    | 'place-by-hand'
    | 'amended'
    | 'removal-refused'
    | Reminder
    | 'question-answered'
    | 'question-left-over'
    | 'question-more-time'
    | 'question-reminder';
  readonly to: readonly Person[];
  readonly by: Person | null;
  /** The post that it shows, with `citizen-wrote`, `citizen-edited` and `answered-outside`. */
  readonly post: string | null;
  /** Texts before and after, with `amended`; the network's words, with a refusal; in `after` a remark or note. */
  readonly before: string | null;
  readonly after: string | null;
  /** When the claim ends, with `claim-reminder`; not there: it does not. */
  readonly until?: Instant;
  /** Which question it is about. `question-reminder` goes to who was asked, 1:1. */
  readonly question?: string;
}

/** What is to be done. A refusal may come with events: its text is kept all the same. Neither: there was nothing to do (any more). */
export interface Decision {
  readonly events: readonly DialogueEvent[];
  readonly refusal: Refusal | null;
}
