import { openRunDirectory } from './run-directory.mjs';

/** test/run.mjs opens one folder for all legs; a single spec run by hand gets one of its own. */
export default async function setUp() {
  if (process.env.SIMPUL_TEST_RUN) return;
  process.env.SIMPUL_TEST_RUN = await openRunDirectory();
  globalThis.simpulOwnsTestRun = true;
}
