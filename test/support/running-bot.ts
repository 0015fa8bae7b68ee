import { type FindingKind } from '../../services/domain/mask.ts';
import { MINUTE, SECOND } from '../../services/domain/instant.ts';
import { isAboutQuestion } from '../../services/domain/dialogue/questions/question-messages.ts';
import { type DialogueView } from '../../services/domain/dialogue/view.ts';
import { type PersonCommand } from '../../services/domain/dialogue/messages.ts';
import { type Acted, actOnDialogue } from '../../services/flows/act-on-dialogue.ts';
import { approveShown } from '../../services/flows/approve-shown.ts';
import { actOnQuestion } from '../../services/flows/ask-colleague.ts';
import { goPublic } from '../../services/flows/go-public.ts';
import { holdReply } from '../../services/flows/hold-reply.ts';
import { reportPlaced } from '../../services/flows/report-placed.ts';
import { StormWatch } from '../../services/flows/busy/storm-watch.ts';
import { SettleQueue } from '../../services/flows/settle-queue.ts';
import { TeamView } from '../../services/flows/team-view.ts';
import { tendTeam } from '../../services/flows/tend-team.ts';
import { takeInPosts, type TakenIn } from '../../services/flows/take-in-posts.ts';
import { tidyClickedCard } from '../../services/flows/tidy-clicked-card.ts';
import { type World } from '../../services/flows/world.ts';
import { createCalendar } from '../../services/adapters/calendar/create-calendar.ts';
import { createTextTools } from '../../services/adapters/text/create-text-tools.ts';
import { type Clock } from '../../services/ports/clock.ts';
import { noMetrics } from '../../services/ports/metrics.ts';
import { type Thread } from '../../services/ports/team-channel.ts';
import { type TextTools } from '../../services/ports/text-tools.ts';
import { noTrace } from '../../services/ports/trace.ts';
import { member, type Name, settings } from './dialogue-facts.ts';
import { type ManualClock } from './manual-clock.ts';
import { type MemoryAlerts } from './memory/alerts.ts';
import { type MemoryChats } from './memory/chats.ts';
import { type MemoryDialogueStore } from './memory/memory-dialogue-store.ts';
import { type MemoryNetwork } from './memory/network.ts';
import { type MemoryStormBoard } from './memory/storm-board.ts';
import { type MemoryTeamChannel } from './memory/team-channel.ts';
import { silentLog } from './silent-log.ts';
import { type Around, type Ports, watchPort } from './watched-port.ts';

/** What a bot needs of the world outside. */
export interface Surroundings extends Ports {
  readonly clock: Clock;
  readonly store: MemoryDialogueStore;
  readonly channel: MemoryTeamChannel;
}

/** The world outside, which outlives every bot. */
export interface Outside extends Surroundings {
  readonly clock: ManualClock;
  readonly network: MemoryNetwork;
  readonly alerts: MemoryAlerts;
  readonly chats: MemoryChats;
  readonly board: MemoryStormBoard;
}

/** What somebody does; what the card that was clicked knows is added. */
export type Deed = PersonCommand extends infer C
  ? C extends PersonCommand
    ? Omit<C, 'by' | 'seen' | 'hash'>
    : never
  : never;

/** The deeds whose button stands on the root card. */
const ON_ROOT: ReadonlySet<Deed['type']> = new Set(['claim', 'takeOver', 'release', 'setAside', 'finish', 'reopen']);

const MASKS: Readonly<Record<FindingKind, string>> = {
  bsn: 'bsn',
  iban: 'iban',
  phone: 'telefoonnummer',
  email: 'e-mailadres',
  address: 'adres',
  plate: 'kenteken',
};

const calendar = createCalendar(settings);
const texts = rememberingTexts(createTextTools(settings));
let names = 0;

/**
 * One instance of the bot as production wires it, with the shipped work instruction: its memory is the world object and
 * the queue. All it does outside goes through `around`.
 */
export class RunningBot {
  readonly world: World;
  readonly queue: SettleQueue;
  readonly storms = new StormWatch();
  private readonly outside: Surroundings;

