// Builds the workflow bundle into a folder, when the image is built: `node deploy/bundle.ts <folder>`.
import { workflowBundle } from '../workers/bundle.ts';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('say where: node deploy/bundle.ts <folder>');
const { buildId, code } = await workflowBundle(folder);
console.log(`version ${buildId}, ${Math.round(code.length / 1024)} KB`);
