import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever lost password and factors is let back in by two people: an administrator proposes, whoever answers for the
 * person's office confirms face to face, and each holds one half of the new first password. No case opens until the
 * second of them has said once more that it really is that person who works again.
 */
export class TwoPeopleLetSomebodyBackIn1790000823000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table simpul.account add column waits_for_release boolean not null default false;

      create table simpul.account_recovery (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references simpul.account (id),
        status text not null default 'PROPOSED'
          check (status in ('PROPOSED', 'CONFIRMED', 'RELEASED', 'REJECTED')),
        -- The administrator's half, under the master key, until the other one is made.
        half bytea,
        proposed_by uuid not null references simpul.account (id),
        proposed_at timestamptz not null default simpul.now(),
        decided_by uuid references simpul.account (id),
        decided_at timestamptz,
        released_by uuid references simpul.account (id),
        released_at timestamptz,
        constraint halves_end_with_the_proposal check ((status = 'PROPOSED') = (half is not null)),
        constraint somebody_decided check ((status = 'PROPOSED') = (decided_by is null)),
        constraint two_people check (decided_by <> proposed_by and decided_by <> account_id and proposed_by <> account_id)
      );
      create unique index account_recovery_open on simpul.account_recovery (account_id)
        where status in ('PROPOSED', 'CONFIRMED');
      call simpul.protect('simpul.account_recovery');

      -- Whether whoever acts answers for the account: heads its office; or leads the city's lead office, where nobody
      -- else heads the account's; or administers, for the head of the lead office. Never for oneself: by person.
      create function simpul.answers_for(whom uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
        select exists (
          select from simpul.account a
           where a.id = whom and a.person_id <> (select ctx.person_id())
             and ((a.agency_id = (select ctx.agency_id()) and (select ctx.role()) in ('supervisor', 'agency_head'))
               or ((select ctx.role()) = 'dinas_head' and not exists (
                     select from simpul.account h
                      where h.agency_id = a.agency_id and h.active and h.person_id <> a.person_id
                        and h.role in ('supervisor', 'agency_head')))
               or ((select ctx.role()) = 'administrator' and a.role = 'dinas_head'))) $$;

      create function simpul.propose_recovery(whom uuid, recovery uuid, half bytea) returns boolean
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      begin
        if (select ctx.role()) is distinct from 'administrator' or whom = (select ctx.account_id()) then
          raise exception 'only an administrator, and another account' using errcode = 'insufficient_privilege';
        end if;
        insert into simpul.account_recovery (id, account_id, half, proposed_by)
        select recovery, a.id, half, (select ctx.account_id()) from simpul.account a where a.id = whom and a.active
        on conflict do nothing;
        return found;
      end $$;

      -- What waits for whoever acts; an administrator sees the own proposals.
      create function simpul.recoveries() returns table (id uuid, account_id uuid, display_name text, role text,
          agency_name text, proposed_by_name text, proposed_at timestamptz, status text, may_decide boolean)
        language sql stable security definer set search_path = pg_catalog as $$
        select r.id, r.account_id, a.display_name, a.role, a.agency_name, p.display_name, r.proposed_at, r.status,
               simpul.answers_for(a.id) and p.person_id <> (select ctx.person_id())
          from simpul.account_recovery r join simpul.account a on a.id = r.account_id
          join simpul.account p on p.id = r.proposed_by
         where r.status in ('PROPOSED', 'CONFIRMED')
           and (simpul.answers_for(a.id) or (select ctx.role()) = 'administrator')
         order by r.proposed_at, r.id $$;

      -- The administrator's half, for whoever may confirm; null for everybody else.
      create function simpul.recovery_half(recovery uuid) returns bytea
        language sql stable security definer set search_path = pg_catalog as $$
        select r.half from simpul.account_recovery r join simpul.account p on p.id = r.proposed_by
         where r.id = recovery and r.status = 'PROPOSED' and simpul.answers_for(r.account_id)
           and p.person_id <> (select ctx.person_id()) $$;

      create function simpul.decide_recovery(recovery uuid, hash text) returns uuid
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        whom uuid;
      begin
        update simpul.account_recovery r
           set status = case when hash is null then 'REJECTED' else 'CONFIRMED' end, half = null,
               decided_by = (select ctx.account_id()), decided_at = simpul.now()
          from simpul.account p
         where r.id = recovery and r.status = 'PROPOSED' and p.id = r.proposed_by
           and p.person_id <> (select ctx.person_id()) and simpul.answers_for(r.account_id)
        returning r.account_id into whom;
        if whom is null or hash is null then return whom; end if;
        update simpul.account set password_hash = hash, must_change_password = true, password_set_at = simpul.now(),
               waits_for_release = true where id = whom;
        update simpul.factor set removed_at = simpul.now() where account_id = whom and removed_at is null;
        update simpul.recovery_code set ended_at = simpul.now() where account_id = whom and ended_at is null;
        update simpul.session set ended_at = simpul.now() where account_id = whom and ended_at is null;
        return whom;
      end $$;

      create function simpul.release_recovery(recovery uuid) returns uuid
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        whom uuid;
      begin
        update simpul.account_recovery r set status = 'RELEASED', released_by = (select ctx.account_id()),
               released_at = simpul.now()
          from simpul.account p, simpul.account a
         where r.id = recovery and r.status = 'CONFIRMED' and p.id = r.proposed_by and a.id = r.account_id
           and not a.must_change_password
           and p.person_id <> (select ctx.person_id()) and simpul.answers_for(r.account_id)
        returning r.account_id into whom;
        update simpul.account set waits_for_release = false where id = whom;
        return whom;
      end $$;

      revoke all on function simpul.answers_for(uuid), simpul.propose_recovery(uuid, uuid, bytea), simpul.recoveries(),
        simpul.recovery_half(uuid), simpul.decide_recovery(uuid, text), simpul.release_recovery(uuid) from public;
      grant execute on function simpul.propose_recovery(uuid, uuid, bytea), simpul.recoveries(),
        simpul.recovery_half(uuid), simpul.decide_recovery(uuid, text), simpul.release_recovery(uuid) to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function simpul.release_recovery(uuid);
      drop function simpul.decide_recovery(uuid, text);
      drop function simpul.recovery_half(uuid);
      drop function simpul.recoveries();
      drop function simpul.propose_recovery(uuid, uuid, bytea);
      drop function simpul.answers_for(uuid);
      drop table simpul.account_recovery;
      alter table simpul.account drop column waits_for_release;
    `);
  }
}
