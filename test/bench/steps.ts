import { createCalendar } from '../../services/adapters/calendar/create-calendar.ts';
import { createDialogueStore } from '../../services/adapters/tables/dialogue-store.ts';
import { createFiguresStore } from '../../services/adapters/tables/figures-store.ts';
import { createLedger } from '../../services/adapters/tables/ledger.ts';
import { createLeases } from '../../services/adapters/tables/leases.ts';
import { createTables } from '../../services/adapters/tables/create-tables.ts';
import { createTeamStore } from '../../services/adapters/tables/team-store.ts';
import { createTextTools } from '../../services/adapters/text/create-text-tools.ts';
import { type PersonCommand } from '../../services/domain/dialogue/messages.ts';
import { type Post } from '../../services/domain/post.ts';
import { type Settings } from '../../services/domain/work-instruction/instruction.ts';
import { actOnDialogue } from '../../services/flows/act-on-dialogue.ts';
import { settleDialogue } from '../../services/flows/settle-dialogue.ts';
import { dialogueOf } from '../../services/flows/dialogue-of.ts';
import { TeamView } from '../../services/flows/team-view.ts';
import { type World } from '../../services/flows/world.ts';
import { noMetrics } from '../../services/ports/metrics.ts';
import { type Network } from '../../services/ports/network.ts';
import { type TeamChannel } from '../../services/ports/team-channel.ts';
import { noTrace } from '../../services/ports/trace.ts';
import { createMemoryAlerts } from '../support/memory/alerts.ts';
import { createMemoryChats } from '../support/memory/chats.ts';
import { createMemoryStormBoard } from '../support/memory/storm-board.ts';
import { silentLog } from '../support/silent-log.ts';

export interface StepCost {
  readonly step: string;
  /** Requests to the storage before the person has an answer. */
  readonly beforeAnswer: number;
  /** Requests afterwards, to show and to place. */
  readonly afterAnswer: number;
}

/** Storage requests of each step of a simple question, counted at the client, on a real store. */
export async function countSteps(connectionString: string, settings: Settings): Promise<readonly StepCost[]> {
  let now = Date.now();
  const clock = { now: () => now };
  const tables = await createTables({ connectionString }, 'benchsteps', clock, silentLog);
  const texts = createTextTools(settings);
  const network = placing();
  const teamStore = createTeamStore(tables);
  const teamView = new TeamView(teamStore);
  const world: World = {
    settings,
    store: createDialogueStore(tables),
    teamStore,
    teamView,
    team: () => teamView.now,
    leases: createLeases(tables, clock),
    ledger: createLedger(tables),
    figures: createFiguresStore(tables),
    recorded: new Map(),
    networks: new Map([[network.name, network]]),
    channel: quietChannel(),
    alerts: createMemoryAlerts(),
    chats: createMemoryChats(),
    board: createMemoryStormBoard(),
    storms: { touch: () => undefined },
    clock,
    calendar: createCalendar(settings),
    texts,
    log: silentLog,
    metrics: noMetrics,
    trace: noTrace,
    maskLabels: { bsn: '', iban: '', phone: '', email: '', address: '', plate: '' },
    instance: 'bench',
    unique: () => `lock-${now++}`,
    recovery: 0,
    recheckEvery: null,
    modeOf: () => 'practice',
    changed: () => undefined,
  };
  const post = question();
  const dialogue = dialogueOf(world, post);
  const bram = settings.team.find(({ initials }) => initials === 'BK');
  if (bram === undefined) throw new Error('webcare.yml of the bench has nobody with the initials BK');
  const costs: StepCost[] = [];

  async function step(name: string, act: () => Promise<unknown>): Promise<void> {
    const start = tables.calls();
    await act();
    const answered = tables.calls();
    await settleDialogue(world, dialogue);
    costs.push({ step: name, beforeAnswer: answered - start, afterAnswer: tables.calls() - answered });
  }
  const person = (command: PersonCommand): Promise<unknown> =>
    actOnDialogue(world, dialogue, command, { operation: `${command.type}-${now++}` });

  const receive = { type: 'receive', dialogue, mode: 'practice', post } as const;
  await step('a post comes in', () =>
    actOnDialogue(world, dialogue, receive, { operation: 'post', texts: new Map([[post.id, post.text]]) }),
  );
  await step('Oppakken', () => person({ type: 'claim', by: bram }));
  await step('Bewaren', () => person({ type: 'keep', by: bram, text: 'Een begin' }));
  await step('Plaatsen', () => person({ type: 'place', by: bram, text: 'Dinsdag vanaf 07:30 uur.', seen: 99 }));
  now += settings.instruction.undo + 1;
  await step('the undo time is over', () => Promise.resolve());
  await step('Afronden', () => person({ type: 'finish', by: bram, outcome: null }));
  return costs;
}

function question(): Post {
  return {
    network: 'practice',
    id: `bench-${Date.now()}`,
    thread: `bench-${Date.now()}`,
    author: { id: 'bench', handle: 'bench', name: 'Bench' },
    text: '@GemWormerland wanneer wordt de kliko geleegd in Jisp?',
    postedAt: Date.now(),
    account: 'GemWormerland',
    inReplyTo: null,
    link: null,
    foundBy: [],
  };
}

/** A network that places whatever it is given. */
export function placing(): Network {
  return {
    name: 'practice',
    timeout: 1_000,
    accounts: [],
    sources: () => [],
    read: () => Promise.reject(new Error('not read here')),
    invitation: () => Promise.resolve(null),
    lookUpPost: () => Promise.reject(new Error('not looked up here')),
    place: () =>
      Promise.resolve({ outcome: 'placed', placed: { id: `placed-${Date.now()}`, link: null, at: Date.now() } }),
    findPlaced: () => Promise.resolve(null),
    recheck: (posts) =>
      Promise.resolve({ outcome: 'checked', posts: new Map(posts.map((id) => [id, { state: 'unknown' }])) }),
    remove: () => Promise.resolve({ outcome: 'removed' }),
  };
}

function quietChannel(): TeamChannel {
  let next = 0;
  return {
    openThread: () => Promise.resolve({ thread: `19:bench;messageid=${++next}`, activity: String(next) }),
    updateRoot: () => Promise.resolve('updated'),
    postWork: () => Promise.resolve(`work-${++next}`),
    updateWork: () => Promise.resolve('updated'),
    announce: () => Promise.resolve(`line-${++next}`),
    updateAnnouncement: () => Promise.resolve('updated'),
    removeOrphan: () => Promise.resolve(),
  };
}