  constructor(outside: Surroundings, around: Around) {
    this.outside = outside;
    const network = watchPort(outside.network, 'network', around);
    const teamStore = watchPort(outside.teamStore, 'teamStore', around);
    const teamView = new TeamView(teamStore);
    this.world = {
      settings,
      store: watchPort(outside.store, 'store', around),
      teamStore,
      teamView,
      team: () => teamView.now,
      leases: watchPort(outside.leases, 'leases', around),
      ledger: watchPort(outside.ledger, 'ledger', around),
      figures: watchPort(outside.figures, 'figures', around),
      recorded: new Map(),
      networks: new Map([[network.name, network]]),
      channel: watchPort(outside.channel, 'channel', around),
      alerts: watchPort(outside.alerts, 'alerts', around),
      chats: watchPort(outside.chats, 'chats', around),
      board: watchPort(outside.board, 'board', around),
      storms: this.storms,
      clock: outside.clock,
      calendar,
      texts,
      log: silentLog,
      metrics: noMetrics,
      trace: noTrace,
      maskLabels: MASKS,
      instance: `bot-${(names += 1)}`,
      unique: () => `lock-${(names += 1)}`,
      recovery: MINUTE,
      recheckEvery: null,
      modeOf: () => 'live',
      changed: (dialogue, due) => {
        this.queue.add(dialogue, due);
      },
    };
    this.queue = new SettleQueue(this.world);
  }

  /** Reads every source until it is caught up, as the schedule does. */
  async poll(): Promise<readonly (TakenIn | null)[]> {
    const rounds: (TakenIn | null)[] = [];
    for (const network of this.world.networks.values()) {
      for (const source of network.sources()) rounds.push(await takeInPosts(this.world, network, source));
    }
    return rounds;
  }

  /** One tick of the bot's clock, as the schedule does it: only the holder of the lease reads the due rows. */
  async sweep(): Promise<void> {
    const lease = await this.world.leases.acquire('sweeper', this.world.instance, 10 * SECOND);
    if (lease !== null) await this.queue.tick();
    await this.queue.drained();
  }

  /** Sees what others did for the team, and sends what waits, as the schedule does it every few seconds. */
  tend(): Promise<void> {
    return tendTeam(this.world);
  }

  /** Ticks until the due rows of this moment change no more. */
  async settleAll(): Promise<void> {
    for (let before = ''; ;) {
      await this.sweep();
      const left = (await this.outside.store.due(this.outside.clock.now(), 1_000)).map(({ key }) => key).join();
      if (left === before) return;
      before = left;
    }
  }

  /** A click on the card that is live, or on `card`, as it shows now or as `drawn`; what it answers. Afterwards the clicked card is tidied, as the handler does. */
  async click(
    dialogue: string,
    name: Name,
    deed: Deed,
    {
      operation = `click-${(names += 1)}`,
      card,
      drawn: shown,
    }: { operation?: string; card?: Thread; drawn?: DialogueView } = {},
  ): Promise<Acted> {
    const clicked = card ?? (await this.liveCard(dialogue, ON_ROOT.has(deed.type) ? 'root' : 'work'));
    const view = shown ?? (clicked && this.outside.channel.view(clicked.activity));
    const read = { by: member(name), seen: view?.dialogue.version ?? 0, hash: view?.hash ?? '' };
    const command = { ...deed, ...read };
    const acted =
      command.type === 'reportPlaced'
        ? await reportPlaced(this.world, dialogue, command, { operation })
        : command.type === 'goPublic'
          ? await goPublic(this.world, dialogue, command, (link) => `Schrijf ons: ${link}`, { operation })
          : command.type === 'hold'
            ? await holdReply(this.world, dialogue, command, (at) => `vóór ${at}`, { operation })
            : isAboutQuestion(command)
              ? await actOnQuestion(this.world, dialogue, command, { operation })
              : await actOnDialogue(this.world, dialogue, command, { operation });
    if (clicked !== null) {
      const { kind, generation } = this.outside.channel.message(clicked.activity);
      const drawn = { card: kind === 'root' ? kind : 'work', generation: generation ?? 0, seen: read.seen } as const;
      await tidyClickedCard(this.world, dialogue, clicked, drawn);
    }
    return acted;
  }

  /** Somebody types `akkoord` in the thread. */
  approves(dialogue: string, name: Name, operation = `typed-${(names += 1)}`): Promise<Acted> {
    return approveShown(this.world, dialogue, member(name), operation);
  }

  private async liveCard(dialogue: string, kind: 'root' | 'work'): Promise<Thread | null> {
    const shown = (await this.outside.store.unsettled(dialogue))?.shown;
    const message = kind === 'root' ? shown?.root : shown?.work.at(-1);
    return shown?.thread != null && message != null ? { thread: shown.thread, activity: message.activity } : null;
  }
}

/** The same tools; the few texts of a test are searched for personal data once, not at every drawing of every card. */
function rememberingTexts(tools: TextTools): TextTools {
  const known = new Map<string, ReturnType<TextTools['personalData']>>();
  return {
    ...tools,
    personalData(text) {
      const found = known.get(text) ?? tools.personalData(text);
      known.set(text, found);
      return found;
    },
  };
}
