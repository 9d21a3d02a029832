import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A row of an imported directory package as it came, where it says more than our own columns hold, beside what we made of
 * it at that moment: whoever exports later gives every field back, and what was changed here since.
 */
export class WhatAPackageSaidIsKept1790000921000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.hsds_row (
        id uuid primary key default gen_random_uuid(),
        resource text not null,
        row_id text not null,
        body jsonb not null,
        base jsonb,
        imported_at timestamptz not null default simpul.now(),
        imported_by uuid not null references simpul.account (id),
        unique (resource, row_id)
      );
      call simpul.protect('simpul.hsds_row');
      create policy read_by_the_data_office on simpul.hsds_row for select to simpul_api
        using ((select ctx.role()) in ('administrator', 'data_officer'));
      create policy imported_in_the_own_name on simpul.hsds_row for insert to simpul_api
        with check ((select ctx.role()) in ('administrator', 'data_officer')
          and imported_by = (select ctx.account_id()));
      create policy imported_anew on simpul.hsds_row for update to simpul_api
        using ((select ctx.role()) in ('administrator', 'data_officer'))
        with check (imported_by = (select ctx.account_id()));
      grant select, insert, update (body, base, imported_at, imported_by) on simpul.hsds_row to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table simpul.hsds_row');
  }
}
