import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The end of a case: proposed by one person with reason, rights checklist and summary, decided by another; the checks
 * after it. What was found is never changed. Reasons stay readable as codes, every text is sealed under the case's key.
 */
export class ACaseEndsByTwo1790000720000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.case_closing (
        id uuid primary key default gen_random_uuid(),
        -- Order of the decisions on a case: its lock is held when a number is drawn.
        turn bigint generated always as identity,
        case_id uuid not null references simpul.case_file (id),
        -- Code of list ALASAN_TERMINASI.
        reason text not null,
        -- What the client has a right to before the end -> DONE, NOT_DONE, NOT_APPLICABLE.
        rights jsonb not null check (jsonb_typeof(rights) = 'object'),
        summary_sealed bytea not null,
        -- Nobody to look after any more where the person died, or where the case was never ours.
        after_care boolean not null,
        proposed_by uuid not null references simpul.account (id),
        proposed_at timestamptz not null,
        status text not null check (status in ('PROPOSED', 'CLOSED', 'REJECTED', 'WITHDRAWN', 'REOPENED')),
        decided_by uuid references simpul.account (id),
        decided_at timestamptz,
        decision_sealed bytea,
        reopened_by uuid references simpul.account (id),
        reopened_at timestamptz,
        reopening_sealed bytea,
        created_at timestamptz not null default simpul.now(),
        constraint decided_or_waiting check ((status = 'PROPOSED') = (decided_at is null)
          and (decided_at is null) = (decided_by is null)),
        constraint a_no_has_a_reason check (status <> 'REJECTED' or decision_sealed is not null),
        constraint a_reopening_has_a_reason check ((status = 'REOPENED') = (reopened_at is not null)
          and (reopened_at is null) = (reopened_by is null) and (reopened_at is null) = (reopening_sealed is null))
      );
      create index case_closing_of_case on simpul.case_closing (case_id, turn desc);
      create unique index one_closing_at_a_time on simpul.case_closing (case_id) where status in ('PROPOSED', 'CLOSED');

      create table simpul.aftercare_check (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references simpul.case_file (id),
        outcome text not null check (outcome in ('SAFE', 'NEEDS_HELP', 'NOT_REACHED', 'DECLINED')),
        note_sealed bytea,
        done_by uuid not null references simpul.account (id),
        at timestamptz not null,
        created_at timestamptz not null default simpul.now(),
        constraint help_has_a_note check (outcome <> 'NEEDS_HELP' or note_sealed is not null)
      );
      create index aftercare_check_of_case on simpul.aftercare_check (case_id, at);

      call simpul.protect('simpul.case_closing');
      call simpul.protect('simpul.aftercare_check');

      create policy with_the_case on simpul.case_closing for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy proposed_in_the_own_name on simpul.case_closing for insert to simpul_api
        with check (proposed_by = (select ctx.account_id()) and (select ctx.writes_cases())
                    and exists (select 1 from simpul.case_file f where f.id = case_id and f.closed_at is null)
                    and (status = 'PROPOSED'
                         or (status = 'CLOSED' and decided_by = proposed_by
                             and exists (select 1 from simpul.case_file f where f.id = case_id and f.mandate = 'FAMILY'))));
      -- Four eyes are counted by human being: a second account of the same person closes nothing.
      create policy decided_by_another_person on simpul.case_closing for update to simpul_api
        using (status in ('PROPOSED', 'CLOSED') and (select ctx.writes_cases())
               and exists (select 1 from simpul.case_file f where f.id = case_id))
        with check (
          (status = 'WITHDRAWN' and decided_by = (select ctx.account_id())
              and (select ctx.person_id()) = (select a.person_id from simpul.account a where a.id = proposed_by))
          or (status in ('CLOSED', 'REJECTED') and decided_by = (select ctx.account_id())
              and (select ctx.person_id()) <> (select a.person_id from simpul.account a where a.id = proposed_by))
          or (status = 'REOPENED' and reopened_by = (select ctx.account_id())));
      grant select, insert,
            update (status, decided_by, decided_at, decision_sealed, reopened_by, reopened_at, reopening_sealed)
         on simpul.case_closing to simpul_api;

      create policy with_the_case on simpul.aftercare_check for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy done_in_the_own_name on simpul.aftercare_check for insert to simpul_api
        with check (done_by = (select ctx.account_id()) and (select ctx.writes_cases())
                    and exists (select 1 from simpul.case_file f where f.id = case_id and f.closed_at is not null));
      grant select, insert on simpul.aftercare_check to simpul_api;

      -- The end itself: whoever could write the column alone would need no second person for the proposal. What is
      -- decided stays decided: a closed case opens by a reopening, and a decision is never taken back.
      create function simpul.case_ends_by_two() returns trigger
        language plpgsql set search_path = pg_catalog as $$
      declare
        latest text := (select c.status from simpul.case_closing c where c.case_id = new.id order by c.turn desc limit 1);
      begin
        if (old.closed_at is null) = (new.closed_at is null) then return new; end if;
        if coalesce(latest, '') <> (case when new.closed_at is null then 'REOPENED' else 'CLOSED' end) then
          raise exception 'a case ends and begins anew only by a decision' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger case_ends_by_two before update of closed_at on simpul.case_file
        for each row execute function simpul.case_ends_by_two();

      create function simpul.closing_goes_forward() returns trigger
        language plpgsql set search_path = pg_catalog as $$
      begin
        if (old.status, new.status) not in (('PROPOSED', 'CLOSED'), ('PROPOSED', 'REJECTED'), ('PROPOSED', 'WITHDRAWN'),
                                            ('CLOSED', 'REOPENED'))
           or (old.status = 'CLOSED' and (old.decided_by, old.decided_at, old.decision_sealed)
                                           is distinct from (new.decided_by, new.decided_at, new.decision_sealed)) then
          raise exception 'a closing goes forward only' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger closing_goes_forward before update on simpul.case_closing
        for each row execute function simpul.closing_goes_forward();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger case_ends_by_two on simpul.case_file; drop function simpul.case_ends_by_two();
      drop table simpul.aftercare_check; drop table simpul.case_closing; drop function simpul.closing_goes_forward();
    `);
  }
}
