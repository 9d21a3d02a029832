// Where mutants are made: a copy of the working tree, so that nobody's checkout changes, and one PostgreSQL for all runs.
import { execFileSync, spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { closeRunDirectory, openRunDirectory } from '../harness/run-directory.mjs';

/** A test that hangs without its guard has noticed as well. */
const PATIENCE_MS = 300_000;

export class Workshop {
  #running;
  #isClosing = false;

  static async open(root) {
    const shop = new Workshop();
    shop.root = mkdtempSync(join(tmpdir(), 'simpul-mutants-'));
    const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { cwd: root });
    for (const name of listed.toString().split('\0').filter(Boolean)) {
      if (!existsSync(join(root, name))) continue;
      mkdirSync(join(shop.root, dirname(name)), { recursive: true });
      copyFileSync(join(root, name), join(shop.root, name));
    }
    symlinkSync(join(root, 'node_modules'), join(shop.root, 'node_modules'));
    shop.run = await openRunDirectory();
    return shop;
  }

  path(name) {
    return join(this.root, name);
  }
  read(name) {
    return readFileSync(this.path(name), 'utf8');
  }
  /** Undefined where there is none. */
  textOf(name) {
    return existsSync(this.path(name)) ? this.read(name) : undefined;
  }
  write(name, text) {
    writeFileSync(this.path(name), text);
    return this.path(name);
  }

  /** Runs Jest in the copy: `{ code, report, said }`; the report is Jest's own, undefined where it did not come to one. */
  async jest(args, env = {}, patience = PATIENCE_MS) {
    const file = this.path('jest-report.json');
    rmSync(file, { force: true });
    const all = [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      '--config=test/jest.config.mjs',
      ...['--runInBand', '--forceExit', '--json', `--outputFile=${file}`, ...args],
    ];
    let said = '';
    const child = spawn(process.execPath, all, {
      cwd: this.root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, SIMPUL_TEST_RUN: this.run, SIMPUL_UNDER_MUTANTS: 'yes', ...env },
    });
    this.#running = child;
    child.stderr.on('data', (text) => (said = (said + text).slice(-20_000)));
    let isLate = false;
    const timer = setTimeout(() => (isLate = child.kill('SIGKILL')), patience);
    const code = await new Promise((resolve) => child.once('close', resolve));
    clearTimeout(timer);
    // Whoever stops the run stops Jest as well, and that must not be written down as a mutant that was noticed.
    if (this.#isClosing) return new Promise(() => undefined);
    if (code === null && !isLate) throw new Error(`Jest was killed: ${said.slice(-300)}`);
    return { code, said, report: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined };
  }

  /** These specs in this order until one is red: `{ spec, why, message }`, or null where all are green. */
  async firstRed(specs, env = {}, patience = PATIENCE_MS) {
    const [red] = await this.reds(specs, ['--bail=1'], env, patience);
    return red ?? null;
  }

  /** All of these specs that are red, each with its first red test; where Jest came to no end, the first. */
  async reds(specs, args = [], env = {}, patience = PATIENCE_MS) {
    const { code, said, report } = await this.jest(
      [
        ...['--env=<rootDir>/test/mutants/until-red.mjs', ...args],
        ...['--testSequencer=<rootDir>/test/mutants/in-order.mjs', '--runTestsByPath', ...specs],
      ],
      { ...env, SIMPUL_SPEC_ORDER: specs.join(',') },
      patience,
    );
    if (code === 0) return [];
    const suites = report?.testResults.filter(({ status }) => status === 'failed') ?? [];
    if (suites.length === 0) return [{ spec: specs[0], why: code === null ? 'it hangs' : said.slice(-300) }];
    return suites.map(({ name, message, assertionResults }) => {
      const test = assertionResults.find(({ status }) => status === 'failed');
      return {
        spec: name.slice(this.root.length + 1),
        ...{ why: test ? test.fullName : 'it does not start', message },
      };
    });
  }

  async close() {
    this.#isClosing = true;
    this.#running?.kill('SIGKILL');
    await closeRunDirectory(this.run);
    rmSync(this.root, { recursive: true, force: true });
  }
}
