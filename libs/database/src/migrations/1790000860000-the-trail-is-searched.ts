import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reviewer narrows the trail by kind of act and by refusal: both are rare among the reads and must not scan them. */
export class TheTrailIsSearched1790000860000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index entry_by_act on ledger.entry (act, seq);
      create index entry_by_agency on ledger.entry (actor_agency, seq);
      create index entry_that_failed on ledger.entry (seq) where decision <> 'allowed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop index ledger.entry_by_act; drop index ledger.entry_by_agency; drop index ledger.entry_that_failed',
    );
  }
}
