import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** Files by content under <home>/files/<brokerage>/<sha256>. Bytes are on disk before any row names them. */
export type FileStore = {
  put(brokerageId: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<{ sha256: string; bytes: number }>;
  get(brokerageId: string, sha256: string): Promise<Buffer>;
  stream(brokerageId: string, sha256: string): Readable;
  path(brokerageId: string, sha256: string): string;
};

export function createFileStore(folder: string): FileStore {
  const path = (brokerageId: string, sha256: string): string => {
    if (!/^[0-9a-f-]{36}$/.test(brokerageId) || !/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a stored file');
    return join(folder, brokerageId, sha256);
  };
  return {
    path,
    get: (brokerageId, sha256) => readFile(path(brokerageId, sha256)),
    stream: (brokerageId, sha256) => createReadStream(path(brokerageId, sha256)),
    async put(brokerageId, content) {
      await mkdir(join(folder, brokerageId), { recursive: true });
      const fresh = join(folder, brokerageId, `.${randomUUID()}`);
      const file = await open(fresh, 'wx');
      const hash = createHash('sha256');
      let bytes = 0;
      try {
        for await (const piece of content instanceof Uint8Array ? [content] : content) {
          hash.update(piece);
          bytes += piece.byteLength;
          await file.write(piece);
        }
        await file.sync();
        await file.close();
        const sha256 = hash.digest('hex');
        const target = path(brokerageId, sha256);
        // The same bytes again: what lies there is kept.
        if (
          await access(target).then(
            () => true,
            () => false,
          )
        )
          await unlink(fresh);
        else await rename(fresh, target);
        return { sha256, bytes };
      } catch (error) {
        await file.close().catch(() => {});
        await unlink(fresh).catch(() => {});
        throw error;
      }
    },
  };
}
