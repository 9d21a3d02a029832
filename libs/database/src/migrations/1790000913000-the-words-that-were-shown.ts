import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How consent was asked: which words were shown (their hash proves it), with which accommodations, why nobody witnessed
 * an oral yes, and what its end is for. Codes only.
 */
export class TheWordsThatWereShown1790000913000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table simpul.lawful_basis
        add column accommodations text[] not null default '{}',
        add column text_hash text check (text_hash ~ '^[0-9a-f]{64}$'),
        add column no_witness text check (no_witness in ('ALONE', 'TELEPHONE', 'CLIENT_WISH')),
        add column ends_for text check (ends_for in ('AGREED', 'EMERGENCY', 'COMES_OF_AGE')),
        add constraint ends_for_something check (ends_for is null or expires_at is not null),
        add constraint text_with_its_hash check (text_hash is null or text_version is not null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table simpul.lawful_basis drop column ends_for, drop column no_witness, drop column text_hash,
        drop column accommodations;
    `);
  }
}
