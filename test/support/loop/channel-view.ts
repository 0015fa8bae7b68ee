import { type RoomMessage } from '../../../infra/local/room/message.ts';
import { buttonOn, textOf, verbsOf } from './card-reading.ts';
import { type PostedLine } from './practice-files.ts';
import { type Answer, type RoomClient } from './room-client.ts';

export type Inputs = Readonly<Record<string, string>>;

/** Waits until `look` sees something and gives it; fails in words when it does not come. */
export type Until = <T>(look: () => Promise<T | null | undefined | false>, what: string) => Promise<T>;

/** The webcare channel as a person looks at it and clicks in it. */
export interface ChannelView {
  /** Everything that the bot has standing in the room, oldest first. */
  standing(): Promise<readonly RoomMessage[]>;
  /** The same of one thread; the first is the root card. */
  thread(root: RoomMessage): Promise<readonly RoomMessage[]>;
  /** The root cards of who wrote this post, oldest first. */
  rootsOf(post: PostedLine): Promise<readonly RoomMessage[]>;
  /** The one root card; waits for it. @throws Error when there are more. */
  rootOf(post: PostedLine): Promise<RoomMessage>;
  /** The message as it stands now. */
  fresh(message: RoomMessage): Promise<RoomMessage>;
  /** Waits for a message in the thread that has a button with this verb, the newest of them. */
  offering(root: RoomMessage, verb: string): Promise<RoomMessage>;
  /** Waits for a message in the thread that reads so, the newest of them. */
  reading(root: RoomMessage, pattern: RegExp): Promise<RoomMessage>;
  /**
   * Presses the button with this verb on the card as `message` has it, which may be older than what stands there now. The
   * inputs go along as they are prefilled, unless given. @throws Error when the card has no such button or input.
   */
  click(who: string, message: RoomMessage, verb: string, inputs?: Inputs, redeliver?: boolean): Promise<Answer>;
}

export function channelView(client: RoomClient, until: Until): ChannelView {
  async function standing(): Promise<readonly RoomMessage[]> {
    return (await client.state()).messages.filter(({ from, removed }) => from === null && !removed);
  }
  async function thread(root: RoomMessage): Promise<readonly RoomMessage[]> {
    return (await standing()).filter((message) => message.thread === root.thread);
  }
  async function rootsOf({ handle }: PostedLine): Promise<readonly RoomMessage[]> {
    return (await standing()).filter((message) => isRoot(message) && textOf(message).includes(`@${handle} `));
  }
  return {
    standing,
    thread,
    rootsOf,
    async rootOf(post) {
      const roots = await until(async () => {
        const found = await rootsOf(post);
        return found.length > 0 && found;
      }, `the root card of ${post.handle}`);
      if (roots.length > 1) throw new Error(`There are ${roots.length} root cards of ${post.handle}`);
      return roots[0]!;
    },
    async fresh({ id }) {
      const found = (await client.state()).messages.find((message) => message.id === id);
      if (found === undefined) throw new Error(`There is no message ${id}`);
      return found;
    },
    offering: (root, verb) =>
      until(
        async () => (await thread(root)).findLast((message) => verbsOf(message).includes(verb)),
        `a card with the button ${verb}`,
      ),
    reading: (root, pattern) =>
      until(
        async () => (await thread(root)).findLast((message) => pattern.test(textOf(message))),
        `a message that reads ${String(pattern)}`,
      ),
    click(who, message, verb, inputs = {}, redeliver = false) {
      const data = filledIn(message, verb, inputs);
      return client.invoke({ as: who, conversation: message.thread, activityId: message.id, verb, data, redeliver });
    },
  };
}

function isRoot({ id, thread }: RoomMessage): boolean {
  return thread.endsWith(`;messageid=${id}`);
}

/** What Teams sends along with a button. */
function filledIn(message: RoomMessage, verb: string, inputs: Inputs): object {
  const button = buttonOn(message, verb);
  const unknown = Object.keys(inputs).filter((id) => !(id in button.inputs));
  if (unknown.length > 0)
    throw new Error(`There is no input ${unknown.join(', ')} with ${verb} on: ${textOf(message)}`);
  const filled: Inputs = { ...button.inputs, ...inputs };
  const empty = button.required.filter((id) => filled[id] === '');
  if (empty.length > 0) throw new Error(`Teams does not send ${verb} without ${empty.join(', ')}`);
  return { ...button.data, ...filled };
}
