// `npm run schema`: writes what the migrations make of an empty database into libs/database/schema.txt, so that a review
// sees tables, policies and grants change. With --check it compares instead, for CI.
import { ensureBuilt, ensureInstalled } from '../set-up.mjs';

await ensureInstalled();
await ensureBuilt();
const { writeSchema } = await import('../../../dist/apps/launch/src/write-schema.js');
process.exitCode = await writeSchema(process.argv.includes('--check'));
