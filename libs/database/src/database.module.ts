import { Denials } from '#access';
import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ANSWER_PATIENCE_MS, CONNECT_PATIENCE_MS } from './lost-connection.js';
import { Outbox } from './outbox/outbox.js';
import { SteadyClient } from './steady-pool.js';
import { UnitOfWork } from './unit-of-work.js';

/** Connects as one database role (`simpul_api` or `simpul_worker`); the process can be no other. */
@Module({})
export class DatabaseModule {
  static forRole(url: string, options: { poolSize?: number; answerPatienceMs?: number } = {}): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url,
          schema: 'simpul',
          autoLoadEntities: true,
          synchronize: false,
          migrationsRun: false,
          logging: false,
          retryAttempts: 5,
          retryDelay: 500,
          poolSize: options.poolSize ?? 10,
          extra: {
            Client: SteadyClient,
            application_name: 'simpul',
            statement_timeout: 15_000,
            query_timeout: options.answerPatienceMs ?? ANSWER_PATIENCE_MS,
            connectionTimeoutMillis: CONNECT_PATIENCE_MS,
            keepAlive: true,
            idle_in_transaction_session_timeout: 30_000,
          },
        }),
      ],
      providers: [UnitOfWork, Outbox, { provide: Denials, useExisting: UnitOfWork }],
      exports: [UnitOfWork, Outbox, Denials],
    };
  }
}
