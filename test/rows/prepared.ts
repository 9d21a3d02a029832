import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Attempt } from './attempts.js';

/**
 * Each attempt as a function of its own, with the rights of whoever calls it. PostgreSQL then plans it once for a
 * connection, and not again for each asker: planning the policies costs more than asking them. A policy, a function or a
 * role that changes makes it plan anew.
 */
export async function prepare(admin: pg.Client, attempts: Attempt[]): Promise<void> {
  const texts = attempts.map((attempt) => {
    const { sql, command } = attempt;
    const name = `attempts.tried_${createHash('sha1').update(sql).digest('hex').slice(0, 20)}`;
    attempt.call = `${name}()`;
    const body =
      command === 'SELECT'
        ? `said := (${sql}); n := 0;`
        : `${sql}; get diagnostics n = row_count; said := '';`;
    return `create or replace function ${name}(out said text, out n bigint) language plpgsql as $attempt$
      #variable_conflict use_column
      begin ${body} end $attempt$;`;
  });
  await admin.query('create schema if not exists attempts; grant usage on schema attempts to public');
  await admin.query(texts.join('\n'));
}
