import { randomBytes } from 'node:crypto';
import { POLICY } from '#access';
import { ReferralStage } from '#harness';
import type pg from 'pg';
import { furnishedCase, type FurnishedCase } from '../access/furnished-case.js';
import { addPeople, peopleOfTheCross, seal } from '../access/people-of-a-case.js';
import { Generator, type Column, type Shape } from './attempts.js';
import { furnish } from './furniture.js';
import { World, type Asker, type Row } from './asked.js';
import { prepare } from './prepared.js';
import { Oracle } from './oracle.js';

/** Everybody of the cross of the routes, those of the demo who did the acts, and who should be nobody at all. */
export interface Proof {
  stage: ReferralStage;
  oracle: Oracle;
  askers: Asker[];
  generator: Generator;
}

const DEMO = ['pendamping@uptd-ppa', 'kepala@uptd-ppa', 'petugas@rsud-igd'];
const PROGRAMS = ['api', 'signin', 'worker', 'ledger', 'queue'];

export async function openProof(): Promise<Proof> {
  const stage = await ReferralStage.open();
  const cases = [await furnishedCase(stage), await furnishedCase(stage), await furnishedCase(stage)];
  const people = peopleOfTheCross();
  await addPeople(stage.admin, people, cases);
  await furnish(stage.admin, cases);
  await seal(stage.admin, cases[1]!);
  const askers = await askersOf(
    stage.admin,
    [...people.map(({ mailbox }) => mailbox), ...DEMO],
    cases[0]!.caseId,
  );
  const shapes = await shapesOf(stage.admin);
  const oracle = new Oracle(await worldOf(stage.admin, shapes));
  const { rows } = await stage.admin.query<{ account: string; agency: string }>(
    `select a.id as account, a.agency_id as agency from simpul.account a where a.email = 'orang-lain.simpul.example'`,
  );
  const generator = new Generator(oracle, shapes, askers, {
    ...rows[0]!,
    sealedCase: (cases as FurnishedCase[])[1]!.caseId,
  });
  await prepare(stage.admin, generator.attempts('api'));
  return { stage, oracle, askers, generator };
}

async function askersOf(admin: pg.Client, mailboxes: string[], linkedCase: string): Promise<Asker[]> {
  const codes = new Map([...POLICY.roles].map(([code, role]) => [role, code]));
  const { rows } = await admin.query<{
    email: string;
    id: string;
    role: string;
    agency_id: string;
    person_id: string;
  }>(`select email, id, role, agency_id, person_id from simpul.account where email = any ($1)`, [
    mailboxes.map((mailbox) => `${mailbox}.simpul.example`),
  ]);
  const found: Asker[] = [];
  for (const { email, id, role, agency_id, person_id } of rows) {
    const name = email.replace('.simpul.example', '');
    const token = await sessionOf(admin, id);
    found.push({
      ...{ name, as: 'api', token, code: codes.get(role)!, role, account: id, agency: agency_id },
      human: person_id,
    });
  }
  const nobody = { code: '', role: '', account: null, agency: null, human: null };
  const lead = rows.find(({ email }) => email.startsWith('pendamping@uptd-ppa'))!;
  const over = `update simpul.session set ended_at = simpul.now() where token_hash = sha256(convert_to($1, 'UTF8'))`;
  const ended = await sessionOf(admin, lead.id);
  await admin.query(over, [ended]);
  const idle = await sessionOf(admin, lead.id);
  await admin.query(
    over.replace('ended_at = simpul.now()', `last_seen_at = simpul.now() - interval '1 hour'`),
    [idle],
  );
  const expired = await sessionOf(admin, lead.id);
  await admin.query(over.replace('ended_at', 'expires_at'), [expired]);
  return [
    ...found,
    { name: 'an ended session of the lead', as: 'api', token: ended, ...nobody },
    { name: 'an idle session of the lead', as: 'api', token: idle, ...nobody },
    { name: 'an expired session of the lead', as: 'api', token: expired, ...nobody },
    { name: 'a session of a member who left', as: 'api', token: await leftSession(admin), ...nobody },
    ...(await whoWait(admin)),
    await holderOfALink(admin, linkedCase),
    { name: 'a token that is none', as: 'api', token: 'x'.repeat(43), ...nobody },
    ...PROGRAMS.map((as) => ({ name: 'no context', as, token: null, ...nobody })),
  ];
}

