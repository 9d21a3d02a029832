import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why data may be shared: consent with its answer, or another basis that stands beside it. A row is never changed but
 * by its withdrawal, once. Names (witness, guardian's words) and reasons are sealed under the key of the case.
 */
export class LawfulBases1790000090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.lawful_basis (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references simpul.case_file (id),
        basis text not null check (basis in ('PERSETUJUAN', 'KEWAJIBAN_HUKUM', 'KEPENTINGAN_VITAL', 'TUGAS_PUBLIK')),
        answer text check (answer in ('GIVEN', 'REFUSED')),
        receiver_kind text not null,
        receiver_agency_id uuid references simpul.agency (id),
        scopes text[] not null check (cardinality(scopes) > 0),
        purpose text,
        given_by text not null check (given_by in ('SELF', 'GUARDIAN', 'NONE')),
        guardian_person_id uuid references simpul.person (id),
        guardian_relation_sealed bytea,
        child_assent text check (child_assent in ('GIVEN', 'REFUSED', 'NOT_ASKED')),
        witness_sealed bytea,
        -- The language it was explained in, and which text was read out.
        language text,
        text_version text,
        how_recorded text not null check (how_recorded in ('LISAN', 'TERTULIS', 'REKAMAN')),
        citation text not null,
        told_client boolean,
        told_words_sealed bytea,
        recorded_by uuid not null references simpul.account (id),
        recorded_at timestamptz not null,
        expires_at timestamptz,
        withdrawn_at timestamptz,
        withdrawn_by uuid references simpul.account (id),
        withdrawal_reason_sealed bytea,
        created_at timestamptz not null default simpul.now(),
        constraint only_consent_has_an_answer check ((basis = 'PERSETUJUAN') = (answer is not null)),
        constraint only_consent_has_a_giver check ((basis = 'PERSETUJUAN') = (given_by <> 'NONE')),
        constraint without_consent_it_says_whether_the_client_knows check (basis = 'PERSETUJUAN' or told_client is not null),
        constraint withdrawn_by_somebody check ((withdrawn_at is null) = (withdrawn_by is null))
      );
      create index lawful_basis_of_case on simpul.lawful_basis (case_id, recorded_at desc, id desc);

      call simpul.protect('simpul.lawful_basis');
      create policy with_the_case on simpul.lawful_basis for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy recorded_in_the_own_name on simpul.lawful_basis for insert to simpul_api
        with check (recorded_by = (select ctx.account_id()) and (select ctx.writes_cases())
                    and exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy withdrawn_in_the_own_name on simpul.lawful_basis for update to simpul_api
        using (withdrawn_at is null and (select ctx.writes_cases())
               and exists (select 1 from simpul.case_file f where f.id = case_id))
        with check (withdrawn_by = (select ctx.account_id()));
      grant select, insert on simpul.lawful_basis to simpul_api;
      grant update (withdrawn_at, withdrawn_by, withdrawal_reason_sealed) on simpul.lawful_basis to simpul_api;

      create policy worker_reads on simpul.lawful_basis for select to simpul_worker using (true);
      grant select (id, case_id, basis, answer, receiver_kind, receiver_agency_id, scopes, purpose, recorded_at,
                    expires_at, withdrawn_at) on simpul.lawful_basis to simpul_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table simpul.lawful_basis');
  }
}
