import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One wrapped key per case. It opens only with the master key, which the database never has; deleting the row
 * erases the case's content everywhere, backups aside. Who may see a row is decided in a later migration, when
 * the tables of cases and referrals exist; until then the API sees none.
 */
export class CaseKeys1790000015000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.case_key (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null unique,
        -- Random, so that an export of the ledger says nothing about which case it tells of.
        ledger_ref uuid not null unique,
        version int not null check (version > 0),
        wrapped bytea not null,
        created_at timestamptz not null default simpul.now()
      );
      call simpul.protect('simpul.case_key');

      grant select, insert on simpul.case_key to simpul_api;
      -- The case's own row may be inserted before or after its key, so only a signed-in person is asked for here.
      create policy made_with_a_case on simpul.case_key for insert to simpul_api
        with check ((select ctx.account_id()) is not null);

      -- The name of a case in the ledger, for whoever already holds the case's id: a refused attempt on a case and a
      -- head of office's answer to an escalation belong to its history, although neither may see the case. The name
      -- opens nothing: entries and keys have policies of their own. The worker needs it too, and unwraps no key.
      create function simpul.ledger_ref(of_case uuid) returns uuid language sql stable security definer
        set search_path = pg_catalog
        as $$ select k.ledger_ref from simpul.case_key k
               where k.case_id = of_case and (session_user = 'simpul_worker' or ctx.account_id() is not null) $$;
      revoke all on function simpul.ledger_ref(uuid) from public;
      grant execute on function simpul.ledger_ref(uuid) to simpul_api, simpul_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function simpul.ledger_ref(uuid); drop table simpul.case_key;');
  }
}
