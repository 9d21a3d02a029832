import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The slip that goes out with a paper letter carries a code that says which referral it answers, and nothing else. It
 * is no key: whoever reads it finds the referral only where row-level security shows it to them anyway.
 */
export class ASlipComesBack1790000900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table simpul.referral add column slip_code text unique
        check (slip_code ~ '^[0-9A-HJKMNP-TV-Z]{10}$');
      grant update (slip_code) on simpul.referral to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table simpul.referral drop column slip_code;');
  }
}
