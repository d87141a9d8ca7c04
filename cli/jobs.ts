import type { Api, Job } from './client.ts';
import { progressLine } from './format.ts';
import type { Output } from './output.ts';

/** Waits for a job and shows on a terminal how far it is, how fast it goes and how long it will take. */
export async function watchJob(api: Api, location: string, label: string, out: Output): Promise<Job> {
  const began = Date.now();
  return api.wait(location, ({ progress }) => {
    if (progress) out.progress(progressLine({ ...progress, seconds: (Date.now() - began) / 1000, label }));
  });
}
