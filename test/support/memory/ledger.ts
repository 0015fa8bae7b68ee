import { type Charge, type Spent, spentOn, sumOf } from '../../../services/domain/charges.ts';
import { HOUR } from '../../../services/domain/instant.ts';
import { dayOf } from '../../../services/domain/spending.ts';
import { type Clock } from '../../../services/ports/clock.ts';
import { type Ledger } from '../../../services/ports/ledger.ts';

/** The ledger in memory; what was spent is always up to date. */
export function createMemoryLedger(clock: Clock): Ledger {
  const days = new Map<string, Map<string, Charge>>();
  const totals = new Map<string, Spent>();
  const sumOfDay = (key: string): Spent => sumOf([...(days.get(key)?.values() ?? [])].map(spentOn));
  return {
    record(network, charges) {
      for (const charge of charges) {
        const key = `${network} ${dayOf(charge.at)}`;
        const day = days.get(key) ?? new Map<string, Charge>();
        const name = `${charge.kind}:${charge.id}`;
        days.set(key, day.has(name) ? day : day.set(name, charge));
      }
      return Promise.resolve();
    },
    spent(network, month) {
      const ofMonth = (key: string): boolean => key.startsWith(`${network} ${month}-`);
      const standing = [...days.keys()].filter(ofMonth).map(sumOfDay);
      return Promise.resolve(
        sumOf([...[...totals].filter(([key]) => ofMonth(key)).map(([, sum]) => sum), ...standing]),
      );
    },
    closeDays(network) {
      const until = `${network} ${dayOf(clock.now() - HOUR)}`;
      const over = [...days.keys()].filter((key) => key.startsWith(`${network} `) && key < until);
      for (const key of over) {
        const before = totals.get(key);
        totals.set(key, sumOf([...(before === undefined ? [] : [before]), sumOfDay(key)]));
        days.delete(key);
      }
      return Promise.resolve(over.length);
    },
  };
}
