import { type Instant } from '../instant.ts';

/** An expected no, in words for a person: `cards/text` has a sentence for each code. */
export type Refusal =
  | { readonly code: 'taken'; readonly who: string; readonly at: Instant }
  | { readonly code: 'not-yours'; readonly who: string }
  /** The claim of who asks ended by itself, and nobody took it since. */
  | { readonly code: 'claim-expired'; readonly at: Instant }
  | { readonly code: 'already-yours' }
  | { readonly code: 'not-now'; readonly stage: string }
  | { readonly code: 'no-role'; readonly role: string }
  | { readonly code: 'approval-needed' }
  /** A department must say yes, and nobody else can. `phone` null: not known. */
  | { readonly code: 'department-needed'; readonly department: string; readonly phone: string | null }
  | { readonly code: 'own-text' }
  | { readonly code: 'text-changed' }
  | { readonly code: 'citizen-wrote' }
  | { readonly code: 'answered-outside' }
  | { readonly code: 'citizen-edited' }
  | { readonly code: 'citizen-deleted' }
  /** Nothing that we had not answered is left. */
  | { readonly code: 'post-gone' }
  | { readonly code: 'empty' }
  | { readonly code: 'other-channel' }
  | { readonly code: 'no-invitation' }
  | { readonly code: 'too-long'; readonly over: number; readonly limit: number }
  | { readonly code: 'long-note'; readonly over: number; readonly limit: number }
  | { readonly code: 'passed-on'; readonly who: string; readonly at: Instant }
  | { readonly code: 'no-addressee' }
  | { readonly code: 'personal-data'; readonly what: string }
  | { readonly code: 'listening' }
  | { readonly code: 'no-account' }
  /** By what was said of the message it goes from this one. */
  | { readonly code: 'account-changed'; readonly account: string }
  | { readonly code: 'too-late'; readonly at: Instant }
  | { readonly code: 'outcome-required' }
  | { readonly code: 'reason-required' }
  | { readonly code: 'unknown-answer' }
  /** The settings no longer know what was chosen. */
  | { readonly code: 'unknown-choice' }
  | { readonly code: 'no-colleague' }
  /** There is no department that must be asked, or it has no people. */
  | { readonly code: 'no-department' }
  | { readonly code: 'moment-unreadable' }
  | { readonly code: 'moment-past'; readonly at: Instant }
  | { readonly code: 'moment-far' }
  /** The holding reply does not name the moment. */
  | { readonly code: 'promise-unsaid' }
  /** The citizen was told this moment. */
  | { readonly code: 'promised-citizen'; readonly at: Instant }
  | { readonly code: 'link-unreadable' }
  | { readonly code: 'link-absent' }
  | { readonly code: 'link-other-post' }
  /** What was given is no sign-in name of a colleague. */
  | { readonly code: 'no-address' }
  | { readonly code: 'ask-yourself' }
  | { readonly code: 'empty-question' }
  | { readonly code: 'empty-answer' }
  | { readonly code: 'unknown-question' }
  /** It was answered or withdrawn, or is with the team now. */
  | { readonly code: 'question-over' }
  /** The colleague was not asked either: the holding reply that should go with it could not go, and why. */
  | { readonly code: 'holding-refused'; readonly why: Refusal }
  /** Somebody else is asked now. */
  | { readonly code: 'question-went-on' }
  | { readonly code: 'not-asked' }
  | { readonly code: 'more-time-given'; readonly until: Instant };
