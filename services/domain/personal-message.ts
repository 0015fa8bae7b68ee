import { type Alert } from './alert.ts';
import { type ReportSubscription } from './evaluation/report-subscription.ts';
import { type Worth } from './evaluation/worth.ts';
import { type Report } from './figures/report.ts';
import { type Day } from './figures/shares.ts';
import { type Sight } from './figures/who-sees.ts';
import { type Instant } from './instant.ts';
import { type Entry } from './overview/entry.ts';
import { type Person } from './people.ts';
import { type DialogueView } from './dialogue/view.ts';
import { type QuestionForColleague } from './dialogue/questions/question-for-colleague.ts';
import { type YesAsked } from './dialogue/department-yes/yes-asked.ts';

/**
 * What is said to one person in their 1:1 chat with the bot, as facts: `cards/personal-message.ts` draws each kind.
 * A feature that has something to say to one person adds a variant here and its drawing there.
 */
export type PersonalMessage =
  | { readonly kind: 'alert'; readonly alert: Alert }
  /** To who stands by: something that cannot wait. `thread`: where it stands in the channel; null when it does not yet. */
  | { readonly kind: 'stand-by'; readonly view: DialogueView; readonly thread: string | null }
  /** To somebody of a department that takes a dialogue over; what is to be done is in its `passedOn`. */
  | { readonly kind: 'passed-on'; readonly view: DialogueView; readonly organisation: string }
  /** To whose shift ends: all they hold, and who is on duty after them; null: nobody within two weeks. */
  | {
      readonly kind: 'shift-end';
      readonly to: Person;
      readonly until: Instant;
      readonly entries: readonly Entry[];
      readonly next: Person | null;
    }
  | { readonly kind: 'question'; readonly question: QuestionForColleague }
  /** It is nearly due. An edit of its card would ring nobody. */
  | { readonly kind: 'question-reminder'; readonly question: QuestionForColleague }
  /** A text waits for the yes of their department. */
  | { readonly kind: 'department-yes'; readonly asked: YesAsked }
  /** To who asked for last week's figures each week. */
  | {
      readonly kind: 'weekly-report';
      readonly report: Report;
      readonly today: Day;
      readonly sight: Sight;
      readonly worth: Worth | null;
      readonly subscription: ReportSubscription;
    }
  /** To who earned a compliment. */
  | { readonly kind: 'compliment'; readonly view: DialogueView; readonly by: Person };
