import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A note that was shared, and a seat at a conference, rest on bases of their own. That a basis against the client's no
 * opens nothing until a second person has countersigned it was asked of referrals alone: one rule now, in one place.
 * Security definer as before: a receiver sees no basis that its referral does not name.
 * simpul.note_bases_live: from 1790000941000
 */
export class ANoteRestsOnWhatAReferralRestsOn1790000965000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function simpul.note_bases_live(ids uuid[]) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
        select simpul.bases_live(ids)
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function simpul.note_bases_live(ids uuid[]) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
        select not exists (
          select 1 from unnest(ids) as wanted (id)
           where not exists (select 1 from simpul.lawful_basis b
                              where b.id = wanted.id and b.withdrawn_at is null and b.answer is distinct from 'REFUSED'
                                and (b.expires_at is null or b.expires_at > simpul.now())))
      $$;
    `);
  }
}
