import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A session that opens nothing yet opens nothing in SQL either: with a first password, with a second factor owed, or
 * before the second person has let somebody back in, `ctx.enter` leaves no claim that any policy knows. What it leaves
 * says who was denied, for the one thing that must still be written: the ledger's entry of the denial.
 */
export class WhoWaitsSeesNoRow1790000825000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether the installation demands a second factor of whoever opened it; kept by simpul_signin, which knows.
      alter table simpul.session add column factor_demanded boolean not null default false;

      -- ctx.enter: from 1790000820000
      create or replace function ctx.enter(token text)
        returns table (account_id uuid, at timestamptz)
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        found record;
        body text;
      begin
        select a.id, a.role, a.agency_id, a.person_id, o.session_id,
               a.must_change_password or a.waits_for_release or (s.factor_demanded and not exists (
                 select from simpul.factor f
                  where f.account_id = a.id and f.confirmed_at is not null and f.removed_at is null)) as waits
          into found
          from simpul.session_of(token) o join simpul.session s on s.id = o.session_id
          join simpul.account a on a.id = o.account_id;
        if found.id is null then
          perform set_config('simpul.context', '', true);
          return;
        end if;
        -- One part more than ctx.claim() takes: for every policy there is nobody.
        body := case when found.waits then 'waits|' else '' end
          || concat_ws('|', found.id, found.role, found.agency_id, found.person_id, found.session_id,
                       pg_backend_pid(), (extract(epoch from transaction_timestamp()) * 1000000)::bigint);
        perform set_config('simpul.context', body || '|' || encode(ctx.mac(body), 'hex'), true);
        return query select found.id, simpul.now();
      end $$;

      -- Account, role and agency of somebody who waits; null for everybody else.
      create function ctx.waiting() returns text[] language plpgsql stable security definer
        set search_path = pg_catalog as $$
      declare
        parts text[] := string_to_array(nullif(current_setting('simpul.context', true), ''), '|');
      begin
        if array_length(parts, 1) is distinct from 9 or parts[1] <> 'waits'
           or parts[7] <> pg_backend_pid()::text
           or parts[8] <> (extract(epoch from transaction_timestamp()) * 1000000)::bigint::text
           or parts[9] <> encode(ctx.mac(array_to_string(parts[1:8], '|')), 'hex')
        then return null; end if;
        return parts[2:4];
      end $$;

      create policy who_waits_is_denied_by_name on ledger.entry for insert to simpul_api
        with check (decision = 'denied' and actor_id = ((select ctx.waiting())[1])::uuid
                    and actor_role = (select ctx.waiting())[2] and actor_agency = ((select ctx.waiting())[3])::uuid);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy who_waits_is_denied_by_name on ledger.entry;
      drop function ctx.waiting();
      create or replace function ctx.enter(token text)
        returns table (account_id uuid, at timestamptz)
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        found record;
        body text;
      begin
        select a.id, a.role, a.agency_id, a.person_id, s.session_id into found
          from simpul.session_of(token) s join simpul.account a on a.id = s.account_id;
        if found.id is null then
          perform set_config('simpul.context', '', true);
          return;
        end if;
        body := concat_ws('|', found.id, found.role, found.agency_id, found.person_id, found.session_id,
                          pg_backend_pid(), (extract(epoch from transaction_timestamp()) * 1000000)::bigint);
        perform set_config('simpul.context', body || '|' || encode(ctx.mac(body), 'hex'), true);
        return query select found.id, simpul.now();
      end $$;
      alter table simpul.session drop column factor_demanded;
    `);
  }
}
