import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sealed cases and conflicts of interest. Both hide a case, and all that hangs on it, by RESTRICTIVE policies: no other
 * policy, role or emergency opens it again. A sealed case is its named team's alone. A conflict follows the human being
 * into every account; who works where a reported person works is excluded as well, unless named on the team.
 *
 * One list answers for every table: `ctx.hidden_ids()`, the ids (of cases, referrals, reports and ledger names) that
 * this person may not know. It is short, because few cases are sealed, and is read once per statement.
 */
export class ACaseIsKeptFromSome1790000840000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.case_seal (
        id uuid primary key default gen_random_uuid(),
        turn bigint generated always as identity,
        case_id uuid not null references simpul.case_file (id),
        kind text not null check (kind in ('SEAL', 'UNSEAL')),
        -- A code and no words: the integrity officer decides without reading the case.
        reason text not null check (reason in
          ('REPORTED_IS_STAFF', 'REPORTED_HAS_POWER', 'SOMEBODY_LOOKS', 'PUBLIC_ATTENTION', 'CLIENT_ASKED', 'REASON_ENDED')),
        team uuid[] not null,
        proposed_by uuid not null references simpul.account (id),
        proposed_by_person uuid not null,
        proposed_by_role text not null,
        proposed_at timestamptz not null default simpul.now(),
        status text not null default 'PROPOSED' check (status in ('PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
        decided_by uuid references simpul.account (id),
        decided_by_person uuid,
        decided_by_role text,
        decided_at timestamptz,
        created_at timestamptz not null default simpul.now(),
        constraint decided_or_waiting check ((status = 'PROPOSED') = (decided_at is null)
          and (decided_at is null) = (decided_by is null)),
        constraint four_eyes check (status <> 'APPROVED' or decided_by_person <> proposed_by_person),
        -- Who has to keep a case from its own house may not be of the house: one of the two at least.
        constraint one_of_the_two_guards
          check (status <> 'APPROVED' or 'integrity_officer' in (proposed_by_role, decided_by_role)),
        constraint a_team_of_two check (kind = 'UNSEAL' or cardinality(team) between 2 and 12)
      );
      create index case_seal_of_case on simpul.case_seal (case_id, turn desc);
      create unique index one_seal_at_a_time on simpul.case_seal (case_id) where status = 'PROPOSED';

      create table simpul.seal_member (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references simpul.case_file (id),
        account_id uuid not null references simpul.account (id),
        seal_id uuid not null references simpul.case_seal (id),
        since timestamptz not null default simpul.now(),
        until timestamptz,
        created_at timestamptz not null default simpul.now()
      );
      create unique index seal_member_once on simpul.seal_member (case_id, account_id) where until is null;
      create index seal_member_of_account on simpul.seal_member (account_id, case_id) where until is null;
      create index case_file_sealed on simpul.case_file (id) where sealed;

      create table simpul.case_conflict (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references simpul.case_file (id),
        -- The human being, and so every account of theirs.
        person_id uuid not null,
        -- SELF: said so themselves. MATCH: number of a reported person = number of a member of staff.
        source text not null check (source in ('SELF', 'COLLEAGUE', 'INTEGRITY', 'MATCH')),
        added_by uuid references simpul.account (id),
        added_by_person uuid,
        since timestamptz not null default simpul.now(),
        lifted_by uuid references simpul.account (id),
        lifted_at timestamptz,
        created_at timestamptz not null default simpul.now(),
        constraint only_the_system_matches check ((source = 'MATCH') = (added_by is null)),
        constraint lifted_by_somebody check ((lifted_at is null) = (lifted_by is null))
      );
      create unique index case_conflict_once on simpul.case_conflict (case_id, person_id) where lifted_at is null;
      create index case_conflict_of_person on simpul.case_conflict (person_id) where lifted_at is null;
      create index person_by_employer on simpul.person (employer_agency_id, case_id) where employer_agency_id is not null;

      call simpul.protect('simpul.case_seal');
      call simpul.protect('simpul.seal_member');
      call simpul.protect('simpul.case_conflict');

      -- The cases that an account may not know, and whether it is by a conflict (which takes its referrals as well).
      create function simpul.cases_kept_from(whom uuid) returns table (case_id uuid, excluded boolean, why text)
        language sql stable security definer set search_path = pg_catalog as $$
        select f.id, false, 'sealed' from simpul.case_file f
         where f.sealed and not exists (select 1 from simpul.seal_member m
                  where m.case_id = f.id and m.account_id = whom and m.since <= simpul.now() and m.until is null)
        union all
        select c.case_id, true, 'interest' from simpul.account a join simpul.case_conflict c on c.person_id = a.person_id
         where a.id = whom and c.lifted_at is null
        union all
        -- Where a reported person works, and where the same employer has its other offices: whoever is not on the team
        -- by name. The unit that keeps the case is an office of the city itself: only its own staff being reported
        -- closes it to the unit. An integrity officer guards exactly those cases.
        select p.case_id, true, 'workplace'
          from simpul.account a join simpul.agency mine on mine.id = a.agency_id
          join simpul.agency e on e.id = mine.id or e.conflict_group = mine.conflict_group
          join simpul.person p on p.employer_agency_id = e.id and p.kind = 'REPORTED'
          join simpul.case_file f on f.id = p.case_id
         where a.id = whom and f.owner_account_id <> whom
           and (e.id = mine.id or (f.agency_id <> mine.id and a.role <> 'integrity_officer'))
           and not exists (select 1 from simpul.case_member m where m.case_id = f.id and m.account_id = whom
                              and m.since <= simpul.now() and (m.until is null or m.until > simpul.now()))
      $$;
      revoke all on function simpul.cases_kept_from(uuid) from public;

      create function ctx.hidden_ids() returns uuid[]
        language sql stable security definer set search_path = pg_catalog as $$
        with kept as (select k.case_id, bool_or(k.excluded) as excluded
                        from simpul.cases_kept_from(ctx.account_id()) k group by k.case_id)
        select coalesce(array_agg(x.id), '{}') from (
          select k.case_id as id from kept k
          -- A receiver keeps the packet that it was sent: sealing what it knows already would only stop the help.
          union all select r.id from simpul.referral r join kept k on k.case_id = r.case_id
                     where k.excluded or r.sent_at is null or r.to_agency_id is distinct from ctx.agency_id()
          union all select p.id from simpul.report p join kept k on k.case_id = p.case_id
          union all select c.ledger_ref from simpul.case_key c join kept k on k.case_id = c.case_id) x
      $$;
      create function ctx.excluded_case_ids() returns uuid[]
        language sql stable security definer set search_path = pg_catalog as $$
        select coalesce(array_agg(distinct k.case_id), '{}') from simpul.cases_kept_from(ctx.account_id()) k where k.excluded
      $$;
      revoke all on function ctx.hidden_ids(), ctx.excluded_case_ids() from public;
      grant execute on function ctx.hidden_ids(), ctx.excluded_case_ids() to simpul_api;

      -- Of a case that is kept from somebody, not even that its report was decided.
      -- simpul.report_was_decided: from 1790000132000
      create or replace function simpul.report_was_decided(of_report uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
        select exists (select 1 from simpul.report p
                        where p.id = of_report and p.status <> 'RECEIVED' and p.agency_id = ctx.agency_id() and ctx.writes_cases()
                          and exists (select 1 from simpul.deadline d where d.report_id = p.id)
                          and not exists (select 1 from simpul.cases_kept_from(ctx.account_id()) k where k.case_id = p.case_id)) $$;

      -- Of these accounts, those who may be told of the case or referral: for the worker, which tells people.
      create function simpul.who_may_know(of_case uuid, of_referral uuid, accounts uuid[]) returns uuid[]
        language sql stable security definer set search_path = pg_catalog as $$
        select coalesce(array_agg(a.id), '{}') from simpul.account a
         where a.id = any (accounts) and not exists (
           select 1 from simpul.cases_kept_from(a.id) k
            where k.case_id = coalesce(of_case, (select r.case_id from simpul.referral r where r.id = of_referral))
              and (k.excluded or not exists (select 1 from simpul.referral r
                     where r.id = of_referral and r.sent_at is not null and r.to_agency_id = a.agency_id)))
      $$;
      revoke all on function simpul.who_may_know(uuid, uuid, uuid[]) from public;
      grant execute on function simpul.who_may_know(uuid, uuid, uuid[]) to simpul_worker;

      drop policy sealed_is_for_the_team on simpul.case_file;
      create policy hidden_from_this_person on simpul.case_file as restrictive to simpul_api
        using (id <> all ((select ctx.hidden_ids())::uuid[]));
      create policy hidden_from_this_person on simpul.referral as restrictive to simpul_api
        using (id <> all ((select ctx.hidden_ids())::uuid[]));
      create policy hidden_from_this_person on simpul.report as restrictive to simpul_api
        using (id <> all ((select ctx.hidden_ids())::uuid[]));
      create policy hidden_from_this_person on simpul.deadline as restrictive to simpul_api
        using (case when referral_id is not null then referral_id <> all ((select ctx.hidden_ids())::uuid[])
                    else coalesce(case_id <> all ((select ctx.hidden_ids())::uuid[]), true)
                     and coalesce(report_id <> all ((select ctx.hidden_ids())::uuid[]), true) end);
      create policy hidden_from_this_person on simpul.notification as restrictive to simpul_api
        using (case when referral_id is not null then referral_id <> all ((select ctx.hidden_ids())::uuid[])
                    else coalesce(case_id <> all ((select ctx.hidden_ids())::uuid[]), true)
                     and coalesce(report_id <> all ((select ctx.hidden_ids())::uuid[]), true) end);
      -- What somebody did themselves they know; what others did there is not theirs to count.
      create policy hidden_from_this_person on ledger.entry as restrictive to simpul_api
        using (actor_id = (select ctx.account_id())
               or (coalesce(case_ref <> all ((select ctx.hidden_ids())::uuid[]), true)
                   and coalesce(object_id <> all ((select ctx.hidden_ids())::uuid[]), true)));

      -- Whoever is named on the seal's team is on the team.
      -- ctx.team_case_ids: from 1790000060000
      create or replace function ctx.team_case_ids() returns uuid[]
        language sql stable security definer set search_path = pg_catalog as $$
        select coalesce(array_agg(x.case_id), '{}') from (
          select m.case_id from simpul.case_member m
           where m.account_id = ctx.account_id() and m.since <= simpul.now()
             and (m.until is null or m.until > simpul.now())
          union
          select s.case_id from simpul.seal_member s
           where s.account_id = ctx.account_id() and s.since <= simpul.now() and s.until is null) x
      $$;
      -- A sealed case has a team of two at least, and is in no count that somebody else reads.
      -- simpul.open_cases_of: from 1790000710000
      create or replace function simpul.open_cases_of(whom uuid) returns bigint
        language sql stable security definer set search_path = pg_catalog as $$
        select case when (select ctx.role()) = 'administrator' then
          (select count(*) from simpul.case_file f
            where f.owner_account_id = whom and f.closed_at is null and not f.sealed) end $$;

      create function ctx.guards() returns boolean language sql stable
        as $$ select coalesce(ctx.role() = 'integrity_officer', false) $$;
      create policy with_the_case_or_its_guard on simpul.case_seal for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id)
               or ((select ctx.guards()) and case_id <> all ((select ctx.excluded_case_ids())::uuid[])));
      create policy proposed_in_the_own_name on simpul.case_seal for insert to simpul_api
        with check (status = 'PROPOSED' and proposed_by = (select ctx.account_id())
                    and proposed_by_person = (select ctx.person_id()) and proposed_by_role = (select ctx.role())
                    and (((select ctx.writes_cases()) and exists (select 1 from simpul.case_file f where f.id = case_id))
                         or ((select ctx.guards()) and case_id <> all ((select ctx.excluded_case_ids())::uuid[]))));
      grant select, insert on simpul.case_seal to simpul_api;
      create policy with_the_case on simpul.seal_member for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      grant select on simpul.seal_member to simpul_api;

      -- A match is the integrity officer's alone: the team is not told whose number it was.
      create policy with_the_case_or_its_guard on simpul.case_conflict for select to simpul_api
        using ((source <> 'MATCH' and exists (select 1 from simpul.case_file f where f.id = case_id))
               or ((select ctx.guards()) and case_id <> all ((select ctx.excluded_case_ids())::uuid[])));
      create policy said_in_the_own_name on simpul.case_conflict for insert to simpul_api
        with check (added_by = (select ctx.account_id()) and added_by_person = (select ctx.person_id()) and lifted_at is null
                    and case source
                          when 'SELF' then person_id = (select ctx.person_id())
                                           and exists (select 1 from simpul.case_file f where f.id = case_id)
                          when 'COLLEAGUE' then exists (select 1 from simpul.case_file f where f.id = case_id)
                          when 'INTEGRITY' then (select ctx.guards())
                          else false end);
      -- By somebody who guards, is not meant, and did not add it.
      create policy lifted_by_a_guard on simpul.case_conflict for update to simpul_api
        using ((select ctx.guards()) and lifted_at is null and person_id <> (select ctx.person_id())
               and added_by_person is distinct from (select ctx.person_id())
               and case_id <> all ((select ctx.excluded_case_ids())::uuid[]))
        with check (lifted_by = (select ctx.account_id()));
      grant select, insert, update (lifted_by, lifted_at) on simpul.case_conflict to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy hidden_from_this_person on ledger.entry;
      drop policy hidden_from_this_person on simpul.notification;
      drop policy hidden_from_this_person on simpul.deadline;
      drop policy hidden_from_this_person on simpul.report;
      drop policy hidden_from_this_person on simpul.referral;
      drop policy hidden_from_this_person on simpul.case_file;
      drop table simpul.case_conflict; drop table simpul.seal_member cascade; drop table simpul.case_seal;
      drop index simpul.person_by_employer; drop index simpul.case_file_sealed;
      drop function simpul.who_may_know(uuid, uuid, uuid[]);
      drop function ctx.excluded_case_ids(); drop function ctx.hidden_ids(); drop function ctx.guards();
      drop function simpul.cases_kept_from(uuid);
    `);
  }
}
