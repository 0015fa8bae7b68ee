import { type BusyRefusal } from '../../services/domain/busy/messages.ts';
import { type Instant } from '../../services/domain/instant.ts';
import { literalName } from '../literal-text.ts';
import { type Words } from '../words.ts';

/** An expected no about a storm in one sentence: what happened, who, when, and what you can do now. */
export function busyRefusalSentence(refusal: BusyRefusal, words: Words, now: Instant): string {
  switch (refusal.code) {
    case 'busy-role':
      return words.say('busy.no.busy-role', { role: words.label('role', refusal.role) });
    case 'busy-already':
    case 'called-already':
      return words.say(`busy.no.${refusal.code}`, { who: refusal.who, when: words.when(refusal.at, now) });
    case 'many-too-long':
      return words.say('busy.no.many-too-long', { handle: literalName(refusal.handle), over: refusal.over });
    case 'many-personal-data':
      return words.say('busy.no.many-personal-data', { what: words.label('mask', refusal.what) });
    case 'not-busy':
    case 'storm-over':
    case 'nobody-to-call':
    case 'many-empty':
    case 'many-nobody':
    case 'many-own-text':
    case 'many-changed':
    case 'many-not-now':
    case 'list-empty':
      return words.say(`busy.no.${refusal.code}`);
  }
}
