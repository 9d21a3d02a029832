import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever may see a case may read what was done with it and by whom, the receivers' acts and refused attempts included.
 * A receiver may not: seeing a referral opens the case's key, but not the case.
 */
export class LedgerPolicies1790000135000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy history_of_a_case on ledger.entry for select to simpul_api
        using (case_ref is not null and exists (
          select 1 from simpul.case_key k join simpul.case_file f on f.id = k.case_id
           where k.ledger_ref = entry.case_ref));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy history_of_a_case on ledger.entry');
  }
}
