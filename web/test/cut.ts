import type { IncomingMessage } from 'node:http';
import type { ServerType } from '@hono/node-server';

export type Cutter = {
  /** Live streams that are open now. */
  open(): number;
  /** Breaks the connections of all of them off, as a network does: nobody is told. Returns how many there were. */
  cut(): number;
};

/** Knows the connections on which a server answers live streams. */
export function cutterOf(server: ServerType): Cutter {
  const streams = new Set<IncomingMessage>();
  server.on('request', (request: IncomingMessage, response: NodeJS.WritableStream) => {
    if (!request.url?.startsWith('/v1/stream')) return;
    streams.add(request);
    response.on('close', () => streams.delete(request));
  });
  return {
    open: () => streams.size,
    cut: () => {
      const all = [...streams];
      streams.clear();
      for (const { socket } of all) socket.destroy();
      return all.length;
    },
  };
}
