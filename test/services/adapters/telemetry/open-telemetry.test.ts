import assert from 'node:assert/strict';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { metricsOn, traceOn } from '../../../../services/adapters/telemetry/open-telemetry.ts';
import { Fault } from '../../../../services/ports/fault.ts';
import { MEASURES } from '../../../../services/ports/metrics.ts';

describe('Telemetry over OpenTelemetry', function () {
  this.timeout(60_000);

  it('exports every measure under its name, with its labels', async () => {
    const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
    const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
    const provider = new MeterProvider({ readers: [reader] });
    const metrics = metricsOn(provider.getMeter('test'));
    metrics.took('click.to.answer', 15);
    metrics.took('post.to.card', 20_000);
    metrics.took('call.duration', 3, { to: 'tables' });
    for (const name of ['effects.waiting', 'limit.left', 'spending.dollars'] as const) metrics.level(name, 7);
    for (const name of ['receipts.missing', 'receipts.got', 'activities.refused', 'requests.turned.away'] as const)
      metrics.count(name);
    metrics.count('clicks.refused', { why: 'text-changed' });
    metrics.count('clicks.refused', { why: 'text-changed' });
    await provider.forceFlush();
    const seen = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((one) => one.metrics));
    assert.deepEqual(
      seen.map(({ descriptor }) => descriptor.name).sort(),
      Object.keys(MEASURES)
        .map((name) => `gehoor.${name}`)
        .sort(),
    );
    const refused = seen.find(({ descriptor }) => descriptor.name === 'gehoor.clicks.refused')!.dataPoints;
    assert.deepEqual(
      refused.map(({ value, attributes }) => [value, attributes]),
      [[2, { why: 'text-changed' }]],
    );
    await provider.shutdown();
  });

  it('makes a span of each piece of work within the one around it, and tells of a failure its kind, not its words', async () => {
    const exporter = new InMemorySpanExporter();
    const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
    provider.register();
    const trace = traceOn(provider.getTracer('test'));
    await assert.rejects(
      trace.within('turn', { operation: 'o', dialogue: 'd' }, () =>
        trace.within('teams', {}, () => Promise.reject(new Fault('teams', 'Jan zei dat'))),
      ),
    );
    const [inner, outer] = exporter.getFinishedSpans();
    assert.equal(inner?.parentSpanContext?.spanId, outer?.spanContext().spanId);
    assert.deepEqual(outer?.attributes, { 'gehoor.operation': 'o', 'gehoor.dialogue': 'd' });
    assert.equal(inner?.status.message, 'Fault teams');
    await provider.shutdown();
  });
});
