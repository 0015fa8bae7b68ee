import { z } from 'zod';
import { Fault } from '../../../services/ports/fault.ts';
import { type Activity } from './activity.ts';
import { type Board, maySee } from './board.ts';
import { type BotAnswer, type BotLine } from './bot-line.ts';
import { type RoomFiles } from './files.ts';
import { ROOM_BOT } from './identity.ts';
import { mentions, typed } from './mentions.ts';
import { asMember, type People, type RoomPerson } from './people.ts';
import { fileAnswerTo, invokeTo, messageTo, personalInstall, type Scene, submitTo, teamInstall } from './to-bot.ts';

/** What came of a deed: the bot's answer, and the answer to its redelivery when that was asked for. */
export interface Delivered extends BotAnswer {
  readonly again?: BotAnswer;
}

/** Why somebody cannot do something: there is no such person or place, or it is not theirs. */
export interface NotHere {
  readonly refused: 400 | 403 | 404;
  readonly message: string;
}

/** What `Deeds` works on. `team` is the team's name. */
export interface DeedsParts {
  readonly board: Board;
  readonly people: People;
  readonly bot: BotLine;
  readonly files: RoomFiles;
  readonly serviceUrl: string;
  readonly team: string;
}

/** Who does it and where: a sign-in name, and a channel, thread or chat. */
export interface Where {
  readonly as: string;
  readonly conversation: string;
  /** Deliver the very same activity twice, one after the other, as Teams does when an answer is late. */
  readonly redeliver?: boolean | undefined;
}

/** What people do in the room, and what the bot hears of it. */
export class Deeds {
  readonly #parts: DeedsParts;

  constructor(parts: DeedsParts) {
    this.#parts = parts;
  }

  /**
   * Writes a message. In a channel the bot hears it only when it is mentioned, in a 1:1 chat always;
   * `mention` puts the mention in front when the text has none.
   */
  async say(
    where: Where & { text: string; mention?: boolean | undefined },
  ): Promise<NotHere | { id: string; thread: string; delivered: Delivered | null }> {
    const { board, people, bot } = this.#parts;
    const scene = this.#scene(where);
    if ('refused' in scene) return scene;
    const accounts = [ROOM_BOT, ...people.team.map(asMember)];
    let said = typed(where.text, accounts);
    if (scene.kind === 'channel' && where.mention === true && !mentions(said, ROOM_BOT)) {
      said = typed(`@${ROOM_BOT.name} ${where.text}`, accounts);
    }
    const message = board.add(where.conversation, scene.person.email, said);
    const heard = scene.kind === 'chat' || mentions(said, ROOM_BOT);
    const activity = messageTo({ ...scene, conversation: message.thread }, message.activity);
    const delivered = heard ? await deliver(bot, activity, where.redeliver) : null;
    return { id: message.id, thread: message.thread, delivered };
  }

  /** Clicks an Action.Execute. The message may be gone already: the bot has to cope. */
  async invoke(where: Where & { activityId: string; verb: string; data: unknown }): Promise<NotHere | Delivered> {
    const scene = this.#scene(where);
    if ('refused' in scene) return scene;
    const activity = invokeTo(this.#at(scene, where.activityId), where.activityId, where.verb, where.data);
    return deliver(this.#parts.bot, activity, where.redeliver);
  }

  /** Clicks an Action.Submit. */
  async submit(where: Where & { activityId: string; data: unknown }): Promise<NotHere | Delivered> {
    const scene = this.#scene(where);
    if ('refused' in scene) return scene;
    const activity = submitTo(this.#at(scene, where.activityId), where.activityId, where.data);
    return deliver(this.#parts.bot, activity, where.redeliver);
  }

  /** Says yes or no to a file that the bot offers in this message. */
  async answerFile(where: Where & { activityId: string; accept: boolean }): Promise<NotHere | Delivered> {
    const scene = this.#scene(where);
    if ('refused' in scene) return scene;
    const { board, files, serviceUrl, bot } = this.#parts;
    const offer = offerIn(board.message(where.activityId)?.activity);
    if (offer === null) return { refused: 404, message: 'No file is offered in this message' };
    const upload = where.accept ? files.offer(offer.name, serviceUrl) : null;
    const context = where.accept ? offer.content.acceptContext : offer.content.declineContext;
    return deliver(bot, fileAnswerTo(scene, where.activityId, { context, upload }), where.redeliver);
  }

  /** Tells the bot that it stands in the team and in the personal chats. @throws Fault `teams` when it does not take it. */
  async install(): Promise<void> {
    const { board, people, bot, serviceUrl, team } = this.#parts;
    const channels = board.conversations.filter((conversation) => conversation.kind === 'channel');
    const chosen = channels.at(1) ?? channels[0];
    const [installer] = people.team;
    const activities = [
      ...(installer && chosen ? teamInstall(installer, team, chosen, serviceUrl) : []),
      ...people.all.filter((person) => person.hasApp).flatMap((person) => personalInstall(person, serviceUrl)),
    ];
    for (const activity of activities) {
      const { status, body } = await bot.deliver(activity);
      if (status === null || status >= 300) {
        const why = status === null ? 'does not answer' : `answered ${status}: ${JSON.stringify(body)}`;
        throw new Fault('teams', `The bot ${why}, so it is not installed in the Teams room: start it and try again`);
      }
    }
  }

  #scene({ as, conversation }: Where): Scene | NotHere {
    const person: RoomPerson | null = this.#parts.people.byEmail(as);
    if (person === null) return { refused: 400, message: `Nobody in the room signs in as ${as}` };
    const found = this.#parts.board.find(conversation);
    if (found === null) return { refused: 404, message: `There is no conversation ${conversation}` };
    if (!maySee(person, found)) return { refused: 403, message: `${person.name} does not see this conversation` };
    return { person, conversation, kind: found.kind, serviceUrl: this.#parts.serviceUrl };
  }

  /** A click happens in the thread that the card stands in, whatever conversation was named. */
  #at(scene: Scene, activityId: string): Scene {
    return { ...scene, conversation: this.#parts.board.message(activityId)?.thread ?? scene.conversation };
  }
}

/** What Teams shows as the offer of a file. */
const anOffer = z.object({
  contentType: z.literal('application/vnd.microsoft.teams.card.file.consent'),
  name: z.string().min(1),
  content: z.object({ acceptContext: z.unknown(), declineContext: z.unknown() }).passthrough(),
});

function offerIn(activity: Activity | undefined): z.output<typeof anOffer> | null {
  const attachments: unknown = activity?.['attachments'];
  const found = Array.isArray(attachments) ? attachments.map((one) => anOffer.safeParse(one)) : [];
  return found.find(({ success }) => success)?.data ?? null;
}

async function deliver(bot: BotLine, activity: Activity, redeliver = false): Promise<Delivered> {
  const answer = await bot.deliver(activity);
  return redeliver ? { ...answer, again: await bot.deliver(activity) } : answer;
}
