import { type FiguresCost } from './figures.ts';
import { type StepCost } from './steps.ts';
import { type XReading } from './x-reading.ts';

export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
}

/** What one run of the bench found. Times in ms, memory in MB. */
export interface BenchResult {
  readonly machine: string;
  readonly claims: number;
  readonly claim: Percentiles;
  readonly echo: Percentiles;
  readonly echoWithStorage: Percentiles;
  readonly steps: readonly StepCost[];
  readonly postsPerSecond: { readonly withoutLimits: number; readonly withLimits: number };
  readonly xReading: XReading;
  readonly stored: number;
  readonly claimWithFew: Percentiles;
  readonly claimWithMany: Percentiles;
  readonly startToReady: { readonly few: number; readonly many: number };
  readonly memory: { readonly few: number; readonly many: number };
  readonly figures: readonly FiguresCost[];
}

interface Row {
  readonly what: string;
  readonly measured: string;
  readonly aim: string;
}

/** The table for people; an aim that was missed is marked, not hidden. */
export function reportTable(result: BenchResult): string {
  const { claim, echo, echoWithStorage, claimWithFew, claimWithMany, startToReady, memory, postsPerSecond } = result;
  const { paidReadsPerPost, quietHour, postToCard } = result.xReading;
  const calls = result.steps.find(({ step }) => step === 'Oppakken')?.beforeAnswer ?? NaN;
  const rows: Row[] = [
    {
      what: `claim, click to answer (n = ${result.claims})`,
      measured: `p50 ${ms(claim.p50)}, p95 ${ms(claim.p95)}`,
      aim: '',
    },
    { what: '(a) bare teams-ai echo', measured: `p50 ${ms(echo.p50)}, p95 ${ms(echo.p95)}`, aim: '' },
    {
      what: '(b) echo and the raw storage calls',
      measured: `p50 ${ms(echoWithStorage.p50)}, p95 ${ms(echoWithStorage.p95)}`,
      aim: '',
    },
    ratio('claim ÷ (a), p50', claim.p50 / echo.p50, null),
    ratio('claim ÷ (b), p50', claim.p50 / echoWithStorage.p50, 1.5),
    atMost('storage calls before a claim is answered', calls, 5, ''),
    ...result.steps.map(({ step, beforeAnswer, afterAnswer }) => ({
      what: `storage calls: ${step}`,
      measured: `${beforeAnswer} + ${afterAnswer} afterwards`,
      aim: '',
    })),
    {
      what: 'posts to cards per second, without Teams’ limits',
      measured: postsPerSecond.withoutLimits.toFixed(1),
      aim: '',
    },
    { what: 'posts to cards per second, with Teams’ limits', measured: postsPerSecond.withLimits.toFixed(1), aim: '' },
    ratio(`X: paid reads per post (n = ${result.xReading.posts})`, paidReadsPerPost, 1),
    {
      what: 'X: requests in a quiet hour',
      measured: `${quietHour.night} at night, ${quietHour.day} in opening hours`,
      aim: '',
    },
    {
      what: 'X: post to card in opening hours, by the pace of reading',
      measured: `p50 ${seconds(postToCard.p50)}, p95 ${seconds(postToCard.p95)}`,
      aim: '',
    },
    ratio(`claim with ${result.stored} ÷ with few dialogues stored, p50`, claimWithMany.p50 / claimWithFew.p50, 1.2),
    atMost('start to listening', startToReady.few, 3_000, ' ms'),
    atMost(`start to listening with ${result.stored} dialogues`, startToReady.many, 3_000, ' ms'),
    atMost('memory', memory.few, 250, ' MB'),
    atMost(`memory with ${result.stored} dialogues`, memory.many, 250, ' MB'),
    ...figuresRows(result.figures),
  ];
  return [result.machine, '', ...table(rows)].join('\n');
}

/** The figures of a year alone, for who measures nothing else. */
export function figuresTable(figures: readonly FiguresCost[]): string {
  return table(figuresRows(figures)).join('\n');
}

function figuresRows(figures: readonly FiguresCost[]): readonly Row[] {
  const [few, many] = [figures[0], figures.at(-1)];
  if (few === undefined || many === undefined) return [];
  return [
    ...figures.flatMap(({ dialogues, calls, time, growth }) => [
      atMost(`stats jaar of ${dialogues} dialogues, storage calls`, calls, 400, ''),
      atMost(`stats jaar of ${dialogues} dialogues, p50`, time.p50, 1_000, ' ms'),
      { what: `stats jaar of ${dialogues} dialogues, memory after 20`, measured: `+${growth.toFixed(0)} MB`, aim: '' },
    ]),
    ratio(`stats jaar, calls of ${many.dialogues} ÷ ${few.dialogues}`, many.calls / few.calls, 1.2),
  ];
}

function table(rows: readonly Row[]): readonly string[] {
  const width = Math.max(...rows.map(({ what }) => what.length));
  return rows.map(({ what, measured, aim }) => `${what.padEnd(width)}  ${measured.padEnd(28)}${aim}`);
}

function ratio(what: string, value: number, aim: number | null): Row {
  return { what, measured: `${value.toFixed(2)} ×`, aim: aim === null ? '' : verdict(value, aim, `${aim} ×`) };
}

function atMost(what: string, value: number, aim: number, unit: string): Row {
  return { what, measured: `${Math.round(value)}${unit}`, aim: verdict(value, aim, `${aim}${unit}`) };
}

function verdict(value: number, aim: number, words: string): string {
  return value <= aim ? `aim ≤ ${words}: reached` : `aim ≤ ${words}: MISSED`;
}

function seconds(value: number): string {
  return `${(value / 1_000).toFixed(0)} s`;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}
