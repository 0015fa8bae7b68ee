// `npm run stats:rebuild`: makes all figures of this environment anew from what happened. Ctrl-C stops it; the next time goes on.
import { randomUUID } from 'node:crypto';
import { readPrefix, readTables, tablesPlace } from '../bot/tables-access.ts';
import { Variables } from '../bot/variables.ts';
import { createCalendar } from '../services/adapters/calendar/create-calendar.ts';
import { createPinoLog } from '../services/adapters/system/pino-log.ts';
import { systemClock } from '../services/adapters/system/system-clock.ts';
import { createDialogueStore } from '../services/adapters/tables/dialogue-store.ts';
import { createFiguresStore } from '../services/adapters/tables/figures-store.ts';
import { createLeases } from '../services/adapters/tables/leases.ts';
import { createTables } from '../services/adapters/tables/create-tables.ts';
import { rebuildFigures, type Rebuilt } from '../services/flows/rebuild-figures.ts';
import { Fault } from '../services/ports/fault.ts';
import { command } from './command.ts';
import { settingsIn } from './x-status/settings-in.ts';

/** A line of progress at most this often, in ms. */
const EVERY = 1_000;

await command(async () => {
  const variables = new Variables(process.env);
  const [access, prefix] = [readTables(variables), readPrefix(variables)];
  const read = await settingsIn(process.env['WEBCARE_CONFIG'] ?? 'webcare.yml');
  const wrong = [...variables.problems, ...('wrong' in read ? read.wrong : [])];
  if (access === null || 'wrong' in read || wrong.length > 0) throw new Fault('settings', wrong.join('\n'));
  const tables = await createTables(tablesPlace(access), prefix, systemClock, createPinoLog('warn'));
  const world = {
    store: createDialogueStore(tables),
    figures: createFiguresStore(tables),
    leases: createLeases(tables, systemClock),
    clock: systemClock,
    calendar: createCalendar(read.settings),
    instance: randomUUID(),
  };
  let stopped = false;
  process.once('SIGINT', () => {
    stopped = true;
  });
  const { dialogues, removed, days } = await rebuildFigures(
    world,
    progress(() => !stopped),
  );
  return days === null
    ? `Stopped after ${dialogues} dialogues. Run it again: it goes on from there.`
    : `${dialogues} dialogues were counted anew, ${removed} rows that no dialogue accounts for are gone, ${days} days are rolled up.`;
});

/** Tells how far it is, on standard error, and passes on whether to go on. */
function progress(goesOn: () => boolean): (sofar: Rebuilt) => boolean {
  const begun = performance.now();
  let first: number | null = null;
  let told = begun;
  return ({ dialogues }) => {
    first ??= dialogues;
    const now = performance.now();
    if (now - told >= EVERY) {
      const rate = Math.round(((dialogues - first) / (now - begun)) * 1_000);
      process.stderr.write(`${dialogues} dialogues, ${rate} per second\n`);
      told = now;
    }
    return goesOn();
  };
}
