import { OUTCOMES } from '../services/domain/dialogue/dialogue.ts';
import { type Refusal } from '../services/domain/dialogue/refusal.ts';
import { ALLOWED, type PersonCommandType } from '../services/domain/dialogue/transitions.ts';
import { type StageName } from '../services/domain/dialogue/dialogue.ts';
import { type Instant } from '../services/domain/instant.ts';
import { isRootVerb } from './verbs.ts';
import { type Words } from './words.ts';

/**
 * An expected no in one sentence: what happened, who, when, and what you can do now. With `now` a moment of today is
 * told without its day.
 */
export function refusalSentence(refusal: Refusal, words: Words, now?: Instant): string {
  switch (refusal.code) {
    case 'taken':
      return words.say('refusal.taken', { who: refusal.who, when: words.when(refusal.at, now) });
    case 'not-yours':
      return words.say('refusal.not-yours', { who: refusal.who });
    case 'claim-expired':
      return words.say('refusal.claim-expired', { when: words.when(refusal.at, now) });
    case 'not-now':
      return notNow(refusal.stage, words);
    case 'department-needed': {
      const { department, phone } = refusal;
      return phone === null
        ? words.say('refusal.department-needed', { department })
        : words.say('refusal.department-needed.phone', { department, phone });
    }
    case 'no-role':
      return words.say('refusal.no-role', { role: words.label('role', refusal.role) });
    case 'too-long':
      return words.many('refusal.too-long', refusal.over, { limit: refusal.limit });
    case 'passed-on':
      return words.say('refusal.passed-on', { who: refusal.who, when: words.when(refusal.at, now) });
    case 'long-note':
      return words.many('refusal.long-note', refusal.over, { limit: refusal.limit });
    case 'personal-data':
      return words.say('refusal.personal-data', { what: words.label('mask', refusal.what) });
    case 'too-late':
      return words.say('refusal.too-late', { when: words.when(refusal.at, now) });
    case 'moment-past':
      return words.say('refusal.moment-past', { moment: words.moment(refusal.at, now) });
    case 'promised-citizen':
      return words.say('refusal.promised-citizen', { moment: words.moment(refusal.at, now) });
    case 'holding-refused':
      return words.say('refusal.holding-refused', { why: refusalSentence(refusal.why, words, now) });
    case 'more-time-given':
      return words.say('refusal.more-time-given', { when: words.when(refusal.until, now) });
    case 'outcome-required': {
      const outcomes = OUTCOMES.filter((outcome) => outcome !== 'replied');
      return words.say('refusal.outcome-required', {
        outcomes: words.either(outcomes.map((outcome) => words.label('outcome', outcome))),
      });
    }
    case 'account-changed':
      return words.say('refusal.account-changed', { account: refusal.account });
    case 'already-yours':
    case 'approval-needed':
    case 'own-text':
    case 'text-changed':
    case 'citizen-wrote':
    case 'answered-outside':
    case 'citizen-edited':
    case 'citizen-deleted':
    case 'post-gone':
    case 'empty':
    case 'other-channel':
    case 'no-invitation':
    case 'listening':
    case 'no-account':
    case 'reason-required':
    case 'unknown-answer':
    case 'unknown-choice':
    case 'no-addressee':
    case 'no-colleague':
    case 'no-department':
    case 'moment-unreadable':
    case 'moment-far':
    case 'promise-unsaid':
    case 'link-unreadable':
    case 'link-absent':
    case 'link-other-post':
    case 'no-address':
    case 'ask-yourself':
    case 'empty-question':
    case 'empty-answer':
    case 'unknown-question':
    case 'question-over':
    case 'question-went-on':
    case 'not-asked':
      return words.say(`refusal.${refusal.code}`);
  }
}

/** Buttons of the work card that lead on from a stage; those of the root card are named anyway. */
const LEADS_ON: readonly PersonCommandType[] = ['place', 'submit', 'approve', 'sendBack', 'stop'];

function notNow(stage: string, words: Words): string {
  if (!isStage(stage)) return words.say('refusal.not-now.unknown');
  const options = ALLOWED[stage].filter((verb) => isRootVerb(verb) || LEADS_ON.includes(verb));
  return words.say('refusal.not-now', {
    stage: words.say(`stage.${stage}`),
    options: words.either(options.map((verb) => words.say(`button.${verb}`))),
  });
}

function isStage(name: string): name is StageName {
  return Object.hasOwn(ALLOWED, name);
}
