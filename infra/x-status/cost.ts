import { type TablesAccess, tablesPlace } from '../../bot/tables-access.ts';
import { tablesAt } from '../../services/adapters/tables/create-tables.ts';
import { createLedger } from '../../services/adapters/tables/ledger.ts';
import { PRICES_OF } from '../../services/adapters/x/prices.ts';
import { type Instant } from '../../services/domain/instant.ts';
import { monthOf, searchPace, SLOWER } from '../../services/domain/spending.ts';
import { type XSettings } from '../../services/domain/work-instruction/instruction.ts';
import { Fault } from '../../services/ports/fault.ts';
import { type Log } from '../../services/ports/log.ts';

export interface Cost {
  readonly lines: readonly string[];
  readonly wrong: readonly string[];
}

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What X cost this month by our own count. Tables that cannot be read (or why not) are told, and are nothing wrong with X. */
export async function costOf(
  tables: { readonly access: TablesAccess | null; readonly prefix: string } | readonly string[],
  { monthly, appOwner }: XSettings,
  now: Instant,
): Promise<Cost> {
  const month = monthOf(now);
  const about = `prices of ${PRICES_OF}; X's own count is in its console`;
  if (!('access' in tables) || tables.access === null)
    return {
      lines: [`not known: ${'access' in tables ? 'there are no tables' : tables.join(' ')} (${about})`],
      wrong: [],
    };
  try {
    const { access, prefix } = tables;
    const opened = await tablesAt(tablesPlace(access), prefix, { now: () => now }, quiet);
    const { usd, kinds } = await createLedger(opened).spent('x', month);
    const ceiling =
      monthly === null ? 'no ceiling: x.monthly is not set' : `${share(usd, monthly)} % of ${dollars(monthly)}`;
    return {
      lines: [
        `${dollars(usd)} in ${month} (UTC), ${ceiling} (${about})`,
        ...Object.entries(kinds).map(([kind, one]) => `${kind}: ${one.count} for ${dollars(one.usd)}`),
        ...(appOwner === null ? ['x.appOwner is not set: all mentions are counted at the full price'] : []),
      ],
      wrong: held(usd, monthly),
    };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { lines: [`not known: ${fault.message} (${about})`], wrong: [] };
  }
}

function held(usd: number, monthly: number | null): readonly string[] {
  const pace = searchPace(usd, monthly);
  if (pace === 'normal') return [];
  const what =
    pace === 'stop'
      ? 'what is listened for unasked is no longer searched for'
      : `what is listened for unasked is searched for ${SLOWER} times less often`;
  return [
    `the monthly ceiling is near, so ${what} until next month: raise x.monthly in webcare.yml if it may cost more`,
  ];
}

function share(usd: number, monthly: number): number {
  return Math.floor((usd / monthly) * 100);
}

function dollars(usd: number): string {
  return `$${usd.toFixed(usd < 10 && usd !== 0 ? 3 : 2)}`;
}
