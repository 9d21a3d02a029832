import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may open a case's key: whoever may see the case, and whoever may see a referral of it (the receiver reads the
 * frozen disclosure). Both questions are asked of the tables themselves, so their row-level security answers.
 *
 * EXISTS and not IN: PostgreSQL answers a correlated EXISTS by one index probe, an IN in a policy by collecting every
 * case that the person may see.
 */
export class CaseKeyPolicies1790000130000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy with_the_case on simpul.case_key for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_key.case_id));
      create policy with_a_referral_of_the_case on simpul.case_key for select to simpul_api
        using (exists (select 1 from simpul.referral r where r.case_id = case_key.case_id));
      alter table simpul.case_key
        add constraint case_key_of_a_case foreign key (case_id) references simpul.case_file (id)
        deferrable initially deferred;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table simpul.case_key drop constraint case_key_of_a_case;
      drop policy with_a_referral_of_the_case on simpul.case_key;
      drop policy with_the_case on simpul.case_key;
    `);
  }
}
