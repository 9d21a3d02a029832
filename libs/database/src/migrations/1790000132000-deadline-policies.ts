import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who sees a deadline: the team of its case, both sides of its referral, and whoever sees its report while it is
 * kept. A receiver whose answer also ends a
 * clock of the case (an accepted referral is a follow-up of the complaint) reaches that clock through
 * simpul.end_case_deadlines, which shows nothing back: it may end, not read.
 */
export class DeadlinePolicies1790000132000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table simpul.deadline
        add constraint deadline_of_a_case foreign key (case_id) references simpul.case_file (id) deferrable initially deferred,
        add constraint deadline_of_a_referral foreign key (referral_id) references simpul.referral (id) deferrable initially deferred,
        add constraint deadline_of_a_report foreign key (report_id) references simpul.report (id) deferrable initially deferred;

      create policy with_the_case on simpul.deadline for select to simpul_api
        using (case_id is not null and exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy with_the_referral on simpul.deadline for select to simpul_api
        using (referral_id is not null and exists (select 1 from simpul.referral r where r.id = referral_id));
      create policy with_the_report on simpul.deadline for select to simpul_api
        using (report_id is not null and exists (select 1 from simpul.report p where p.id = report_id));
      -- The head of the lead office is the last rung of the ladder: told of what was missed, so able to see what it is
      -- and to answer the call. The row has no name and no story, and the case behind it stays closed.
      create policy lead_office_sees_what_was_missed on simpul.deadline for select to simpul_api
        using (status = 'missed' and (select ctx.role()) = 'dinas_head');
      create policy started_with_case_or_referral on simpul.deadline for insert to simpul_api
        with check ((report_id is not null and case_id is null and referral_id is null
                     and exists (select 1 from simpul.report p where p.id = report_id))
                 or (case_id is not null and exists (select 1 from simpul.case_file f where f.id = case_id))
                 or (referral_id is not null and exists (
                       select 1 from simpul.referral r
                        where r.id = referral_id and (deadline.case_id is null or r.case_id = deadline.case_id))));
      -- Spelt out again: an UPDATE that reads no column is not held by the SELECT policies.
      create policy moved_by_those_who_see_it on simpul.deadline for update to simpul_api
        using ((case_id is not null and exists (select 1 from simpul.case_file f where f.id = case_id))
               or (referral_id is not null and exists (select 1 from simpul.referral r where r.id = referral_id))
               or (report_id is not null and exists (select 1 from simpul.report p where p.id = report_id)))
        with check (true);

      create policy with_the_deadline on simpul.deadline_step for select to simpul_api
        using (exists (select 1 from simpul.deadline d where d.id = deadline_id));
      create policy planned_with_the_deadline on simpul.deadline_step for insert to simpul_api
        with check (exists (select 1 from simpul.deadline d where d.id = deadline_id));
      create policy moved_with_the_deadline on simpul.deadline_step for update to simpul_api
        using (exists (select 1 from simpul.deadline d where d.id = deadline_id)) with check (true);
      create policy with_the_deadline on simpul.deadline_change for select to simpul_api
        using (exists (select 1 from simpul.deadline d where d.id = deadline_id));
      create policy written_with_the_deadline on simpul.deadline_change for insert to simpul_api
        with check (actor_id = (select ctx.account_id())
                    and exists (select 1 from simpul.deadline d where d.id = deadline_id));
      create policy with_the_deadline on simpul.deadline_acknowledgement for select to simpul_api
        using (exists (select 1 from simpul.deadline d where d.id = deadline_id));
      create policy in_the_own_name on simpul.deadline_acknowledgement for insert to simpul_api
        with check (account_id = (select ctx.account_id())
                    and exists (select 1 from simpul.deadline d where d.id = deadline_id));

      -- Whether a report that this office had kept is decided by now. A colleague may not see the case that it became;
      -- that somebody was faster is no news of it. Of a report that was never kept it says nothing.
      create function simpul.report_was_decided(of_report uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
        select exists (select 1 from simpul.report p
                        where p.id = of_report and p.status <> 'RECEIVED' and p.agency_id = ctx.agency_id() and ctx.writes_cases()
                          and exists (select 1 from simpul.deadline d where d.report_id = p.id)) $$;
      revoke all on function simpul.report_was_decided(uuid) from public;
      grant execute on function simpul.report_was_decided(uuid) to simpul_api;

      -- Ends open clocks of a referral's case by an event of that referral; for the receiver, whose view ends at the
      -- referral. Gives back how many, never which.
      create function simpul.end_case_deadlines(of_referral uuid, slugs text[], new_status text, by_event text, ended timestamptz)
        returns int language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        of_case uuid;
        touched int;
      begin
        if new_status not in ('met', 'cancelled') or by_event !~ '^(referral|report|tppo|lpsk)[.]' then
          raise exception 'not an end that a referral brings' using errcode = 'insufficient_privilege';
        end if;
        select r.case_id into of_case from simpul.referral r
         where r.id = of_referral and r.status <> 'draft' and r.to_agency_id = ctx.agency_id();
        if of_case is null then return 0; end if;
        with ended_now as (
          update simpul.deadline d
             set status = new_status, ended_at = ended, paused_at = null
            from simpul.deadline old
           where old.id = d.id and d.case_id = of_case and d.referral_id is null and d.slug = any (slugs)
             and d.status in ('running', 'paused', 'missed')
          returning d.id, old.status as before, d.due_at),
        noted as (
          insert into simpul.deadline_change (deadline_id, change, from_status, to_status, event, due_before, due_after, actor_id)
          select id, case new_status when 'met' then 'meet' else 'cancel' end, before, new_status, by_event, due_at, due_at,
                 ctx.account_id() from ended_now returning deadline_id),
        stopped as (
          update simpul.deadline_step s set status = 'cancelled'
           where s.status = 'pending' and s.deadline_id in (select id from ended_now) returning s.id)
        select count(*) into touched from ended_now;
        return touched;
      end $$;
      revoke all on function simpul.end_case_deadlines(uuid, text[], text, text, timestamptz) from public;
      grant execute on function simpul.end_case_deadlines(uuid, text[], text, text, timestamptz) to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function simpul.report_was_decided(uuid);
      drop function simpul.end_case_deadlines(uuid, text[], text, text, timestamptz);
      drop policy in_the_own_name on simpul.deadline_acknowledgement;
      drop policy with_the_deadline on simpul.deadline_acknowledgement;
      drop policy written_with_the_deadline on simpul.deadline_change;
      drop policy with_the_deadline on simpul.deadline_change;
      drop policy moved_with_the_deadline on simpul.deadline_step;
      drop policy planned_with_the_deadline on simpul.deadline_step;
      drop policy with_the_deadline on simpul.deadline_step;
      drop policy moved_by_those_who_see_it on simpul.deadline;
      drop policy started_with_case_or_referral on simpul.deadline;
      drop policy lead_office_sees_what_was_missed on simpul.deadline;
      drop policy with_the_report on simpul.deadline;
      drop policy with_the_referral on simpul.deadline;
      drop policy with_the_case on simpul.deadline;
      alter table simpul.deadline drop constraint deadline_of_a_report, drop constraint deadline_of_a_referral, drop constraint deadline_of_a_case;
    `);
  }
}
