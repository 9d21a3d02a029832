import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Emergency access: one person reads one case for an hour that is not theirs. The row is the permission: policies look
 * at it on every statement, so that it ends by the database's clock and in the moment somebody ends it. It opens reading,
 * names and notes; every other write of the case stays with its team (restrictive). A case that is kept from a person
 * stays kept: those policies are restrictive as well.
 */
export class ACaseIsOpenedInAnEmergency1790000870000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.emergency_access (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references simpul.case_file (id),
        account_id uuid not null references simpul.account (id),
        -- The human being: how often, and who may review, is asked of people and not of accounts.
        person_id uuid not null,
        reason text not null check (reason in ('DANGER_NOW', 'CLIENT_CALLS', 'MEDICAL', 'RESCUE', 'TEAM_UNREACHABLE')),
        words_sealed bytea,
        opened_at timestamptz not null default simpul.now(),
        until timestamptz not null,
        ended_at timestamptz,
        ended_by uuid references simpul.account (id),
        outcome text check (outcome in ('JUSTIFIED', 'TO_TALK', 'NOT_JUSTIFIED')),
        reviewed_at timestamptz,
        reviewed_by uuid references simpul.account (id),
        reviewed_by_person uuid,
        created_at timestamptz not null default simpul.now(),
        constraint an_hour_at_most check (until > opened_at and until <= opened_at + interval '60 minutes'),
        constraint ended_by_somebody check ((ended_at is null) = (ended_by is null)),
        constraint reviewed_or_waiting check ((reviewed_at is null) = (outcome is null)
          and (reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (reviewed_by_person is null)),
        constraint reviewed_by_another check (reviewed_by_person <> person_id)
      );
      create index emergency_access_of_case on simpul.emergency_access (case_id, opened_at desc);
      create index emergency_access_of_person on simpul.emergency_access (person_id, opened_at desc);
      create index emergency_access_live on simpul.emergency_access (account_id, until) where ended_at is null;
      create index emergency_access_latest on simpul.emergency_access (opened_at desc, id desc);
      call simpul.protect('simpul.emergency_access');

      -- No access without its reason in words, and none that nobody is told of: looked at when the transaction ends.
      create function simpul.an_emergency_is_told() returns trigger
        language plpgsql security definer set search_path = pg_catalog as $$
      begin
        if not exists (select 1 from simpul.emergency_access e where e.id = new.id and e.words_sealed is not null)
           or not exists (select 1 from simpul.outbox o
                           where o.topic = 'emergency.opened' and o.ids ->> 'accessId' = new.id::text) then
          raise exception 'an emergency access says why and is told' using errcode = 'check_violation';
        end if;
        return null;
      end $$;
      revoke all on function simpul.an_emergency_is_told() from public;
      create constraint trigger an_emergency_is_told after insert on simpul.emergency_access
        deferrable initially deferred for each row execute function simpul.an_emergency_is_told();

      -- The cases that the person reads by an emergency now.
      create function ctx.emergency_case_ids() returns uuid[]
        language sql stable security definer set search_path = pg_catalog as $$
        select coalesce(array_agg(e.case_id), '{}') from simpul.emergency_access e
         where e.account_id = ctx.account_id() and e.ended_at is null and e.opened_at <= simpul.now() and e.until > simpul.now()
      $$;
      -- Those of them that the person sees for no other reason.
      create function ctx.emergency_only_case_ids() returns uuid[]
        language sql stable security definer set search_path = pg_catalog as $$
        select coalesce(array_agg(f.id), '{}') from simpul.case_file f
         where f.id = any (ctx.emergency_case_ids()) and f.owner_account_id <> ctx.account_id()
           and f.id <> all (ctx.team_case_ids())
           and not (ctx.role() = 'supervisor' and f.agency_id = ctx.agency_id())
      $$;
      revoke all on function ctx.emergency_case_ids(), ctx.emergency_only_case_ids() from public;
      grant execute on function ctx.emergency_case_ids(), ctx.emergency_only_case_ids() to simpul_api;

      create policy opened_in_an_emergency on simpul.case_file for select to simpul_api
        using (id = any ((select ctx.emergency_case_ids())::uuid[]));
    `);
    for (const table of WRITTEN_BY_THE_TEAM)
      await runner.query(`
        create policy not_written_in_an_emergency on simpul.${table} as restrictive for insert to simpul_api
          with check (case_id <> all ((select ctx.emergency_only_case_ids())::uuid[]));
        create policy not_changed_in_an_emergency on simpul.${table} as restrictive for update to simpul_api
          using (case_id <> all ((select ctx.emergency_only_case_ids())::uuid[]));`);
    await runner.query(`
      -- The team's time limits are the team's. The clock of the review that the access itself starts is not.
      create policy not_a_matter_of_the_emergency on simpul.deadline as restrictive to simpul_api
        using (slug = 'break-glass-review' or coalesce(case_id <> all ((select ctx.emergency_only_case_ids())::uuid[]), true));

      -- One's own; with the case; and, without its number or a word of it, whoever watches over the offices.
      create policy ones_own on simpul.emergency_access for select to simpul_api
        using (account_id = (select ctx.account_id()));
      create policy with_the_case on simpul.emergency_access for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy guards_see_all on simpul.emergency_access for select to simpul_api
        using ((select ctx.guards()));
      create policy hidden_from_this_person on simpul.emergency_access as restrictive to simpul_api
        using (account_id = (select ctx.account_id()) or case_id <> all ((select ctx.excluded_case_ids())::uuid[]));
      create policy says_why on simpul.emergency_access for update to simpul_api
        using (account_id = (select ctx.account_id()) and words_sealed is null)
        with check (account_id = (select ctx.account_id()) and words_sealed is not null);
      grant select, update (words_sealed) on simpul.emergency_access to simpul_api;
      -- Whoever reviews sees how the clock of it stands.
      create policy with_the_emergency on simpul.deadline for select to simpul_api
        using (slug = 'break-glass-review' and exists (select 1 from simpul.emergency_access e where e.id = about_id));
      create policy worker_tells on simpul.emergency_access for select to simpul_worker using (true);
      grant select (id, case_id, account_id, reason, opened_at, until, ended_at, ended_by, outcome, reviewed_at, reviewed_by)
        on simpul.emergency_access to simpul_worker;

      -- Opens the case of exactly this number, or says why not. What is not there, what is kept from the person and what
      -- they mistyped give the same answer; how often they were wrong is counted, so that nobody tries numbers.
      create function simpul.open_emergency(of_number text, why text) returns table (code text, access_id uuid, case_id uuid)
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        me constant uuid := ctx.account_id();
        human constant uuid := ctx.person_id();
        f simpul.case_file;
        made uuid;
      begin
        if me is null or ctx.role() not in ('intake_counselor', 'case_worker', 'psychologist', 'supervisor') then
          return query select 'notFound'::text, null::uuid, null::uuid; return;
        end if;
        if not exists (select 1 from simpul.session s where s.id = ctx.session_id()
                          and s.confirmed_at > simpul.now() - interval '5 minutes') then
          return query select 'step-up-needed'::text, null::uuid, null::uuid; return;
        end if;
        -- Two requests of one person come one after the other.
        perform pg_advisory_xact_lock(hashtextextended('emergency ' || human, 0));
        if exists (select 1 from simpul.emergency_access e join simpul.deadline d on d.about_id = e.id
                    where e.person_id = human and e.reviewed_at is null and d.slug = 'break-glass-review'
                      and d.status = 'missed') then
          return query select 'emergency.notReviewed'::text, null::uuid, null::uuid; return;
        end if;
        if exists (select 1 from simpul.emergency_access e
                    where e.person_id = human and e.ended_at is null and e.until > simpul.now()) then
          return query select 'emergency.oneAtATime'::text, null::uuid, null::uuid; return;
        end if;
        if (select count(*) from simpul.emergency_access e
             where e.person_id = human and e.opened_at > simpul.now() - interval '24 hours') >= 3
           or (select count(*) from ledger.entry e join simpul.account a on a.id = e.actor_id
                where a.person_id = human and e.act = 'emergency.open' and e.decision = 'denied'
                  and e.facts ->> 'code' = 'notFound' and e.at > simpul.now() - interval '1 hour') >= 5 then
          return query select 'emergency.tooMany'::text, null::uuid, null::uuid; return;
        end if;
        select c.* into f from simpul.case_file c where c.number = of_number;
        if f.id is null or exists (select 1 from simpul.cases_kept_from(me) k where k.case_id = f.id) then
          return query select 'notFound'::text, null::uuid, null::uuid; return;
        end if;
        if simpul.relations_to_case(f.id, me) <> '{}' then
          return query select 'emergency.notNeeded'::text, null::uuid, f.id; return;
        end if;
        insert into simpul.emergency_access (case_id, account_id, person_id, reason, until)
          values (f.id, me, human, why, simpul.now() + interval '60 minutes') returning id into made;
        return query select 'done'::text, made, f.id;
      end $$;

      -- Whether this person answers for the unit of the case, or watches over the offices, and is another human being.
      create function simpul.may_review_emergency(access uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
        select exists (
          select 1 from simpul.emergency_access e join simpul.case_file f on f.id = e.case_id
           where e.id = access and e.person_id <> ctx.person_id()
             and (ctx.guards() or (ctx.role() = 'supervisor' and f.agency_id = ctx.agency_id()))
             and not exists (select 1 from simpul.cases_kept_from(ctx.account_id()) k
                              where k.case_id = f.id and (k.excluded or not ctx.guards()))) $$;

      create function simpul.end_emergency(access uuid) returns text
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        e simpul.emergency_access;
      begin
        select * into e from simpul.emergency_access x where x.id = access for update;
        if e.id is null or ctx.account_id() is null
           or not (e.account_id = ctx.account_id() or simpul.may_review_emergency(e.id)) then return 'notFound'; end if;
        if e.ended_at is not null or e.until <= simpul.now() then return 'emergency.over'; end if;
        update simpul.emergency_access set ended_at = simpul.now(), ended_by = ctx.account_id() where id = e.id;
        return 'done';
      end $$;

      -- Signs off by another human being and ends the clock of it. The clock hangs on a case that the reviewer may not
      -- see, so it is ended here.
      create function simpul.review_emergency(access uuid, verdict text) returns text
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        e simpul.emergency_access;
      begin
        select * into e from simpul.emergency_access x where x.id = access for update;
        if e.id is null or ctx.account_id() is null then return 'notFound'; end if;
        if e.person_id = ctx.person_id() then return 'fourEyes.samePerson'; end if;
        if not simpul.may_review_emergency(e.id) then return 'notFound'; end if;
        if e.reviewed_at is not null then return 'emergency.reviewed'; end if;
        if e.ended_at is null and e.until > simpul.now() then return 'emergency.stillOpen'; end if;
        update simpul.emergency_access
           set outcome = verdict, reviewed_at = simpul.now(), reviewed_by = ctx.account_id(),
               reviewed_by_person = ctx.person_id()
         where id = e.id;
        with ended_now as (
          update simpul.deadline d set status = 'met', ended_at = simpul.now(), paused_at = null
            from simpul.deadline old
           where old.id = d.id and d.about_id = e.id and d.slug = 'break-glass-review'
             and d.status in ('running', 'paused', 'missed')
          returning d.id, old.status as before, d.due_at),
        noted as (
          insert into simpul.deadline_change (deadline_id, change, from_status, to_status, event, due_before, due_after, actor_id)
          select id, 'meet', before, 'met', 'break_glass.reviewed', due_at, due_at, ctx.account_id() from ended_now)
        update simpul.deadline_step s set status = 'cancelled'
         where s.status = 'pending' and s.deadline_id in (select id from ended_now);
        return 'done';
      end $$;

      -- What was done under it: how many looks, names opened and notes. Only for whoever sees the row.
      create function simpul.emergency_use(access uuid) returns table (looks int, reveals int, notes int)
        language sql stable security definer set search_path = pg_catalog as $$
        select (count(*) filter (where x.act in ('emergencyAccess.read', 'emergencyAccess.notesRead')))::int,
               (count(*) filter (where x.act = 'emergencyAccess.revealed'))::int,
               (count(*) filter (where x.act = 'emergencyAccess.noted'))::int
          from simpul.emergency_access e
          join simpul.case_key k on k.case_id = e.case_id
          join ledger.entry x on x.case_ref = k.ledger_ref and x.actor_id = e.account_id
           and x.at >= e.opened_at and x.at < coalesce(e.ended_at, e.until) + interval '1 second'
         where e.id = access and (e.account_id = ctx.account_id() or simpul.may_review_emergency(e.id)) $$;
      revoke all on function simpul.open_emergency(text, text), simpul.may_review_emergency(uuid), simpul.end_emergency(uuid),
                             simpul.review_emergency(uuid, text), simpul.emergency_use(uuid) from public;
      grant execute on function simpul.open_emergency(text, text), simpul.may_review_emergency(uuid),
                                simpul.end_emergency(uuid), simpul.review_emergency(uuid, text),
                                simpul.emergency_use(uuid) to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function simpul.emergency_use(uuid); drop function simpul.review_emergency(uuid, text);
      drop function simpul.end_emergency(uuid); drop function simpul.may_review_emergency(uuid);
      drop function simpul.open_emergency(text, text);
      drop policy with_the_emergency on simpul.deadline;
      drop policy not_a_matter_of_the_emergency on simpul.deadline;
      drop policy opened_in_an_emergency on simpul.case_file;
    `);
    for (const table of WRITTEN_BY_THE_TEAM)
      await runner.query(`drop policy not_changed_in_an_emergency on simpul.${table};
                          drop policy not_written_in_an_emergency on simpul.${table};`);
    await runner.query(`
      drop table simpul.emergency_access;
      drop function simpul.an_emergency_is_told();
      drop function ctx.emergency_only_case_ids(); drop function ctx.emergency_case_ids();
    `);
  }
}

/** What hangs on a case and is written by those who work on it. Notes and opened names are what an emergency is for. */
const WRITTEN_BY_THE_TEAM = [
  'aftercare_check',
  'case_closing',
  'case_conflict',
  'case_member',
  'case_seal',
  'disclosure',
  'feedback',
  'lawful_basis',
  'loop_confirmation',
  'milestone',
  'person',
  'person_link',
  'referral',
  'referral_draft',
  'referral_message',
  'referral_move',
  'screening',
];
