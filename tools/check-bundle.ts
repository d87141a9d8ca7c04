// Builds the workflow bundle and refuses what must not be in it: every cached run holds its own copy of module-level objects.
import { workflowBundle } from '../workers/bundle.ts';

const limitKb = 1500;
const refused = [
  /node_modules\/zod\//,
  /node_modules\/json-logic-js\//,
  /domain\/[^"']*schemas\.ts/,
  /domain\/rules\//,
  /node_modules\/(postgres|drizzle-orm|temporal-polyfill|liquidjs)\//,
];

const { code: withMap, buildId } = await workflowBundle();
const code = withMap.replace(/\n\/\/# sourceMappingURL=data:[^\n]*/g, '');
const found = refused.filter((pattern) => pattern.test(code));
const sizeKb = Math.round(code.length / 1024);
for (const pattern of found) console.error(`the bundle holds ${pattern.source}: import it by type only, or call it from an activity`);
if (sizeKb > limitKb) console.error(`the bundle has ${sizeKb} KB, above ${limitKb} KB`);
console.log(`workflow bundle ${buildId}: ${sizeKb} KB`);
process.exit(found.length > 0 || sizeKb > limitKb ? 1 : 0);
