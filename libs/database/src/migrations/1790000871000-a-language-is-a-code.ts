import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The language in which a consent was explained is a code of list BAHASA. It was forty letters in clear, and what can be
 * typed in clear will one day hold a name. A language that nobody knows the code of becomes LAINNYA.
 */
export class ALanguageIsACode1790000871000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update simpul.lawful_basis set language = coalesce((
          select k.code from (values ('indonesia', 'INDONESIA'), ('jawa', 'JAWA'), ('sunda', 'SUNDA'), ('melayu', 'MELAYU'),
                   ('madura', 'MADURA'), ('minang', 'MINANGKABAU'), ('batak', 'BATAK'), ('nias', 'NIAS'), ('aceh', 'ACEH'),
                   ('betawi', 'BETAWI'), ('banjar', 'BANJAR'), ('bugis', 'BUGIS'), ('makas', 'MAKASSAR'), ('bali', 'BALI'),
                   ('sasak', 'SASAK'), ('tionghoa', 'TIONGHOA'), ('mandarin', 'TIONGHOA'), ('inggris', 'INGGRIS'),
                   ('english', 'INGGRIS'), ('isyarat', 'ISYARAT')) k (word, code)
           where lower(language) like '%' || k.word || '%' order by length(k.word) desc limit 1), 'LAINNYA')
       where language is not null;
      alter table simpul.lawful_basis add constraint language_is_a_code check (language ~ '^[A-Z]{3,20}$');
    `);
  }

  /** The words that were typed are gone on purpose. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table simpul.lawful_basis drop constraint language_is_a_code');
  }
}
