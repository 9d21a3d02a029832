import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Screenings: one row each time somebody looks at the danger. What was found is never changed. One that lowers the
 * level is a proposal until another human being approves it; a newer one overtakes it. The level and the versions of
 * the rules stay readable, the answers and reasons are sealed under the key of the case.
 */
export class Screenings1790000080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.screening (
        id uuid primary key default gen_random_uuid(),
        -- Order of the decisions on a case: its lock is held when a number is drawn, clocks of two transactions may cross.
        turn bigint generated always as identity,
        case_id uuid not null references simpul.case_file (id),
        screened_by uuid not null references simpul.account (id),
        risk text not null check (risk in ('TINGGI', 'SEDANG', 'RENDAH')),
        suggested_risk text not null check (suggested_risk in ('TINGGI', 'SEDANG', 'RENDAH')),
        earlier_risk text check (earlier_risk in ('TINGGI', 'SEDANG', 'RENDAH')),
        lowered boolean not null,
        trafficking_indicated boolean not null,
        trafficking_concluded boolean not null,
        rule_version text not null,
        answers_sealed bytea not null,
        reason_sealed bytea,
        at timestamptz not null,
        status text not null check (status in ('RECORDED', 'PENDING_APPROVAL', 'APPROVED', 'OVERTAKEN')),
        approved_by uuid references simpul.account (id),
        approved_at timestamptz,
        created_at timestamptz not null default simpul.now(),
        constraint lowering_has_a_reason check (not lowered or reason_sealed is not null),
        constraint only_a_lowering_waits check (lowered = (status <> 'RECORDED')),
        constraint approved_by_another check ((status = 'APPROVED') = (approved_at is not null)
          and (approved_by is null) = (approved_at is null) and approved_by is distinct from screened_by)
      );
      create index screening_of_case on simpul.screening (case_id, turn desc);
      create unique index one_lowering_waits on simpul.screening (case_id) where status = 'PENDING_APPROVAL';

      call simpul.protect('simpul.screening');
      create policy with_the_case on simpul.screening for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy recorded_in_the_own_name on simpul.screening for insert to simpul_api
        with check (screened_by = (select ctx.account_id()) and (select ctx.writes_cases())
                    and status in ('RECORDED', 'PENDING_APPROVAL')
                    and exists (select 1 from simpul.case_file f where f.id = case_id));
      -- Four eyes are counted by human being, here as well: a second account of the same person approves nothing.
      create policy lowered_by_another_person on simpul.screening for update to simpul_api
        using (status = 'PENDING_APPROVAL' and (select ctx.writes_cases())
               and exists (select 1 from simpul.case_file f where f.id = case_id))
        with check (status = 'OVERTAKEN' or (status = 'APPROVED' and approved_by = (select ctx.account_id())
                      and (select ctx.person_id()) <> (select a.person_id from simpul.account a where a.id = screened_by)));
      grant select, insert, update (status, approved_by, approved_at) on simpul.screening to simpul_api;

      -- The level itself: whoever could write the column alone would need no second person for the proposal.
      create function simpul.level_falls_by_two() returns trigger
        language plpgsql set search_path = pg_catalog as $$
      declare
        levels constant text[] := array['RENDAH', 'SEDANG', 'TINGGI'];
      begin
        if old.risk is null or array_position(levels, new.risk) >= array_position(levels, old.risk) then return new; end if;
        if not coalesce((select s.status = 'APPROVED' and s.risk = new.risk from simpul.screening s
                          where s.case_id = new.id order by s.turn desc limit 1), false) then
          raise exception 'a level falls only when two people agreed' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger level_falls_by_two before update of risk on simpul.case_file
        for each row execute function simpul.level_falls_by_two();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger level_falls_by_two on simpul.case_file; drop function simpul.level_falls_by_two();
      drop table simpul.screening;
    `);
  }
}
