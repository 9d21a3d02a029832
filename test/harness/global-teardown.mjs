import { closeRunDirectory } from './run-directory.mjs';

export default async function tearDown() {
  if (globalThis.simpulOwnsTestRun) await closeRunDirectory(process.env.SIMPUL_TEST_RUN);
}
