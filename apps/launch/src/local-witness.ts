import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ledgerName, openSigner } from '#audit';
import { loadConfig, projectRoot } from '#config';
import { ChildProgram } from './child-program.js';
import { freePort } from './free-address.js';
import { line, step } from './words.js';

/** Where a witness looks for submissions unless told otherwise; any free port from there on will do. */
const FIRST_PORT = 4811;

export interface LocalWitness {
  program: ChildProgram;
  /** For SIMPUL_WITNESSES_FILE. */
  policyFile: string;
}

/**
 * A witness of the ledger beside the rest: a process of its own with a key and a memory of its own under the state folder.
 * On the same machine it shows that the thing works, and catches a database that was set back; it is not independent:
 * whoever owns the machine owns the witness. docs/witness-the-ledger.md says how another office runs one. Undefined where
 * witnesses elsewhere are named already.
 */
export async function localWitness(
  state: string,
  ledgerKeyFile: string,
  say: (text: string) => void,
): Promise<LocalWitness | undefined> {
  if (process.env.SIMPUL_WITNESSES_FILE) return undefined;
  const script = join(projectRoot(), 'apps', 'witness', 'witness.mjs');
  const folder = join(state, 'witness');
  const keyFile = join(folder, 'witness.key.pub');
  if (!existsSync(keyFile))
    await promisify(execFile)(process.execPath, [
      script,
      'init',
      '--folder',
      folder,
      '--name',
      'simpul.local/saksi',
    ]);
  // Leaves the public key beside the private one, which the witness must not read.
  openSigner(ledgerKeyFile, ledgerName(loadConfig().regionCode));
  const host = '127.0.0.1';
  const port = await freePort(host, FIRST_PORT);
  const policyFile = join(state, 'witnesses.policy');
  const key = (await readFile(keyFile, 'utf8')).trim();
  await writeFile(`${policyFile}.new`, `witness local ${key} http://${host}:${port}\nquorum local\n`);
  await rename(`${policyFile}.new`, policyFile);
  const command = [script, 'serve', '--folder', folder, '--log', `${ledgerKeyFile}.pub`];
  const program = new ChildProgram(
    'witness',
    { PATH: process.env.PATH },
    say,
    join(state, 'logs', 'witness.log'),
    [...command, '--host', host, '--port', String(port)],
  );
  return { program, policyFile };
}

/** A witness that lost its memory does not start; the work goes on, and the worker raises the alarm. */
export async function startWitness({ program }: LocalWitness): Promise<void> {
  try {
    await step('Menjalankan saksi buku catatan (starting the ledger’s witness)', () => program.start());
  } catch (error) {
    line(`- Saksi tidak berjalan (the witness does not run): ${(error as Error).message}`);
  }
}
