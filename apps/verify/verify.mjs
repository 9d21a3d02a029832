#!/usr/bin/env node
// Verifies an export of the ledger with public keys only: no database, no network, no package.
//
//   node verify.mjs ledger.ndjson --key ledger.key.pub [--witness KEY]... [--quorum N] [--policy FILE] [--checkpoint KEPT]... [--json]
//
// Exit codes: 0 intact, 1 cannot be verified (file or arguments), 2 tampered, 3 incomplete, 4 wrong key, 5 quorum missing.
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { Examination, Fault, OK, UNREADABLE } from './examine.mjs';
import { keysFrom, readPolicy, trustIn } from './trust.mjs';
import { faultWords, soundWords } from './words.mjs';

const USAGE =
  'node verify.mjs EXPORT (--key KEY)... [--witness KEY]... [--quorum N] [--policy FILE] [--checkpoint KEPT]... [--json]\n' +
  'KEY: name+id+key, or a file with one such key a line.';

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string', multiple: true, default: [] },
      witness: { type: 'string', multiple: true, default: [] },
      quorum: { type: 'string' },
      policy: { type: 'string' },
      checkpoint: { type: 'string', multiple: true, default: [] },
      since: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });
  if (positionals.length !== 1) throw new Error(USAGE);
  const trust = trustOf(values);
  const kept = [...values.checkpoint, ...values.since].map((file) => readFileSync(file, 'utf8'));
  const verdict = await examined(positionals[0], trust, kept);
  say(values.json, { code: OK, ...verdict }, soundWords(verdict));
}

function trustOf({ key, witness, quorum, policy }) {
  const logs = key.flatMap(keysFrom);
  const given = policy
    ? readPolicy(policy)
    : trustIn([], witness.flatMap(keysFrom), quorum === undefined ? undefined : Number(quorum));
  const trust = { ...given, logs: [...logs, ...given.logs] };
  if (trust.logs.length === 0) throw new Error(`No key of the ledger was given.\n${USAGE}`);
  return trust;
}

async function examined(file, trust, kept) {
  const examination = new Examination(trust, kept);
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  for await (const line of lines) examination.line(line);
  return examination.verdict();
}

function say(asJson, facts, words) {
  console.log(asJson ? JSON.stringify({ ...facts, words }) : `${words.id}\n${words.en}`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Fault)) {
    console.error(error.message);
    process.exit(UNREADABLE);
  }
  const { code, why, index, lastIndex, checkpoint } = error;
  say(process.argv.includes('--json'), { code, why, index, lastIndex, checkpoint }, faultWords(error));
  process.exit(code);
}
