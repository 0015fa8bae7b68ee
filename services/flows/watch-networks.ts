import { HOUR, type Instant, MINUTE } from '../domain/instant.ts';
import { type SourceHealth } from '../domain/overview/source-health.ts';
import { type NetworkName } from '../domain/post.ts';
import { actOnTeam } from './act-on-team.ts';
import { type SourceNotes } from './source-notes.ts';
import { type World } from './world.ts';

/** What mends itself within this is nobody's work. */
const PATIENCE = 5 * MINUTE;
/** Sources of one network break one by one: within this it is one trouble. */
const ONE_TROUBLE = HOUR;

/**
 * A network cannot be read: the channel hears it once, with who must do what. Nothing else changes: what is written and said
 * yes to waits, every source is tried again by itself, and the day card says how it is with each.
 */
export async function watchNetworks(world: World, notes: Pick<SourceNotes, 'all'>): Promise<void> {
  const at = world.clock.now();
  if (world.calendar.openHours(at, at + 1).length === 0) return;
  const broken = (await notes.all()).flatMap((health) => brokenFor(health, at));
  for (const network of new Set(broken.map((one) => one.network)))
    await tell(
      world,
      network,
      broken.filter((one) => one.network === network),
      at,
    );
}

interface Broken {
  readonly network: NetworkName;
  readonly since: Instant;
  readonly signIn: boolean;
}

function brokenFor({ network, trouble, culprit, brokenSince, refused }: SourceHealth, at: Instant): readonly Broken[] {
  // That our own storage is down is no word about the network.
  if (culprit === 'tables' || trouble === null || brokenSince === undefined || at - brokenSince < PATIENCE) return [];
  return [{ network, since: brokenSince, signIn: refused === true }];
}

async function tell(world: World, network: NetworkName, broken: readonly Broken[], at: Instant): Promise<void> {
  const since = Math.min(...broken.map((one) => one.since));
  const prefix = `network-down:${network}:`;
  const told = Object.entries(world.team().told).flatMap(([name, then]) => (name.startsWith(prefix) ? [then] : []));
  if (told.some((then) => then >= since || at - then < ONE_TROUBLE)) return;
  const who = world.settings.team.filter(({ roles }) => roles.includes('coordinator')).map(({ name }) => name);
  const refused = broken.some(({ signIn }) => signIn);
  const alert = { what: 'network-down', network, since, refused, who } as const;
  await actOnTeam(world, { type: 'tell', name: `${prefix}${since}`, line: { to: 'channel', alert } });
}
