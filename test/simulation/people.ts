import { type ChannelMessage } from '../support/memory/team-channel.ts';
import { type MemoryNetwork } from '../support/memory/network.ts';
import { type Name } from '../support/dialogue-facts.ts';
import { answerAsColleague, openQuestionsOf } from '../../services/flows/ask-colleague.ts';
import { actOnTeam } from '../../services/flows/act-on-team.ts';
import { Fault } from '../../services/ports/fault.ts';
import { member, settings } from '../support/dialogue-facts.ts';
import { type Deed, type Outside } from '../support/running-bot.ts';
import { type Random } from '../support/week/random.ts';
import { drawDeed, typedIn } from './deeds.ts';
import { type Laws } from './laws.ts';
import { type SimulatedBot } from './simulated-bot.ts';

/** Whoever is not the holder: mostly who may do it, sometimes a trainee, or somebody of a department. */
const TEAM: readonly Name[] = ['Bram', 'Els', 'Anna', 'Bram', 'Els', 'Anna', 'Bram', 'Els', 'Anna', 'Carla', 'Gijs'];
const BUSY: ReadonlySet<string> = new Set(['waiting', 'claimed', 'drafted']);
const APPROVE: ReadonlySet<Deed['type']> = new Set(['approve', 'amendAndPlace', 'sendBack', 'amend']);

/** A click as Teams has it: it can deliver it again. */
interface Click {
  readonly dialogue: string;
  readonly who: Name;
  readonly deed: Deed;
  readonly operation: string;
  readonly card: ChannelMessage;
  readonly drawn: ChannelMessage['views'][number];
}

/** The team and its colleagues. They click on what they were shown, which may be old, and what got no answer they click again. */
export class People {
  /** Replies that somebody placed on the network by hand. */
  readonly byHand = new Set<string>();
  readonly deleted = new Set<string>();
  private readonly outside: Outside;
  private readonly laws: Laws;
  private readonly say: (line: string) => void;
  private count = 0;
  private unanswered: Click[] = [];

  constructor(outside: Outside, laws: Laws, say: (line: string) => void) {
    this.outside = outside;
    this.laws = laws;
    this.say = say;
  }

  /** Somebody does something. */
  act(bot: SimulatedBot, random: Random): void {
    const again = this.unanswered.shift();
    const what = random.next();
    if (again !== undefined && random.chance(0.8))
      this.click(bot, { ...again, operation: random.chance(0.5) ? again.operation : this.newName('click') });
    else if (what < 0.06) this.answersQuestion(bot);
    else if (what < 0.08) this.leads(bot, random);
    else if (what < 0.1) this.deletes(random);
    else {
      const click = this.drawClick(random);
      if (click !== null) this.click(bot, click);
      // Teams got no answer in time, and delivers it again.
      if (click !== null && random.chance(0.1)) this.click(bot, click);
    }
  }

  /** Whatever keeps words from the citizens is taken away. */
  async resume(bot: SimulatedBot): Promise<void> {
    await actOnTeam(bot.bot.world, { type: 'resumePlacing', by: member('Els') });
  }

  private drawClick(random: Random): Click | null {
    const cards = this.outside.channel.messages.filter(({ kind, removed }) => kind !== 'line' && !removed);
    if (cards.length === 0) return null;
    const card = this.drawCard(cards, random);
    const drawn = random.chance(0.85) ? card.views.at(-1)! : random.pick(card.views);
    const brought = {
      view: drawn,
      random,
      now: this.outside.clock.now(),
      text: () => this.newName('Antwoord'),
      placesByHand: () => this.placesByHand(this.outside.network, drawn, random),
    };
    const deed = drawDeed(brought);
    const holder = 'by' in drawn.dialogue.stage ? drawn.dialogue.stage.by?.name : undefined;
    const theirs = TEAM.find((name) => holder?.startsWith(name));
    const who = theirs !== undefined && !APPROVE.has(deed.type) && random.chance(0.9) ? theirs : random.pick(TEAM);
    return { dialogue: drawn.dialogue.id, who, deed, operation: this.newName('click'), card, drawn };
  }

