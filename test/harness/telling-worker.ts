import { AuditModule } from '#audit';
import { loadConfig } from '#config';
import { DatabaseModule } from '#database';
import { DeadlinesModule } from '#deadlines';
import { NotificationsJobsModule } from '#notifications';
import { QueueJobsModule } from '#queue';
import { VaultModule } from '#vault';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { FreshDatabase } from './fresh-database.js';

@Module({})
class TellingWorker {}

/** The part of the worker that tells people, in this process; `env` sets up the ways out of the house. */
export function tellingWorker(
  database: FreshDatabase,
  env: Record<string, string>,
): Promise<INestApplicationContext> {
  const config = loadConfig({ ...database.env, PUBLIC_URL: 'https://simpul.kota.example', ...env });
  const imports = [
    DatabaseModule.forRole(database.urls.worker),
    VaultModule.withKeyFile(database.env.SIMPUL_MASTER_KEY_FILE),
    AuditModule,
    QueueJobsModule,
    DeadlinesModule.inZone('Asia/Jakarta'),
    NotificationsJobsModule.forConfig(config),
  ];
  return NestFactory.createApplicationContext({ module: TellingWorker, imports }, { logger: false });
}
