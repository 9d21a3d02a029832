import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The moment sharing ends (a consent withdrawn or void, a referral cancelled), the receivers' open pages hear it: from
 * PostgreSQL itself, in the transaction that ends it, so that no page waits for a worker. A topic and an id, no more.
 */
export class AnEndReachesOpenPages1790000912000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function simpul.wake_receivers(of_referral uuid) returns void
        language sql volatile security definer set search_path = pg_catalog as $$
        select pg_notify('simpul_changed', json_build_object('account', a.id, 'topic', 'referral.closed', 'id', r.id)::text)
          from simpul.referral r join simpul.account a on a.agency_id = r.to_agency_id
         where r.id = of_referral and r.sent_at is not null and a.active
           and a.role in ('agency_officer', 'agency_head', 'intake_counselor', 'case_worker', 'supervisor')
           and not simpul.has_conflict(r.case_id, a.person_id) $$;
      revoke all on function simpul.wake_receivers(uuid) from public;

      create function simpul.ended_basis_reaches_pages() returns trigger
        language plpgsql security definer set search_path = pg_catalog as $$
      begin
        perform simpul.wake_receivers(r.id) from simpul.referral r where r.basis_ids @> array[new.id];
        return null;
      end $$;
      create trigger reaches_open_pages after update of withdrawn_at on simpul.lawful_basis
        for each row when (old.withdrawn_at is null and new.withdrawn_at is not null)
        execute function simpul.ended_basis_reaches_pages();

      create function simpul.cancelled_referral_reaches_pages() returns trigger
        language plpgsql security definer set search_path = pg_catalog as $$
      begin
        perform simpul.wake_receivers(new.id);
        return null;
      end $$;
      create trigger reaches_open_pages after update of status on simpul.referral
        for each row when (old.status <> 'cancelled' and new.status = 'cancelled')
        execute function simpul.cancelled_referral_reaches_pages();
      revoke all on function simpul.ended_basis_reaches_pages(), simpul.cancelled_referral_reaches_pages() from public;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger reaches_open_pages on simpul.referral; drop function simpul.cancelled_referral_reaches_pages();
      drop trigger reaches_open_pages on simpul.lawful_basis; drop function simpul.ended_basis_reaches_pages();
      drop function simpul.wake_receivers(uuid);
    `);
  }
}
