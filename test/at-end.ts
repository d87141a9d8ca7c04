import { afterAll } from 'vitest';

const steps: (() => Promise<void>)[] = [];

/** Runs at the end of the test file, last registered first. (An `afterAll` inside a `beforeAll` is never called.) */
export function atEnd(step: () => Promise<void>): void {
  steps.push(step);
}

afterAll(async () => {
  for (const step of steps.splice(0).reverse()) await step();
});
