import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Second factors, and the steps between a right password and a session. All of it belongs to simpul_signin alone: no
 * other role reads a secret, a key or a code, and a step is no session, so nothing can be called with it but the next.
 */
export class ASecondFactor1790000822000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.factor (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references simpul.account (id),
        kind text not null check (kind in ('totp', 'passkey')),
        -- TOTP: the secret under the master key, and the newest step that was used (none is used twice).
        secret bytea,
        last_step bigint,
        -- Passkey: what its authenticator gave, its counter as last seen, and what its owner calls it.
        credential_id text unique,
        public_key bytea,
        counter bigint,
        transports text[],
        name text check (char_length(name) <= 60),
        created_at timestamptz not null default simpul.now(),
        -- Counts for nothing until it has proved once that it works.
        confirmed_at timestamptz,
        removed_at timestamptz,
        constraint complete check (case kind
          when 'totp' then secret is not null and credential_id is null
          else credential_id is not null and public_key is not null and counter is not null and secret is null end)
      );
      create unique index factor_one_totp on simpul.factor (account_id)
        where kind = 'totp' and confirmed_at is not null and removed_at is null;
      create index factor_of_account on simpul.factor (account_id) where removed_at is null;
      call simpul.protect('simpul.factor');
      create policy signin_factors on simpul.factor to simpul_signin using (true) with check (true);
      grant select, insert, update (last_step, counter, confirmed_at, removed_at) on simpul.factor to simpul_signin;

      create table simpul.recovery_code (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references simpul.account (id),
        code_hash bytea not null unique,
        created_at timestamptz not null default simpul.now(),
        -- Used, or replaced by newer ones.
        ended_at timestamptz
      );
      create index recovery_code_of_account on simpul.recovery_code (account_id) where ended_at is null;
      call simpul.protect('simpul.recovery_code');
      create policy signin_recovery_codes on simpul.recovery_code to simpul_signin using (true) with check (true);
      grant select, insert, update (ended_at) on simpul.recovery_code to simpul_signin;

      create table simpul.sign_in_step (
        id uuid primary key default gen_random_uuid(),
        token_hash bytea not null unique,
        -- second: the password was right · passkey, oidc: nobody is known yet · session, link: asked from inside one
        purpose text not null check (purpose in ('second', 'passkey', 'oidc', 'session', 'link')),
        account_id uuid references simpul.account (id),
        session_id uuid references simpul.session (id),
        challenge text,
        tries int not null default 0,
        created_at timestamptz not null default simpul.now(),
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index sign_in_step_expiry on simpul.sign_in_step (expires_at);
      call simpul.protect('simpul.sign_in_step');
      create policy signin_steps on simpul.sign_in_step to simpul_signin using (true) with check (true);
      grant select, insert, update (challenge, tries, used_at) on simpul.sign_in_step to simpul_signin;
      create policy worker_forgets_steps on simpul.sign_in_step to simpul_worker using (true);
      grant select, delete on simpul.sign_in_step to simpul_worker;

      alter table simpul.session add column opened_by text not null default 'password'
        check (opened_by in ('password', 'totp', 'passkey', 'recoveryCode', 'oidc'));

      -- ledger.session_written: from 1790000148000
      create or replace function ledger.session_written(session uuid, request text) returns void
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        owner simpul.account;
        written record;
      begin
        select s.ended_at is not null as ended, s.opened_by into written from simpul.session s
         where s.id = session and s.xmin = pg_current_xact_id()::xid;
        if written.ended is null then
          raise exception 'no session was opened or ended here' using errcode = 'insufficient_privilege';
        end if;
        select a.* into owner from simpul.account a join simpul.session s on s.account_id = a.id where s.id = session;
        perform ledger.write_signing_in(case when written.ended then 'session.closed' else 'session.opened' end,
          'allowed', owner, 'session', session,
          case when written.ended then '{}' else '{"factor":"' || written.opened_by || '"}' end, request);
      end $$;

      -- Of a factor that this transaction has just confirmed or removed.
      create function ledger.factor_written(factor uuid, request text) returns void
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        owner simpul.account;
        written record;
      begin
        select f.removed_at is not null as removed, f.kind, f.account_id into written from simpul.factor f
         where f.id = factor and f.confirmed_at is not null and f.xmin = pg_current_xact_id()::xid;
        if written.kind is null then
          raise exception 'no factor was confirmed or removed here' using errcode = 'insufficient_privilege';
        end if;
        select a.* into owner from simpul.account a where a.id = written.account_id;
        perform ledger.write_signing_in(
          case when written.removed then 'account.factorRemoved' else 'account.factorAdded' end, 'allowed', owner,
          'account', owner.id, '{"factor":"' || written.kind || '"}', request);
      end $$;

      -- Of recovery codes that this transaction has just made.
      create function ledger.recovery_codes_made(whom uuid, request text) returns void
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        owner simpul.account;
      begin
        if not exists (select from simpul.recovery_code c
                        where c.account_id = whom and c.ended_at is null and c.xmin = pg_current_xact_id()::xid) then
          raise exception 'no recovery codes were made here' using errcode = 'insufficient_privilege';
        end if;
        select a.* into owner from simpul.account a where a.id = whom;
        perform ledger.write_signing_in('account.recoveryCodesMade', 'allowed', owner, 'account', owner.id, '{}', request);
      end $$;
      revoke all on function ledger.factor_written(uuid, text), ledger.recovery_codes_made(uuid, text) from public;
      grant execute on function ledger.factor_written(uuid, text), ledger.recovery_codes_made(uuid, text)
        to simpul_signin;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function ledger.recovery_codes_made(uuid, text);
      drop function ledger.factor_written(uuid, text);
      create or replace function ledger.session_written(session uuid, request text) returns void
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        owner simpul.account;
        ended boolean;
      begin
        select s.ended_at is not null into ended from simpul.session s
         where s.id = session and s.xmin = pg_current_xact_id()::xid;
        if ended is null then
          raise exception 'no session was opened or ended here' using errcode = 'insufficient_privilege';
        end if;
        select a.* into owner from simpul.account a join simpul.session s on s.account_id = a.id where s.id = session;
        perform ledger.write_signing_in(case when ended then 'session.closed' else 'session.opened' end, 'allowed',
                                        owner, 'session', session, '{}', request);
      end $$;
      alter table simpul.session drop column opened_by;
      drop table simpul.sign_in_step; drop table simpul.recovery_code; drop table simpul.factor;
    `);
  }
}
