import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';

/** The connection of role `simpul_signin`: the only one that can read password hashes and make sessions. */
@Injectable()
export class SigninDatabase implements OnModuleDestroy {
  private readonly pool: pg.Pool;

  constructor(url: string) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: 4,
      application_name: 'simpul signin',
      statement_timeout: 10_000,
    });
    // An idle connection that breaks (database restart) must not end the process; the next query reconnects.
    this.pool.on('error', () => undefined);
  }

  /** First row of a statement, or undefined. */
  async one<T = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<T | undefined> {
    return (await this.pool.query(sql, params)).rows[0] as T | undefined;
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.end();
  }
}
