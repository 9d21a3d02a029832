import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Screenings: one row each time somebody looks at the danger. Never changed; the latest one counts. The level and the
 * versions of the rules stay readable, the answers and reasons are sealed under the key of the case.
 */
export class Screenings1790000080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.screening (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references simpul.case_file (id),
        screened_by uuid not null references simpul.account (id),
        second_account_id uuid references simpul.account (id),
        risk text not null check (risk in ('TINGGI', 'SEDANG', 'RENDAH')),
        suggested_risk text not null check (suggested_risk in ('TINGGI', 'SEDANG', 'RENDAH')),
        earlier_risk text check (earlier_risk in ('TINGGI', 'SEDANG', 'RENDAH')),
        lowered boolean not null,
        trafficking_indicated boolean not null,
        trafficking_concluded boolean not null,
        rule_version text not null,
        answers_sealed bytea not null,
        reason_sealed bytea,
        at timestamptz not null,
        created_at timestamptz not null default simpul.now(),
        constraint lowering_has_a_reason_and_a_second check
          (not lowered or (reason_sealed is not null and second_account_id is not null
                           and second_account_id <> screened_by))
      );
      create index screening_of_case on simpul.screening (case_id, at desc, id desc);

      call simpul.protect('simpul.screening');
      create policy with_the_case on simpul.screening for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy recorded_in_the_own_name on simpul.screening for insert to simpul_api
        with check (screened_by = (select ctx.account_id()) and (select ctx.writes_cases())
                    and exists (select 1 from simpul.case_file f where f.id = case_id));
      grant select, insert on simpul.screening to simpul_api;

      -- The second person is named by e-mail address, which the API may not read: it learns only whether somebody of
      -- the own agency has that address.
      create function simpul.colleague_by_email(address text)
        returns table (id uuid, person_id uuid, role text, display_name text)
        language sql stable security definer set search_path = pg_catalog as $$
        select a.id, a.person_id, a.role, a.display_name from simpul.account a
         where lower(a.email) = lower(address) and a.active and a.agency_id = ctx.agency_id()
      $$;
      revoke all on function simpul.colleague_by_email(text) from public;
      grant execute on function simpul.colleague_by_email(text) to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function simpul.colleague_by_email(text); drop table simpul.screening;');
  }
}
