import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A person hears of a sign-in on a device that was not seen before, and devices that nobody uses any more are forgotten.
 * simpul_signin may announce exactly that: of a session and a device that the same transaction has just written.
 */
export class ANewDeviceIsToldOf1790000826000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table simpul.device add column used_at timestamptz not null default simpul.now();
      create index device_used on simpul.device (used_at);
      grant update (used_at) on simpul.device to simpul_signin;
      create policy worker_forgets_devices on simpul.device to simpul_worker using (true);
      grant select (id, account_id, used_at), delete on simpul.device to simpul_worker;
      alter table simpul.session drop constraint session_device_id_fkey,
        add constraint session_device_id_fkey foreign key (device_id) references simpul.device (id) on delete set null;
      alter table simpul.sign_in_attempt drop constraint sign_in_attempt_device_id_fkey,
        add constraint sign_in_attempt_device_id_fkey
          foreign key (device_id) references simpul.device (id) on delete set null;
      create index session_device on simpul.session (device_id) where device_id is not null;
      create index sign_in_attempt_device on simpul.sign_in_attempt (device_id) where device_id is not null;

      -- The very first sign-in of an account is no news: its person has no other device that could tell them.
      create function simpul.announce_new_device(session uuid) returns void
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        whose uuid;
      begin
        select s.account_id into whose from simpul.session s join simpul.device d on d.id = s.device_id
         where s.id = session and s.ended_at is null
           and s.xmin = pg_current_xact_id()::xid and d.xmin = pg_current_xact_id()::xid;
        if whose is null then
          raise exception 'no session was opened on a new device here' using errcode = 'insufficient_privilege';
        end if;
        insert into simpul.outbox (topic, ids)
        select 'account.newDevice', jsonb_build_object('accountId', whose)
         where exists (select from simpul.session s where s.account_id = whose and s.id <> session);
      end $$;
      revoke all on function simpul.announce_new_device(uuid) from public;
      grant execute on function simpul.announce_new_device(uuid) to simpul_signin;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function simpul.announce_new_device(uuid);
      drop index simpul.sign_in_attempt_device;
      drop index simpul.session_device;
      alter table simpul.sign_in_attempt drop constraint sign_in_attempt_device_id_fkey,
        add constraint sign_in_attempt_device_id_fkey foreign key (device_id) references simpul.device (id);
      alter table simpul.session drop constraint session_device_id_fkey,
        add constraint session_device_id_fkey foreign key (device_id) references simpul.device (id);
      drop policy worker_forgets_devices on simpul.device;
      revoke select (id, account_id, used_at), delete on simpul.device from simpul_worker;
      alter table simpul.device drop column used_at;
    `);
  }
}
