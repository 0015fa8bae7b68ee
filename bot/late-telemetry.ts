import { type Log } from '../services/ports/log.ts';
import { noTelemetry, type Telemetry } from '../services/ports/telemetry.ts';
import { type Secret } from './secret.ts';

/** Telemetry that comes when it is loaded; what happens before is not measured. */
export interface LateTelemetry extends Telemetry {
  /** Loads it beside the work. That it fails is logged, and changes nothing for who works. */
  load(): void;
}

/** `insights`: connection string; null: nobody asked for telemetry, and nothing is loaded. */
export function lateTelemetry(insights: Secret | null, log: Log): LateTelemetry {
  let now = noTelemetry;
  let loading: Promise<void> = Promise.resolve();
  return {
    metrics: {
      took: (...all) => {
        now.metrics.took(...all);
      },
      level: (...all) => {
        now.metrics.level(...all);
      },
      count: (...all) => {
        now.metrics.count(...all);
      },
    },
    trace: {
      within: (step, about, work) => now.trace.within(step, about, work),
      operation: () => now.trace.operation(),
    },
    load() {
      if (insights === null) return;
      loading = start(insights).then(
        (telemetry) => {
          now = telemetry;
          log.info('figures and traces are sent to Application Insights');
        },
        (fault: unknown) => {
          log.error('Application Insights cannot be used: look at APPLICATIONINSIGHTS_CONNECTION_STRING', { fault });
        },
      );
    },
    async stop() {
      await loading;
      await now.stop();
    },
  };
}

async function start(insights: Secret): Promise<Telemetry> {
  const { startApplicationInsights } = await import('../services/adapters/telemetry/application-insights.ts');
  return startApplicationInsights(insights.reveal());
}
