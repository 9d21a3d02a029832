// `npm run openapi`: writes apps/api/openapi.json from the routes and DTO classes, and the web's types from it. With
// --check it compares instead, for CI.
import { ensureBuilt, ensureInstalled } from '../set-up.mjs';

await ensureInstalled();
await ensureBuilt();
const { writeOpenapi } = await import('../../../dist/apps/launch/src/write-openapi.js');
process.exitCode = await writeOpenapi(process.argv.includes('--check'));
