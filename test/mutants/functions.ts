import type pg from 'pg';
import { conditions } from './conditions.js';

/** One function or trigger of the database, made to answer always the same, or robbed of one condition. */
export interface FunctionMutant {
  name: string;
  /** `simpul.stands_to(text,uuid)`; of a trigger, the function that it runs. */
  of: string;
  sql: string;
  /** Everything as it was. */
  undo: string;
  /** Where in the function's own text, and what the condition is from now on; absent where all of it goes. */
  span?: { start: number; end: number; by: boolean };
  /** Whether the rows of the cross may show it: a policy asks for this function, directly or through another. */
  asked: boolean;
}

/** A function as the catalog has it. */
export interface Found {
  signature: string;
  name: string;
  returns: string;
  language: string;
  body: string;
  text: string;
}

/** The clock, which the tests set themselves; what migrations alone call; what only lays down a refusal. */
const LEFT_ALONE = new Set(['simpul.now()', 'simpul.protect(regclass)', 'ledger.refuse_change()']);

/** Every function of ours in the live catalog, and every trigger that acts afterwards. */
export async function functionMutants(admin: pg.Client): Promise<FunctionMutant[]> {
  const found = await functionsOf(admin);
  const asked = await askedByPolicies(admin, found);
  return compiling(admin, [
    ...found.flatMap((each) =>
      changesOf(each).map(({ what, sql, span }) => ({
        name: `function ${each.signature}: ${what}`.replaceAll(/\s+/g, ' '),
        of: each.signature,
        sql,
        undo: each.text,
        ...(span && { span }),
        asked: asked.has(each.name),
      })),
    ),
    ...(await triggersOf(admin)),
  ]);
}

/** What is no SQL any more shows nothing: a cut that met the text of a CASE or the name of an exception. */
async function compiling(admin: pg.Client, made: FunctionMutant[]): Promise<FunctionMutant[]> {
  const compile: FunctionMutant[] = [];
  await admin.query('begin');
  for (const mutant of made) {
    await admin.query('savepoint mutant');
    await admin.query(mutant.sql).then(
      () => compile.push(mutant),
      () => undefined,
    );
    await admin.query('rollback to savepoint mutant');
  }
  await admin.query('rollback');
  return compile;
}

export async function functionsOf(admin: pg.Client): Promise<Found[]> {
  const { rows } = await admin.query<Found>(
    `select p.oid::regprocedure::text as signature, format('%s.%s', n.nspname, p.proname) as name, l.lanname as language,
            pg_get_function_result(p.oid) as returns, p.prosrc as body, pg_get_functiondef(p.oid) as text
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
      where n.nspname in ('simpul', 'ctx', 'ledger') order by 1`,
  );
  return rows.filter(({ signature }) => !LEFT_ALONE.has(signature));
}

/** Names of the functions that the text of a policy reaches, through others as well. */
async function askedByPolicies(admin: pg.Client, found: Found[]): Promise<Set<string>> {
  const { rows } = await admin.query<{ text: string }>(
    `select string_agg(concat(qual, with_check), ' ') as text from pg_policies where schemaname in ('simpul', 'ctx', 'ledger')`,
  );
  const asked = new Set<string>();
  const follow = (text: string): void => {
    for (const { name, body } of found)
      if (!asked.has(name) && text.includes(`${name}(`)) {
        asked.add(name);
        follow(body);
      }
  };
  follow(rows[0]!.text);
  return asked;
}

interface Change {
  what: string;
  sql: string;
  span?: FunctionMutant['span'];
}

function changesOf(found: Found): Change[] {
  const { text, body } = found;
  const [before, after] = [text.slice(0, text.indexOf(body)), text.slice(text.indexOf(body) + body.length)];
  return [
    ...constantsOf(found).map(({ what, answer }) => ({
      what,
      sql: `${before}${found.language === 'sql' ? ` select ${answer} ` : ` begin return ${answer}; end `}${after}`,
    })),
    ...conditions(body).map(({ start, end, by, at }) => {
      const condition = body.slice(start, end).replaceAll(/\s+/g, ' ').trim();
      return {
        what: `${by === 'or' ? 'never' : 'always'} ${condition} (${at})`,
        sql: `${before}${body.slice(0, start)}${by === 'or' ? ' false ' : ' true '}${body.slice(end)}${after}`,
        span: { start, end, by: by === 'and' },
      };
    }),
    ...refusalsOf(body).map(({ start, end, at }) => ({
      what: `never ${body.slice(start, end).replaceAll(/\s+/g, ' ').trim()} (${at})`,
      sql: `${before}${body.slice(0, start)} false ${body.slice(end)}${after}`,
      span: { start, end, by: false },
    })),
  ];
}

/** Answers that open, or shut, everything. */
function constantsOf({ returns, language }: Found): { what: string; answer: string }[] {
  const all = (answer: string, what = 'everything'): { what: string; answer: string } => ({ what, answer });
  if (returns === 'boolean') return [all('true', 'true'), all('false', 'false')];
  if (returns === 'uuid[]')
    return [
      all(`(select coalesce(array_agg(f.id), '{}') from simpul.case_file f)`),
      all(`'{}'::uuid[]`, 'nothing'),
    ];
  if (returns === 'text[]')
    return [
      all(`'{team,unit,receiver,office,own,guard,emergency,missed}'::text[]`),
      all(`'{}'::text[]`, 'nothing'),
    ];
  if (returns === 'SETOF uuid' && language === 'sql') return [all('f.id from simpul.case_file f')];
  return [];
}

/** The condition of each `if … then`: what a function refuses, it refuses there. */
function refusalsOf(body: string): { start: number; end: number; at: number }[] {
  return [...body.matchAll(/\b(?:els)?if\b([^;]*?)\bthen\b/g)].map((match, at) => {
    const start = match.index + match[0].indexOf(match[1]!, match[0].indexOf('if') + 2);
    return { start, end: start + match[1]!.length, at };
  });
}

async function triggersOf(admin: pg.Client): Promise<FunctionMutant[]> {
  const { rows } = await admin.query<{ trigger: string; table: string; of: string; undo: string }>(
    `select pg_get_triggerdef(t.oid) as undo, t.tgname as trigger, t.tgrelid::regclass::text as "table", t.tgfoid::regprocedure::text as of
       from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('simpul', 'ctx', 'ledger') and not t.tgisinternal and t.tgtype & 2 = 0 order by 1, 2`,
  );
  return rows.map(({ trigger, table, of, undo }) => ({
    name: `drop trigger ${trigger} on ${table}`,
    of,
    sql: `drop trigger ${trigger} on ${table}`,
    undo,
    asked: false,
  }));
}
