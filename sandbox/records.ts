import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Faults } from './faults.ts';
import { struckAnswer, type Wording } from './http-faults.ts';
import { inventRecord } from './records.invent.ts';
import { asPersons, asProperties } from './records.shapes.ts';
import { skipTraceRequest } from './schemas.ts';
import type { Store } from './store.ts';

type Provider = { name: 'primary' | 'fallback'; path: string; token: string };

const wording: Wording = {
  problem: (status) => ({ status: { code: status, text: status === 429 ? 'Too Many Requests' : status === 401 ? 'Unauthorized' : 'Internal Server Error' } }),
  wrongType: () => ({ status: 200, results: 'none' }),
};

/** BatchData-like property records from two providers that know different parts of the same invented world. */
export function recordsApi({ store, faults, providers }: { store: Store; faults: Faults; providers: Provider[] }): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  for (const { name, path, token } of providers)
    app.post(`${path}/api/v1/property/skip-trace`, async (c) => {
      if (c.req.header('authorization') !== `Bearer ${token}`) return c.json(wording.problem(401), 401);
      const parsed = skipTraceRequest.safeParse(await c.req.json().catch(() => null));
      if (!parsed.success) return c.json({ status: { code: 400, text: 'Bad Request', message: 'requests: 1 to 100 items with propertyAddress or apn' } }, 400);
      const { requests } = parsed.data;
      return struckAnswer(c, faults, 'records', `${name} ${requests.map(({ requestId }) => requestId).join(' ')}`, wording, () => {
        const today = new Date();
        const found = requests.map((request) => ({ request, record: inventRecord(name, request, today) }));
        // A record is billed when it is answered, not when there is none.
        for (const { request, record } of found)
          if (record) store.add({ type: 'record', provider: name, requestId: request.requestId ?? '', at: today.toISOString() });
        return c.json(name === 'primary' ? asPersons(found) : asProperties(found), 200);
      });
    });
  return app;
}
