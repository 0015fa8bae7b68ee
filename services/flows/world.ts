import { type Mode } from '../domain/dialogue/dialogue.ts';
import { type Facts } from '../domain/dialogue/facts.ts';
import { type Duration, type Instant } from '../domain/instant.ts';
import { type MaskLabels } from '../domain/mask.ts';
import { changedRoster } from '../domain/roster/changed-roster.ts';
import { absencesAt } from '../domain/roster/roster-change.ts';
import { standingBy } from '../domain/roster/standing-by.ts';
import { nextOnDutyAt, onDutyAt, type NextOnDuty, type Shifts } from '../domain/roster/duty.ts';
import { type NetworkName } from '../domain/post.ts';
import { type Settings } from '../domain/work-instruction/instruction.ts';
import { type Alerts } from '../ports/alerts.ts';
import { type Calendar } from '../ports/calendar.ts';
import { type Chats } from '../ports/chats.ts';
import { type Clock } from '../ports/clock.ts';
import { type DialogueStore, type DueRow } from '../ports/dialogue-store.ts';
import { type FiguresStore } from '../ports/figures-store.ts';
import { type Leases } from '../ports/lease.ts';
import { type Ledger } from '../ports/ledger.ts';
import { type Log } from '../ports/log.ts';
import { type Metrics } from '../ports/metrics.ts';
import { type Network } from '../ports/network.ts';
import { type TeamChannel } from '../ports/team-channel.ts';
import { type StormBoard } from '../ports/storm-board.ts';
import { type TeamStore } from '../ports/team-store.ts';
import { type TextTools } from '../ports/text-tools.ts';
import { type Trace } from '../ports/trace.ts';
import { type Team } from '../domain/team/team.ts';
import { type TeamView } from './team-view.ts';

/** Everything the flows work with: the ports, the settings, and who this instance is. */
export interface World {
  readonly settings: Settings;
  readonly store: DialogueStore;
  readonly teamStore: TeamStore;
  readonly teamView: TeamView;
  readonly leases: Leases;
  readonly ledger: Ledger;
  readonly figures: FiguresStore;
  /** Up to which version this instance stored the figures of a dialogue. */
  readonly recorded: Map<string, number>;
  readonly networks: ReadonlyMap<NetworkName, Network>;
  readonly channel: TeamChannel;
  readonly board: StormBoard;
  readonly alerts: Alerts;
  readonly chats: Chats;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly texts: TextTools;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly trace: Trace;
  readonly maskLabels: MaskLabels;
  /** Unique per running instance: the holder's name of its leases. */
  readonly instance: string;
  /** A name that was never given before: the holder's name of one lock. */
  unique(): string;
  /** How long after the deadline of a lost publication the network is asked whether it stands there, beside its timeout. */
  readonly recovery: Duration;
  /** How often stored posts are looked up again; null: each night. */
  readonly recheckEvery: Duration | null;
  /** The team's own state, some seconds old at most. It is changed through `actOnTeam` alone. */
  team(): Team;
  /** Something happened in a storm: what stands in the channel about it may be behind. */
  readonly storms: { touch(storm: string, atOnce?: boolean): void };
  /** What posts of this network are: practice, or real with or without replies. */
  modeOf(network: NetworkName): Mode;
  /** Called after every commit: this dialogue needs bringing up to date in Teams and on the network. */
  changed(dialogue: string, due: readonly DueRow[]): void;
}

/** The facts of this very moment. */
export function factsNow(world: World): Facts & { nextOnDuty: NextOnDuty } {
  const { clock, settings, calendar, texts } = world;
  const shifts = rosterNow(world);
  return {
    at: clock.now(),
    settings,
    storms: world.team().storms.filter(({ on, off }) => on !== null && off === null),
    limit: texts.limit,
    privateLimit: texts.privateLimit,
    openHours: (from, until) => calendar.openHours(from, until),
    onDuty: (at) => onDutyAt(shifts, at),
    isAway: (email) => isAway(world, email, clock.now()),
    standBy: (at) => standingBy(settings.standby, calendar.localTime(at).day, (email) => isAway(world, email, at)),
    nextOnDuty: (at, fits) => nextOnDutyAt(shifts, at, fits),
    length: (text) => texts.length(text),
    fingerprint: (text) => texts.fingerprint(text),
    personalData: (text) => texts.personalData(text),
  };
}

function isAway(world: World, email: string, at: Instant): boolean {
  return absencesAt(world.team().roster, email, at).length > 0;
}

/** Who is on duty, as far as it is known now: the fixed week with its changes. */
export function rosterNow(world: World): Shifts {
  const { calendar, settings } = world;
  return changedRoster(calendar.shifts, world.team().roster, settings.team);
}
