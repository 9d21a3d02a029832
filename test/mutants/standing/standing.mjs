// Asks the specs about the functions that no row shows, one spec after the other in one process; docs/how-access-is-proved.md.
import { execFileSync, fork } from 'node:child_process';

/** Starts programs of their own that need what `npm run build` makes, or tries everything for minutes. */
const LEFT_OUT =
  /^test\/(?:browser|rows|quarter|stress)\/|-process\.db-spec|killed-at-random|under-stress|nothing-is-lost|embedded-postgres/;
const SILENCE_MS = 900_000;

/** The specs that open a database, by name. */
export function specsIn(root) {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed
    .split('\n')
    .filter((name) => /\.(?:db|e2e)-spec\.ts$/.test(name) && !LEFT_OUT.test(name))
    .sort();
}

export class Standing {
  #child;

  /** `left`: `{ mutants, texts }`, a file's name. */
  constructor(shop, left) {
    this.shop = shop;
    this.left = left;
  }

  /**
   * One spec, on these mutants (numbers): `tell` hears of each test what it reached and what turned it red. A test that is
   * not the same twice is left out and the spec begun again.
   */
  async ask(spec, order, tell) {
    const skip = [];
    for (;;) {
      const over = await this.#once({ ...order, spec, skip }, tell);
      if (over.unrepeatable === undefined || skip.includes(over.unrepeatable)) return over;
      skip.push(over.unrepeatable);
    }
  }

  async #once(order, tell) {
    const child = await this.#start();
    return new Promise((resolve) => {
      let timer;
      const end = (over) => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (child.exitCode !== null || child.signalCode !== null || over.broken === 'it hangs') this.close();
        resolve(over);
      };
      const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(() => end({ broken: 'it hangs' }), SILENCE_MS);
      };
      wait();
      child.once('exit', (code) => end({ broken: `its process ended with ${code}` }));
      child.on('message', (message) => {
        wait();
        if (message.over) end(message);
        else tell(message);
      });
      child.send(order);
    });
  }

  async #start() {
    if (this.#child) return this.#child;
    const child = fork('test/mutants/standing/process.mjs', [], {
      cwd: this.shop.root,
      env: {
        ...process.env,
        ...{ SIMPUL_TEST_RUN: this.shop.run, SIMPUL_UNDER_MUTANTS: 'yes', SIMPUL_STANDING: this.left },
      },
      execArgv: ['--no-warnings'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    await new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code) => reject(new Error(`The standing process did not start: ${code}`)));
    });
    child.removeAllListeners('exit');
    return (this.#child = child);
  }

  close() {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}
