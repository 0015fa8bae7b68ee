import { CloudAdapter } from 'botbuilder';
import { randomUUID } from 'node:crypto';
import { type Express } from 'express';
import { words } from '../cards/words.ts';
import { createCalendar } from '../services/adapters/calendar/create-calendar.ts';
import { readFile } from 'node:fs/promises';
import { writeCsv } from '../services/adapters/export/write-csv.ts';
import { writeExcel } from '../services/adapters/export/write-excel.ts';
import { readSettings } from '../services/adapters/settings/read-settings.ts';
import { createDialogueSearch } from '../services/adapters/search/create-dialogue-search.ts';
import { createTrace } from '../services/adapters/system/following-trace.ts';
import { createPinoLog } from '../services/adapters/system/pino-log.ts';
import { systemClock } from '../services/adapters/system/system-clock.ts';
import { createTables } from '../services/adapters/tables/create-tables.ts';
import { createDialogueStore } from '../services/adapters/tables/dialogue-store.ts';
import { createFiguresStore } from '../services/adapters/tables/figures-store.ts';
import { createInstallations } from '../services/adapters/tables/installations.ts';
import { createLedger } from '../services/adapters/tables/ledger.ts';
import { createLeases } from '../services/adapters/tables/leases.ts';
import { createTeamStore } from '../services/adapters/tables/team-store.ts';
import { createTextTools } from '../services/adapters/text/create-text-tools.ts';
import { type Settings } from '../services/domain/work-instruction/instruction.ts';
import { Bookkeeper } from '../services/flows/bookkeeper.ts';
import { DialogueFinder } from '../services/flows/dialogue-finder.ts';
import { HeldLeases } from '../services/flows/held-leases.ts';
import { keepDayCard } from '../services/flows/keep-day-card.ts';
import { seeInstruction } from '../services/flows/see-instruction.ts';
import { SettleQueue } from '../services/flows/settle-queue.ts';
import { STORM_PACE, StormWatch } from '../services/flows/busy/storm-watch.ts';
import { searchPaceNow } from '../services/flows/watch-spending.ts';
import { SourceNotes } from '../services/flows/source-notes.ts';
import { TeamView } from '../services/flows/team-view.ts';
import { type World } from '../services/flows/world.ts';
import { type Clock } from '../services/ports/clock.ts';
import { Fault } from '../services/ports/fault.ts';
import { type Log } from '../services/ports/log.ts';
import { createApp } from './app.ts';
import { type Config } from './config.ts';
import { Connector } from './connector.ts';
import { FileDelivery } from './file-delivery.ts';
import { type HandlerParts } from './handlers/dialogue-actions.ts';
import { handleFile } from './handlers/figures-file.ts';
import { routeClick } from './handlers/route-click.ts';
import { handleInstallation, type InstallationParts } from './handlers/installation.ts';
import { handleText } from './handlers/typed-text.ts';
import { lateTelemetry } from './late-telemetry.ts';
import { Members } from './members.ts';
import { linksIn } from './message-link.ts';
import { modeOf, networksFor } from './networks.ts';
import { Pace, TEAMS_LIMITS } from './pace.ts';
import { Paces } from './paces.ts';
import { readinessOf } from './readiness.ts';
import { Rhythm } from './rhythm.ts';
import { Schedule } from './schedule.ts';
import { createServer } from './server.ts';
import { authenticationFor } from './sign-in.ts';
import { Status } from './status.ts';
import { tablesPlace } from './tables-access.ts';
import { createTeamsAlerts } from './teams-alerts.ts';
import { createTeamsDayBoard } from './teams-day-board.ts';
import { createTeamsChannel } from './teams-channel.ts';
import { createTeamsStormBoard } from './teams-storm-board.ts';
import { createTeamsChats } from './teams-chats.ts';
import { webcareChannel } from './webcare-channel.ts';
import { People } from './turn.ts';

export interface Bot {
  readonly server: Express;
  start(): void;
  /** Starts nothing more, finishes what runs. What waits is in the tables and goes on after a restart. */
  stop(): Promise<void>;
}

export function createLog({ logLevel }: Config): Log {
  return createPinoLog(logLevel);
}

/** `webcare.yml` as settings with the warnings of the roster. @throws Fault('settings') that names every mistake. */
export async function loadSettings(file: string): Promise<{ settings: Settings; warnings: readonly string[] }> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Fault('settings', `${file} cannot be read: set WEBCARE_CONFIG to the settings file`, cause);
  });
  const read = readSettings(text, file);
  if (read.ok) return read;
  throw new Fault('settings', read.problems.map((problem) => problem.text).join('\n'));
}

