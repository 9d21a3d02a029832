import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has received which outbox message: written in the transaction of the effect, so each effect happens once. */
export class EachMessageHasOneEffect1790000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table simpul.outbox add column last_failure text,
        -- When a person was told that it keeps failing.
        add column alarmed_at timestamptz;

      create table simpul.outbox_delivery (
        outbox_id uuid not null references simpul.outbox (id) on delete cascade,
        consumer text not null,
        created_at timestamptz not null default simpul.now(),
        primary key (outbox_id, consumer)
      );
      call simpul.protect('simpul.outbox_delivery');
      create policy worker_marks on simpul.outbox_delivery to simpul_worker using (true) with check (true);
      grant select, insert on simpul.outbox_delivery to simpul_worker;

      -- For forgetting what was relayed long ago.
      create index outbox_relayed on simpul.outbox (relayed_at) where relayed_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index simpul.outbox_relayed;
      drop table simpul.outbox_delivery;
      alter table simpul.outbox drop column alarmed_at, drop column last_failure;
    `);
  }
}
