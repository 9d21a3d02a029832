import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The first administrator is made at the server's own console, by whoever holds the owner's access: nobody is signed
 * in yet. The ledger says so in an entry of the same transaction, composed for the row that it has just inserted.
 */
export class AnAdministratorIsMade1790000700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function ledger.administrator_made(account uuid) returns void
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        others bigint;
      begin
        if not exists (select from simpul.account a
                        where a.id = account and a.role = 'administrator' and a.xmin = pg_current_xact_id()::xid) then
          raise exception 'no administrator was made here' using errcode = 'insufficient_privilege';
        end if;
        select count(*) into others from simpul.account a
         where a.role = 'administrator' and a.active and a.id <> account;
        perform ledger.write_signing_in('account.created', 'allowed', null, 'account', account,
          '{"otherAdministrators":' || others || ',"role":"administrator","way":"console"}', null);
      end $$;
      revoke all on function ledger.administrator_made(uuid) from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function ledger.administrator_made(uuid)');
  }
}
