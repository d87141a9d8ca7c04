import { Client, Connection } from '@temporalio/client';
import { OpenTelemetryWorkflowClientInterceptor } from '@temporalio/interceptors-opentelemetry-v2';
import type { ApiConfig } from './config.ts';

/** Connects at first use, so that the API comes up before its engine. The interceptor is there from the start: adding it later would break replay. */
export function connectTemporal({ temporalAddress: address, temporalNamespace: namespace }: Pick<ApiConfig, 'temporalAddress' | 'temporalNamespace'>): Client {
  const connection = Connection.lazy({ address, connectTimeout: 5000 });
  return new Client({ connection, namespace, identity: `api@${process.pid}`, interceptors: { workflow: [new OpenTelemetryWorkflowClientInterceptor()] } });
}
