import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The register of rules (law as versioned rows), the calendar, and the deadlines with their steps and history. No
 * program may delete any of them: what is over is met, waived or cancelled, and stays.
 */
export class DeadlinesNeverVanish1790000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.deadline_rule (
        id uuid primary key default gen_random_uuid(),
        slug text not null,
        version int not null,
        trigger_event text not null,
        action text not null,
        owing_kinds text[] not null,
        amount int,
        unit text check (unit in ('MINUTE', 'HOUR', 'DAY', 'WORKING_DAY')),
        clock text check (clock in ('RUNNING', 'CALENDAR', 'WORKING', 'UNTIL')),
        applies_when text not null,
        basis text not null check (basis in ('LAW', 'LOCAL', 'AGREEMENT', 'PROPOSAL')),
        citation text not null,
        certainty text not null check (certainty in ('H', 'M', 'L')),
        reminder_offsets text[] not null,
        escalate_to text not null,
        notes text not null,
        kind text not null,
        needs_legal_check boolean not null,
        wording text not null,
        -- The office that answers for the rule (list JENIS_INSTANSI).
        owner text not null default 'BAGIAN_HUKUM',
        valid_from timestamptz not null,
        valid_to timestamptz,
        created_at timestamptz not null default simpul.now(),
        unique (slug, version),
        check ((amount is null) = (unit is null) and (unit is null) = (clock is null)),
        check (valid_to is null or valid_to > valid_from)
      );
      create index deadline_rule_trigger on simpul.deadline_rule (trigger_event);

      -- Where a holiday holds: null the whole country, '16' a province, '16.74' a city. One that was declared in error
      -- is taken out and stays readable: due times were counted by it.
      create table simpul.holiday (
        id uuid primary key default gen_random_uuid(),
        date date not null,
        kind text not null check (kind in ('NATIONAL', 'COLLECTIVE_LEAVE', 'LOCAL')),
        region_code text check (region_code ~ '^[0-9]{2}([.][0-9]{2})?$'),
        name text not null,
        basis text not null,
        created_at timestamptz not null default simpul.now(),
        removed_at timestamptz,
        removed_by uuid,
        removal_reason text,
        check (kind <> 'NATIONAL' or region_code is null),
        check (kind <> 'LOCAL' or region_code is not null),
        check ((removed_at is null) = (removed_by is null) and (removed_at is null) = (removal_reason is null))
      );
      create unique index holiday_once on simpul.holiday (date, kind, coalesce(region_code, '')) where removed_at is null;

      -- The weeks in which people were told that next year's holidays are not there yet.
      create table simpul.calendar_warning (
        id uuid primary key default gen_random_uuid(),
        year int not null,
        week_of date not null,
        created_at timestamptz not null default simpul.now(),
        unique (year, week_of)
      );

      -- A week of hours is declared and taken back as one period. One that was taken back stays readable, with its reason.
      create table simpul.office_hours (
        id uuid primary key default gen_random_uuid(),
        period_id uuid not null,
        season text not null check (season in ('NORMAL', 'RAMADAN')),
        region_code text check (region_code ~ '^[0-9]{2}([.][0-9]{2})?$'),
        weekday int not null check (weekday between 1 and 7),
        opens_at text, break_start text, break_end text, closes_at text,
        valid_from date not null,
        valid_to date check (valid_to >= valid_from),
        basis text not null,
        created_at timestamptz not null default simpul.now(),
        removed_at timestamptz,
        removed_by uuid,
        removal_reason text,
        check ((opens_at is null) = (closes_at is null)),
        check ((removed_at is null) = (removed_by is null) and (removed_at is null) = (removal_reason is null))
      );
      create unique index office_hours_once on simpul.office_hours
        (season, weekday, valid_from, coalesce(region_code, '')) where removed_at is null;

      create table simpul.deadline (
        id uuid primary key default gen_random_uuid(),
        rule_id uuid not null references simpul.deadline_rule (id),
        slug text not null,
        case_id uuid,
        referral_id uuid,
        -- A report that was only kept: it has no case yet, and somebody still owes the decision.
        report_id uuid,
        -- The thing it counts for, where a case has several at once: one consent, one emergency access.
        about_id uuid,
        trigger_event text not null,
        trigger_at timestamptz not null,
        armed_at timestamptz not null default simpul.now(),
        due_at timestamptz,
        estimated boolean not null default false,
        why_id text not null,
        why_en text not null,
        status text not null default 'running'
          check (status in ('running', 'paused', 'met', 'missed', 'waived', 'cancelled')),
        owing_agency_id uuid,
        owing_account_id uuid,
        ended_at timestamptz,
        missed_at timestamptz,
        paused_at timestamptz,
        paused_by_event boolean not null default false,
        waiver_proposed_by uuid,
        waiver_proposed_at timestamptz,
        created_at timestamptz not null default simpul.now(),
        check ((status = 'paused') = (paused_at is not null)),
        check ((status in ('met', 'waived', 'cancelled')) = (ended_at is not null))
      );
      -- One clock per rule, thing and trigger, however often the event is told. A cancelled one stays in the history
      -- and leaves room: a level of risk may go up, down and up again.
      create unique index deadline_once on simpul.deadline
        (slug, trigger_at, coalesce(about_id, referral_id, case_id, report_id, '00000000-0000-0000-0000-000000000000'::uuid))
        where status <> 'cancelled';
      create index deadline_of_case on simpul.deadline (case_id, due_at) where case_id is not null;
      create index deadline_of_referral on simpul.deadline (referral_id) where referral_id is not null;
      create index deadline_of_report on simpul.deadline (report_id) where report_id is not null;
      create index deadline_open_by_agency on simpul.deadline (owing_agency_id, due_at)
        where status in ('running', 'paused', 'missed');
      create index deadline_open_by_account on simpul.deadline (owing_account_id, due_at)
        where status in ('running', 'paused', 'missed');

      create table simpul.deadline_step (
        id uuid primary key default gen_random_uuid(),
        deadline_id uuid not null references simpul.deadline (id),
        rung text not null,
        fire_at timestamptz not null,
        tells text[] not null,
        marks_missed boolean not null default false,
        status text not null default 'pending' check (status in ('pending', 'fired', 'superseded', 'cancelled')),
        fired_at timestamptz,
        late boolean not null default false,
        created_at timestamptz not null default simpul.now(),
        check ((status = 'fired') = (fired_at is not null)),
        -- Never early, whatever a program believes the time is.
        check (fired_at is null or fired_at >= fire_at)
      );
      create index deadline_step_of_deadline on simpul.deadline_step (deadline_id, fire_at);
      create index deadline_step_due on simpul.deadline_step (fire_at, id) where status = 'pending';

      create table simpul.deadline_change (
        id uuid primary key default gen_random_uuid(),
        deadline_id uuid not null references simpul.deadline (id),
        change text not null,
        from_status text,
        to_status text not null,
        event text,
        due_before timestamptz,
        due_after timestamptz,
        -- The version of the rule that holds after the change.
        rule_id uuid references simpul.deadline_rule (id),
        actor_id uuid,
        reason_sealed bytea,
        created_at timestamptz not null default simpul.now()
      );
      create index deadline_change_of_deadline on simpul.deadline_change (deadline_id, created_at);

      create table simpul.deadline_acknowledgement (
        id uuid primary key default gen_random_uuid(),
        deadline_id uuid not null references simpul.deadline (id),
        account_id uuid not null,
        created_at timestamptz not null default simpul.now()
      );
      create index acknowledgement_of_deadline on simpul.deadline_acknowledgement (deadline_id, created_at);

      call simpul.protect('simpul.deadline_rule');
      call simpul.protect('simpul.holiday');
      call simpul.protect('simpul.calendar_warning');
      call simpul.protect('simpul.office_hours');
      call simpul.protect('simpul.deadline');
      call simpul.protect('simpul.deadline_step');
      call simpul.protect('simpul.deadline_change');
      call simpul.protect('simpul.deadline_acknowledgement');

      create policy reference_for_the_signed_in on simpul.deadline_rule for select to simpul_api
        using ((select ctx.account_id()) is not null);
      create policy reference_for_the_signed_in on simpul.holiday for select to simpul_api
        using ((select ctx.account_id()) is not null);
      create policy reference_for_the_signed_in on simpul.office_hours for select to simpul_api
        using ((select ctx.account_id()) is not null);
      grant select on simpul.deadline_rule, simpul.holiday, simpul.office_hours to simpul_api, simpul_worker;
      create policy worker_reads on simpul.deadline_rule for select to simpul_worker using (true);
      create policy worker_reads on simpul.holiday for select to simpul_worker using (true);
      create policy worker_reads on simpul.office_hours for select to simpul_worker using (true);

      -- The calendar is kept by the IT office and the legal office. No row is deleted: a day taken out keeps its reason.
      create policy kept_by_the_calendar_keepers on simpul.holiday for insert to simpul_api
        with check ((select ctx.role()) in ('administrator', 'legal_officer') and removed_at is null);
      create policy taken_out_in_the_own_name on simpul.holiday for update to simpul_api
        using ((select ctx.role()) in ('administrator', 'legal_officer') and removed_at is null)
        with check (removed_by = (select ctx.account_id()));
      grant insert, update (removed_at, removed_by, removal_reason) on simpul.holiday to simpul_api;
      create policy kept_by_the_calendar_keepers on simpul.office_hours for insert to simpul_api
        with check ((select ctx.role()) in ('administrator', 'legal_officer') and removed_at is null);
      create policy taken_out_in_the_own_name on simpul.office_hours for update to simpul_api
        using ((select ctx.role()) in ('administrator', 'legal_officer') and removed_at is null)
        with check (removed_by = (select ctx.account_id()));
      grant insert, update (removed_at, removed_by, removal_reason) on simpul.office_hours to simpul_api;

      create policy worker_warns on simpul.calendar_warning to simpul_worker using (true) with check (true);
      grant select, insert on simpul.calendar_warning to simpul_worker;

      create policy worker_keeps_time on simpul.deadline to simpul_worker using (true) with check (true);
      create policy worker_keeps_time on simpul.deadline_step to simpul_worker using (true) with check (true);
      create policy worker_keeps_time on simpul.deadline_change to simpul_worker using (true) with check (true);
      create policy worker_keeps_time on simpul.deadline_acknowledgement for select to simpul_worker using (true);
      grant select, insert on simpul.deadline, simpul.deadline_step, simpul.deadline_change to simpul_api, simpul_worker;
      grant update (status, due_at, estimated, why_id, why_en, ended_at, missed_at, paused_at, paused_by_event,
                    waiver_proposed_by, waiver_proposed_at) on simpul.deadline to simpul_api, simpul_worker;
      -- A version that applies to open deadlines takes them over; only the worker carries it out.
      grant update (rule_id) on simpul.deadline to simpul_worker;
      grant update (status, fire_at, fired_at, late) on simpul.deadline_step to simpul_worker;
      grant update (status, fire_at) on simpul.deadline_step to simpul_api;
      grant select, insert on simpul.deadline_acknowledgement to simpul_api;
      grant select on simpul.deadline_acknowledgement to simpul_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table simpul.deadline_acknowledgement; drop table simpul.deadline_change; drop table simpul.deadline_step;
      drop table simpul.deadline; drop table simpul.office_hours; drop table simpul.calendar_warning;
      drop table simpul.holiday; drop table simpul.deadline_rule;
    `);
  }
}