/** Somebody of the hospital who opened a one-time link of the first case and has no account that lives. */
async function holderOfALink(admin: pg.Client, caseId: string): Promise<Asker> {
  const token = randomBytes(32).toString('base64url');
  const { rows } = await admin.query<{ account: string; agency: string; human: string }>(
    `with holder as (
       insert into simpul.account (email, display_name, role, agency_id, agency_kind, agency_code, agency_name, password_hash, active)
         select 'x@link.invalid', 'Orang Rekaan', 'link_holder', id, kind, code, name, '!', false
           from simpul.agency where code = 'rsud-igd' returning id, agency_id, person_id),
     opened as (
       update simpul.referral_link l set spent_at = simpul.now(), account_id = holder.id,
              session_hash = sha256(convert_to($2, 'UTF8')), session_until = simpul.now() + interval '1 hour'
         from holder where l.referral_id = (select r.id from simpul.referral r where r.case_id = $1 and r.status not in ('draft', 'cancelled')
                                               and r.slip_code is not null and r.to_agency_id = holder.agency_id order by r.created_at, r.id limit 1)
            and l.kind = 'LINK' and l.revoked_at is null and l.spent_at is null)
     select id as account, agency_id as agency, person_id as human from holder`,
    [caseId, token],
  );
  return { name: 'the holder of a link', as: 'api', token, code: 'LH', role: 'link_holder', ...rows[0]! };
}

/** A first password, a second factor owed, and a release that is waited for: each with a live session. */
async function whoWait(admin: pg.Client): Promise<Asker[]> {
  const found: Asker[] = [];
  for (const because of ['must_change_password', 'waits_for_release', 'factor_demanded']) {
    const { rows } = await admin.query<{ id: string; role: string; agency_id: string }>(
      `select id, role, agency_id from simpul.account where email = $1`,
      [`${because.replaceAll('_', '-')}.simpul.example`],
    );
    const { id, role, agency_id } = rows[0]!;
    const token = await sessionOf(admin, id);
    await admin.query(
      because === 'factor_demanded'
        ? `update simpul.session set factor_demanded = true where account_id = $1`
        : `update simpul.account set ${because} = true where id = $1`,
      [id],
    );
    const nobody = { code: '', role: '', account: null, agency: null, human: null };
    found.push({
      name: because,
      as: 'api',
      token,
      ...nobody,
      waits: { account: id, role, agency: agency_id },
    });
  }
  return found;
}

/** An account that was ended while its session lived. */
async function leftSession(admin: pg.Client): Promise<string> {
  const { rows } = await admin.query<{ id: string }>(
    `update simpul.account set active = false where email = 'pindah.simpul.example' returning id`,
  );
  return sessionOf(admin, rows[0]!.id);
}

async function sessionOf(admin: pg.Client, account: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await admin.query(
    `insert into simpul.session (account_id, token_hash, idle_seconds, expires_at)
       values ($1, sha256(convert_to($2, 'UTF8')), 900, simpul.now() + interval '1 day')`,
    [account, token],
  );
  return token;
}

async function shapesOf(admin: pg.Client): Promise<Shape[]> {
  const { rows: columns } = await admin.query<Column & { table: string; key: boolean }>(
    `select format('%s.%s', n.nspname, c.relname) as "table", a.attname as name, format_type(a.atttypid, null) as type,
            coalesce(a.attnum = any (i.indkey), false) as key,
            array(select substr(r.rolname, 8) from pg_roles r where r.rolname like 'simpul\\_%' and a.attgenerated = '' and a.attidentity = '' and has_column_privilege(r.oid, c.oid, a.attnum, 'INSERT')) as insert,
            array(select substr(r.rolname, 8) from pg_roles r where r.rolname like 'simpul\\_%' and has_column_privilege(r.oid, c.oid, a.attnum, 'UPDATE')) as update,
            array(select substr(r.rolname, 8) from pg_roles r where r.rolname like 'simpul\\_%' and has_column_privilege(r.oid, c.oid, a.attnum, 'SELECT')) as select
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_index i on i.indrelid = c.oid and i.indisprimary
      where n.nspname in ('simpul', 'ctx', 'ledger') and c.relkind in ('r', 'p') order by 1, a.attnum`,
  );
  const found = new Map<string, Shape>();
  for (const { table, key, ...column } of columns) {
    const shape = found.get(table) ?? { table, key: [], columns: [] };
    found.set(table, shape);
    shape.columns.push(column);
    if (key) shape.key.push(column.name);
  }
  for (const shape of found.values()) if (shape.key.length === 0) shape.key.push(shape.columns[0]!.name);
  return [...found.values()];
}

async function worldOf(admin: pg.Client, shapes: Shape[]): Promise<World> {
  const tables = new Map<string, Row[]>();
  for (const { table } of shapes) {
    const { rows } = await admin.query<{ row: Row }>(`select to_jsonb(t) as row from ${table} t`);
    tables.set(
      table,
      rows.map(({ row }) => row),
    );
  }
  const { rows } = await admin.query<{ now: Date }>('select simpul.now() as now');
  return new World(tables, rows[0]!.now.getTime());
}
