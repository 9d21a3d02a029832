import type pg from 'pg';
import { functionMutants } from '../mutants/functions.js';
import { askingTables } from './asking-tables.js';
import { grantMutants } from './grants-taken.js';
import type { Mutant } from './mutant.js';
import { CONSTRAINTS, FROZEN, GRANTS } from './page.js';

interface Policy {
  table: string;
  name: string;
  command: string;
  using: string | null;
  check: string | null;
}

export async function mutants(admin: pg.Client): Promise<Mutant[]> {
  const tablesOf = await askingTables(admin);
  const functions = (await functionMutants(admin)).filter(({ asked }) => asked);
  const all: Mutant[] = [
    ...(await ofPolicies(admin)),
    ...(await grantMutants(admin)),
    ...ofTables(),
    ...ofTriggers(),
    ...ofConstraints(),
    ...(await ofFunctions(admin)),
    ...functions.map((mutant) => ({ ...mutant, tables: tablesOf(mutant.of.replace(/\(.*/s, '')) })),
  ];
  return all.map((mutant) => ({ ...mutant, name: mutant.name.replaceAll(/\s+/g, ' ') }));
}

/** Each policy: gone, true, and each of its conditions dropped (`and`) or never met (`or`). */
async function ofPolicies(admin: pg.Client): Promise<Mutant[]> {
  const { rows } = await admin.query<Policy>(
    `select format('%s.%s', schemaname, tablename) as "table", policyname as name, cmd as command, qual as "using", with_check as "check"
       from pg_policies where schemaname in ('simpul', 'ctx', 'ledger') and roles <> '{simpul_owner}' order by 1, 2`,
  );
  return rows.flatMap(({ table, name, command, using, check }) => [
    { name: `drop policy ${name} on ${table}`, sql: `drop policy ${name} on ${table}`, table },
    ...weaker(using).map(({ what, text }) => ({
      name: `policy ${name} on ${table}, using: ${what}`,
      sql: `alter policy ${name} on ${table} using (${text})`,
      table,
      command,
    })),
    ...weaker(check).map(({ what, text }) => ({
      name: `policy ${name} on ${table}, check: ${what}`,
      sql: `alter policy ${name} on ${table} with check (${text})`,
      table,
      command,
    })),
  ]);
}

function weaker(condition: string | null): { what: string; text: string }[] {
  if (condition === null || condition === 'true' || condition === 'false') return [];
  const parts = operands(condition);
  // A condition of one part is the same as all of it.
  return [
    { what: 'true', text: 'true' },
    ...parts.map(({ start, end, by }) => ({
      what: `without ${condition.slice(start, end)}`,
      text: `${condition.slice(0, start)}${by === 'AND' ? 'true' : 'false'}${condition.slice(end)}`,
    })),
  ];
}

interface Operand {
  start: number;
  end: number;
  by: 'AND' | 'OR';
}

/** Every operand of every AND and OR, at any depth, as PostgreSQL prints conditions: each group in brackets. */
function operands(text: string): Operand[] {
  const found: Operand[] = [];
  const open: { start: number; cuts: { at: number; by: 'AND' | 'OR' }[] }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "'") at = text.indexOf("'", at + 1);
    else if (text[at] === '(') open.push({ start: at + 1, cuts: [] });
    else if (text[at] === ')') {
      const { start, cuts } = open.pop()!;
      const edges = [...cuts, { at, by: cuts[0]?.by ?? 'AND' }];
      let from = start;
      for (const cut of edges) {
        if (cuts.length > 0) found.push({ start: from, end: cut.at, by: cuts[0]!.by });
        from = cut.at + (cut.by === 'AND' ? 5 : 4);
      }
    } else if (open.length > 0 && text.startsWith(' AND ', at)) open.at(-1)!.cuts.push({ at, by: 'AND' });
    else if (open.length > 0 && text.startsWith(' OR ', at)) open.at(-1)!.cuts.push({ at, by: 'OR' });
  }
  return found;
}

function ofTables(): Mutant[] {
  return [...new Set(GRANTS.map(({ table }) => table))].flatMap((table) =>
    ['disable row level security', 'no force row level security'].map((what) => ({
      name: `alter table ${table} ${what}`,
      sql: `alter table ${table} ${what}`,
      table,
    })),
  );
}

function ofTriggers(): Mutant[] {
  return FROZEN.map(({ table, trigger }) => ({
    name: `drop trigger ${trigger} on ${table}`,
    sql: `drop trigger ${trigger} on ${table}`,
    trigger: `${trigger} on ${table}`,
  }));
}

function ofConstraints(): Mutant[] {
  return CONSTRAINTS.map(({ table, constraint }) => ({
    name: `alter table ${table} drop constraint ${constraint}`,
    sql: `alter table ${table} drop constraint ${constraint}`,
    constraint: `${constraint} on ${table}`,
  }));
}

/** What the policies ask: a word of the function's text, and what it becomes. */
const ASKED: [name: string, from: string, to: string][] = [
  ['ctx.writes_cases()', `'supervisor')`, `'supervisor', 'psychologist')`],
  ['ctx.writes_cases()', `'intake_counselor', `, ''],
  ['simpul.answers_referrals(text)', `'link_holder')`, `'link_holder', 'psychologist')`],
  ['simpul.answers_referrals(text)', `'agency_head', `, ''],
  ['ctx.is_colleague(uuid)', 'a.agency_id = (select ctx.agency_id())', 'true'],
  ['ctx.team_case_ids()', 'and m.since <= simpul.now()', ''],
  ['ctx.team_case_ids()', 'm.until > simpul.now()', 'true'],
  ['ctx.team_case_ids()', 'm.until > simpul.now()', 'm.until >= simpul.now()'],
  ['ctx.team_case_ids()', 'm.account_id = ctx.account_id()', 'true'],
  ['simpul.referral_is_readable(uuid)', 'r.to_agency_id = (select ctx.agency_id())', 'true'],
  ['simpul.referral_is_readable(uuid)', `, 'cancelled'`, ''],
  ['simpul.referral_is_readable(uuid)', 'and not r.bare', ''],
  ['simpul.referral_is_readable(uuid)', 'simpul.bases_live(r.basis_ids)', 'true'],
  ['simpul.bases_live(uuid[])', 'b.withdrawn_at is null', 'true'],
  ['simpul.bases_live(uuid[])', 'b.expires_at > simpul.now()', 'true'],
  ['simpul.bases_live(uuid[])', 'not b.against_refusal', 'true'],
  ['simpul.session_of(text)', 's.ended_at is null', 'true'],
  [
    'simpul.session_of(text)',
    's.last_seen_at + make_interval(secs => s.idle_seconds) > simpul.now()',
    'true',
  ],
  ['simpul.session_of(text)', 's.expires_at > simpul.now()', 'true'],
  ['simpul.session_of(text)', 'a.active', 'true'],
  ['simpul.session_of(text)', `where (s.token_hash = sha256(convert_to(token, 'UTF8'))`, 'where (true'],
];

async function ofFunctions(admin: pg.Client): Promise<Mutant[]> {
  const found: Mutant[] = [];
  for (const [name, from, to] of ASKED) {
    const { rows } = await admin.query<{ text: string }>(
      'select pg_get_functiondef($1::regprocedure) as text',
      [name],
    );
    const { text } = rows[0]!;
    if (!text.includes(from)) throw new Error(`${name} does not say "${from}" any more`);
    found.push({ name: `function ${name}: "${to}" for "${from}"`, sql: text.replace(from, () => to) });
  }
  return found;
}
