import { createServer } from 'node:net';

/** Whether nobody listens there, on either loopback address: a browser may try the one of IPv6 first. */
export const isFree = async (port: number): Promise<boolean> => (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));

const canListen = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    // A machine without IPv6 has nobody there either.
    const server = createServer().once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });

/** A free port, `wanted` where that is free. */
export async function freePort(wanted?: number): Promise<number> {
  if (wanted !== undefined && (await isFree(wanted))) return wanted;
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
