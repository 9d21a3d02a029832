import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When the person and whoever helps meet. Codes, times and accounts: nothing here is written in words, so that no address
 * and no story can get in. One of a referral is planned at a time; one that was moved, held, missed or called off stays.
 * A planned one of a referral that has ended has fallen away: nobody writes that down.
 */
export class AnAppointmentIsKept1790000950000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.appointment (
        id uuid primary key default gen_random_uuid(),
        referral_id uuid not null references simpul.referral (id),
        case_id uuid not null references simpul.case_file (id),
        at timestamptz not null,
        place text not null,
        escort text not null,
        escort_account_id uuid references simpul.account (id),
        accommodations text[] not null default '{}',
        -- Each arrangement of who comes along has its own clock.
        arrangement_id uuid not null default gen_random_uuid(),
        follows_id uuid references simpul.appointment (id),
        set_by uuid not null references simpul.account (id),
        status text not null default 'PLANNED'
          check (status in ('PLANNED', 'ATTENDED', 'NOT_ATTENDED', 'MOVED', 'CANCELLED')),
        reason text,
        decided_by uuid references simpul.account (id),
        decided_at timestamptz,
        created_at timestamptz not null default simpul.now(),
        constraint decided_by_somebody check ((status = 'PLANNED') = (decided_by is null)
          and (decided_by is null) = (decided_at is null)),
        constraint not_kept_for_a_reason check ((status in ('NOT_ATTENDED', 'MOVED', 'CANCELLED')) = (reason is not null)),
        constraint escorted_by_a_kind check (escort_account_id is null or escort in ('TIM_KASUS', 'PETUGAS_PENERIMA')),
        unique (id, referral_id, case_id)
      );
      create unique index one_appointment_planned on simpul.appointment (referral_id) where status = 'PLANNED';
      create index appointment_of_referral on simpul.appointment (referral_id, at, id);
      create index appointment_of_case on simpul.appointment (case_id);
      call simpul.protect('simpul.appointment');

      -- Each time the case team got in touch, or tried to, after one that could not be kept.
      create table simpul.appointment_follow_up (
        id uuid primary key default gen_random_uuid(),
        appointment_id uuid not null,
        referral_id uuid not null,
        case_id uuid not null references simpul.case_file (id),
        outcome text not null,
        made_by uuid not null references simpul.account (id),
        at timestamptz not null,
        created_at timestamptz not null default simpul.now(),
        constraint of_that_appointment foreign key (appointment_id, referral_id, case_id)
          references simpul.appointment (id, referral_id, case_id)
      );
      create index follow_up_of_appointment on simpul.appointment_follow_up (appointment_id, at);
      call simpul.protect('simpul.appointment_follow_up');

      create policy with_the_case on simpul.appointment for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy while_it_may_be_read on simpul.appointment for select to simpul_api
        using (simpul.referral_is_readable(referral_id));
      create policy set_by_the_receiver on simpul.appointment for insert to simpul_api
        with check (set_by = (select ctx.account_id()) and status = 'PLANNED' and simpul.referral_is_readable(referral_id)
                    and exists (select 1 from simpul.referral r where r.id = referral_id and r.case_id = appointment.case_id));
      create policy set_by_the_team on simpul.appointment for insert to simpul_api
        with check (set_by = (select ctx.account_id()) and status = 'PLANNED' and (select ctx.writes_cases())
                    and exists (select 1 from simpul.case_file f where f.id = case_id)
                    and exists (select 1 from simpul.referral r where r.id = referral_id and r.case_id = appointment.case_id
                                   and r.sent_at is not null and r.status <> 'cancelled'));
      create policy kept_by_the_receiver on simpul.appointment for update to simpul_api
        using (status = 'PLANNED' and simpul.referral_is_readable(referral_id))
        with check (status = 'PLANNED' or decided_by = (select ctx.account_id()));
      create policy kept_by_the_team on simpul.appointment for update to simpul_api
        using (status = 'PLANNED' and (select ctx.writes_cases())
               and exists (select 1 from simpul.case_file f where f.id = case_id))
        with check (status = 'PLANNED' or decided_by = (select ctx.account_id()));
      create policy with_the_case on simpul.appointment_follow_up for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      -- What the person said is the case team's; that a new appointment is wanted is the receiver's to know.
      create policy a_new_one_is_wanted on simpul.appointment_follow_up for select to simpul_api
        using (outcome = 'JANJI_BARU' and simpul.referral_is_readable(referral_id));
      create policy made_in_the_own_name on simpul.appointment_follow_up for insert to simpul_api
        with check (made_by = (select ctx.account_id()) and (select ctx.writes_cases())
                    and exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy not_written_in_an_emergency on simpul.appointment_follow_up as restrictive for insert to simpul_api
        with check (case_id <> all ((select ctx.emergency_only_case_ids())::uuid[]));
      grant select, insert on simpul.appointment_follow_up to simpul_api;

      create policy not_written_in_an_emergency on simpul.appointment as restrictive for insert to simpul_api
        with check (case_id <> all ((select ctx.emergency_only_case_ids())::uuid[]));
      create policy not_changed_in_an_emergency on simpul.appointment as restrictive for update to simpul_api
        using (case_id <> all ((select ctx.emergency_only_case_ids())::uuid[]));
      grant select, insert on simpul.appointment to simpul_api;
      grant update (status, reason, decided_by, decided_at, escort, escort_account_id, accommodations, arrangement_id)
        on simpul.appointment to simpul_api;

      -- Whoever leaves a team owes nothing more in its case, be it to come along or what a conference decided: whoever
      -- leads the case does, until somebody else is named.
      create function simpul.clocks_follow_the_team() returns trigger
        language plpgsql security definer set search_path = pg_catalog as $$
      begin
        with moved as (
          update simpul.deadline d set owing_account_id = f.owner_account_id
            from simpul.case_file f
           where f.id = new.case_id and f.owner_account_id <> new.account_id and d.owing_account_id = new.account_id
             and (d.case_id = f.id or d.referral_id in (select r.id from simpul.referral r where r.case_id = f.id))
             and d.status in ('running', 'paused', 'missed')
          returning d.id, d.status, d.due_at)
        insert into simpul.deadline_change (deadline_id, change, from_status, to_status, due_before, due_after, actor_id)
        select m.id, 'handOver', m.status, m.status, m.due_at, m.due_at, ctx.account_id() from moved m;
        update simpul.appointment set escort_account_id = null
         where case_id = new.case_id and status = 'PLANNED' and escort_account_id = new.account_id;
        return null;
      end $$;
      revoke all on function simpul.clocks_follow_the_team() from public;
      create trigger clocks_follow_the_team after update of until on simpul.case_member
        for each row when (new.until is not null and old.until is null) execute function simpul.clocks_follow_the_team();

      -- What was agreed with an acceptance until now goes on as an appointment.
      insert into simpul.appointment (referral_id, case_id, at, place, escort, set_by)
        select r.id, r.case_id, r.appointment_at, 'INSTANSI_PENERIMA', 'TIDAK_ADA',
               coalesce(r.responsible_account_id, r.opened_by, r.created_by)
          from simpul.referral r
         where r.appointment_at is not null and r.status in ('accepted', 'in-progress', 'on-hold');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger clocks_follow_the_team on simpul.case_member; drop function simpul.clocks_follow_the_team();
      drop table simpul.appointment_follow_up; drop table simpul.appointment;
    `);
  }
}
