import { AuditModule } from '#audit';
import type { SimpulConfig } from '#config';
import { DatabaseModule } from '#database';
import { QueueJobsModule, QueueModule } from '#queue';
import { VaultModule } from '#vault';
import { Module, type DynamicModule } from '@nestjs/common';
import { ClockGuard } from './clock-guard.js';
import { riverJobs } from './river.js';
import { Schedules } from './schedules.js';
import { Shift } from './shift.js';
import { METRICS_PLACE, WorkerMetrics } from './worker-metrics.js';

/** Connections of the worker's role: four lanes of the relay and three set aside, the sweeps, the sealer. */
const POOL_SIZE = 11;
/** One is lent to LISTEN for good. */
const QUEUE_CONNECTIONS_MAX = 4;

/** The jobs of every library, in river order. It opens no route: those are the API's. */
@Module({})
export class WorkerModule {
  static forRoot(config: SimpulConfig): DynamicModule {
    const { worker } = config.databases;
    if (!worker) throw new Error('SIMPUL_WORKER_DATABASE_URL is needed');
    return {
      module: WorkerModule,
      imports: [
        DatabaseModule.forRole(worker, { poolSize: POOL_SIZE }),
        VaultModule.withKeyFile(config.masterKeyFile),
        AuditModule,
        QueueModule.forRoot(config, { connectionsMax: QUEUE_CONNECTIONS_MAX }),
        QueueJobsModule,
        ...riverJobs(config),
      ],
      providers: [
        ClockGuard,
        Schedules,
        Shift,
        { provide: METRICS_PLACE, useValue: config.workerMetrics },
        WorkerMetrics,
      ],
    };
  }
}
