import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A service that was given in part: why not all of it, what remains in the receiver's words (sealed), and what the sender
 * decided about the rest: that it goes on in a new referral, or that it is enough, with the reason.
 */
export class WhatRemainsIsDecided1790000951000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table simpul.referral add column shortfall text,
        add constraint given_in_part check (shortfall is null or status = 'completed');
      grant update (shortfall) on simpul.referral to simpul_api;
      alter table simpul.feedback add column remains_sealed bytea,
        add constraint remains_with_an_outcome check (remains_sealed is null or kind = 'OUTCOME');
      alter table simpul.loop_confirmation
        add column remainder text check (remainder in ('CONTINUE', 'ENOUGH')),
        add column enough_reason text,
        add constraint enough_for_a_reason check ((remainder is not distinct from 'ENOUGH') = (enough_reason is not null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table simpul.loop_confirmation drop column remainder, drop column enough_reason;
      alter table simpul.feedback drop column remains_sealed;
      alter table simpul.referral drop column shortfall;
    `);
  }
}
