import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, type SpanProcessor } from '@opentelemetry/sdk-trace-base';
import { OpenTelemetryPlugin } from '@temporalio/interceptors-opentelemetry-v2';

/**
 * Tracing of clients, workers and the workflow bundle. It is wired from the first release, because adding its
 * interceptors later breaks the replay of running workflows; without `OTEL_EXPORTER_OTLP_ENDPOINT` it exports nothing.
 */
export function tracing(service: string, endpoint = process.env.OTEL_EXPORTER_OTLP_ENDPOINT): OpenTelemetryPlugin {
  const spanProcessor = endpoint ? new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` })) : silent;
  return new OpenTelemetryPlugin({ resource: resourceFromAttributes({ 'service.name': service }), spanProcessor });
}

const silent: SpanProcessor = { onStart() {}, onEnd() {}, forceFlush: async () => {}, shutdown: async () => {} };
