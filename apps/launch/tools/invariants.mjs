// `npm run invariants`: asks every invariant of docs/the-guarantee.md now. With DATABASE_URL of that database, else of the
// embedded one, running or not. Exit code 0: all hold; 1: something is broken; 2: it could not be asked.
import { ensureBuilt, ensureInstalled } from '../set-up.mjs';

await ensureInstalled();
await ensureBuilt();
const { askInvariants } = await import('../../../dist/apps/launch/src/ask-invariants.js');
process.exitCode = await askInvariants().catch((error) => {
  console.error(error.message);
  return 2;
});