  /** Mostly the newest card of a dialogue in which there is something to do. */
  private drawCard(cards: readonly ChannelMessage[], random: Random): ChannelMessage {
    const newest = new Map(cards.map((card) => [card.thread, card]));
    const busy = [...newest.values()].filter(({ views }) => BUSY.has(views.at(-1)!.dialogue.stage.name));
    return busy.length > 0 && random.chance(0.8) ? random.pick(busy) : random.pick(cards);
  }

  private click(bot: SimulatedBot, click: Click): void {
    const { dialogue, who, deed, operation, card, drawn } = click;
    const text = typedIn(deed);
    this.say(
      `${who} on ${bot.name}: ${deed.type}${text === null ? '' : ` "${text}"`} ${operation}, ${this.brief(dialogue)} v${drawn.dialogue.version}`,
    );
    bot.bot
      .click(dialogue, who, deed, { operation, card, drawn })
      .then(({ refusal }) => {
        if (refusal !== null) this.say(`  ${operation} is refused: ${refusal.code}`);
        if (text !== null && !this.laws.lived(dialogue).kept.has(text))
          this.laws.breaks('nothing that was typed is lost', `${dialogue}: ${deed.type} "${text}" ${refusal?.code}`);
      })
      .catch((fault: unknown) => {
        if (fault instanceof Fault) this.unanswered.push(click);
        else this.laws.breaks('a click fails only by a fault of the world', String((fault as Error).stack));
      });
  }

  private answersQuestion(bot: SimulatedBot): void {
    const operation = this.newName('answer');
    const answer = this.newName('Antwoord');
    const everybody = settings.departments.flatMap(({ people }) => people);
    const work = async (): Promise<void> => {
      for (const from of everybody) {
        const [open] = await openQuestionsOf(bot.bot.world, from.email);
        if (open === undefined) continue;
        this.say(`${from.name} on ${bot.name}: answers ${this.brief(open.stored.dialogue.id)}`);
        const asked = { from, question: open.question.id, answer };
        await answerAsColleague(bot.bot.world, open.stored.dialogue.id, asked, { operation });
        return;
      }
    };
    work().catch((fault: unknown) => {
      if (!(fault instanceof Fault))
        this.laws.breaks('a click fails only by a fault of the world', String((fault as Error).stack));
    });
  }

  /** Placing is paused and goes on, somebody is ill and comes back. */
  private leads(bot: SimulatedBot, random: Random): void {
    const by = member('Els');
    const who = member(random.pick(['Bram', 'Anna', 'Els']));
    const now = this.outside.clock.now();
    const command = random.pick([
      { type: 'pausePlacing', by, reason: '' } as const,
      { type: 'resumePlacing', by } as const,
      { type: 'resumePlacing', by } as const,
      { type: 'reportAbsent', by: member('Anna'), who, from: now, until: null } as const,
      { type: 'reportBack', by: member('Anna'), who } as const,
    ]);
    this.say(`${by.name} on ${bot.name}: ${command.type}`);
    actOnTeam(bot.bot.world, command, { operation: this.newName('team') }).catch((fault: unknown) => {
      if (!(fault instanceof Fault))
        this.laws.breaks('a click fails only by a fault of the world', String((fault as Error).stack));
    });
  }

  private deletes(random: Random): void {
    const all = this.outside.channel.messages.filter(({ removed }) => !removed);
    if (all.length === 0) return;
    const { activity, kind } = random.pick(all.slice(-10));
    this.say(`somebody deletes a ${kind} message`);
    this.deleted.add(activity);
    this.outside.channel.deletes(activity);
  }

  private placesByHand(network: MemoryNetwork, { dialogue, signed }: Click['drawn'], random: Random): string {
    const hitch = dialogue.stage.name === 'drafted' ? dialogue.stage.hitch : null;
    if (hitch === null || hitch.inReplyTo === null || random.chance(0.2)) return 'https://x.com/i/status/1';
    const account = random.chance(0.1) ? 'bram_prive' : (dialogue.account ?? '');
    const link = network.placeByHand({ account, inReplyTo: hitch.inReplyTo, text: signed });
    this.byHand.add(network.placed.at(-1)!.id);
    return link;
  }

  private newName(what: string): string {
    return `${what} ${(this.count += 1)}`;
  }

  private brief(dialogue: string): string {
    return dialogue.slice(0, 6);
  }
}
