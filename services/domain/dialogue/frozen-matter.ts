import { type Channel } from './channel.ts';
import { channelOf } from './choose-channel.ts';
import { answeredOutside, type Dialogue, postToAnswer, textToPlace } from './dialogue.ts';

/**
 * All that an approver says yes to, as one text to take the fingerprint of: from which account, after which words of the
 * citizen and of ours on the network itself, with which words and signature, and where it goes when that is not simply under those words. A yes to
 * anything else is refused.
 */
export function frozenMatter(dialogue: Dialogue, text?: string, channel: Channel = channelOf(dialogue)): string {
  const read = postToAnswer(dialogue)?.id ?? null;
  const target = postToAnswer(dialogue, channel)?.id ?? null;
  const outside = answeredOutside(dialogue);
  return JSON.stringify([
    dialogue.account,
    read,
    textToPlace(dialogue, text),
    ...(outside === undefined ? [] : [outside.id]),
    ...(channel === 'private' ? [{ channel }] : target === read ? [] : [{ under: target }]),
  ]);
}
