import type pg from 'pg';
import type { Asker } from './asked.js';
import type { Proof } from './world.js';

/** What stands before a call: rows that the world lacks, and the things that the call is about, by name. */
export interface Scene {
  name: string;
  so: string[];
  /** A query for one id, or an expression. */
  things: Record<string, string>;
  /** What is called, and what is told of its answer; `$name` is a thing. A statement is told by how many rows it wrote. */
  doors: string[];
  /** What is looked at after an act that went through: a query for one text, with everybody's rights. */
  after?: string;
  /** The policies and grants rest: what is asked is a trigger, in the name of whoever acts. */
  bare?: true;
  /** Whose answers are asked; all of them if absent. */
  by?: string[];
  /** None of the doors writes anything, so nobody looks for rows afterwards. */
  reads?: true;
  /** A role of the database that calls in no context; `after` is told of every call then. */
  as?: 'api' | 'worker' | 'signin' | 'ledger' | 'owner';
}

/** Those whose answers differ: a function that runs with the owner's rights knows them by role, office, team and interest. */
const EVERYBODY = [
  ...[
    'pendamping@uptd-ppa',
    'cw-team@uptd-ppa',
    'ps-team@uptd-ppa',
    'sv-team@uptd-ppa',
    'sv-office@uptd-ppa',
  ],
  ...['cw-office@uptd-ppa', 'cw-former@uptd-ppa', 'cw-outside@puspaga', 'sv-outside@puspaga'],
  ...['ic-receiver@rsud-igd', 'cw-receiver@rsud-igd', 'sv-receiver@rsud-igd', 'ao-receiver@rsud-igd'],
  ...[
    'ah-receiver@rsud-igd',
    'ao-outside@dinkes',
    'dh-outside@dppkbpppa',
    'io-outside@inspektorat',
    'io-team@inspektorat',
  ],
  ...[
    'ad-outside@diskominfo',
    'ad-team@diskominfo',
    'au-outside@inspektorat',
    'an ended session of the lead',
  ],
];

/** Tables in which an act of one of these functions leaves rows. */
const WATCHED = `array['account', 'account_identity', 'account_recovery', 'absence', 'case_file', 'case_member', 'case_seal',
  'case_transfer', 'deadline', 'deadline_change', 'deadline_step', 'departure', 'departure_item', 'duty_fallback', 'duty_shift',
  'emergency_access', 'factor', 'loop_confirmation', 'push_device', 'recovery_code', 'referral', 'referral_move',
  'seal_member', 'session', 'milestone', 'bait', 'referral_link']`;

export const isStatement = (door: string): boolean => /^(update|insert|set) /.test(door);

/** Each call in a savepoint of its own: its answer, and how many rows it wrote where. */
const TRY = `do $try$
declare
  call text;
  said text;
  wrote text;
  one text;
  n bigint;
  mark constant bigint := current_setting('doors.mark')::bigint;
  answers jsonb := '[]';
begin
  for call in select value from jsonb_array_elements_text(current_setting('doors.calls')::jsonb) loop
    begin
      if call ~ '^(update|insert|set) ' then
        execute call;
        get diagnostics n = row_count;
        said := format('%s changed', n);
      else
        execute 'select (' || call || ')::text' into said;
      end if;
      wrote := '';
      if current_setting('doors.program') <> '' and current_setting('doors.after') <> '' then
        perform set_config('session_authorization', current_setting('doors.admin'), true);
        execute current_setting('doors.after') into one;
        wrote := ' ' || coalesce(one, 'nothing');
      elsif current_setting('doors.reads') = '' and coalesce(said, '') not in ('', 'f', 'false', 'notFound') then
        perform set_config('session_authorization', current_setting('doors.admin'), true);
        foreach one in array ${WATCHED} loop
          execute format('select count(*) from simpul.%I where xmin::text::bigint >= %s', one, mark) into n;
          if n > 0 then wrote := wrote || format(' %s %s', n, one); end if;
        end loop;
        if (wrote <> '' or said like '_% changed') and current_setting('doors.after') <> '' then
          execute current_setting('doors.after') into one;
          wrote := wrote || ': ' || coalesce(one, 'nothing');
        end if;
      end if;
      raise exception using errcode = 'ZZ001', message = coalesce(said, 'nothing') || case when wrote <> '' then ';' || wrote else '' end;
    exception
      when sqlstate 'ZZ001' then answers := answers || to_jsonb(sqlerrm);
      when others then answers := answers || to_jsonb(sqlstate || ' ' || sqlerrm);
    end;
  end loop;
  perform set_config('doors.answers', answers::text, true);
end $try$`;

