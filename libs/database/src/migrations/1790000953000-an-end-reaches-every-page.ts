import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The page of a one-time link has no account that could be woken: it asks whether it may stay open. And a basis that ends
 * wakes whoever reads a shared note or sits at a conference by it, also where the packet rests on another one.
 */
export class AnEndReachesEveryPage1790000953000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether the page that a session of a link shows may stay open: the session lives, what it shows may be read, and
      -- it is the newest version (an older one may rest on a basis that has ended since). Says yes or no and nothing else.
      create function simpul.link_page_stands(token text, shown_version int) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
        select exists (
          select 1 from simpul.link_session(token) l join simpul.referral r on r.id = l.referral_id
           where r.status not in ('draft', 'cancelled') and not r.bare and r.packet_version = shown_version
             and simpul.bases_live(r.basis_ids)) $$;
      revoke all on function simpul.link_page_stands(text, int) from public;
      grant execute on function simpul.link_page_stands(text, int) to simpul_api;

      -- When a receiver's view closes by itself, so that an open page can close on time without being told: the first end of
      -- what its packet and the notes it reads rest on. Null for whoever cannot read it, and where nothing ends.
      create function simpul.view_closes_at(referral uuid) returns timestamptz
        language sql stable security definer set search_path = pg_catalog as $$
        select min(b.expires_at) from simpul.lawful_basis b
         where simpul.referral_is_readable(referral) and b.expires_at > simpul.now()
           and b.id in (select unnest(r.basis_ids) from simpul.referral r where r.id = referral
                        union all select unnest(s.basis_ids) from simpul.note_share s
                                   where s.referral_id = referral and s.ended_at is null) $$;
      revoke all on function simpul.view_closes_at(uuid) from public;
      grant execute on function simpul.view_closes_at(uuid) to simpul_api;

      -- simpul.ended_basis_reaches_pages: from 1790000912000
      create or replace function simpul.ended_basis_reaches_pages() returns trigger
        language plpgsql security definer set search_path = pg_catalog as $$
      begin
        perform simpul.wake_receivers(o.id) from (
          select r.id from simpul.referral r where r.basis_ids @> array[new.id]
          union select s.referral_id from simpul.note_share s
                 where s.case_id = new.case_id and s.ended_at is null and new.id = any (s.basis_ids)
          union select s.referral_id from simpul.conference_seat s
                 where s.case_id = new.case_id and new.id = any (s.basis_ids)) o;
        return null;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function simpul.ended_basis_reaches_pages() returns trigger
        language plpgsql security definer set search_path = pg_catalog as $$
      begin
        perform simpul.wake_receivers(r.id) from simpul.referral r where r.basis_ids @> array[new.id];
        return null;
      end $$;
      drop function simpul.view_closes_at(uuid); drop function simpul.link_page_stands(text, int);
    `);
  }
}
