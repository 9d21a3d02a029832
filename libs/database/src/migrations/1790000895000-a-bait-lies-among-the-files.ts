import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Bait: a file of nobody's, as it lies in every office, that no duty leads to. It is made of the same rows as any other
 * file, so that nothing under the API's role tells the two apart; that it is bait stands in a table of its own, which only
 * those who guard can read. Nothing happens when it is read: the worker looks for such readings in the ledger.
 */
export class ABaitLiesAmongTheFiles1790000895000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.bait (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null unique references simpul.case_file (id),
        ledger_ref uuid not null unique,
        laid_by uuid not null references simpul.account (id),
        laid_at timestamptz not null default simpul.now(),
        ended_by uuid references simpul.account (id),
        ended_at timestamptz,
        -- Up to here its name was looked for among the searches of the ledger.
        searched_to timestamptz not null default simpul.now(),
        created_at timestamptz not null default simpul.now(),
        constraint ended_by_somebody check ((ended_at is null) = (ended_by is null))
      );
      create table simpul.bait_reading (
        id uuid primary key default gen_random_uuid(),
        bait_id uuid not null references simpul.bait (id),
        entry_id uuid not null,
        account_id uuid not null references simpul.account (id),
        person_id uuid not null,
        act text not null,
        decision text not null,
        at timestamptz not null,
        created_at timestamptz not null default simpul.now(),
        unique (bait_id, entry_id)
      );
      create index bait_reading_newest on simpul.bait_reading (bait_id, at desc);
      call simpul.protect('simpul.bait');
      call simpul.protect('simpul.bait_reading');
      create policy known_to_the_guards on simpul.bait for select to simpul_api using ((select ctx.guards()));
      -- A guard who read it themselves is told of it by another guard.
      create policy known_to_the_guards on simpul.bait_reading for select to simpul_api
        using ((select ctx.guards()) and person_id <> (select ctx.person_id()));
      grant select (id, laid_by, laid_at, ended_by, ended_at) on simpul.bait to simpul_api;
      grant select (id, bait_id, account_id, person_id, act, decision, at) on simpul.bait_reading to simpul_api;

      -- Counted nowhere: what the worker reckons (the sums of the guarantee, figures) is reckoned without.
      create function simpul.bait_case_ids() returns uuid[]
        language sql stable security definer set search_path = pg_catalog as $$
        select coalesce(array_agg(b.case_id), '{}') from simpul.bait b $$;
      revoke all on function simpul.bait_case_ids() from public;
      grant execute on function simpul.bait_case_ids() to simpul_worker;
      create policy bait_is_no_case on simpul.case_file as restrictive for select to simpul_worker
        using (id <> all ((select simpul.bait_case_ids())::uuid[]));
      create policy bait_is_no_case on simpul.report as restrictive for select to simpul_worker
        using (case_id is null or case_id <> all ((select simpul.bait_case_ids())::uuid[]));

      -- What guards do about bait, and what the system says of it, is in the ledger and for guards alone. An integrity
      -- officer receives no report and ends no case, but for these.
      create policy bait_is_for_the_guards on ledger.entry as restrictive for select to simpul_api
        using (actor_id = (select ctx.account_id()) or (select ctx.guards())
               or (object_kind is distinct from 'bait'
                   and not (actor_role = 'integrity_officer' and act in ('report.received', 'closing.proposed'))));

      alter table simpul.alarm
        drop constraint alarm_kind_check,
        add constraint alarm_kind_check check (kind in (
          'NOBODY_TO_TELL', 'NO_WORKING_CHANNEL', 'CHANNEL_FAILED', 'MESSAGE_STUCK', 'WORKER_CLOCK', 'INVARIANT_BROKEN',
          'WITNESS_TROUBLED', 'UNUSUAL_READING', 'BAIT_READ')),
        drop constraint reading_ends_with_an_outcome,
        add constraint reading_ends_with_an_outcome check (
          (outcome is not null) = (kind in ('UNUSUAL_READING', 'BAIT_READ') and resolved_at is not null));
      create policy guards_see_bait on simpul.alarm for select to simpul_api
        using (kind = 'BAIT_READ' and (select ctx.guards()));
      create policy guards_answer_bait on simpul.alarm for update to simpul_api
        using (resolved_at is null and kind = 'BAIT_READ' and (select ctx.guards()))
        with check (resolved_by = (select ctx.account_id())
                    or (resolved_at is null and acknowledged_by = (select ctx.account_id())));
      create policy bait_is_for_other_guards on simpul.alarm as restrictive to simpul_api
        using (kind <> 'BAIT_READ'
               or ((select ctx.guards())
                   and (select a.person_id from simpul.account a where a.id = account_id)
                       is distinct from (select ctx.person_id())));

      -- Lays one, whole or not at all. The key of the case is there already, made in the same transaction. Gives back
      -- 'done' or the code of a refusal.
      create function simpul.lay_bait(new_bait jsonb, sealed_name bytea, indexed_name bytea, sealed_story bytea,
                                      sealed_narrative bytea, sealed_summary bytea) returns text
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        the_case constant uuid := new_bait ->> 'caseId';
        unit constant uuid := new_bait ->> 'agencyId';
        owner constant uuid := new_bait ->> 'ownerAccountId';
        opened constant timestamptz := new_bait ->> 'openedAt';
        readers constant uuid[] := array(select jsonb_array_elements_text(new_bait -> 'readerAccountIds')::uuid);
      begin
        if not ctx.guards() then return 'notFound'; end if;
        -- Somebody who has left: nobody is there to ask, and nobody is asked to answer for it.
        if not exists (select 1 from simpul.account a where a.id = owner and a.agency_id = unit and not a.active
                          and a.role in ('intake_counselor', 'case_worker', 'supervisor')) then
          return 'bait.ownerNotPossible';
        end if;
        if cardinality(readers) <> (select count(distinct a.id) from simpul.account a
              where a.id = any (readers) and a.active and a.agency_id = unit
                and a.role in ('intake_counselor', 'case_worker', 'psychologist', 'supervisor')) then
          return 'bait.readersNotPossible';
        end if;
        insert into simpul.case_file (id, number, agency_id, owner_account_id, mandate, contexts, client_safe_now, reported_at,
                                      chronology_sealed, created_at, closed_at)
          values (the_case, new_bait ->> 'number', unit, owner, 'FAMILY', '{KELUARGA_TANPA_KEKERASAN}', 'YES', opened,
                  sealed_story, opened, (new_bait ->> 'closedAt')::timestamptz);
        insert into simpul.case_member (case_id, account_id, agency_id, since, created_at)
          select the_case, m, unit, opened, opened from unnest(owner || readers) m;
        insert into simpul.person (id, case_id, kind, position, sex, age_years, age_band, initials, name_sealed, name_index, created_at)
          values ((new_bait ->> 'personId')::uuid, the_case, 'VICTIM', 1, new_bait ->> 'sex', (new_bait ->> 'ageYears')::int,
                  new_bait ->> 'ageBand', new_bait ->> 'initials', sealed_name, indexed_name, opened);
        insert into simpul.report (id, agency_id, received_by, channel, reporter_kind, received_at, client_safe_now,
                                   violence_types, contexts, online, victims, reported_persons, status, case_id, sealed_by,
                                   narrative_sealed, decided_by, decided_at, created_at)
          values ((new_bait ->> 'reportId')::uuid, unit, owner, 'DATANG_LANGSUNG', 'KORBAN', opened, 'YES', '{}',
                  '{KELUARGA_TANPA_KEKERASAN}', false, 1, 0, 'OPENED', the_case, 'CASE', sealed_narrative, owner, opened, opened);
        insert into simpul.case_closing (id, case_id, reason, rights, summary_sealed, after_care, proposed_by, proposed_at,
                                         status, decided_by, decided_at, created_at)
          values ((new_bait ->> 'closingId')::uuid, the_case, 'TUJUAN_TERCAPAI', new_bait -> 'rights', sealed_summary, true, owner,
                  (new_bait ->> 'closedAt')::timestamptz, 'CLOSED', owner, (new_bait ->> 'closedAt')::timestamptz,
                  (new_bait ->> 'closedAt')::timestamptz);
        update simpul.case_key set created_at = opened where case_id = the_case;
        insert into simpul.bait (id, case_id, ledger_ref, laid_by)
          select (new_bait ->> 'id')::uuid, the_case, k.ledger_ref, ctx.account_id()
            from simpul.case_key k where k.case_id = the_case;
        return 'done';
      end $$;

      -- The last file of a year that is over: the bait comes behind it, in number and in time.
      create function simpul.last_case_of(city text, of_year int) returns timestamptz
        language sql stable security definer set search_path = pg_catalog as $$
        select max(f.created_at) from simpul.case_file f
         where ctx.guards() and f.number like city || '-' || of_year || '-%' $$;

      -- Sealed for a team of nobody: it is not there any more, as a sealed case is not there.
      create function simpul.end_bait(of_bait uuid) returns text
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        b simpul.bait;
      begin
        select * into b from simpul.bait x where x.id = of_bait for update;
        if b.id is null or not ctx.guards() then return 'notFound'; end if;
        if b.ended_at is not null then return 'bait.ended'; end if;
        update simpul.bait set ended_by = ctx.account_id(), ended_at = simpul.now() where id = b.id;
        update simpul.case_file set sealed = true where id = b.case_id;
        return 'done';
      end $$;

      -- How it looks to others, for its keepers.
      create function simpul.baits()
        returns table (id uuid, number text, "agencyName" text, initials text, "ownerName" text, "readerNames" text[],
                       "laidByName" text, "laidAt" timestamptz, "endedAt" timestamptz)
        language sql stable security definer set search_path = pg_catalog as $$
        select b.id, f.number, g.name, p.initials, o.display_name,
               array(select a.display_name from simpul.case_member m join simpul.account a on a.id = m.account_id
                      where m.case_id = f.id and m.account_id <> f.owner_account_id order by a.display_name),
               l.display_name, b.laid_at, b.ended_at
          from simpul.bait b join simpul.case_file f on f.id = b.case_id join simpul.agency g on g.id = f.agency_id
          join simpul.account o on o.id = f.owner_account_id join simpul.account l on l.id = b.laid_by
          left join simpul.person p on p.case_id = f.id and p.kind = 'VICTIM' and p.position = 1
         where ctx.guards() order by b.ended_at is not null, b.laid_at desc limit 200 $$;
      revoke all on function simpul.lay_bait(jsonb, bytea, bytea, bytea, bytea, bytea), simpul.end_bait(uuid), simpul.baits(),
                             simpul.last_case_of(text, int) from public;
      grant execute on function simpul.lay_bait(jsonb, bytea, bytea, bytea, bytea, bytea), simpul.end_bait(uuid), simpul.baits(),
                                simpul.last_case_of(text, int) to simpul_api;

      -- What was done with bait since the last look: opened, revealed, exported, tried in vain, or found by its exact name.
      -- Asked by the worker every few seconds; while nothing is laid it costs nothing.
      create function simpul.find_bait_readings()
        returns table (reading_id uuid, bait_id uuid, account_id uuid, agency_id uuid)
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      #variable_conflict use_column
      declare
        from_at timestamptz;
      begin
        select min(b.searched_to) - interval '10 minutes' into from_at from simpul.bait b where b.ended_at is null;
        if from_at is null then return; end if;
        return query
          with done as (
            select b.id as bait, e.id as entry, e.actor_id, e.act, e.decision, e.at
              from simpul.bait b join ledger.entry e on e.case_ref = b.ledger_ref
             where b.ended_at is null
               and not (e.actor_role = 'integrity_officer' and e.act in ('report.received', 'closing.proposed'))
            union all
            select b.id, e.id, e.actor_id, e.act, e.decision, e.at
              from ledger.entry e join simpul.bait b on e.facts -> 'cases' ? b.case_id::text
             where e.at > from_at and e.act in ('case.matched', 'report.matched') and b.ended_at is null),
          kept as (
            insert into simpul.bait_reading as r (bait_id, entry_id, account_id, person_id, act, decision, at)
              select d.bait, d.entry, a.id, a.person_id, d.act, d.decision, d.at
                from done d join simpul.account a on a.id = d.actor_id
               where not exists (select 1 from simpul.bait_reading o where o.bait_id = d.bait and o.entry_id = d.entry)
              on conflict do nothing
              returning r.id, r.bait_id, r.account_id)
          select k.id, k.bait_id, k.account_id, a.agency_id from kept k join simpul.account a on a.id = k.account_id;
        update simpul.bait b set searched_to = simpul.now()
         where b.ended_at is null and b.searched_to < simpul.now() - interval '10 minutes';
      end $$;
      revoke all on function simpul.find_bait_readings() from public;
      grant execute on function simpul.find_bait_readings() to simpul_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function simpul.find_bait_readings(); drop function simpul.baits(); drop function simpul.end_bait(uuid);
      drop function simpul.last_case_of(text, int);
      drop function simpul.lay_bait(jsonb, bytea, bytea, bytea, bytea, bytea);
      drop policy bait_is_for_other_guards on simpul.alarm;
      drop policy guards_answer_bait on simpul.alarm;
      drop policy guards_see_bait on simpul.alarm;
      delete from simpul.alarm where kind = 'BAIT_READ';
      alter table simpul.alarm
        drop constraint reading_ends_with_an_outcome,
        add constraint reading_ends_with_an_outcome check (
          (outcome is not null) = (kind = 'UNUSUAL_READING' and resolved_at is not null)),
        drop constraint alarm_kind_check,
        add constraint alarm_kind_check check (kind in (
          'NOBODY_TO_TELL', 'NO_WORKING_CHANNEL', 'CHANNEL_FAILED', 'MESSAGE_STUCK', 'WORKER_CLOCK', 'INVARIANT_BROKEN',
          'WITNESS_TROUBLED', 'UNUSUAL_READING'));
      drop policy bait_is_for_the_guards on ledger.entry;
      drop policy bait_is_no_case on simpul.report;
      drop policy bait_is_no_case on simpul.case_file;
      drop function simpul.bait_case_ids();
      drop table simpul.bait_reading; drop table simpul.bait;
    `);
  }
}
