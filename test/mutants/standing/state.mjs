// The whole state of a test's database, kept beside it and put back in place: rows, sequences and the clock. Connections stay.
// Only tables that changed are touched: by their number of rows and the youngest transaction that wrote one.
import pg from 'pg';
import { cluster, onDatabase } from '../../harness/cluster.js';

const CLOCK = `select pg_get_functiondef('simpul.now()'::regprocedure) as clock,
  (select json_agg(json_build_object('name', format('%I.%I', schemaname, sequencename), 'last', last_value, 'start', start_value)) from pg_sequences) as sequences`;

export class State {
  #seen = new Map();
  #tables = new Map();

  static async of(database) {
    const state = new State();
    state.database = database;
    state.admin = new pg.Client({ connectionString: onDatabase((await cluster()).adminUrl, database) });
    state.admin.on('error', () => undefined);
    await state.admin.connect();
    await state.admin.query(
      `set client_min_messages = 'error'; drop schema if exists kept cascade; create schema kept`,
    );
    const { rows } = await state.admin.query(
      `select format('%I.%I', s.nspname, c.relname) as name, format('kept.%I', s.nspname || '.' || c.relname) as copy,
              (select string_agg(quote_ident(a.attname), ', ') from pg_attribute a
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
              (select array_agg(quote_ident(tgname)) from pg_trigger where tgrelid = c.oid and tgenabled = 'A') as always
         from pg_class c join pg_namespace s on s.oid = c.relnamespace
        where c.relkind = 'r' and s.nspname in ('simpul', 'ctx', 'ledger', 'public')`,
    );
    for (const each of rows) {
      state.#tables.set(each.name, each);
      await state.admin.query(`create unlogged table ${each.copy} as select * from ${each.name} limit 0`);
    }
    return state;
  }

  /** Keeps what the database holds now. */
  async keep() {
    const changed = await this.#changed();
    for (const { name, copy } of changed)
      await this.admin.query(`delete from ${copy}; insert into ${copy} select * from ${name}`);
    const { rows } = await this.admin.query(CLOCK);
    this.kept = rows[0];
  }

  /** Puts it back. */
  async putBack() {
    await this.#quiet();
    const changed = await this.#changed();
    if (changed.length > 0) {
      await this.admin.query(`begin; set local session_replication_role = 'replica'`);
      for (const { name, copy, columns, always } of changed) {
        const switched = (how) =>
          (always ?? []).map((one) => `alter table ${name} ${how} trigger ${one};`).join('');
        await this.admin.query(
          `${switched('disable')} delete from ${name};
           insert into ${name} (${columns}) overriding system value select ${columns} from ${copy}; ${switched('enable always')}`,
        );
      }
      await this.admin.query('commit');
      await this.#changed();
    }
    const { rows } = await this.admin.query(CLOCK);
    if (JSON.stringify(rows[0].sequences) !== JSON.stringify(this.kept.sequences))
      for (const { name, last, start } of this.kept.sequences ?? [])
        await this.admin.query(`select setval('${name}', ${last ?? start}, ${last !== null})`);
    if (rows[0].clock !== this.kept.clock) await this.admin.query(this.kept.clock);
  }

  async #changed() {
    const text = [...this.#tables.keys()]
      .map((name) => `select '${name}' as name, count(*) as n, max(xmin::text::bigint) as x from ${name}`)
      .join(' union all ');
    const { rows } = await this.admin.query({ name: 'changed', text });
    const changed = rows.filter(
      ({ name, n, x }) => this.#seen.get(name) !== `${n} ${x}` && !(n === '0' && !this.#seen.has(name)),
    );
    for (const { name, n, x } of rows)
      if (n !== '0' || this.#seen.has(name)) this.#seen.set(name, `${n} ${x}`);
    return changed.map(({ name }) => this.#tables.get(name));
  }

  /** What a red test left running comes to its end first. */
  async #quiet() {
    const busy = `from pg_stat_activity where datname = '${this.database}' and pid <> pg_backend_pid() and backend_type = 'client backend' and state <> 'idle'`;
    for (let waited = 0; waited < 3_000; waited += 20) {
      if ((await this.admin.query(`select 1 ${busy}`)).rows.length === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await this.admin.query(`select pg_terminate_backend(pid) ${busy}`);
  }
}
