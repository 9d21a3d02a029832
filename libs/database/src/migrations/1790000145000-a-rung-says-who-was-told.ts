import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A step of a ladder keeps who was told at it: whoever sees the deadline sees the names, not the notifications. */
export class ARungSaysWhoWasTold1790000145000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table simpul.deadline_step add column told uuid[] not null default '{}';
      grant update (told) on simpul.deadline_step to simpul_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table simpul.deadline_step drop column told');
  }
}
