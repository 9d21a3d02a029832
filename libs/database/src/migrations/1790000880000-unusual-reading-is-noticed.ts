import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reading that is out of proportion is noticed while it happens. The worker keeps what it found, and raises an alarm
 * about it that neither the person nor the IT office sees: it is about people, not machines.
 */
export class UnusualReadingIsNoticed1790000880000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.reading_found (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references simpul.account (id),
        rule text not null check (rule ~ '^[A-Z_]{3,40}$'),
        counted int not null check (counted > 0),
        -- What is usual for the person and for the people of the office; null where nothing is known, or not compared.
        own_usual int,
        team_usual int,
        from_at timestamptz not null,
        to_at timestamptz not null,
        created_at timestamptz not null default simpul.now()
      );
      create index reading_found_last on simpul.reading_found (account_id, rule, created_at desc);
      create index reading_found_lately on simpul.reading_found (created_at);
      call simpul.protect('simpul.reading_found');
      create policy worker_finds on simpul.reading_found to simpul_worker using (true) with check (true);
      grant select, insert on simpul.reading_found to simpul_worker;
      -- Whoever sees the alarm sees what it is about.
      create policy seen_with_its_alarm on simpul.reading_found for select to simpul_api
        using (exists (select 1 from simpul.alarm a where a.kind = 'UNUSUAL_READING' and a.account_id = reading_found.account_id
                          and a.code = rule));
      grant select on simpul.reading_found to simpul_api;

      alter table simpul.alarm
        drop constraint alarm_kind_check,
        add constraint alarm_kind_check check (kind in (
          'NOBODY_TO_TELL', 'NO_WORKING_CHANNEL', 'CHANNEL_FAILED', 'MESSAGE_STUCK', 'WORKER_CLOCK', 'INVARIANT_BROKEN',
          'WITNESS_TROUBLED', 'UNUSUAL_READING')),
        add column outcome text check (outcome in ('EXPLAINED', 'TO_TALK', 'REPORTED')),
        add constraint reading_ends_with_an_outcome check (
          (outcome is not null) = (kind = 'UNUSUAL_READING' and resolved_at is not null));
      grant update (outcome) on simpul.alarm to simpul_api;

      create policy watchers_see_reading on simpul.alarm for select to simpul_api
        using (kind = 'UNUSUAL_READING' and (select ctx.role()) in ('integrity_officer', 'auditor'));
      create policy watchers_answer_reading on simpul.alarm for update to simpul_api
        using (resolved_at is null and kind = 'UNUSUAL_READING' and (select ctx.role()) in ('integrity_officer', 'auditor'))
        with check (resolved_by = (select ctx.account_id())
                    or (resolved_at is null and acknowledged_by = (select ctx.account_id())));
      -- Never the person, under any account; never the IT office, nor the head of a partner, who has no audit trail.
      create policy reading_is_for_others on simpul.alarm as restrictive to simpul_api
        using (kind <> 'UNUSUAL_READING'
               or ((select ctx.role()) in ('supervisor', 'integrity_officer', 'auditor', 'dinas_head')
                   and (select a.person_id from simpul.account a where a.id = account_id)
                       is distinct from (select ctx.person_id())));

      -- What people did since a moment: looks, searches and acts on cases. The worker's own rights reach neither the
      -- ledger nor the roster; it gets codes, times and pseudonyms.
      create function simpul.recent_reading(since timestamptz, searches text[])
        returns table (act text, at timestamptz, actor_id uuid, actor_role text, actor_agency uuid, case_ref uuid,
                       searched boolean, on_duty boolean, others_packet uuid)
        language sql stable security definer set search_path = pg_catalog as $$
        select e.act, e.at, e.actor_id, e.actor_role, e.actor_agency, e.case_ref,
               e.act = any (searches) and coalesce(e.facts ->> 'searched', 'true') = 'true',
               exists (select 1 from simpul.duty_shift s where s.removed_at is null and s.starts_at <= e.at and s.ends_at > e.at
                          and e.actor_id in (s.account_id, s.stand_in_account_id)),
               -- Taken on by a colleague who is there.
               (select r.id from simpul.referral r
                 where e.object_kind = 'referral' and r.id = e.object_id and e.actor_role = 'agency_officer'
                   and r.to_agency_id = e.actor_agency and r.responsible_account_id <> e.actor_id
                   and not exists (select 1 from simpul.absence w where w.account_id = r.responsible_account_id
                                      and w.removed_at is null and w.starts_at <= e.at and w.ends_at > e.at))
          from ledger.entry e
          join simpul.account who on who.id = e.actor_id
         where e.at > since and e.decision = 'allowed' and (e.case_ref is not null or e.act = any (searches))
         order by e.seq $$;
      -- How many different cases a person, and the people of their office, look at in an hour when they look at any: at
      -- most so many in nine of ten such hours.
      create function simpul.usual_reading(person uuid, looks text[], from_at timestamptz, to_at timestamptz)
        returns table (own int, team int)
        language sql stable security definer set search_path = pg_catalog as $$
        with hours as (
          select e.actor_id, count(distinct e.case_ref) as cases
            from ledger.entry e
           where e.actor_agency = (select a.agency_id from simpul.account a where a.id = person)
             and e.at >= from_at and e.at < to_at and e.decision = 'allowed' and e.case_ref is not null and e.act = any (looks)
           group by e.actor_id, date_bin('1 hour', e.at, 'epoch'))
        select (percentile_disc(0.9) within group (order by cases) filter (where actor_id = person))::int,
               (percentile_disc(0.9) within group (order by cases) filter (where actor_id <> person))::int
          from hours $$;
      revoke all on function simpul.recent_reading(timestamptz, text[]),
                             simpul.usual_reading(uuid, text[], timestamptz, timestamptz) from public;
      grant execute on function simpul.recent_reading(timestamptz, text[]),
                                simpul.usual_reading(uuid, text[], timestamptz, timestamptz) to simpul_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function simpul.usual_reading(uuid, text[], timestamptz, timestamptz);
      drop function simpul.recent_reading(timestamptz, text[]);
      drop policy reading_is_for_others on simpul.alarm;
      drop policy watchers_answer_reading on simpul.alarm;
      drop policy watchers_see_reading on simpul.alarm;
      drop table simpul.reading_found;
      delete from simpul.alarm where kind = 'UNUSUAL_READING';
      alter table simpul.alarm
        drop constraint reading_ends_with_an_outcome,
        drop column outcome,
        drop constraint alarm_kind_check,
        add constraint alarm_kind_check check (kind in (
          'NOBODY_TO_TELL', 'NO_WORKING_CHANNEL', 'CHANNEL_FAILED', 'MESSAGE_STUCK', 'WORKER_CLOCK', 'INVARIANT_BROKEN',
          'WITNESS_TROUBLED'));
    `);
  }
}
