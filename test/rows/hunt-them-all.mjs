// `npm run mutants`: takes every guard of the database away, one at a time, and prints those that no test misses. By
// hand or nightly; how to read it: docs/how-access-is-proved.md. Exit code 1 if one survives.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..', '..'));
const folder = mkdtempSync(join(tmpdir(), 'simpul-mutants-'));
const report = join(folder, 'report.tsv');
const started = Date.now();
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--config=test/jest.config.mjs',
    'test/rows/every-table-by-every-person',
  ],
  { stdio: 'inherit', env: { ...process.env, SIMPUL_MUTANTS: 'all', SIMPUL_MUTANTS_REPORT: report } },
);
const lines = readFileSync(report, 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'));
rmSync(folder, { recursive: true });
for (const [verdict, name, why] of lines)
  if (verdict !== 'red') console.log(`${verdict}: ${name}${why ? ` (${why})` : ''}`);
const count = (verdict) => lines.filter(([its]) => its === verdict).length;
console.log(
  `${lines.length} guards taken away: ${count('red')} turn a line red, ${count('held twice')} are held twice, ` +
    `${count('SURVIVES')} survive; ${Math.round((Date.now() - started) / 1000)} s`,
);
process.exitCode = status ?? 1;
