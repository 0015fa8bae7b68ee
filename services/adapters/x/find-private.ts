import { type Duration, type Instant, MINUTE } from '../../domain/instant.ts';
import { type Placed, type Reply } from '../../ports/network.ts';
import { type Failure, unreadable } from './answer.ts';
import { type OwnAccount } from './own-account.ts';
import { sameText } from './same-text.ts';
import { PRIVATE_FIELDS, readPrivatePage } from './wire-private.ts';

/** X's clock and ours may differ so much. */
const MARGIN: Duration = MINUTE;
/** X charges each event: rarely more than a few were said since. */
const PAGE = 20;

/**
 * Our own message in the conversation with one person, by its text, newest first. Null is no proof that it was not sent:
 * what is said in an encrypted conversation is not shown to programs.
 */
export async function findPrivate(
  { client }: OwnAccount,
  ourId: string,
  { text, privateTo = '' }: Reply,
  since: Instant,
  within: Duration,
): Promise<{ readonly kind: 'found'; readonly placed: Placed | null } | Failure> {
  const path = `dm_conversations/with/${encodeURIComponent(privateTo)}/dm_events`;
  const query = { event_types: 'MessageCreate', 'dm_event.fields': PRIVATE_FIELDS, max_results: PAGE };
  const tokens = new Set<string>();
  for (let token: string | undefined; ;) {
    const answer = await client.get(path, { ...query, pagination_token: token }, within);
    if (answer.kind !== 'ok') return answer;
    const page = readPrivatePage(answer.body);
    if (page === null) return unreadable('no page of messages');
    const ours = page.messages.find(
      (one) => one.senderId === ourId && one.at >= since - MARGIN && sameText(text, one.text),
    );
    if (ours !== undefined) return { kind: 'found', placed: { id: ours.id, link: null, at: ours.at } };
    const oldest = page.messages.at(-1);
    if (page.next === undefined || (oldest !== undefined && oldest.at < since - MARGIN) || tokens.has(page.next))
      return { kind: 'found', placed: null };
    tokens.add(page.next);
    token = page.next;
  }
}
