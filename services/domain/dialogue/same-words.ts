import { type Instant } from '../instant.ts';
import { MANUAL, type Post } from '../post.ts';
import { ruleFor, type Settings } from '../work-instruction/instruction.ts';
import { type Dialogue, type Mode } from './dialogue.ts';
import { type DialogueEvent } from './messages.ts';

/** Shorter texts are the same by chance, each asked for a street of its own. In UTF-16 units. */
const SHORTEST = 40;
const LINK = /https?:\/\/\S+|www\.\S+/gu;
const MENTION = /@[\w.-]+(?:@[\w.-]+)?/gu;

/** A text by which copies are known: lower case, without mentions, links, punctuation and emoji, one space between words. */
export function wordsAlone(text: string): string {
  const bare = text.normalize('NFC').toLowerCase().replace(LINK, ' ').replace(MENTION, ' ');
  return (bare.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');
}

/**
 * The name of a text that may be a copy of what another citizen wrote on the same UTC day, before it is shortened; null
 * for what is never one: private, brought in by hand, practice, more of a thread, by who knows whom, or short.
 */
export function nameOfWords(post: Post, mode: Mode): string | null {
  const words = wordsAlone(post.text);
  const alone = post.private === true || post.network === MANUAL || mode === 'practice';
  if (alone || post.id !== post.thread || post.author.handle === '' || words.length < SHORTEST) return null;
  return `${dayOf(post.postedAt)} ${words}`;
}

/**
 * Whether a post that would open a dialogue (`opened`) is counted in another that began with the same words. Whenever in
 * doubt it is not: danger, an ended dialogue, another town, account or mode, or words that changed or went since.
 */
export function isCopyOf(
  original: Dialogue,
  originalText: string | undefined,
  opened: Extract<DialogueEvent, { type: 'opened' }>,
  text: string,
  { instruction }: Pick<Settings, 'instruction'>,
): boolean {
  const [first] = original.posts;
  const { stage, mode, network, asked, account, municipality } = original;
  const danger = [original.kind, opened.interpretation.kind].some(
    (kind) => kind === 'calamiteit' || ruleFor(instruction, kind).outsideHours,
  );
  return (
    !danger &&
    stage.name !== 'closed' &&
    stage.name !== 'setAside' &&
    first?.from === 'citizen' &&
    first.gone === undefined &&
    first.private !== true &&
    originalText !== undefined &&
    wordsAlone(originalText) === wordsAlone(text) &&
    original.citizen.id !== opened.citizen.id &&
    mode === opened.mode &&
    network === opened.network &&
    asked === opened.asked &&
    account?.toLowerCase() === opened.account?.toLowerCase() &&
    municipality === opened.interpretation.municipality
  );
}

function dayOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}
