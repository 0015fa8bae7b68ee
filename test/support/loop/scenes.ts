import { type RoomMessage } from '../../../infra/local/room/message.ts';
import { buttonsOf } from './card-reading.ts';
import { says } from './catalogue.ts';
import { BRAM } from './cast.ts';
import { type Loop } from './loop.ts';
import { type CitizenPost, type PostedLine } from './practice-files.ts';

/** Is answered by who takes it, without a second pair of eyes. */
export const QUESTION = 'Wanneer wordt het grofvuil opgehaald in De Haal?';
/** Needs one. */
export const COMPLAINT = 'Schandalig, mijn container is al drie weken niet geleegd!';

/** A dialogue as far as a scene has brought it. `card` is the work message as it stands. */
export interface Scene {
  readonly post: PostedLine;
  readonly root: RoomMessage;
  readonly card: RoomMessage;
}

/** Somebody has taken it, and can write. */
export async function claimed(loop: Loop, who: string, post: CitizenPost): Promise<Scene> {
  const posted = await loop.post(post);
  const root = await loop.rootOf(posted);
  await loop.click(who, root, 'claim');
  return { post: posted, root, card: await loop.offering(root, 'keep') };
}

/** A complaint that waits for approval. */
export async function submitted(loop: Loop, who: string, reply: string): Promise<Scene> {
  const { post, root, card } = await claimed(loop, who, { text: COMPLAINT });
  await loop.click(who, card, 'submit', { concept: reply });
  return { post, root, card: await loop.offering(root, 'approve') };
}

/** A question that Bram has answered; the card is its receipt, and the root says so too. */
export async function answered(loop: Loop, reply: string): Promise<Scene> {
  const { post, root, card } = await claimed(loop, BRAM, { text: QUESTION });
  await loop.click(BRAM, card, 'place', { concept: reply });
  return {
    post,
    root: await loop.reading(root, says('status.answered')),
    card: await loop.reading(root, says('receipt.head')),
  };
}

/** The texts that stand on the practice network under a post. */
export async function repliesTo(loop: Loop, post: PostedLine): Promise<readonly string[]> {
  return (await loop.placed()).filter(({ inReplyTo }) => inReplyTo === post.id).map(({ text }) => text);
}

/** From now on the bot's record that a reply in this dialogue was placed does not arrive at the tables. */
export function holdRecord(loop: Loop, { card }: Scene): void {
  const dialogue = String(buttonsOf(card)[0]?.data['dialogue']);
  loop.tables.hold('"type":"published"', `"PartitionKey":"${dialogue}"`);
}

/** Waits until something is held on its way to the tables. */
export function untilHeld(loop: Loop): Promise<boolean> {
  return loop.until(async () => Promise.resolve(loop.tables.held() > 0), 'a request that is held');
}

/** The people that Teams rings with a message. */
export function mentioned({ activity }: RoomMessage): readonly string[] {
  const entities = (activity['entities'] ?? []) as readonly { type: string; mentioned?: { name: string } }[];
  return entities.filter(({ type }) => type === 'mention').map((entity) => entity.mentioned?.name ?? '');
}
