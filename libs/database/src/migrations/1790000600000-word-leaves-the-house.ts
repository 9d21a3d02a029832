import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One row per notification and way out of the house (e-mail, gateway). It holds ids, counts and codes: the address is
 * read when it is needed, and the words follow from the notification. The API's role sees none of it.
 */
export class WordLeavesTheHouse1790000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.delivery (
        id uuid primary key default gen_random_uuid(),
        notification_id uuid not null references simpul.notification (id),
        account_id uuid not null references simpul.account (id),
        channel text not null check (channel in ('email', 'gateway')),
        status text not null default 'pending' check (status in ('pending', 'sent', 'failed', 'merged')),
        attempts int not null default 0,
        next_attempt_at timestamptz not null default simpul.now(),
        last_failure text check (last_failure ~ '^(channel|recipient)[.][A-Za-z0-9_.-]{1,60}$'),
        -- When a person was told that it fails, by this row or by one that failed for the same reason.
        alarmed_at timestamptz,
        -- Whether the person had been reached by no other channel then.
        no_other_way boolean not null default false,
        settled_at timestamptz,
        -- What is not urgent waits for the office to open, or for ten minutes, and then goes together with the rest.
        may_wait boolean not null default false,
        wait_reason text check (wait_reason in ('OFF_DUTY', 'GATHERED')),
        digest_id uuid references simpul.delivery (id),
        created_at timestamptz not null default simpul.now(),
        constraint waits_for_a_reason check (wait_reason is null or may_wait),
        constraint merged_into_something check ((status = 'merged') = (digest_id is not null)),
        constraint once_per_channel unique (notification_id, channel),
        constraint settled_when_over check ((status = 'pending') = (settled_at is null)),
        constraint a_failure_has_a_reason check (status <> 'failed' or last_failure is not null)
      );
      create index delivery_due on simpul.delivery (channel, next_attempt_at) where status = 'pending';
      create index delivery_alarm on simpul.delivery (channel, alarmed_at desc) where alarmed_at is not null;
      create index delivery_waiting on simpul.delivery (account_id, channel, next_attempt_at) where may_wait;
      create index delivery_digest on simpul.delivery (digest_id) where digest_id is not null;
      call simpul.protect('simpul.delivery');
      create policy worker_sends on simpul.delivery to simpul_worker using (true) with check (true);
      grant select, insert (notification_id, account_id, channel, may_wait, wait_reason, next_attempt_at),
            update (status, attempts, next_attempt_at, last_failure, alarmed_at, no_other_way, settled_at, digest_id)
         on simpul.delivery to simpul_worker;

      -- How a person wants to be reached outside. Without a row: by e-mail, and by nothing else.
      create table simpul.contact_choice (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null unique references simpul.account (id),
        email boolean not null,
        gateway boolean not null,
        -- What may wait, waits outside office hours.
        quiet boolean not null default true,
        -- Sealed under the server's key: an officer's own telephone, read by the worker when it rings.
        phone_sealed bytea,
        created_at timestamptz not null default simpul.now(),
        changed_at timestamptz not null default simpul.now(),
        constraint gateway_needs_a_telephone check (not gateway or phone_sealed is not null)
      );
      call simpul.protect('simpul.contact_choice');
      create policy my_choice_is_read on simpul.contact_choice for select to simpul_api
        using (account_id = (select ctx.account_id()));
      create policy my_choice_is_made on simpul.contact_choice for insert to simpul_api
        with check (account_id = (select ctx.account_id()));
      create policy my_choice_is_changed on simpul.contact_choice for update to simpul_api
        using (account_id = (select ctx.account_id())) with check (account_id = (select ctx.account_id()));
      grant select, insert (account_id, email, gateway, quiet, phone_sealed),
            update (email, gateway, quiet, phone_sealed, changed_at)
         on simpul.contact_choice to simpul_api;
      create policy worker_follows_it on simpul.contact_choice for select to simpul_worker using (true);
      grant select on simpul.contact_choice to simpul_worker;

      -- Where the e-mail goes. No other program but the sign-in reads it.
      grant select (email) on simpul.account to simpul_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table simpul.contact_choice; drop table simpul.delivery; revoke select (email) on simpul.account from simpul_worker;',
    );
  }
}
