// Import directions. A cruiser that visits nothing reports no violation, so the modules it visited are counted.
import { readdirSync } from 'node:fs';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import rules from '../.dependency-cruiser.cjs';

const layers = ['domain', 'db', 'activities', 'workflows', 'workers', 'api', 'cli', 'bench', 'sandbox', 'deploy', 'web'].filter((layer) =>
  readdirSync('.').includes(layer),
);
const files = layers.flatMap((layer) =>
  readdirSync(layer, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => `${layer}/${name}`),
);

const { output } = await cruise(layers, { ...rules.options, validate: true, ruleSet: { forbidden: rules.forbidden } }, undefined, {
  tsConfig: extractTSConfig('tsconfig.json'),
});
const { modules, summary } = output as ICruiseResult;
const visited = new Set(modules.map((module) => module.source));
const missed = files.filter((file) => !visited.has(file));

for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
for (const file of missed) console.error(`not visited: ${file}`);
console.log(`${files.length} modules, ${visited.size} visited, ${summary.violations.length} violations`);
process.exit(summary.violations.length > 0 || missed.length > 0 || files.length === 0 ? 1 : 0);
