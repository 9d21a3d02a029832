import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Steps at police, prosecutor and court, written down by whoever watches over them. Their numbers are sealed: with one of
 * them a file at the police is found. A step is never changed; it is taken back by a mark, in the own name, with a reason.
 */
export class WhatCourtsDoIsWatched1790000940000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.legal_step (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references simpul.case_file (id),
        kind text not null check (kind ~ '^[A-Z][A-Z0-9_]{1,40}$'),
        agency_id uuid references simpul.agency (id),
        at timestamptz not null,
        known_at timestamptz not null,
        next_at timestamptz,
        number_sealed bytea,
        out_of_order text check (out_of_order in ('TOO_EARLY', 'AGAIN', 'AFTER_THE_END')),
        reason_sealed bytea,
        milestone_ids uuid[] not null default '{}',
        recorded_by uuid not null references simpul.account (id),
        withdrawn_at timestamptz,
        withdrawn_by uuid references simpul.account (id),
        withdrawal_reason_sealed bytea,
        created_at timestamptz not null default simpul.now(),
        constraint happened_before_it_was_known check (at <= known_at),
        constraint nothing_is_known_beforehand check (known_at <= created_at),
        constraint a_deviation_has_a_reason check ((out_of_order is null) = (reason_sealed is null)),
        constraint withdrawn_by_somebody_for_a_reason check ((withdrawn_at is null) = (withdrawn_by is null)
          and (withdrawn_at is null) = (withdrawal_reason_sealed is null))
      );
      create index legal_step_of_case on simpul.legal_step (case_id, at, id);
      call simpul.protect('simpul.legal_step');

      create policy with_the_case on simpul.legal_step for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy recorded_in_the_own_name on simpul.legal_step for insert to simpul_api
        with check (recorded_by = (select ctx.account_id()) and withdrawn_at is null and (select ctx.writes_cases())
                    and exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy withdrawn_in_the_own_name on simpul.legal_step for update to simpul_api
        using (withdrawn_at is null and (select ctx.writes_cases())
               and exists (select 1 from simpul.case_file f where f.id = case_id))
        with check (withdrawn_by = (select ctx.account_id()));
      -- Whoever came by an emergency has to do with today's danger, not with the court.
      create policy not_a_matter_of_the_emergency on simpul.legal_step as restrictive to simpul_api
        using (case_id <> all ((select ctx.emergency_only_case_ids())::uuid[]));
      grant select, insert, update (withdrawn_at, withdrawn_by, withdrawal_reason_sealed)
        on simpul.legal_step to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table simpul.legal_step');
  }
}
