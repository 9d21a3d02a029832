// `npm run hostile`: two thousand generated hostile requests for each role. `--seed 7` another row of them, `--role CW` one
// role alone, `--times 500` fewer. What failed says its seed and number, and comes again with the same seed and role.
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../../apps/launch/set-up.mjs';

process.chdir(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
await ensureInstalled();
const given = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const env = {
  ...process.env,
  SIMPUL_HOSTILE_TIMES: given('times') ?? '2000',
  ...(given('seed') && { SIMPUL_HOSTILE_SEED: given('seed') }),
  ...(given('role') && { SIMPUL_HOSTILE_ROLE: given('role') }),
};
const args = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
];
const spec = 'test/hostile/generated-requests.e2e-spec.ts';
const jest = spawn(process.execPath, [...args, '-c', 'test/jest.config.mjs', spec], {
  stdio: 'inherit',
  env,
});
jest.once('close', (code) => (process.exitCode = code ?? 1));
