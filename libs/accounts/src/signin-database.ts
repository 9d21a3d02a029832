import { ANSWER_PATIENCE_MS, steadyPool } from '#database';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type pg from 'pg';

/** The connection of role `simpul_signin`: the only one that can read password hashes and make sessions. */
@Injectable()
export class SigninDatabase implements OnModuleDestroy {
  private readonly pool: pg.Pool;

  constructor(url: string) {
    this.pool = steadyPool({
      connectionString: url,
      max: 4,
      application_name: 'simpul signin',
      statement_timeout: 10_000,
      query_timeout: ANSWER_PATIENCE_MS,
    });
  }

  /** First row of a statement, or undefined. */
  async one<T = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<T | undefined> {
    return (await this.pool.query(sql, params)).rows[0] as T | undefined;
  }

  async rows<T>(sql: string, params: unknown[] = []): Promise<T[]> {
    return (await this.pool.query(sql, params)).rows as T[];
  }

  /** One transaction; `one` inside it is a statement of it. */
  async transaction<T>(act: (one: SigninDatabase['one']) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await act(
        async <R>(sql: string, params?: unknown[]) =>
          (await client.query(sql, params)).rows[0] as R | undefined,
      );
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((fault: Error) => (broken = fault));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.end();
  }
}
