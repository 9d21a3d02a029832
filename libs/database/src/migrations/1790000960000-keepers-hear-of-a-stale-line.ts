import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The weeks in which somebody was told that a check of the directory has run out: an agency's own keepers, or (null) the city's. */
export class KeepersHearOfAStaleLine1790000960000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.directory_warning (
        id uuid primary key default gen_random_uuid(),
        agency_id uuid references simpul.agency (id),
        week_of date not null,
        created_at timestamptz not null default simpul.now(),
        unique nulls not distinct (agency_id, week_of)
      );
      call simpul.protect('simpul.directory_warning');
      create policy worker_warns on simpul.directory_warning to simpul_worker using (true) with check (true);
      grant select, insert on simpul.directory_warning to simpul_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table simpul.directory_warning');
  }
}
