import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An administrator adds, ends and resets accounts; everybody changes their own password. Still no role but
 * simpul_signin reads a password hash, and e-mails are read by an administrator alone: through functions that look at
 * the context of the transaction, so that SQL in the API's connection gets no further than the person in it.
 */
export class AccountsAreKept1790000710000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table simpul.account
        add column must_change_password boolean not null default false,
        -- A first password opens nothing after three days: it may lie in a drawer or a chat.
        add column password_set_at timestamptz not null default simpul.now();

      grant insert (id, email, display_name, role, agency_id, agency_kind, agency_code, agency_name, password_hash,
                    must_change_password) on simpul.account to simpul_api;
      create policy administrators_add on simpul.account for insert to simpul_api
        with check ((select ctx.role()) = 'administrator' and must_change_password and exists (
          select 1 from simpul.agency g
           where g.id = agency_id and g.kind = agency_kind and g.code = agency_code and g.name = agency_name));

      create function simpul.accounts_by_name(after_name text, after_id uuid, page int)
        returns table (id uuid, email text, display_name text, role text, agency_id uuid, agency_name text,
                       active boolean, must_change_password boolean, sort text)
        language sql stable security definer set search_path = pg_catalog as $$
        select a.id, a.email, a.display_name, a.role, a.agency_id, a.agency_name, a.active, a.must_change_password,
               lower(a.display_name)
          from simpul.account a
         where (select ctx.role()) = 'administrator'
           and a.role <> 'link_holder'
           and (after_id is null or (lower(a.display_name), a.id) > (after_name, after_id))
         order by lower(a.display_name), a.id limit page $$;
      create index account_by_name on simpul.account (lower(display_name), id);

      -- How many cases have nobody else to answer for them; null for who is no administrator. A number, no case.
      create function simpul.open_cases_of(whom uuid) returns bigint
        language sql stable security definer set search_path = pg_catalog as $$
        select case when (select ctx.role()) = 'administrator' then
          (select count(*) from simpul.case_file f where f.owner_account_id = whom and f.closed_at is null) end $$;

      create function simpul.end_account(whom uuid) returns boolean
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      begin
        if (select ctx.role()) is distinct from 'administrator' or whom = (select ctx.account_id()) then
          raise exception 'only an administrator, and another account' using errcode = 'insufficient_privilege';
        end if;
        update simpul.account set active = false where id = whom and active;
        if not found then return false; end if;
        update simpul.session set ended_at = simpul.now() where account_id = whom and ended_at is null;
        return true;
      end $$;

      create function simpul.reset_account(whom uuid, hash text) returns boolean
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      begin
        if (select ctx.role()) is distinct from 'administrator' or whom = (select ctx.account_id()) then
          raise exception 'only an administrator, and another account' using errcode = 'insufficient_privilege';
        end if;
        update simpul.account set password_hash = hash, must_change_password = true, password_set_at = simpul.now()
         where id = whom and active;
        if not found then return false; end if;
        update simpul.session set ended_at = simpul.now() where account_id = whom and ended_at is null;
        return true;
      end $$;

      -- The own password is changed by the role that can compare the old one.
      grant update (password_hash, must_change_password, password_set_at) on simpul.account to simpul_signin;
      create policy signin_changes_passwords on simpul.account for update to simpul_signin using (true);
      create function ledger.password_changed(session uuid, request text) returns void
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        owner simpul.account;
      begin
        select a.* into owner from simpul.account a join simpul.session s on s.account_id = a.id
         where s.id = session and s.ended_at is null and a.xmin = pg_current_xact_id()::xid;
        if owner.id is null then
          raise exception 'no password was changed here' using errcode = 'insufficient_privilege';
        end if;
        perform ledger.write_signing_in('account.passwordChanged', 'allowed', owner, 'account', owner.id, '{}', request);
      end $$;

      revoke all on function simpul.accounts_by_name(text, uuid, int), simpul.open_cases_of(uuid),
        simpul.end_account(uuid), simpul.reset_account(uuid, text), ledger.password_changed(uuid, text) from public;
      grant execute on function simpul.accounts_by_name(text, uuid, int), simpul.open_cases_of(uuid),
        simpul.end_account(uuid), simpul.reset_account(uuid, text) to simpul_api;
      grant execute on function ledger.password_changed(uuid, text) to simpul_signin;

      -- Whoever answers for an agency's cases reads who was let into it, and by whom.
      create policy accounts_of_the_own_agency on ledger.entry for select to simpul_api
        using (object_kind = 'account' and (select ctx.role()) = 'supervisor' and starts_with(act, 'account.')
               and exists (select 1 from simpul.account a
                            where a.id = entry.object_id and a.agency_id = (select ctx.agency_id())));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy accounts_of_the_own_agency on ledger.entry;
      drop function ledger.password_changed(uuid, text);
      drop policy signin_changes_passwords on simpul.account;
      revoke update (password_hash, must_change_password, password_set_at) on simpul.account from simpul_signin;
      drop function simpul.reset_account(uuid, text);
      drop function simpul.end_account(uuid);
      drop function simpul.open_cases_of(uuid);
      drop function simpul.accounts_by_name(text, uuid, int);
      drop index simpul.account_by_name;
      drop policy administrators_add on simpul.account;
      revoke insert on simpul.account from simpul_api;
      alter table simpul.account drop column must_change_password, drop column password_set_at;
    `);
  }
}
