/** Works through the items, some side by side. */
export async function pool<T>(items: readonly T[], work: (item: T) => Promise<unknown>, inParallel = 24): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(inParallel, queue.length) }, worker));
}
