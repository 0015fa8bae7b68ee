import { createDialogueStore } from '../../services/adapters/tables/dialogue-store.ts';
import { createTables } from '../../services/adapters/tables/create-tables.ts';
import { systemClock } from '../../services/adapters/system/system-clock.ts';
import { openedDialogue } from '../support/dialogues.ts';
import { silentLog } from '../support/silent-log.ts';

/** So many commits at once; more makes the emulator slower. */
const AT_ONCE = 24;

/** Stores this many waiting dialogues in the product's own format, by its own store, with nothing due. */
export async function seedDialogues(connectionString: string, prefix: string, count: number): Promise<void> {
  const tables = await createTables({ connectionString }, prefix, systemClock, silentLog);
  const store = createDialogueStore(tables);
  let next = 0;
  async function worker(): Promise<void> {
    while (next < count) {
      const number = next++;
      const id = `seeded-${number}`;
      const outcome = await store.commit(openedDialogue({ id }, { wakes: [] }));
      if (outcome.outcome !== 'committed') throw new Error(`dialogue ${id} was not stored: ${outcome.outcome}`);
      if (number % 2_000 === 0) process.stderr.write(`  ${number} of ${count} dialogues stored\n`);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
