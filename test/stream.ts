import type { TestApi } from './api.ts';

export type Block = { event: string; id: string | undefined; data: Record<string, unknown> | undefined };
export type TestStream = { status: number; next(): Promise<Block | null>; until(event: string): Promise<Block>; leave(): Promise<void> };

/** Reads a stream as a browser does, one block at a time; null is its end. */
export async function testStream(api: TestApi, key: string, query = '', headers: Record<string, string> = {}): Promise<TestStream> {
  const response = await api.app.request(`/v1/stream${query}`, { headers: { authorization: `Bearer ${key}`, ...headers } });
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = '';
  const next = async (): Promise<Block | null> => {
    for (let end = text.indexOf('\n\n'); ; end = text.indexOf('\n\n')) {
      if (end >= 0) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
        const data = field('data');
        return { event: field('event') ?? (block.startsWith(':') ? 'beat' : ''), id: field('id'), data: data === undefined ? undefined : JSON.parse(data) };
      }
      const { done, value } = await reader.read();
      if (done) return null;
      text += decoder.decode(value, { stream: true });
    }
  };
  return {
    status: response.status,
    next,
    until: async (event) => {
      for (let block = await next(); ; block = await next()) {
        if (!block) throw new Error(`the stream ended before ${event}`);
        if (block.event === event) return block;
      }
    },
    leave: () => reader.cancel(),
  };
}