/** The world missed one clock of each case, whichever came first. */
const ONE_STATE = `update simpul.deadline set status = 'running', missed_at = null where status = 'missed'`;

/**
 * Every door of a scene, tried by everybody whom it is about, in a transaction of its own that the caller undoes: a row of
 * the scene is written "here" to a function that asks for that, unless the scene wrote it in a savepoint.
 */
export async function answers(admin: pg.Client, { askers }: Proof, scene: Scene): Promise<string> {
  await admin.query(`set local session_replication_role = replica`);
  for (const statement of [ONE_STATE, ...scene.so]) await admin.query(statement);
  await admin.query(`set local session_replication_role = origin`);
  await mark(admin);
  await admin.query(`select set_config('doors.admin', session_user, true)`);
  for (const [name, value] of Object.entries({ after: scene.after, program: scene.as, reads: scene.reads }))
    await admin.query('select set_config($1, $2, true)', [`doors.${name}`, String(value ?? '')]);
  const things = await named(admin, scene);
  const calls = scene.doors.map((door) =>
    door.replaceAll(/\$(\w+)/g, (_, thing: string) => `'${things.get(thing)}'`),
  );
  const found = scene.doors.map(() => new Map<string, string[]>());
  const mine = scene.as
    ? [{ name: `the ${scene.as} role`, token: null }]
    : askers.filter(({ name, as }) => as === 'api' && (scene.by ?? EVERYBODY).includes(name));
  for (const asker of mine)
    for (const [at, answer] of (await asked(admin, asker, calls, scene)).entries()) {
      const told = byName(answer, things);
      found[at]!.set(told, [...(found[at]!.get(told) ?? []), asker.name]);
    }
  const told = scene.doors.map((door, at) => {
    const lines = [...found[at]!].map(([answer, who]) => `- \`${answer}\`: ${whoOf(who)}`);
    return `\`${door}\`\n\n${lines.sort().join('\n')}`;
  });
  return `## ${scene.name}\n\n${told.join('\n\n')}\n`;
}

const whoOf = (who: string[]): string =>
  who.length > 12 ? `everybody else (${who.length})` : who.sort().join(', ');

/** Rows are of a call if a later transaction wrote them than this one. */
async function mark(admin: pg.Client): Promise<void> {
  await admin.query('savepoint mark');
  const { rows } = await admin.query<{ xmin: string }>(
    `update simpul.agency set name = name where code = 'lain' returning xmin::text`,
  );
  await admin.query('rollback to savepoint mark');
  await admin.query(`select set_config('doors.mark', $1, true)`, [String(Number(rows[0]!.xmin) + 1)]);
}

async function named(admin: pg.Client, { things, name }: Scene): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [thing, query] of Object.entries(things)) {
    const { rows } = await admin.query<{ id: string | null }>(`select (${query})::text as id`);
    if (rows[0]!.id === null) throw new Error(`no ${thing} in ${name}`);
    ids.set(thing, rows[0]!.id!);
  }
  return ids;
}

/** An answer tells a thing by its name: an id is another one in every world. */
function byName(answer: string, things: Map<string, string>): string {
  let told = answer;
  if (/[0-9a-f]{8}-/.test(answer)) for (const [name, id] of things) told = told.replaceAll(id, name);
  return told;
}

async function asked(
  admin: pg.Client,
  { token }: Pick<Asker, 'token'>,
  calls: string[],
  { bare, as }: Scene,
): Promise<string[]> {
  // A program has no role of anybody else: functions ask for its session.
  await admin.query(as ? `set local session authorization simpul_${as}` : 'set local role simpul_api');
  await admin.query(`select set_config('simpul.context', '', true)`);
  if (!as) await admin.query('select 1 from ctx.enter($1)', [token]);
  if (bare) await admin.query('reset role');
  await admin.query(`select set_config('doors.calls', $1, true)`, [JSON.stringify(calls)]);
  await admin.query(TRY);
  const { rows } = await admin.query<{ said: string }>(`select current_setting('doors.answers') as said`);
  await admin.query(as ? 'reset session authorization' : 'reset role');
  return JSON.parse(rows[0]!.said) as string[];
}
