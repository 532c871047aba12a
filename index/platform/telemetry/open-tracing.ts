import type { SpanExporter } from '@opentelemetry/sdk-trace-node';
import type { Log } from '../log.js';
import { endTracing } from './spans.js';

/** Where traces go: the names are those of OpenTelemetry. */
export interface TracingSettings {
  /** Base address of a collector; `/v1/traces` is added. Nothing is traced where not set. */
  readonly OTEL_EXPORTER_OTLP_ENDPOINT: string | undefined;
  readonly OTEL_EXPORTER_OTLP_HEADERS: string | undefined;
  readonly OTEL_SERVICE_NAME: string;
  readonly OTEL_TRACES_SAMPLER_ARG: number;
}

export interface Tracing {
  /** Sends what is left, and ends. Never throws, and waits no longer than some seconds for a collector that is gone. */
  close(): Promise<void>;
}

const WARN_EVERY_MS = 60_000;
const LONGEST_EXPORT_MS = 5_000;
/** Spans that wait for the collector; what comes beyond is left out. */
const MOST_WAITING = 2_048;

/**
 * Sends the spans of this process to a collector from now on; null where none is set. This file is the one door to the SDK of OpenTelemetry, which is
 * loaded only here: it takes memory that nobody needs who sets no address. No instrumentation of libraries is switched
 * on: those would tell addresses and SQL.
 */
export async function openTracing(settings: TracingSettings, log: Log): Promise<Tracing | null> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = settings;
  if (endpoint === undefined) return null;
  const [sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
    headers: readHeaders(settings.OTEL_EXPORTER_OTLP_HEADERS),
    timeoutMillis: LONGEST_EXPORT_MS,
  });
  const provider = new sdk.NodeTracerProvider({
    sampler: new sdk.ParentBasedSampler({
      root: new sdk.TraceIdRatioBasedSampler(settings.OTEL_TRACES_SAMPLER_ARG),
    }),
    spanProcessors: [
      new sdk.BatchSpanProcessor(tellingOfFailures(exporter, log), {
        maxQueueSize: MOST_WAITING,
        exportTimeoutMillis: LONGEST_EXPORT_MS,
      }),
    ],
    resource: resourceFromAttributes({ 'service.name': settings.OTEL_SERVICE_NAME }),
  });
  provider.register({ propagator: null });
  return {
    async close() {
      await provider.shutdown().catch(() => {});
      endTracing();
    },
  };
}

/** Tells now and then that the collector takes nothing; the spans are lost, the answers are not. */
function tellingOfFailures(exporter: SpanExporter, log: Log): SpanExporter {
  let warnedAt = Number.NEGATIVE_INFINITY;
  return {
    export(spans, tell) {
      exporter.export(spans, (result) => {
        const now = performance.now();
        if (result.error && now - warnedAt >= WARN_EVERY_MS) {
          warnedAt = now;
          log.warn('Traces could not be brought to the collector; they are left out.', {
            reason: result.error.message,
            spans: spans.length,
          });
        }
        tell(result);
      });
    },
    forceFlush: async () => exporter.forceFlush?.(),
    shutdown: () => exporter.shutdown(),
  };
}

/** What is no `name=value` is left out. */
function readHeaders(text = ''): Record<string, string> {
  const pairs = text.split(',').map((pair) => pair.trim().split(/=(.*)/s));
  return Object.fromEntries(
    pairs.flatMap(([name, value]) => (name && value ? [[name, unescaped(value)]] : [])),
  );
}

function unescaped(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
