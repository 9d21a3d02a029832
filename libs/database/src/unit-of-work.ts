import { Denials, outside, type Actor } from '#access';
import { NotFound, Refused } from '#refusals';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { claimRequest } from './handled-request.js';
import { isLostConnection } from './lost-connection.js';
import type { ActName, Work } from './work.js';

type PgClient = {
  query(sql: string, params?: unknown[]): Promise<{ rows: never[] }>;
  end(): Promise<void>;
};

/** Writes the ledger's entry for a refused act; the audit library registers itself here (it comes later in the river). */
export type DenialRecorder = (
  work: Work,
  act: ActName,
  decision: 'refused' | 'denied',
  code: string,
) => Promise<void>;

/**
 * The only way to the data: one transaction, one actor, one reading of the database clock, the row-level-security
 * context set from the session token. It commits only if the ledger got at least one entry, reads included, and
 * only then does the caller get its result. An expected "no" rolls back and is itself recorded.
 */
@Injectable()
export class UnitOfWork implements Denials {
  private recordDenial: DenialRecorder | undefined;
  private readonly log = new Logger('UnitOfWork');

  constructor(private readonly dataSource: DataSource) {}

  setDenialRecorder(recorder: DenialRecorder): void {
    this.recordDenial = recorder;
  }

  /** Runs an act or an audited read for a person. Refusals pass through after they were recorded. */
  async run<T>(actor: Actor, act: ActName, fn: (work: Work) => Promise<T>): Promise<T> {
    try {
      return await this.transact(actor, 'audited', async (work) => {
        await claimRequest(work, actor);
        return fn(work);
      });
    } catch (error) {
      if (error instanceof Refused && error.status !== 422 && !(error as { replay?: boolean }).replay)
        await this.refused(actor, act, 'refused', error.code);
      throw error;
    }
  }

  /** Runs an act of the system (worker role); still audited. */
  async runAsSystem<T>(_act: ActName, fn: (work: Work) => Promise<T>): Promise<T> {
    return this.transact(null, 'audited', fn);
  }

  /** Reads reference data (agencies, holidays, codes), which says nothing about any case: read-only, not audited. */
  async look<T>(actor: Actor, fn: (work: Work) => Promise<T>): Promise<T> {
    return this.transact(actor, 'readonly', fn);
  }

  /** The system looks for work to do (sweeps): writes nothing, not audited. */
  async lookAsSystem<T>(fn: (work: Work) => Promise<T>): Promise<T> {
    return this.transact(null, 'readonly', fn);
  }

  /** House-keeping that carries no decision about a case: outbox marks, read marks, stored replies. */
  async keep<T>(actor: Actor | null, fn: (work: Work) => Promise<T>): Promise<T> {
    return this.transact(actor, 'housekeeping', fn);
  }

  /** Denied by the guard, before any act began. */
  async denied(actor: Actor, act: string, code: string): Promise<void> {
    await this.refused(actor, { name: act }, 'denied', code);
  }

  private async refused(
    actor: Actor,
    act: ActName,
    decision: 'refused' | 'denied',
    code: string,
  ): Promise<void> {
    const record = this.recordDenial;
    if (!record) throw new Error('No denial recorder registered: the ledger module is missing');
    const unasked = { ...actor, scope: undefined };
    await this.transact(unasked, 'audited', (work) => record(work, act, decision, code));
  }

  private async transact<T>(
    actor: Actor | null,
    kind: 'audited' | 'readonly' | 'housekeeping',
    fn: (work: Work) => Promise<T>,
  ): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as PgClient;
    const effects: (() => void | Promise<void>)[] = [];
    let audited = false;
    try {
      await runner.startTransaction();
      if (kind === 'readonly') await client.query('set transaction read only');
      const at = await this.enter(client, actor);
      const work: Work = {
        manager: runner.manager,
        actor,
        at,
        query: async <R>(sql: string, params?: unknown[]) => (await client.query(sql, params)).rows as R[],
        afterCommit: (effect) => effects.push(effect),
        markAudited: () => (audited = true),
      };
      const result = await fn(work);
      if (kind === 'audited' && !audited)
        throw new Error('A unit of work ended with no ledger entry; rolled back');
      await runner.commitTransaction();
      for (const effect of effects) void this.after(effect);
      return result;
    } catch (error) {
      // A dead line is cut, or the pool would lend it to the next one; PostgreSQL rolls back by itself.
      if (isLostConnection(error)) void client.end().catch(() => undefined);
      else await this.rollback(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * Opens the row-level-security context and reads the clock. An ended session is a 401 here as well, and a thing to
   * which the actor does not stand as the policy asks is a 404: the application's own no, before the rows say theirs.
   */
  private async enter(client: PgClient, actor: Actor | null): Promise<Date> {
    if (!actor) {
      const [row] = (await client.query('select simpul.now() as at')).rows as { at: Date }[];
      return row!.at;
    }
    const scope = actor.scope?.checked ? undefined : actor.scope;
    const { rows } = scope
      ? await client.query('select at, simpul.stands_to($2, $3) as standing from ctx.enter($1)', [
          actor.sessionToken,
          scope.kind,
          scope.id,
        ])
      : await client.query('select at from ctx.enter($1)', [actor.sessionToken]);
    const [row] = rows as { at: Date; standing?: string[] }[];
    if (!row) throw new Refused('session.required', {}, 401);
    const no = scope && outside(scope, row.standing!);
    if (no) throw no === 'notFound' ? new NotFound() : new Refused(no);
    if (scope) scope.checked = true;
    return row.at;
  }

  private async rollback(runner: QueryRunner): Promise<void> {
    try {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
    } catch {
      // The connection is gone; PostgreSQL rolls back by itself.
    }
  }

  private async after(effect: () => void | Promise<void>): Promise<void> {
    try {
      await effect();
    } catch {
      // The row is committed and a sweep finds it; the error text may hold addresses, so only the fact is logged.
      this.log.warn('after-commit effect failed; the sweep will find it');
    }
  }
}
