import { isDeepStrictEqual } from 'node:util';
import { type CountName, type Labels, type MeasureName, type Metrics } from '../../services/ports/metrics.ts';

/** Remembers everything that was measured. */
export interface CountingMetrics extends Metrics {
  readonly all: { readonly name: MeasureName; readonly value: number; readonly labels: Labels }[];
  /** How often it was counted with these very labels. */
  counted(name: CountName, labels: Labels): number;
  clear(): void;
}

export function countingMetrics(): CountingMetrics {
  const all: CountingMetrics['all'] = [];
  const note = (name: MeasureName, value: number, labels: Labels = {}): void => {
    all.push({ name, value, labels });
  };
  return {
    all,
    took: note,
    level: note,
    count: (name, labels) => {
      note(name, 1, labels);
    },
    counted: (name, labels) => all.filter((one) => one.name === name && isDeepStrictEqual(one.labels, labels)).length,
    clear() {
      all.length = 0;
    },
  };
}
