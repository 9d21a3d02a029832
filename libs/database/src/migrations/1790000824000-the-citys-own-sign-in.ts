import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An account may be opened by the city's own sign-in (OpenID Connect). Two people make the link: its owner shows, from
 * inside a session, that the subject there is theirs; an administrator approves that subject for that account. Never by
 * e-mail: whoever runs the mailbox or the directory could write any address.
 */
export class TheCitysOwnSignIn1790000824000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.account_identity (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references simpul.account (id),
        issuer text not null,
        subject text not null check (char_length(subject) between 1 and 255),
        status text not null default 'PROPOSED' check (status in ('PROPOSED', 'APPROVED', 'ENDED')),
        proposed_at timestamptz not null default simpul.now(),
        approved_by uuid references simpul.account (id),
        approved_at timestamptz,
        ended_at timestamptz,
        constraint two_people check (approved_by <> account_id),
        constraint approved_by_somebody check (status <> 'APPROVED' or approved_by is not null)
      );
      create unique index account_identity_subject on simpul.account_identity (issuer, subject) where status <> 'ENDED';
      create unique index account_identity_one on simpul.account_identity (account_id) where status <> 'ENDED';
      call simpul.protect('simpul.account_identity');
      create policy signin_identities on simpul.account_identity to simpul_signin using (true) with check (true);
      grant select, insert (account_id, issuer, subject), update (status, ended_at) on simpul.account_identity
        to simpul_signin;

      create function simpul.identities() returns table (id uuid, account_id uuid, display_name text, agency_name text,
          subject text, status text, proposed_at timestamptz)
        language sql stable security definer set search_path = pg_catalog as $$
        select i.id, i.account_id, a.display_name, a.agency_name, i.subject, i.status, i.proposed_at
          from simpul.account_identity i join simpul.account a on a.id = i.account_id
         where (select ctx.role()) = 'administrator' and i.status <> 'ENDED' and a.active
         order by i.status desc, i.proposed_at, i.id limit 500 $$;

      -- By an administrator, and by person never for oneself. Null when there is nothing to decide.
      create function simpul.decide_identity(identity uuid, approved boolean) returns uuid
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        whom uuid;
      begin
        if (select ctx.role()) is distinct from 'administrator' then
          raise exception 'only an administrator' using errcode = 'insufficient_privilege';
        end if;
        update simpul.account_identity i
           set status = case when approved then 'APPROVED' else 'ENDED' end,
               approved_by = case when approved then (select ctx.account_id()) else i.approved_by end,
               approved_at = case when approved then simpul.now() else i.approved_at end,
               ended_at = case when approved then null else simpul.now() end
          from simpul.account a
         where i.id = identity and a.id = i.account_id and a.person_id <> (select ctx.person_id())
           and (i.status = 'PROPOSED' or (i.status = 'APPROVED' and not approved))
        returning i.account_id into whom;
        return whom;
      end $$;

      -- Of an identity that this transaction has just proposed or ended.
      create function ledger.identity_written(identity uuid, request text) returns void
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        owner simpul.account;
        ended boolean;
      begin
        select i.status = 'ENDED' into ended from simpul.account_identity i
         where i.id = identity and i.status in ('PROPOSED', 'ENDED') and i.xmin = pg_current_xact_id()::xid;
        if ended is null then
          raise exception 'no identity was proposed or ended here' using errcode = 'insufficient_privilege';
        end if;
        select a.* into owner from simpul.account a join simpul.account_identity i on i.account_id = a.id
         where i.id = identity;
        perform ledger.write_signing_in(
          case when ended then 'account.identityEnded' else 'account.identityProposed' end, 'allowed', owner,
          'account', owner.id, '{}', request);
      end $$;

      revoke all on function simpul.identities(), simpul.decide_identity(uuid, boolean),
        ledger.identity_written(uuid, text) from public;
      grant execute on function simpul.identities(), simpul.decide_identity(uuid, boolean) to simpul_api;
      grant execute on function ledger.identity_written(uuid, text) to simpul_signin;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function ledger.identity_written(uuid, text);
      drop function simpul.decide_identity(uuid, boolean);
      drop function simpul.identities();
      drop table simpul.account_identity;
    `);
  }
}
