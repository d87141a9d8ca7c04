/** One line per step with its elapsed time; on a terminal the running step shows what it is at. */
export type Progress = {
  step<T>(name: string, work: (say: (detail: string) => void) => Promise<T>, done?: (result: T) => string): Promise<T>;
  line(text: string): void;
};

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

export function createProgress(out: NodeJS.WriteStream = process.stdout): Progress {
  const began = Date.now();
  const line = (text: string): void => void out.write(`${text}\n`);
  return {
    line,
    async step(name, work, done) {
      const stepBegan = Date.now();
      let detail = '';
      let lastSaid = stepBegan;
      const show = (): void => {
        if (out.isTTY) out.write(`\r\x1b[K  … ${name} ${detail} (${seconds(Date.now() - stepBegan)})`.slice(0, (out.columns ?? 120) + 4));
        else if (Date.now() - lastSaid > 10_000) {
          // Where nothing can be rewritten, a long step says every ten seconds that it lives.
          lastSaid = Date.now();
          line(`  … ${name} ${detail} (${seconds(Date.now() - stepBegan)})`);
        }
      };
      const ticking = setInterval(show, out.isTTY ? 200 : 1000);
      try {
        const result = await work((text) => {
          detail = text;
        });
        if (out.isTTY) out.write('\r\x1b[K');
        line(`  ✓ ${done?.(result) ?? name} · ${seconds(Date.now() - stepBegan)} (${seconds(Date.now() - began)} in all)`);
        return result;
      } catch (error) {
        if (out.isTTY) out.write('\r\x1b[K');
        line(`  ✗ ${name} · ${seconds(Date.now() - stepBegan)}`);
        throw error;
      } finally {
        clearInterval(ticking);
      }
    },
  };
}
