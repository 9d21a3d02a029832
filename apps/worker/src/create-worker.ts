import type { SimpulConfig } from '#config';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module.js';

/** Builds the worker and starts its shift. `close()` ends it in order; SIGTERM and SIGINT do the same. */
export async function createWorker(config: SimpulConfig): Promise<INestApplicationContext> {
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
    logger: ['fatal', 'error', 'warn'],
    abortOnError: false,
  });
  // An end in order is exit code 0: without it Nest repeats the signal, and a supervisor reads that as a kill.
  app.enableShutdownHooks([], { useProcessExit: true });
  return app;
}
