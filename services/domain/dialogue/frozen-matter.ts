import { type Instant } from '../instant.ts';
import { type Channel } from './channel.ts';
import { channelOf } from './choose-channel.ts';
import { type Dialogue, textToPlace } from './dialogue.ts';
import { answeredOutside, postToAnswer } from './what-to-answer.ts';

/**
 * All that an approver says yes to, as one text to take the fingerprint of: from which account, after which words of the
 * citizen in which edition and of ours on the network itself, with which words and signature, and where it goes when that is not simply under those words. A yes to
 * anything else is refused.
 */
export function frozenMatter(
  dialogue: Dialogue,
  text?: string,
  channel: Channel = channelOf(dialogue),
  holds: Instant | undefined = dialogue.concept?.holds,
): string {
  const read = postToAnswer(dialogue)?.id ?? null;
  const target = postToAnswer(dialogue, channel)?.id ?? null;
  const edition = postToAnswer(dialogue)?.edition;
  const outside = answeredOutside(dialogue);
  return JSON.stringify([
    dialogue.account,
    read,
    textToPlace(dialogue, text),
    ...(outside === undefined ? [] : [outside.id]),
    // Only where it was edited, so that the cards of an earlier release stay good.
    ...(edition === undefined ? [] : [{ edition }]),
    ...(holds === undefined ? [] : [{ holds }]),
    ...(channel === 'private' ? [{ channel }] : target === read ? [] : [{ under: target }]),
  ]);
}
