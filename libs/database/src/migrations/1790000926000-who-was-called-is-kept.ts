import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The first hour by telephone: what was asked of the client, who was called, who answered and what was handed over in
 * words. Written once and never changed; a handover is confirmed by the referral that follows it, not by an edit.
 */
export class WhoWasCalledIsKept1790000926000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.urgent_call (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references simpul.case_file (id),
        -- A point of the list that was gone through, or a call to an agency.
        checked text,
        agency_id uuid references simpul.agency (id),
        outcome text check (outcome in ('REACHED', 'NOT_REACHED', 'HANDED_OVER')),
        service_code text,
        -- The name of whoever answered.
        who_sealed bytea,
        at timestamptz not null,
        recorded_by uuid not null references simpul.account (id),
        created_at timestamptz not null default simpul.now(),
        constraint a_point_or_a_call check ((checked is null) = (agency_id is not null) and (agency_id is null) = (outcome is null)),
        constraint handed_over_for_a_service check ((outcome is not distinct from 'HANDED_OVER') = (service_code is not null)),
        constraint nobody_has_no_name check (outcome in ('REACHED', 'HANDED_OVER') or who_sealed is null)
      );
      create index urgent_call_of_case on simpul.urgent_call (case_id, at);
      call simpul.protect('simpul.urgent_call');
      create policy with_the_case on simpul.urgent_call for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy recorded_in_the_own_name on simpul.urgent_call for insert to simpul_api
        with check (recorded_by = (select ctx.account_id()) and (select ctx.writes_cases())
                    and exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy not_written_in_an_emergency on simpul.urgent_call as restrictive for insert to simpul_api
        with check (case_id <> all ((select ctx.emergency_only_case_ids())::uuid[]));
      grant select, insert on simpul.urgent_call to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table simpul.urgent_call;');
  }
}
