// `npm run dev`: the product with its pages from Vite (changes appear at once), and the server compiled and started anew
// when a file of libs/ or apps/ changes. One address: the pages' one, which passes /api on to the server.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { ensureBuilt, ensureInstalled } from '../set-up.mjs';

const API_PORT = process.env.PORT ?? '4710';
const PAGES_PORT = process.env.PAGES_PORT ?? '4720';
const SETTLE_MS = 300;

await ensureInstalled();
const env = { ...process.env, PORT: API_PORT, PUBLIC_URL: `http://localhost:${PAGES_PORT}` };
let server = startServer();
const pages = spawn(
  process.execPath,
  ['node_modules/vite/bin/vite.js', 'apps/web', '--port', PAGES_PORT, '--strictPort'],
  { stdio: 'inherit', env: { ...env, SIMPUL_API: `http://localhost:${API_PORT}` } },
);

let settling;
for (const folder of ['libs', 'apps'])
  watch(folder, { recursive: true }, (_, file) => {
    if (file?.startsWith('web') || !/\.(?:ts|csv|json)$/.test(file ?? '') || file.endsWith('spec.ts')) return;
    clearTimeout(settling);
    settling = setTimeout(() => void restart(), SETTLE_MS);
  });

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    pages.kill();
    server.kill('SIGTERM');
    server.once('exit', () => process.exit());
  });

function startServer() {
  return spawn(process.execPath, ['apps/launch/start.mjs'], { stdio: 'inherit', env });
}

/** A build that fails leaves the running server as it is. */
async function restart() {
  try {
    await ensureBuilt();
  } catch (error) {
    console.error(error.message);
    return;
  }
  const old = server;
  if (old.exitCode === null) {
    old.kill('SIGTERM');
    await new Promise((resolve) => old.once('exit', resolve));
  }
  server = startServer();
}
