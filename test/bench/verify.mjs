// `npm run bench -- verify`: how long apps/verify takes for an export of a million entries, of the size that entries
// have here, with a seal every ten (a year of a busy city). Fails when it takes more than a minute. `BENCH_ENTRIES`,
// `BENCH_SEAL_EVERY`; BENCH_PYTHON=1 asks the second verifier too, which is slow by nature.
import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { GrowingTree, leafHash } from '../../apps/verify/merkle.mjs';

const ENTRIES = Number(process.env.BENCH_ENTRIES ?? 1_000_000);
const SEAL_EVERY = Number(process.env.BENCH_SEAL_EVERY ?? 10);
const SECONDS_MAX = 60;
const NAME = 'simpul/16.74';
const ACTS = ['case.read', 'session.opened', 'referral.sent', 'worklist.read', 'client.revealed'];

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const raw = Buffer.concat([Buffer.of(1), publicKey.export({ format: 'der', type: 'spki' }).subarray(12)]);
const keyId = createHash('sha256').update(`${NAME}\n`).update(raw).digest().subarray(0, 4);
const key = `${NAME}+${keyId.toString('hex')}+${raw.toString('base64')}`;

const noteOf = (size, root) => {
  const body = `${NAME}\n${size}\n${root.toString('base64')}\n`;
  const signature = Buffer.concat([keyId, sign(null, Buffer.from(body), privateKey)]);
  return `${body}\n— ${NAME} ${signature.toString('base64')}\n`;
};
const people = Array.from({ length: 60 }, () => randomUUID());
const leafAt = (index) =>
  `{"act":"${ACTS[index % ACTS.length]}","actorAgency":"${people[0]}","actorId":"${people[index % 60]}",` +
  `"actorRole":"case_worker","at":"${new Date(1_764_000_000_000 + index * 31_000).toISOString().slice(0, -1)}000Z",` +
  `"caseRef":"${people[index % 7]}","commitment":null,"decision":"allowed","facts":{"items":${index % 50}},` +
  `"id":"${randomUUID()}","objectId":"${people[index % 11]}","objectKind":"case","requestId":"req-${index.toString(36)}","v":1}`;

const folder = mkdtempSync(join(tmpdir(), 'simpul-bench-'));
try {
  const file = join(folder, 'ledger.ndjson');
  await write(file);
  const megabytes = Math.round(statSync(file).size / 1e6);
  console.log(
    `${ENTRIES} entries, a seal every ${SEAL_EVERY}, ${megabytes} MB; ${cpus()[0]?.model ?? 'cpu'}`,
  );
  const seconds = timed(process.execPath, ['apps/verify/verify.mjs', file, '--key', key]);
  if (process.env.BENCH_PYTHON) timed('python3', ['-B', 'apps/verify/verify.py', file, '--key', key]);
  if (seconds > SECONDS_MAX) {
    console.error(`more than ${SECONDS_MAX} s`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}

async function write(file) {
  // The head names the last checkpoint: the lines are made before the first one is written.
  const tree = new GrowingTree();
  const lines = [];
  for (let index = 0, number = 1; index < ENTRIES; index++) {
    const leaf = leafAt(index);
    const hash = leafHash(Buffer.from(leaf));
    tree.append(hash);
    lines.push(JSON.stringify({ kind: 'leaf', index, hash: hash.toString('base64'), leaf }));
    if ((index + 1) % SEAL_EVERY === 0 || index + 1 === ENTRIES)
      lines.push(
        JSON.stringify({ kind: 'checkpoint', number: number++, note: noteOf(index + 1, tree.root()) }),
      );
  }
  const out = createWriteStream(file);
  const checkpoint = noteOf(ENTRIES, tree.root());
  out.write(`${JSON.stringify({ kind: 'head', version: 2, scope: 'whole', keys: [key], checkpoint })}\n`);
  for (let at = 0; at < lines.length; at += 10_000)
    if (!out.write(`${lines.slice(at, at + 10_000).join('\n')}\n`)) await once(out, 'drain');
  out.end(`${JSON.stringify({ kind: 'end', leaves: ENTRIES })}\n`);
  await once(out, 'close');
}

function timed(program, args) {
  const started = performance.now();
  const run = spawnSync(program, args, { encoding: 'utf8', cwd: new URL('../..', import.meta.url) });
  const seconds = (performance.now() - started) / 1000;
  if (run.status !== 0) throw new Error(`${args[0]} says ${run.status}: ${run.stdout}${run.stderr}`);
  const rate = Math.round(ENTRIES / seconds);
  console.log(`${args.find((one) => one.includes('verify'))}: ${seconds.toFixed(1)} s, ${rate} entries/s`);
  return seconds;
}
