import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A browser in which somebody has signed in is known for their account: guesses made elsewhere do not slow it down, and
 * its owner can end what is open there. Neither an address nor the browser's own description is kept, only a keyed hash
 * and two words.
 */
export class DevicesAreKnown1790000821000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.device (
        id uuid primary key default gen_random_uuid(),
        account_id uuid not null references simpul.account (id),
        token_hash bytea not null,
        browser text not null check (browser in ('chrome', 'edge', 'firefox', 'safari', 'samsung', 'opera', 'other')),
        system text not null check (system in ('android', 'ios', 'windows', 'macos', 'linux', 'other')),
        created_at timestamptz not null default simpul.now(),
        unique (account_id, token_hash)
      );
      call simpul.protect('simpul.device');
      create policy signin_devices on simpul.device to simpul_signin using (true) with check (true);
      grant select, insert, update (browser, system) on simpul.device to simpul_signin;

      alter table simpul.session add column device_id uuid references simpul.device (id);
      alter table simpul.sign_in_attempt
        add column address_hash bytea,
        add column device_id uuid references simpul.device (id);
      grant insert (address_hash, device_id) on simpul.sign_in_attempt to simpul_signin;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table simpul.sign_in_attempt drop column device_id, drop column address_hash;
      alter table simpul.session drop column device_id;
      drop table simpul.device;
    `);
  }
}
