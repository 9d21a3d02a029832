import 'reflect-metadata';
import { loadConfig } from '#config';
import { failureCode } from '#queue';
import { createWorker } from './create-worker.js';

// A fault that nobody caught ends the process, so that it starts again from the rows. Its text may quote one: code only.
process.on('uncaughtException', (error) => {
  process.stderr.write(`worker ended by ${failureCode(error)}\n`);
  process.exit(1);
});

await createWorker(loadConfig());
// The launcher waits for this message; under systemd or Docker nobody listens and that is fine.
process.send?.('ready');