/** The parts list: everything the bot is made of, wired once. */
export async function compose(config: Config, settings: Settings, log: Log, clock: Clock = systemClock): Promise<Bot> {
  const telemetry = lateTelemetry(config.insights, log);
  const watched = { metrics: telemetry.metrics, trace: createTrace(telemetry.trace) };
  const tables = await createTables(tablesPlace(config.tables), config.tablesPrefix, clock, log, watched);
  const installations = createInstallations(tables);
  const authentication = authenticationFor(config.signIn);
  const botId = config.signIn.type === 'none' ? '' : config.signIn.id;
  const adapter = new CloudAdapter(authentication);
  const connector = new Connector({ authentication, botId, ...watched });
  const members = new Members(connector, installations, clock);
  const language = words(settings.language, settings.timezone);
  const limits = config.teamsLimits ? TEAMS_LIMITS : [];
  const inChannel = webcareChannel(installations, new Pace(() => clock.now(), limits, watched.metrics));
  const paces = new Paces(() => clock.now(), limits);
  const chats = createTeamsChats({ connector, installations, members, inChannel, paces, words: language, clock });
  const people = new People(settings, clock);
  const ledger = createLedger(tables);
  const bookkeeper = new Bookkeeper('x', ledger, log);

  const teamStore = createTeamStore(tables);
  const teamView = new TeamView(teamStore);
  // The first click must not meet a roster without its changes.
  await teamView.refresh();
  const calendar = createCalendar(settings);
  const rhythm = new Rhythm({
    calendar,
    fixed: config.pollEvery,
    searchPace: (network) => searchPaceNow(world, network),
  });
  const networks = networksFor(config, settings, clock, log, bookkeeper);

  const leases = new HeldLeases(createLeases(tables, clock));
  const storms = new StormWatch(config.teamsLimits ? STORM_PACE : 0);
  const world: World = {
    settings,
    store: createDialogueStore(tables),
    teamStore,
    teamView,
    team: () => teamView.now,
    leases,
    ledger,
    figures: createFiguresStore(tables),
    recorded: new Map(),
    networks: new Map([...networks].map(([name, network]) => [name, rhythm.watching(network, clock)])),
    channel: createTeamsChannel({ connector, members, inChannel, words: language }),
    board: createTeamsStormBoard({ connector, members, inChannel, words: language }),
    storms,
    alerts: createTeamsAlerts({ connector, chats, inChannel, settings, words: language, log }),
    chats,
    clock,
    calendar,
    texts: createTextTools(settings),
    log,
    ...watched,
    maskLabels: language.maskLabels,
    instance: randomUUID(),
    unique: randomUUID,
    recovery: config.recovery,
    recheckEvery: config.recheckEvery,
    modeOf: (network) => modeOf(network, config),
    changed: (dialogue, due) => {
      queue.add(dialogue, due);
      finder.changed(dialogue);
    },
  };
  const queue = new SettleQueue(world);
  const finder = new DialogueFinder(
    world,
    createDialogueSearch(() => clock.now()),
  );
  const status = new Status();
  const links = linksIn(installations);
  const notes = new SourceNotes(world);
  const day = {
    board: createTeamsDayBoard({ connector, inChannel, links, words: language }),
    sources: () => notes.all(),
  };
  const dayCard = config.dayCard ? () => keepDayCard(world, day) : null;
  const schedule = new Schedule(world, { queue, status, rhythm, meter: bookkeeper, notes, dayCard, storms });
  const delivery = new FileDelivery({ connector, words: language, local: config.local, log });
  const files = { excel: writeExcel, csv: writeCsv };
  const handlers: HandlerParts = { world, words: language, people, links, finder, files, delivery };
  const installing: InstallationParts = {
    installations,
    people,
    clock,
    log,
    channelName: settings.teams.channel,
    alerts: world.alerts,
  };
  const app = createApp({
    adapter,
    botId,
    allowed: { local: config.local, tenant: config.tenantId, team: config.teamId },
    words: language,
    log,
    ...watched,
    routes: {
      click: (context, verb, data) => routeClick(handlers, context, verb, data),
      text: (context) => handleText(handlers, context),
      file: (context) => handleFile(handlers, context),
      installation: (context) => handleInstallation(installing, context),
    },
  });
  await seeInstruction(world);
  const readiness = readinessOf({ tables, installations, status, queue });
  return {
    server: createServer({ adapter, run: (context) => app.run(context), readiness, log, metrics: watched.metrics }),
    start: () => {
      schedule.start();
      telemetry.load();
    },
    stop: async () => {
      await schedule.stop();
      await queue.stop();
      await delivery.finished();
      await leases.releaseAll(log);
      await bookkeeper.written();
      await telemetry.stop();
    },
  };
}
