import { type Post } from '../post.ts';
import { type Kind, type Municipality, type Settings } from './instruction.ts';
import { KIND_RULES, TOPIC_RULES } from './interpretation-words.ts';

/** A first reading by rules, always with its reason; a person corrects it with one click. */
export interface Interpretation {
  readonly kind: Kind;
  readonly topic: string | null;
  readonly municipality: string | null;
  /** The word or mark that decided the kind; null when nothing did. */
  readonly because: string | null;
}

/** What fits no list. */
export const NO_KIND: Kind = 'overig';

/** Kind, topic and municipality of a post, from word lists. What fits no list is `overig`, and whoever reads it decides. */
export function interpret(post: Pick<Post, 'text' | 'account'>, settings: Settings): Interpretation {
  const words = post.text.normalize('NFC').toLowerCase().replace(/@\w+/g, ' ');
  const [kind, because] = kindOf(words);
  return { kind, because, topic: topicOf(words), municipality: municipalityOf(post, settings) };
}

function kindOf(words: string): readonly [Kind, string | null] {
  for (const { kind, pattern } of KIND_RULES) {
    const found = pattern.exec(words);
    if (found) return [kind, found[0].trim()];
  }
  return [NO_KIND, null];
}

/** The topic that words belong to, in small letters; null: none that is known. */
export function topicOf(words: string): string | null {
  return TOPIC_RULES.find(({ pattern }) => pattern.test(words))?.topic ?? null;
}

/** The place that is named decides; else whose account was addressed. Both named: the account decides. */
function municipalityOf(post: Pick<Post, 'text' | 'account'>, { municipalities, accounts }: Settings): string | null {
  const named = municipalities.filter((municipality) => names(municipality, post.text));
  const addressed =
    accounts.find(({ handle }) => handle.toLowerCase() === post.account?.toLowerCase())?.municipality ?? null;
  return named.length === 1 ? (named[0]?.id ?? null) : addressed;
}

function names({ name, places }: Municipality, text: string): boolean {
  return [name, ...places].some((place) => new RegExp(`(?<![\\p{L}@])${escape(place)}(?!\\p{L})`, 'iu').test(text));
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
