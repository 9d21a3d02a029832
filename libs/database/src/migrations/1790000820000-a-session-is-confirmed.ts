import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A session knows when its person last proved to be there, and takes a new token whenever they do: a stolen cookie does
 * not become worth more because its owner has just typed a password. The former token lives on for half a minute, so
 * that requests already under way arrive; what asks for a fresh proof does not take it.
 */
export class ASessionIsConfirmed1790000820000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table simpul.session
        add column confirmed_at timestamptz not null default simpul.now(),
        add column former_token_hash bytea,
        add column former_until timestamptz;
      create index session_former_token on simpul.session (former_token_hash) where former_token_hash is not null;

      -- The live session that a token opens, and whether it is the token's newest.
      create function simpul.session_of(token text) returns table (session_id uuid, account_id uuid, newest boolean)
        language sql stable as $$
        select s.id, s.account_id, s.token_hash = sha256(convert_to(token, 'UTF8'))
          from simpul.session s join simpul.account a on a.id = s.account_id
         where (s.token_hash = sha256(convert_to(token, 'UTF8'))
                or (s.former_token_hash = sha256(convert_to(token, 'UTF8')) and s.former_until > simpul.now()))
           and s.ended_at is null and s.expires_at > simpul.now()
           and s.last_seen_at + make_interval(secs => s.idle_seconds) > simpul.now()
           and a.active $$;
      revoke all on function simpul.session_of(text) from public;
      grant execute on function simpul.session_of(text) to simpul_signin;

      -- ctx.enter: from 1790000030000
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

      -- Of a session whose person has just proved, in this transaction, to be there.
      create function ledger.session_confirmed(session uuid, factor text, request text) returns void
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        owner simpul.account;
      begin
        select a.* into owner from simpul.account a join simpul.session s on s.account_id = a.id
         where s.id = session and s.ended_at is null and s.xmin = pg_current_xact_id()::xid
           and s.confirmed_at = simpul.now();
        if owner.id is null or factor not in ('password', 'totp', 'passkey', 'recoveryCode') then
          raise exception 'no session was confirmed here' using errcode = 'insufficient_privilege';
        end if;
        perform ledger.write_signing_in('session.confirmed', 'allowed', owner, 'session', session,
                                        '{"factor":"' || factor || '"}', request);
      end $$;
      revoke all on function ledger.session_confirmed(uuid, text, text) from public;
      grant execute on function ledger.session_confirmed(uuid, text, text) to simpul_signin;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function ledger.session_confirmed(uuid, text, text);
      create or replace function ctx.enter(token text)
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
      drop function simpul.session_of(text);
      alter table simpul.session drop column confirmed_at, drop column former_token_hash, drop column former_until;
    `);
  }
}
