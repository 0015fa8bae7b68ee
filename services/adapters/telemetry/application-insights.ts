import { shutdownAzureMonitor, useAzureMonitor } from '@azure/monitor-opentelemetry';
import { metrics, trace } from '@opentelemetry/api';
import { type Telemetry } from '../../ports/telemetry.ts';
import { metricsOn, traceOn } from './open-telemetry.ts';

/**
 * Sends figures and spans to Application Insights, and nothing else: what the packages would gather by themselves (requests,
 * bodies' addresses, logs, live figures) stays off, for only what goes through our ports is known to hold no text of a
 * citizen. Loading takes seconds: import this file when the bot listens already.
 */
export function startApplicationInsights(connectionString: string): Telemetry {
  const off = { enabled: false };
  useAzureMonitor({
    azureMonitorExporterOptions: { connectionString, disableOfflineStorage: true },
    enableLiveMetrics: false,
    enableStandardMetrics: false,
    enablePerformanceCounters: false,
    instrumentationOptions: {
      azureSdk: off,
      http: off,
      mongoDb: off,
      mySql: off,
      postgreSql: off,
      redis: off,
      redis4: off,
      bunyan: off,
      winston: off,
    },
  });
  return {
    metrics: metricsOn(metrics.getMeter('gehoor')),
    trace: traceOn(trace.getTracer('gehoor')),
    stop: async () => {
      // What cannot be sent at the end is lost: no reason to end badly.
      await shutdownAzureMonitor().catch(() => undefined);
    },
  };
}
