import { type Dialogue } from '../services/domain/dialogue/dialogue.ts';
import { type Hitch } from '../services/domain/dialogue/publication.ts';
import { type DialogueView } from '../services/domain/dialogue/view.ts';
import { type Line, line, run } from './lines.ts';
import { cut, literal } from './literal-text.ts';
import { byHandKey, networkName, ownKey } from './network-name.ts';
import { type Key, type Words } from './words.ts';

/** The network's reason code → its sentence. A code that is not here is a refusal in the network's own words. */
const REFUSED: Readonly<Record<string, Key>> = {
  'reply-not-allowed': 'hitch.reply-not-allowed',
  'dm-refused': 'hitch.dm-refused',
  'post-deleted': 'hitch.post-deleted',
  duplicate: 'hitch.duplicate',
  'sign-in': 'hitch.sign-in',
  forbidden: 'hitch.forbidden',
  suspended: 'hitch.suspended',
  'too-long': 'hitch.too-long',
  credits: 'hitch.credits',
};

/** Why an approved text is not on the network, and what to do. */
export function hitchSentence(hitch: Hitch, { dialogue, at }: DialogueView, words: Words): string {
  const network = networkName(dialogue, words);
  switch (hitch.why) {
    case 'late':
      return words.say(hitch.reason === 'paused' ? 'hitch.late.paused' : 'hitch.late');
    case 'overtaken':
      return words.say(hitch.reason === 'edited' ? 'hitch.edited' : 'hitch.overtaken');
    case 'outside':
      return words.say('hitch.outside', { network });
    case 'stopped':
      return words.say('hitch.stopped', { name: hitch.detail ?? '', when: words.when(hitch.at, at) });
    case 'by-hand':
      return words.say(byHandKey(dialogue, 'hitch.by-hand'), { network });
    case 'misplaced':
      return words.say('hitch.misplaced', { other: hitch.detail ?? '', account: dialogue.account ?? '' });
    case 'unsure':
      return words.say('hitch.unsure', { network });
    case 'refused':
      return words.say(refused(hitch.reason, dialogue), { network });
  }
}

/** Where we speak first, nobody waits to be phoned or mailed. */
function refused(reason: string | null, dialogue: Dialogue): Key {
  const key = REFUSED[reason ?? ''] ?? 'hitch.other';
  return key === 'hitch.other' || key === 'hitch.suspended' ? ownKey(dialogue, key) : key;
}

/** What the network said itself, literally and short; none when it said nothing. */
export function networkSaid(detail: string | null, { dialogue }: DialogueView, words: Words): readonly Line[] {
  const said = cut(
    literal(detail ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    300,
  ).text;
  if (said === '') return [];
  const network = networkName(dialogue, words);
  return [line(run(words.say('network.said', { network }), { isSubtle: true }), run(said, { italic: true }))];
}
