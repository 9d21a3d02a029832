import { randomUUID } from 'node:crypto';
import { AuditModule } from '#audit';
import { DatabaseModule, UnitOfWork, type Work } from '#database';
import { DeadlinesJobsModule, DeadlinesModule, DeadlinesService, type StartingEvent } from '#deadlines';
import { QueueModule } from '#queue';
import { VaultModule } from '#vault';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from './fresh-database.js';

@Module({})
class TestWorker {}

/** Cases with clocks, and the worker that keeps them, on a database of the suite's own. */
export class ClockedCases {
  private constructor(
    readonly database: FreshDatabase,
    readonly owner: pg.Client,
    readonly worker: INestApplicationContext,
  ) {}

  /** `bell`: with the queue on PostgreSQL, as the worker has it; without it only the sweep finds what is due. */
  static async open({ bell = false } = {}): Promise<ClockedCases> {
    const database = await freshDatabase({ seeded: true });
    const owner = new pg.Client(database.urls.admin);
    await owner.connect();
    const imports = [
      DatabaseModule.forRole(database.urls.worker),
      VaultModule.withKeyFile(database.env.SIMPUL_MASTER_KEY_FILE),
      AuditModule,
      ...(bell ? [QueueModule.forRoot({ databases: { queue: database.urls.queue } })] : []),
      DeadlinesModule.inZone('Asia/Jakarta'),
      DeadlinesJobsModule,
    ];
    const worker = await NestFactory.createApplicationContext(
      { module: TestWorker, imports },
      { logger: false },
    );
    return new ClockedCases(database, owner, worker);
  }

  async close(): Promise<void> {
    await this.worker.close();
    await this.owner.end();
    await this.database.drop();
  }

  /** A case for the foreign key only; nothing of it is read. */
  async newCase(): Promise<string> {
    const caseId = randomUUID();
    await this.owner.query(
      `insert into simpul.case_file (id, number, agency_id, owner_account_id, mandate, reported_at)
       select $1, $2, a.agency_id, a.id, 'VIOLENCE', now() from simpul.account a where a.role = 'case_worker' limit 1`,
      [caseId, `PBM-2026-${caseId.slice(0, 8)}`],
    );
    return caseId;
  }

  /** Tells an event at its own time, for an adolescent survivor of sexual violence at the given level of risk. */
  async tell(caseId: string, event: string, at: string, risk = 'TINGGI'): Promise<void> {
    await this.database.setClock(at);
    const subject: StartingEvent['subject'] = {
      tracks: ['KTA'],
      contexts: ['TPKS'],
      violenceTypes: ['SEKSUAL'],
      risk,
    };
    await this.within(async (work) => {
      await this.clocks.meet(work, { caseId, event, at: new Date(at) });
      await this.clocks.start(work, { event, at: new Date(at), caseId, subject, owes: {} });
    });
  }

  get clocks(): DeadlinesService {
    return this.worker.get(DeadlinesService);
  }

  /** One transaction as the system; the clocks write no ledger entry of their own. */
  within<T>(act: (work: Work) => Promise<T>): Promise<T> {
    return this.worker.get(UnitOfWork).keep(null, act);
  }

  /** Rows as the superuser sees them; `$1` is the case. */
  async rows<T>(caseId: string, sql: string): Promise<T[]> {
    return (await this.owner.query(sql, [caseId])).rows as T[];
  }
}
