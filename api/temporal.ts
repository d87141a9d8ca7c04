import { Client, Connection } from '@temporalio/client';
import { OpenTelemetryWorkflowClientInterceptor } from '@temporalio/interceptors-opentelemetry-v2';

export const namespace = 'keyturn';

/** Connects at first use, so that the API comes up before its engine. The interceptor is there from the start: adding it later would break replay. */
export function connectTemporal(address: string): Client {
  const connection = Connection.lazy({ address, connectTimeout: 5000 });
  return new Client({ connection, namespace, identity: `api@${process.pid}`, interceptors: { workflow: [new OpenTelemetryWorkflowClientInterceptor()] } });
}
