import { type LinkTo } from '../cards/overview-lines.ts';
import { type ChannelReference, type Installations } from '../services/ports/installations.ts';

/**
 * The address that opens a thread of the webcare channel in Teams: `https://teams.microsoft.com/l/message/<channel>/<first
 * message>`. null: it has no thread (yet), or no channel is known.
 */
export function messageLink(channel: ChannelReference | null, thread: string | null): string | null {
  const [inChannel, message] = thread?.split(';messageid=') ?? [];
  if (channel === null || inChannel === undefined || message === undefined) return null;
  const query = new URLSearchParams({ tenantId: channel.tenant, parentMessageId: message });
  return `https://teams.microsoft.com/l/message/${encodeURIComponent(inChannel)}/${message}?${query.toString()}`;
}

/** How to lead to a thread, by the channel as it is known now. */
export function linksIn(installations: Installations): () => Promise<LinkTo> {
  return async () => {
    const channel = await installations.channel();
    return (thread) => messageLink(channel, thread);
  };
}
