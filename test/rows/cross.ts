import type pg from 'pg';
import type { Attempt } from './attempts.js';
import type { Asker } from './asked.js';

/** What came of one attempt: a SQLSTATE and the words of a refusal, or the rows. */
interface Outcome {
  state: string;
  said: string;
  n: number;
}

/**
 * Tries each attempt in a savepoint of its own, on the server, so that a person's few hundred attempts are one round
 * trip; whatever goes through is undone by an error of ours.
 */
const TRY = `do $try$
declare
  attempt text;
  outcomes jsonb := '[]';
  n bigint;
  said text;
begin
  for attempt in select value from jsonb_array_elements_text(current_setting('cross.attempts')::jsonb) loop
    begin
      said := '';
      if attempt like 'attempts.%' then execute 'select * from ' || attempt into said, n;
      elsif attempt like 'select%' then execute attempt into said; n := 0;
      else execute attempt; get diagnostics n = row_count; end if;
      raise exception using errcode = 'ZZ001', message = said;
    exception
      when sqlstate 'ZZ001' then outcomes := outcomes || jsonb_build_array('', said, n);
      when others then outcomes := outcomes || jsonb_build_array(sqlstate, sqlerrm, 0);
    end;
  end loop;
  perform set_config('cross.outcomes', outcomes::text, true);
end $try$`;

async function outcomesOf(client: pg.Client, attempts: Attempt[]): Promise<Outcome[]> {
  await client.query(`select set_config('cross.attempts', $1, true)`, [
    JSON.stringify(attempts.map(({ call, sql }) => call ?? sql)),
  ]);
  await client.query(TRY);
  const { rows } = await client.query<{ said: string }>(`select current_setting('cross.outcomes') as said`);
  const flat = JSON.parse(rows[0]!.said) as (string | number)[];
  return attempts.map((_, at) => ({
    state: String(flat[at * 3]),
    said: String(flat[at * 3 + 1]),
    n: Number(flat[at * 3 + 2]),
  }));
}

const REFUSED = '42501';

/** Whether the policies and grants let it through; what falls over later, at a constraint, was let through. */
function wentThrough({ command }: Attempt, { state, n }: Outcome): boolean {
  if (state !== '') return state !== REFUSED;
  return command === 'INSERT' || n > 0;
}

/** A trigger speaks before the policy is asked about the new row: refused, whatever the policy would have said. */
function byTrigger({ command }: Attempt, { state, said }: Outcome): boolean {
  return command === 'UPDATE' && state === '23514' && !said.startsWith('new row for relation');
}

/** Rows that an UPDATE must not reach are tried in one statement: asking the policies costs more than reading rows. */
function together(attempts: Attempt[], asker: Asker): Attempt[] {
  const apart: Attempt[] = [];
  const kept = new Map<string, Attempt[]>();
  for (const attempt of attempts) {
    const { row } = attempt;
    if (!row || row.isReached(asker)) apart.push(attempt);
    else kept.set(row.update, [...(kept.get(row.update) ?? []), attempt]);
  }
  const one = (same: Attempt[]): Attempt => ({
    ...same[0]!,
    what: `${same[0]!.what}, ${same.length} rows`,
    reachesNone: true,
    call: undefined,
    sql: `${same[0]!.row!.update} where ${same.map(({ row }) => `(${row!.where})`).join(' or ')}`,
    expected: () => false,
  });
  return [...apart, ...[...kept.values()].map(one)];
}

export interface Tally {
  wrong: string[];
  /** Attempts per table, database role and command that went through, and that did not. */
  yes: Map<string, number>;
  no: Map<string, number>;
}

/** Runs the attempts as one asker, in a transaction that the caller ends, and compares with the page. */
export async function compare(
  client: pg.Client,
  asker: Asker,
  attempts: Attempt[],
  tally: Tally,
): Promise<void> {
  await client.query(`select set_config('simpul.context', '', true)`);
  if (asker.token !== null) await client.query('select 1 from ctx.enter($1)', [asker.token]);
  const told = together(
    attempts.filter((attempt) => attempt.isTold?.(asker) ?? true),
    asker,
  );
  const outcomes = await outcomesOf(client, told);
  for (const [at, attempt] of told.entries()) {
    const outcome = outcomes[at]!;
    const expected = attempt.expected(asker);
    const key = `${attempt.table} ${asker.as} ${attempt.command}`;
    const count = (where: Map<string, number>): unknown => where.set(key, (where.get(key) ?? 0) + 1);
    const fault = faultOf(attempt, expected, outcome);
    count((Array.isArray(expected) ? expected.length > 0 : expected) ? tally.yes : tally.no);
    if (fault)
      tally.wrong.push(
        `${attempt.table} ${attempt.command} (${attempt.what}) as ${asker.name} (${asker.as}): ${fault}`,
      );
  }
}

function faultOf(attempt: Attempt, expected: string[] | boolean, outcome: Outcome): string {
  if (Array.isArray(expected)) return readFault(expected, outcome);
  const { state, said, n } = outcome;
  const isReached = n > 0 || (state !== '' && !said.startsWith('permission denied'));
  const isRight = attempt.reachesNone
    ? !isReached
    : wentThrough(attempt, outcome) === expected || byTrigger(attempt, outcome);
  return isRight
    ? ''
    : `${expected ? 'should go through' : 'should be refused'}, ${state || `${n} rows`} ${said}`;
}

function readFault(expected: string[], { state, said }: Outcome): string {
  if (state !== '') return state === REFUSED && expected.length === 0 ? '' : `${state} ${said}`;
  const seen = (JSON.parse(said) as string[]).sort();
  const surplus = seen.filter((key) => !expected.includes(key));
  const missing = expected.filter((key) => !seen.includes(key));
  if (surplus.length > 0) return `sees ${surplus.length} of ${seen.length} rows that it should not`;
  if (missing.length > 0) return `does not see ${missing.length} of ${expected.length} rows`;
  return seen.length === expected.length ? '' : `sees ${seen.length} rows instead of ${expected.length}`;
}

export const newTally = (): Tally => ({ wrong: [], yes: new Map(), no: new Map() });
