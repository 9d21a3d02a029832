import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The closed loop of a referral, with the survivor's own answer where it was safe to ask. */
export class Closures1790000120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.loop_confirmation (
        id uuid primary key default gen_random_uuid(),
        referral_id uuid not null unique references simpul.referral (id),
        case_id uuid not null references simpul.case_file (id),
        client_answer text not null check (client_answer in ('HELPED', 'PARTLY', 'NOT_HELPED', 'NOT_ASKED')),
        note_sealed bytea,
        confirmed_by uuid not null references simpul.account (id),
        at timestamptz not null,
        created_at timestamptz not null default simpul.now()
      );
      create index loop_confirmation_of_case on simpul.loop_confirmation (case_id);

      call simpul.protect('simpul.loop_confirmation');

      -- The survivor's answer is for the case's team: a receiver does not read what was said about it.
      create policy with_the_case on simpul.loop_confirmation for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy confirmed_in_the_own_name on simpul.loop_confirmation for insert to simpul_api
        with check (confirmed_by = (select ctx.account_id()) and (select ctx.writes_cases())
                    and exists (select 1 from simpul.case_file f where f.id = case_id));
      grant select, insert on simpul.loop_confirmation to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table simpul.loop_confirmation;');
  }
}
