import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Regions by Kemendagri code. Codes change when a village is split, so they are rows. */
export class Regions1790000025000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.region (
        code text primary key check (code ~ '^[0-9]{2}([.][0-9]{2}){0,2}([.][0-9]{4})?$'),
        parent_code text references simpul.region (code),
        level text not null check (level in ('PROVINCE', 'REGENCY', 'DISTRICT', 'VILLAGE')),
        name text not null,
        village_kind text check (village_kind in ('KELURAHAN', 'DESA'))
      );
      create index region_parent on simpul.region (parent_code, name);
      call simpul.protect('simpul.region');
      create policy reference_for_the_signed_in on simpul.region for select to simpul_api
        using ((select ctx.account_id()) is not null);
      grant select on simpul.region to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table simpul.region');
  }
}
