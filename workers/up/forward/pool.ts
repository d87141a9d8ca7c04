const inParallel = 24;

/** Works through the items, some side by side: two cores and one engine take no more. */
export async function pool<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(inParallel, queue.length) }, worker));
}
