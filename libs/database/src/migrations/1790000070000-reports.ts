import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reports as they came in. While no case exists, what was told is sealed by the server's own key; with the opening
 * or joining it moves under the key of the case, so that erasing the case erases it as well.
 */
export class Reports1790000070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.report (
        id uuid primary key default gen_random_uuid(),
        agency_id uuid not null references simpul.agency (id),
        received_by uuid not null references simpul.account (id),
        channel text not null,
        reporter_kind text not null,
        received_at timestamptz not null,
        occurred_at timestamptz,
        known_at timestamptz,
        client_safe_now text not null check (client_safe_now in ('YES', 'NO', 'UNKNOWN')),
        violence_types text[] not null,
        contexts text[] not null,
        place text,
        online boolean not null,
        victims int not null,
        reported_persons int not null,
        status text not null check (status in ('RECEIVED', 'OPENED', 'JOINED', 'OUTSIDE_MANDATE')),
        case_id uuid references simpul.case_file (id),
        sealed_by text not null check (sealed_by in ('SERVER', 'CASE')),
        narrative_sealed bytea not null,
        -- Who was named, until the people of the case take over.
        people_sealed bytea,
        external_ref_sealed bytea,
        reason_sealed bytea,
        decided_by uuid references simpul.account (id),
        decided_at timestamptz,
        created_at timestamptz not null default simpul.now(),
        constraint a_case_for_what_was_opened check ((status in ('OPENED', 'JOINED')) = (case_id is not null)),
        constraint sealed_with_its_case check ((sealed_by = 'CASE') = (case_id is not null)),
        constraint people_until_the_case_has_them check ((people_sealed is null) = (case_id is not null)),
        constraint not_from_the_future check (received_at <= created_at + interval '5 minutes')
      );
      create index report_of_case on simpul.report (case_id) where case_id is not null;
      create index report_undecided on simpul.report (agency_id, received_at) where status = 'RECEIVED';
      create index report_by_receiver on simpul.report (received_by, received_at desc);

      call simpul.protect('simpul.report');
      create policy receiver_team_and_agency_see on simpul.report for select to simpul_api using (
        received_by = (select ctx.account_id())
        or (case_id is not null and exists (select 1 from simpul.case_file f where f.id = case_id))
        or (case_id is null and agency_id = (select ctx.agency_id()) and (select ctx.writes_cases())));
      create policy received_in_the_own_name on simpul.report for insert to simpul_api with check (
        received_by = (select ctx.account_id()) and agency_id = (select ctx.agency_id())
        and (select ctx.writes_cases())
        and (case_id is null or exists (select 1 from simpul.case_file f where f.id = case_id)));
      create policy decided_by_the_agency on simpul.report for update to simpul_api
        using (case_id is null and agency_id = (select ctx.agency_id()) and (select ctx.writes_cases()))
        with check (case_id is null or exists (select 1 from simpul.case_file f where f.id = case_id));
      grant select, insert on simpul.report to simpul_api;
      grant update (status, case_id, sealed_by, narrative_sealed, people_sealed, external_ref_sealed, reason_sealed,
                    decided_by, decided_at) on simpul.report to simpul_api;

      alter table simpul.identity_reveal
        add constraint identity_reveal_of_a_report foreign key (report_id) references simpul.report (id);
      create index identity_reveal_of_report on simpul.identity_reveal (report_id, created_at) where report_id is not null;
      create policy with_the_report on simpul.identity_reveal for select to simpul_api
        using (report_id is not null and exists (select 1 from simpul.report p where p.id = report_id));
      create policy in_the_own_name_of_a_report on simpul.identity_reveal for insert to simpul_api
        with check (account_id = (select ctx.account_id()) and case_id is null and report_id is not null
                    and exists (select 1 from simpul.report p where p.id = report_id));

      create policy worker_finds_the_undecided on simpul.report for select to simpul_worker using (true);
      grant select (id, agency_id, received_by, received_at, client_safe_now, status, case_id, created_at)
        on simpul.report to simpul_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy in_the_own_name_of_a_report on simpul.identity_reveal;
      drop policy with_the_report on simpul.identity_reveal;
      alter table simpul.identity_reveal drop constraint identity_reveal_of_a_report;
      drop table simpul.report;
    `);
  }
}
