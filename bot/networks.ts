import { createPracticeNetwork } from '../services/adapters/practice/practice-network.ts';
import { createTextTools } from '../services/adapters/text/create-text-tools.ts';
import { createXNetwork } from '../services/adapters/x/x-network.ts';
import { type Mode } from '../services/domain/dialogue/dialogue.ts';
import { MANUAL } from '../services/domain/post.ts';
import { type Settings } from '../services/domain/work-instruction/instruction.ts';
import { type Clock } from '../services/ports/clock.ts';
import { type Meter } from '../services/ports/ledger.ts';
import { type Log } from '../services/ports/log.ts';
import { type Network } from '../services/ports/network.ts';
import { type Config } from './config.ts';
import { xAccounts } from './x-accounts.ts';

/** Listening alone is about what a program would place: what people bring in by hand, they answer by hand. */
export function modeOf(network: string, { mode }: Config): Mode {
  if (network === MANUAL) return mode === 'practice' ? 'practice' : 'live';
  return network === 'practice' ? 'practice' : mode === 'live' ? 'live' : 'listening';
}

/** The networks that are set up. Each is one folder under `services/adapters`. */
export function networksFor(
  config: Config,
  settings: Settings,
  clock: Clock,
  log: Log,
  meter: Meter,
): ReadonlyMap<string, Network> {
  const text = createTextTools(settings);
  const networks: Network[] = [];
  if (config.practiceFolder !== null) {
    networks.push(
      createPracticeNetwork({ folder: config.practiceFolder, accounts: settings.accounts, text, clock, log }),
    );
  }
  if (config.x !== null) {
    const { appKey, appSecret, baseUrl } = config.x;
    const { watch, x } = settings;
    const keys = { appKey: appKey.reveal(), appSecret: appSecret.reveal(), accounts: xAccounts(config.x, settings) };
    const options = { ...keys, watch, billing: { meter, plan: x.plan, appOwner: x.appOwner }, clock, log };
    networks.push(createXNetwork(baseUrl === null ? options : { ...options, baseUrl }));
  }
  return new Map(networks.map((network) => [network.name, network]));
}
