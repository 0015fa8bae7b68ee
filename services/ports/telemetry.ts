import { type Metrics, noMetrics } from './metrics.ts';
import { noTrace, type Trace } from './trace.ts';

/** Where figures and spans go beyond the log. */
export interface Telemetry {
  readonly metrics: Metrics;
  readonly trace: Trace;
  /** Sends what is left, at the end. Never fails: what cannot be sent is lost. */
  stop(): Promise<void>;
}

/** Nothing is loaded, kept or sent. */
export const noTelemetry: Telemetry = { metrics: noMetrics, trace: noTrace, stop: () => Promise.resolve() };
