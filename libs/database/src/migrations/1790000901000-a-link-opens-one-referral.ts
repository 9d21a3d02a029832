import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One-time links for agencies without accounts. What lies here opens nothing: the token is derived from the row's id
 * under a key that never enters the database, and token, code and session are kept as keyed hashes.
 *
 * Whoever opens a link acts as an account of its own, made in that moment for the receiving agency, with the name that
 * the person gave: so every act, question and entry has an author as any officer's has. The account has no password,
 * is not active and can never sign in. Its role is no role of the policy; the database lets it see one referral.
 */
export class ALinkOpensOneReferral1790000901000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.referral_link (
        id uuid primary key default gen_random_uuid(),
        referral_id uuid not null references simpul.referral (id),
        case_id uuid not null references simpul.case_file (id),
        kind text not null check (kind in ('LINK', 'SLIP')),
        token_hash bytea unique,
        code_hash bytea,
        issued_by uuid not null references simpul.account (id),
        created_at timestamptz not null default simpul.now(),
        expires_at timestamptz not null,
        tries int not null default 0 check (tries between 0 and 5),
        tried_at timestamptz,
        revoked_at timestamptz,
        spent_at timestamptz,
        -- The account that acts through it, from the moment it was opened.
        account_id uuid references simpul.account (id),
        session_hash bytea unique,
        session_until timestamptz,
        constraint a_link_has_its_hashes check ((kind = 'LINK') = (token_hash is not null and code_hash is not null)),
        constraint spent_by_somebody check ((spent_at is null) = (account_id is null)),
        constraint a_session_ends check ((session_hash is null) = (session_until is null))
      );
      create index referral_link_of_referral on simpul.referral_link (referral_id, created_at desc);
      call simpul.protect('simpul.referral_link');
      create policy with_the_case on simpul.referral_link for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy issued_by_the_case_team on simpul.referral_link for insert to simpul_api
        with check (issued_by = (select ctx.account_id()) and kind = 'LINK' and spent_at is null
                    and (select ctx.writes_cases()) and exists (
                      select 1 from simpul.referral r join simpul.case_file f on f.id = r.case_id
                       where r.id = referral_id and r.case_id = referral_link.case_id and r.sent_at is not null));
      create policy revoked_by_the_case_team on simpul.referral_link for update to simpul_api
        using ((select ctx.writes_cases()) and exists (select 1 from simpul.case_file f where f.id = case_id))
        with check (revoked_at is not null);
      -- Whoever reads the case in an emergency sends nothing out of it.
      create policy not_written_in_an_emergency on simpul.referral_link as restrictive for insert to simpul_api
        with check (case_id <> all ((select ctx.emergency_only_case_ids())::uuid[]));
      create policy not_changed_in_an_emergency on simpul.referral_link as restrictive for update to simpul_api
        using (case_id <> all ((select ctx.emergency_only_case_ids())::uuid[]));
      grant select (id, referral_id, case_id, kind, issued_by, created_at, expires_at, tries, revoked_at, spent_at,
                    account_id) on simpul.referral_link to simpul_api;
      grant insert (id, referral_id, case_id, kind, token_hash, code_hash, issued_by, expires_at),
            update (revoked_at) on simpul.referral_link to simpul_api;

      -- The one referral that the actor of a link may see; null for everybody who has an account.
      create function ctx.only_referral() returns uuid
        language sql stable security definer set search_path = pg_catalog as $$
        select case when ctx.role() = 'link_holder' then coalesce(
          (select l.referral_id from simpul.referral_link l
            where l.id = ctx.session_id() and l.account_id = ctx.account_id() and l.revoked_at is null),
          '00000000-0000-0000-0000-000000000000') end $$;
      revoke all on function ctx.only_referral() from public;
      grant execute on function ctx.only_referral() to simpul_api;
      create policy a_link_shows_one on simpul.referral as restrictive for all to simpul_api
        using ((select ctx.only_referral()) is null or id = (select ctx.only_referral()))
        with check ((select ctx.only_referral()) is null or id = (select ctx.only_referral()));

      -- Sets the claim of this transaction; only for the functions below and ctx.enter.
      create function ctx.claim_for_link(of_link uuid) returns void
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        body text;
      begin
        select concat_ws('|', a.id, 'link_holder', a.agency_id, a.person_id, l.id, pg_backend_pid(),
                         (extract(epoch from transaction_timestamp()) * 1000000)::bigint) into strict body
          from simpul.referral_link l join simpul.account a on a.id = l.account_id where l.id = of_link;
        perform set_config('simpul.context', body || '|' || encode(ctx.mac(body), 'hex'), true);
      end $$;
      revoke all on function ctx.claim_for_link(uuid) from public;

      -- An author for what is done through a link or a slip: of the receiving agency, under the name that was given.
      create function simpul.new_link_account(of_referral uuid, given_name text) returns uuid
        language sql volatile security definer set search_path = pg_catalog as $$
        insert into simpul.account (id, email, display_name, role, agency_id, agency_kind, agency_code, agency_name,
                                    password_hash, active)
        select n.id, n.id || '@link.invalid', given_name, 'link_holder', g.id, g.kind, g.code, g.name, '!', false
          from (select gen_random_uuid() as id) n, simpul.referral r join simpul.agency g on g.id = r.to_agency_id
         where r.id = of_referral
        returning id $$;
      revoke all on function simpul.new_link_account(uuid, text) from public;

      -- Spends a link: the right token and the right code, once, in time, at a human pace, while the receiver may read
      -- what it leads to. Answers 'opened' and leaves the context of its actor; otherwise why not, in words that tell
      -- a stranger nothing: whoever lacks a live token hears 'closed' and nothing else.
      create function ctx.open_link(token bytea, code bytea, given_name text, session bytea, minutes int, request text)
        returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        found simpul.referral_link;
        alive boolean;
      begin
        select l.* into found from simpul.referral_link l where l.token_hash = token for update;
        if found.id is null then return 'closed'; end if;
        select r.status not in ('draft', 'cancelled') and simpul.bases_live(r.basis_ids) into alive
          from simpul.referral r where r.id = found.referral_id;
        if not alive or found.revoked_at is not null or found.spent_at is not null or found.tries >= 5
           or found.expires_at <= simpul.now() then return 'closed'; end if;
        -- 5 s after the first wrong code, then 10, 20, 40: as long as a telephone call, too long for a program.
        if found.tries > 0 and found.tried_at + make_interval(secs => 2.5 * 2 ^ found.tries) > simpul.now() then
          return 'slow';
        end if;
        if found.code_hash <> code then
          update simpul.referral_link set tries = tries + 1, tried_at = simpul.now() where id = found.id;
          perform ledger.write_signing_in('referral.openLink', 'denied', null, 'referralLink', found.id,
                                          '{"code":"wrongCode","tries":' || found.tries + 1 || '}', request);
          return case when found.tries + 1 >= 5 then 'closed' else 'wrong' end;
        end if;
        update simpul.referral_link
           set spent_at = simpul.now(), account_id = simpul.new_link_account(referral_id, given_name),
               session_hash = session, session_until = simpul.now() + make_interval(mins => minutes)
         where id = found.id;
        perform ctx.claim_for_link(found.id);
        return 'opened';
      end $$;
      revoke all on function ctx.open_link(bytea, bytea, text, bytea, int, text) from public;
      grant execute on function ctx.open_link(bytea, bytea, text, bytea, int, text) to simpul_api;

      -- Who acts in a live session of a link; no row otherwise.
      create function simpul.link_session(token text)
        returns table (link_id uuid, referral_id uuid, case_id uuid, account_id uuid, person_id uuid, agency_id uuid,
                       agency_kind text, agency_code text, agency_name text, display_name text)
        language sql stable security definer set search_path = pg_catalog as $$
        select l.id, l.referral_id, l.case_id, a.id, a.person_id, a.agency_id, a.agency_kind, a.agency_code,
               a.agency_name, a.display_name
          from simpul.referral_link l join simpul.account a on a.id = l.account_id
         where l.session_hash = sha256(convert_to(token, 'UTF8')) and l.session_until > simpul.now()
           and l.revoked_at is null $$;
      revoke all on function simpul.link_session(text) from public;
      grant execute on function simpul.link_session(text) to simpul_api;

      -- Its holder is done; nobody who finds the telephone goes on.
      create function simpul.end_link_session() returns void
        language sql volatile security definer set search_path = pg_catalog as $$
        update simpul.referral_link set session_until = simpul.now()
         where id = ctx.session_id() and account_id = ctx.account_id() $$;
      revoke all on function simpul.end_link_session() from public;
      grant execute on function simpul.end_link_session() to simpul_api;

      -- ctx.enter: from 1790000825000
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
          return query select l.account_id, simpul.now()
            from simpul.link_session(token) l, lateral ctx.claim_for_link(l.link_id);
          return;
        end if;
        -- Whoever waits is nobody to every policy (see "who waits sees no row"): a link changes nothing in that.
        body := case when found.waits then 'waits|' else '' end
          || concat_ws('|', found.id, found.role, found.agency_id, found.person_id, found.session_id,
                       pg_backend_pid(), (extract(epoch from transaction_timestamp()) * 1000000)::bigint);
        perform set_config('simpul.context', body || '|' || encode(ctx.mac(body), 'hex'), true);
        return query select found.id, simpul.now();
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
        -- Whoever waits is nobody to every policy (see "who waits sees no row"): a link changes nothing in that.
        body := case when found.waits then 'waits|' else '' end
          || concat_ws('|', found.id, found.role, found.agency_id, found.person_id, found.session_id,
                       pg_backend_pid(), (extract(epoch from transaction_timestamp()) * 1000000)::bigint);
        perform set_config('simpul.context', body || '|' || encode(ctx.mac(body), 'hex'), true);
        return query select found.id, simpul.now();
      end $$;
      drop policy a_link_shows_one on simpul.referral;
      drop function simpul.end_link_session(); drop function simpul.link_session(text);
      drop function ctx.open_link(bytea, bytea, text, bytea, int, text);
      drop function simpul.new_link_account(uuid, text); drop function ctx.claim_for_link(uuid);
      drop function ctx.only_referral(); drop table simpul.referral_link;
    `);
  }
}
