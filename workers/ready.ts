/** What a process tells its supervisor once it does its work; a worker adds the version it polls as. */
export type Ready = { ready: true; buildId?: string };

/** Without a supervisor nobody listens, and nothing happens. */
export function tellReady(facts: Omit<Ready, 'ready'> = {}): void {
  if (process.connected) process.send?.({ ready: true, ...facts } satisfies Ready);
}
