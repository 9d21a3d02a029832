import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ground: schemas, the one clock, and a row-level-security context that SQL alone cannot forge.
 *
 * `ctx.enter(token)` looks the session up by the hash of its token and leaves a transaction-local claim that is
 * bound to this backend and this transaction by a keyed MAC. The key is readable by the owner role alone, and the
 * API's role has no way to make a session (only simpul_signin has), so an injected statement can neither invent
 * a context nor replay one. Without a valid claim every `ctx.*()` is NULL and every policy says no.
 */
export class RolesAndContext1790000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema simpul;
      create schema ctx;
      revoke all on schema public from public;
      grant usage on schema simpul, ctx to simpul_api, simpul_signin, simpul_worker, simpul_ledger;

      -- The only clock that decides anything. Tests replace this function as the owner; no setting can move it.
      create function simpul.now() returns timestamptz language sql stable
        as $$ select transaction_timestamp() $$;

      -- Protects a table: row-level security on and forced, only the owner role (migrations, seeds) passes by default.
      create procedure simpul.protect(t regclass) language plpgsql as $$
      begin
        execute format('alter table %s enable row level security', t);
        execute format('alter table %s force row level security', t);
        execute format('create policy owner_maintains on %s to simpul_owner using (true) with check (true)', t);
        execute format('revoke all on %s from public', t);
      end $$;

      create table ctx.secret (
        only_row boolean primary key default true check (only_row),
        key bytea not null
      );
      -- 2 x 122 random bits from PostgreSQL's strong generator; never leaves this table.
      insert into ctx.secret (key) values (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
      call simpul.protect('ctx.secret');

      create function ctx.mac(message text) returns bytea language sql stable security definer
        set search_path = pg_catalog
        as $$ select sha256(key || sha256(key || convert_to(message, 'UTF8'))) from ctx.secret $$;
      revoke all on function ctx.mac(text) from public;

      -- The claim of this transaction, or NULL when there is none or it was not made by ctx.enter here and now.
      create function ctx.claim() returns text[] language plpgsql stable security definer
        set search_path = pg_catalog as $$
      declare
        raw text := nullif(current_setting('simpul.context', true), '');
        body text;
        parts text[];
      begin
        if raw is null then return null; end if;
        parts := string_to_array(raw, '|');
        if array_length(parts, 1) is distinct from 8 then return null; end if;
        body := array_to_string(parts[1:7], '|');
        if parts[6] <> pg_backend_pid()::text
           or parts[7] <> (extract(epoch from transaction_timestamp()) * 1000000)::bigint::text
           or parts[8] <> encode(ctx.mac(body), 'hex')
        then return null; end if;
        return parts;
      end $$;

      create function ctx.account_id() returns uuid language sql stable
        as $$ select (ctx.claim())[1]::uuid $$;
      create function ctx.role() returns text language sql stable
        as $$ select (ctx.claim())[2] $$;
      create function ctx.agency_id() returns uuid language sql stable
        as $$ select (ctx.claim())[3]::uuid $$;
      create function ctx.person_id() returns uuid language sql stable
        as $$ select (ctx.claim())[4]::uuid $$;
      create function ctx.session_id() returns uuid language sql stable
        as $$ select (ctx.claim())[5]::uuid $$;

      create table simpul.outbox (
        id uuid primary key default gen_random_uuid(),
        topic text not null,
        ids jsonb not null,
        actor_id uuid,
        created_at timestamptz not null default simpul.now(),
        relayed_at timestamptz,
        attempt int not null default 0,
        next_attempt_at timestamptz not null default simpul.now()
      );
      create index outbox_waiting on simpul.outbox (next_attempt_at) where relayed_at is null;
      call simpul.protect('simpul.outbox');
      create policy announced_by_whoever_acts on simpul.outbox for insert to simpul_api
        with check (actor_id = (select ctx.account_id()));
      -- RETURNING needs to see the row; the API sees only its own and only in the transaction that made it.
      create policy sees_what_it_announced on simpul.outbox for select to simpul_api
        using (actor_id = (select ctx.account_id()) and created_at = simpul.now());
      create policy worker_relays on simpul.outbox to simpul_worker using (true) with check (true);
      grant insert, select on simpul.outbox to simpul_api;
      grant select, insert, update, delete on simpul.outbox to simpul_worker;

      create table simpul.handled_request (
        account_id uuid not null,
        key uuid not null,
        fingerprint text not null,
        status int,
        answer bytea,
        created_at timestamptz not null default simpul.now(),
        primary key (account_id, key)
      );
      call simpul.protect('simpul.handled_request');
      create policy own_requests on simpul.handled_request to simpul_api
        using (account_id = (select ctx.account_id())) with check (account_id = (select ctx.account_id()));
      create policy worker_forgets on simpul.handled_request to simpul_worker using (true) with check (true);
      grant select, insert, update on simpul.handled_request to simpul_api;
      grant select, delete on simpul.handled_request to simpul_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema simpul cascade; drop schema ctx cascade;');
  }
}
