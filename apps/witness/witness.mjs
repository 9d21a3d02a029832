#!/usr/bin/env node
// A witness for the ledgers of others: it signs that a ledger only ever grew (c2sp.org/tlog-witness).
//
//   node witness.mjs init  --folder DIR --name inspektorat.example/saksi
//   node witness.mjs serve --folder DIR --log KEY... [--host 127.0.0.1] [--port 4711] [--begin-again]
//
// KEY is a public key of a ledger (name+id+key), or a file with one a line, which is read anew at every submission.
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addCheckpoint } from './add-checkpoint.mjs';
import { readLogKey, witnessKey } from './note.mjs';
import { lockFolder, State } from './state.mjs';

const BODY_BYTES_MAX = 65_536;
const keyFile = (folder) => join(folder, 'witness.key');

/** A key of its own and an empty memory; refuses where a witness already lives. */
function init({ folder, name }) {
  if (!folder || !name) throw new Error('init needs --folder and --name');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (existsSync(keyFile(folder))) throw new Error(`${keyFile(folder)} is there already`);
  const { privateKey } = generateKeyPairSync('ed25519');
  const { text } = witnessKey(name, privateKey);
  State.begin(folder);
  writeFileSync(keyFile(folder), privateKey.export({ type: 'pkcs8', format: 'pem' }), {
    mode: 0o600,
    flag: 'wx',
  });
  writeFileSync(`${keyFile(folder)}.pub`, `${text}\n`);
  console.log(text);
}

function serve({ folder, log, host, port, 'begin-again': beginAgain }) {
  if (!folder || log.length === 0) throw new Error('serve needs --folder and --log');
  const privateKey = createPrivateKey(readFileSync(keyFile(folder)));
  const name = readFileSync(`${keyFile(folder)}.pub`, 'utf8').split('+')[0];
  const self = witnessKey(name, privateKey);
  lockFolder(folder);
  // Only somebody who says so may start without the memory: whatever was signed before is then vouched for by nobody.
  if (beginAgain && !existsSync(State.file(folder))) State.begin(folder);
  const state = State.open(folder);
  const keys = () => log.flatMap(keysFrom);
  keys();
  const seconds = () => Math.floor(Date.now() / 1000);
  const answer = (text) => addCheckpoint(text, { state, keys, self, privateKey, seconds });

  const server = createServer((request, response) => {
    const reply = ({ status, body, type = 'text/plain; charset=utf-8' }) => {
      response.writeHead(status, { 'content-type': type }).end(body);
    };
    const path = new URL(request.url, 'http://witness').pathname;
    if (request.method === 'GET' && path === '/') return reply({ status: 200, body: aboutMe(self, state) });
    if (path !== '/add-checkpoint') return reply({ status: 404, body: 'no such page\n' });
    if (request.method !== 'POST') return reply({ status: 405, body: 'POST only\n' });
    collect(request, (text) => {
      if (text === null) return reply({ status: 413, body: 'too long\n' });
      try {
        reply(answer(text));
      } catch (error) {
        // A disk that cannot keep it: no signature leaves.
        console.error(`not kept: ${error.code ?? error.message}`);
        reply({ status: 503, body: 'not kept, so not signed\n' });
      }
    });
  });
  server.requestTimeout = 10_000;
  server.on('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  server.listen(Number(port), host, () => {
    console.log(`witness ${self.text} on http://${host}:${server.address().port}`);
    process.send?.('ready');
  });
  for (const signal of ['SIGTERM', 'SIGINT'])
    process.once(signal, () => {
      server.close(() => process.exit(0));
      server.closeAllConnections();
    });
}

/** The whole body as strict UTF-8, or null when it is too long. Answering is synchronous, so no two submissions mix. */
function collect(request, done) {
  const parts = [];
  let length = 0;
  request.on('data', (part) => {
    length += part.length;
    if (length <= BODY_BYTES_MAX) parts.push(part);
  });
  request.on('end', () => done(length > BODY_BYTES_MAX ? null : Buffer.concat(parts).toString('utf8')));
}

function aboutMe(self, state) {
  const logs = Object.entries(state.logs).map(
    ([origin, { size, root, time }]) => `${origin} ${size} ${root} ${time}\n`,
  );
  return `${self.text}\n\n${logs.join('')}`;
}

function keysFrom(text) {
  if (!existsSync(text)) return [readLogKey(text)];
  return readFileSync(text, 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map(readLogKey);
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      folder: { type: 'string' },
      name: { type: 'string' },
      log: { type: 'string', multiple: true, default: [] },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '4711' },
      'begin-again': { type: 'boolean', default: false },
    },
  });
  if (positionals[0] === 'init') init(values);
  else if (positionals[0] === 'serve') serve(values);
  else throw new Error('node witness.mjs init|serve; see README.md');
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
