import { type Meter, type Span, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import { MEASURES, type MeasureName, type Metrics } from '../../ports/metrics.ts';
import { type Trace } from '../../ports/trace.ts';

type Instrument = (value: number, labels: Readonly<Record<string, string | number>>) => void;

/** Everything of `MEASURES` as instruments of OpenTelemetry: `gehoor.click.to.answer` and so on. */
export function metricsOn(meter: Meter): Metrics {
  const instruments = Object.fromEntries(
    Object.entries(MEASURES).map(([name, { kind, says }]) => [name, instrumentOf(meter, kind, name, says)]),
  ) as Record<MeasureName, Instrument>;
  return {
    took: (name, duration, labels = {}) => {
      instruments[name](duration, labels);
    },
    level: (name, value, labels = {}) => {
      instruments[name](value, labels);
    },
    count: (name, labels = {}) => {
      instruments[name](1, labels);
    },
  };
}

function instrumentOf(
  meter: Meter,
  kind: (typeof MEASURES)[MeasureName]['kind'],
  name: string,
  description: string,
): Instrument {
  const full = `gehoor.${name}`;
  if (kind === 'duration') {
    const histogram = meter.createHistogram(full, { description, unit: 'ms' });
    return (value, labels) => {
      histogram.record(value, labels);
    };
  }
  if (kind === 'level') {
    const gauge = meter.createGauge(full, { description });
    return (value, labels) => {
      gauge.record(value, labels);
    };
  }
  const counter = meter.createCounter(full, { description });
  return (value, labels) => {
    counter.add(value, labels);
  };
}

/** Each piece of work as a span within the one around it. Of what failed only the kind of error goes along, never its words. */
export function traceOn(tracer: Tracer): Trace {
  return {
    within: (step, { operation, dialogue }, work) =>
      tracer.startActiveSpan(
        step,
        {
          attributes: {
            ...(operation === undefined ? {} : { 'gehoor.operation': operation }),
            ...(dialogue === undefined ? {} : { 'gehoor.dialogue': dialogue }),
          },
        },
        async (span) => {
          try {
            return await work();
          } catch (fault) {
            failed(span, fault);
            throw fault;
          } finally {
            span.end();
          }
        },
      ),
    operation: () => null,
  };
}

function failed(span: Span, fault: unknown): void {
  const { source } = fault as { source?: unknown };
  const kind = fault instanceof Error ? fault.name : typeof fault;
  span.setStatus({ code: SpanStatusCode.ERROR, message: typeof source === 'string' ? `${kind} ${source}` : kind });
}
