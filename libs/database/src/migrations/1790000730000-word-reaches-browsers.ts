import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Browsers that a person has switched on for push: several per person, each with deliveries of its own. What a browser
 * handed out lies sealed; of one that was taken away or lost nothing remains but that there was one.
 */
export class WordReachesBrowsers1790000730000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.push_device (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references simpul.account (id),
        browser text not null check (browser in ('CHROME', 'EDGE', 'FIREFOX', 'SAFARI', 'SAMSUNG', 'OPERA', 'OTHER')),
        system text not null check (system in ('ANDROID', 'IOS', 'WINDOWS', 'MACOS', 'LINUX', 'OTHER')),
        -- Keyed hash of the endpoint: the same browser twice is one device. Without the key it says nothing.
        endpoint_mark text check (endpoint_mark ~ '^[0-9a-f]{64}$'),
        -- Endpoint and keys, sealed under the server's key and bound to the account.
        subscription_sealed bytea,
        created_at timestamptz not null default simpul.now(),
        removed_at timestamptz,
        constraint nothing_remains_of_a_removed_one check (
          (removed_at is null) = (subscription_sealed is not null) and (removed_at is null) = (endpoint_mark is not null))
      );
      create unique index one_device_per_subscription on simpul.push_device (account_id, endpoint_mark)
        where removed_at is null;
      call simpul.protect('simpul.push_device');
      create policy my_devices_are_read on simpul.push_device for select to simpul_api
        using (account_id = (select ctx.account_id()));
      create policy my_device_is_added on simpul.push_device for insert to simpul_api
        with check (account_id = (select ctx.account_id()));
      create policy my_device_is_changed on simpul.push_device for update to simpul_api
        using (account_id = (select ctx.account_id())) with check (account_id = (select ctx.account_id()));
      grant select, insert (account_id, browser, system, endpoint_mark, subscription_sealed),
            update (browser, system, endpoint_mark, subscription_sealed, removed_at)
         on simpul.push_device to simpul_api;
      create policy worker_reaches_them on simpul.push_device for select to simpul_worker using (true);
      create policy worker_ends_what_is_over on simpul.push_device for update to simpul_worker
        using (true) with check (true);
      grant select, update (endpoint_mark, subscription_sealed, removed_at) on simpul.push_device to simpul_worker;

      alter table simpul.delivery drop constraint delivery_channel_check;
      alter table simpul.delivery add constraint delivery_channel_check check (channel in ('email', 'gateway', 'push'));
      alter table simpul.delivery
        -- Null for push: there was no device, and that is what fails.
        add column device_id uuid references simpul.push_device (id),
        add constraint only_push_has_devices check (device_id is null or channel = 'push'),
        drop constraint once_per_channel,
        add constraint once_per_channel unique nulls not distinct (notification_id, channel, device_id);
      drop index simpul.delivery_waiting;
      create index delivery_waiting on simpul.delivery (account_id, channel, device_id, next_attempt_at) where may_wait;
      grant insert (device_id) on simpul.delivery to simpul_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from simpul.delivery where channel = 'push';
      alter table simpul.delivery drop column device_id,
        add constraint once_per_channel unique (notification_id, channel);
      create index delivery_waiting on simpul.delivery (account_id, channel, next_attempt_at) where may_wait;
      drop table simpul.push_device;
    `);
  }
}
