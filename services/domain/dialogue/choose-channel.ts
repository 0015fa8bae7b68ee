import { type Channel, chosenIn } from './channel.ts';
import { type Dialogue, textToPlace } from './dialogue.ts';
import { nothingToAnswer, postToAnswer } from './what-to-answer.ts';
import { type Facts } from './facts.ts';
import { MANUAL } from '../post.ts';

/** Networks on which we can write to one person alone. */
const PRIVATE_NETWORKS: ReadonlySet<string> = new Set(['x', 'practice']);

/** No place sets this limit: it is about what one still reads on a telephone, and fits on a card. UTF-16 units. */
const MANUAL_LIMIT = 2_000;

/**
 * Where a reply can go, the usual one first. In private only to who came to us: networks forbid it to others, and nobody
 * wants it. In the open only where something was said in the open. Never empty.
 */
export function channelsOf(dialogue: Dialogue): readonly [Channel, ...Channel[]] {
  const mayPrivate = PRIVATE_NETWORKS.has(dialogue.network) && dialogue.asked && dialogue.mode !== 'listening';
  if (!mayPrivate) return ['public'];
  const open = postToAnswer(dialogue, 'public');
  if (open === undefined || (open.gone !== undefined && !nothingToAnswer(dialogue))) return ['private'];
  return postToAnswer(dialogue)?.private ? ['private', 'public'] : ['public', 'private'];
}

/** Where the text on the table goes; without one, as the citizen wrote last. */
export function channelOf(dialogue: Dialogue): Channel {
  const { concept } = dialogue;
  const [usual, ...others] = channelsOf(dialogue);
  const chosen = concept === null ? usual : chosenIn(concept);
  return others.includes(chosen) ? chosen : usual;
}

/** How long the text would be, as the channel counts it, and how long it may be. */
export function measure(
  dialogue: Dialogue,
  text: string | undefined,
  channel: Channel,
  { length, limit, privateLimit }: Pick<Facts, 'length' | 'limit' | 'privateLimit'>,
): { readonly length: number; readonly limit: number } {
  const signed = textToPlace(dialogue, text);
  // In private, and where no network counts, a link and an emoji are as long as they are. UTF-16 units, never too few.
  if (dialogue.network === MANUAL) return { length: signed.normalize('NFC').length, limit: MANUAL_LIMIT };
  return channel === 'private'
    ? { length: signed.normalize('NFC').length, limit: privateLimit }
    : { length: length(signed), limit };
}
