import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people were told: a message of the closed catalogue, ids, and when it was read. Each arrival is also announced
 * on a channel of PostgreSQL, so that every API process can wake its own listeners; the announcement holds ids only.
 */
export class Notifications1790000140000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.notification (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references simpul.account (id),
        message text not null check (message ~ '^[a-z]+[.][a-zA-Z]+$'),
        topic text not null,
        outbox_id uuid,
        referral_id uuid references simpul.referral (id),
        case_id uuid references simpul.case_file (id),
        report_id uuid references simpul.report (id),
        deadline_id uuid references simpul.deadline (id),
        step_id uuid references simpul.deadline_step (id),
        due_at timestamptz,
        created_at timestamptz not null default simpul.now(),
        read_at timestamptz
      );
      create index notification_of_account on simpul.notification (account_id, created_at desc, id desc);
      create index notification_unread on simpul.notification (account_id) where read_at is null;
      -- One message per person and cause, whatever runs twice.
      create unique index notification_once_per_step on simpul.notification (step_id, account_id) where step_id is not null;
      create unique index notification_once_per_event on simpul.notification (outbox_id, account_id) where outbox_id is not null;
      call simpul.protect('simpul.notification');

      create policy told_to_me on simpul.notification for select to simpul_api
        using (account_id = (select ctx.account_id()));
      create policy read_by_me on simpul.notification for update to simpul_api
        using (account_id = (select ctx.account_id())) with check (account_id = (select ctx.account_id()));
      grant select, update (read_at) on simpul.notification to simpul_api;
      create policy worker_tells on simpul.notification for insert to simpul_worker with check (true);
      create policy worker_sees_whom_it_told on simpul.notification for select to simpul_worker using (true);
      grant insert, select on simpul.notification to simpul_worker;

      create function simpul.announce_notification() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        perform pg_notify('simpul_changed', json_build_object('account', new.account_id, 'topic', new.topic, 'id', new.id)::text);
        return null;
      end $$;
      create trigger announced after insert on simpul.notification
        for each row execute function simpul.announce_notification();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table simpul.notification; drop function simpul.announce_notification();');
  }
}
