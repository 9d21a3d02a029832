import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Accounts and opaque sessions. The API's role can enter a session whose token it holds, and nothing else: it can
 * neither read password hashes nor make a session. Only simpul_signin, a connection of its own, may.
 */
export class AccountsAndSessions1790000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.account (
        id uuid primary key default gen_random_uuid(),
        person_id uuid not null default gen_random_uuid(),
        email text not null,
        display_name text not null,
        role text not null,
        agency_id uuid not null,
        agency_kind text not null,
        agency_code text not null,
        -- A copy for the greeting line: accounts come before agencies, and the sign-in role reads no agency.
        agency_name text not null,
        password_hash text not null,
        locale text not null default 'id' check (locale in ('id', 'en')),
        active boolean not null default true,
        created_at timestamptz not null default simpul.now()
      );
      create unique index account_email on simpul.account (lower(email));
      create index account_agency on simpul.account (agency_id) where active;
      call simpul.protect('simpul.account');

      create table simpul.session (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references simpul.account (id),
        token_hash bytea not null unique,
        idle_seconds int not null,
        created_at timestamptz not null default simpul.now(),
        last_seen_at timestamptz not null default simpul.now(),
        expires_at timestamptz not null,
        ended_at timestamptz
      );
      create index session_account on simpul.session (account_id) where ended_at is null;
      call simpul.protect('simpul.session');

      -- Attempts to sign in by keyed hash of the e-mail: slows guessing down, locks nobody out for good.
      create table simpul.sign_in_attempt (
        id uuid primary key default gen_random_uuid(),
        email_hash bytea not null,
        succeeded boolean not null,
        account_id uuid references simpul.account (id),
        reason text check (reason in ('unknownAccount', 'inactive', 'wrongPassword', 'firstPasswordExpired', 'wrongFactor')),
        -- Whether the ledger has an entry that counts the attempts with unknown e-mails up to this one.
        entered boolean not null default false,
        created_at timestamptz not null default simpul.now()
      );
      create index sign_in_attempt_recent on simpul.sign_in_attempt (email_hash, created_at desc);
      create index sign_in_attempt_unknown on simpul.sign_in_attempt (created_at desc) where reason = 'unknownAccount';
      create index sign_in_attempt_entered on simpul.sign_in_attempt (created_at desc) where entered;
      alter table simpul.sign_in_attempt
        add constraint a_failure_has_a_reason check (succeeded = (reason is null)),
        add constraint only_strangers_are_unknown check (succeeded or (account_id is null) = (reason = 'unknownAccount'));
      call simpul.protect('simpul.sign_in_attempt');

      -- Names of colleagues and partner officers are shown beside their acts; e-mail and hash are not granted.
      create policy colleagues_are_known on simpul.account for select to simpul_api
        using ((select ctx.account_id()) is not null);
      grant select (id, person_id, display_name, role, agency_id, agency_kind, agency_code, agency_name, locale, active) on simpul.account to simpul_api;
      create policy worker_tells_people on simpul.account for select to simpul_worker using (true);
      grant select (id, person_id, display_name, role, agency_id, agency_kind, agency_code, agency_name, locale, active) on simpul.account to simpul_worker;
      create policy ledger_names_nobody on simpul.account for select to simpul_ledger using (false);

      create policy signin_reads on simpul.account for select to simpul_signin using (true);
      grant select on simpul.account to simpul_signin;
      create policy signin_sessions on simpul.session to simpul_signin using (true) with check (true);
      grant select, insert, update on simpul.session to simpul_signin;
      create policy signin_attempts on simpul.sign_in_attempt to simpul_signin using (true) with check (true);
      grant select, insert (email_hash, succeeded, account_id, reason) on simpul.sign_in_attempt to simpul_signin;
      create policy worker_forgets_attempts on simpul.sign_in_attempt to simpul_worker using (true);
      grant select, delete on simpul.sign_in_attempt to simpul_worker;

      -- Opens the context of this transaction for a live session; no row when the session is unknown, idle or ended.
      create function ctx.enter(token text)
        returns table (account_id uuid, at timestamptz)
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        found record;
        body text;
      begin
        select a.id, a.role, a.agency_id, a.person_id, s.id as session_id into found
          from simpul.session s join simpul.account a on a.id = s.account_id
         where s.token_hash = sha256(convert_to(token, 'UTF8'))
           and s.ended_at is null and s.expires_at > simpul.now()
           and s.last_seen_at + make_interval(secs => s.idle_seconds) > simpul.now()
           and a.active;
        if found.id is null then
          perform set_config('simpul.context', '', true);
          return;
        end if;
        body := concat_ws('|', found.id, found.role, found.agency_id, found.person_id, found.session_id,
                          pg_backend_pid(), (extract(epoch from transaction_timestamp()) * 1000000)::bigint);
        perform set_config('simpul.context', body || '|' || encode(ctx.mac(body), 'hex'), true);
        return query select found.id, simpul.now();
      end $$;
      revoke all on function ctx.enter(text) from public;
      grant execute on function ctx.enter(text) to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function ctx.enter(text);
      drop table simpul.sign_in_attempt; drop table simpul.session; drop table simpul.account;
    `);
  }
}
