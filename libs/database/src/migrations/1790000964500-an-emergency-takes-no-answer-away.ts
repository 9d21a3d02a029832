import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What whoever receives a referral writes on it. */
const WRITTEN_BY_THE_RECEIVER = ['referral_move', 'referral_message', 'feedback'] as const;
const NOT_OF_EMERGENCY = `case_id <> all ((select ctx.emergency_only_case_ids())::uuid[])`;

/**
 * Whoever had been sent a referral of a case, and opened that case in an emergency, could not answer the referral for the
 * hour: all that hangs on the case was closed to writing. What was sent to one's own agency stays one's own to answer. On
 * which side somebody acts is not widened by it: `keeps_its_course` knows the receiver by the agency.
 */
export class AnEmergencyTakesNoAnswerAway1790000964500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function simpul.is_received(of_referral uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
        select (select ctx.receives_referrals()) and exists (
          select from simpul.referral r
           where r.id = of_referral and r.sent_at is not null and r.to_agency_id = (select ctx.agency_id())) $$;
      revoke all on function simpul.is_received(uuid) from public;
      grant execute on function simpul.is_received(uuid) to simpul_api;

      alter policy not_changed_in_an_emergency on simpul.referral
        using (${NOT_OF_EMERGENCY} or simpul.is_received(id));
      alter policy not_a_matter_of_the_emergency on simpul.deadline
        using (slug = 'break-glass-review' or coalesce(${NOT_OF_EMERGENCY}, true) or simpul.is_received(referral_id));
    `);
    for (const table of WRITTEN_BY_THE_RECEIVER)
      await runner.query(`
        alter policy not_written_in_an_emergency on simpul.${table}
          with check (${NOT_OF_EMERGENCY} or simpul.is_received(referral_id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of WRITTEN_BY_THE_RECEIVER)
      await runner.query(
        `alter policy not_written_in_an_emergency on simpul.${table} with check (${NOT_OF_EMERGENCY})`,
      );
    await runner.query(`
      alter policy not_a_matter_of_the_emergency on simpul.deadline
        using (slug = 'break-glass-review' or coalesce(${NOT_OF_EMERGENCY}, true));
      alter policy not_changed_in_an_emergency on simpul.referral using (${NOT_OF_EMERGENCY});
      drop function simpul.is_received(uuid);
    `);
  }
}
