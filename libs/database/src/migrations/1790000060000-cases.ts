import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cases, who works on them, the people in them and what is known to have happened. Names, numbers, addresses and
 * texts are sealed under the key of the case; what stays readable are codes, ages in bands, the district, and
 * initials for the masked lists.
 *
 * A case is seen by its owner, by its team while they are on it, and by the supervisor of its agency. Everything
 * that hangs on a case asks the case: EXISTS, one index probe per row, answered by the case's own policy.
 */
export class Cases1790000060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.case_file (
        id uuid primary key default gen_random_uuid(),
        number text not null unique,
        agency_id uuid not null references simpul.agency (id),
        owner_account_id uuid not null references simpul.account (id),
        mandate text not null check (mandate in ('VIOLENCE', 'FAMILY')),
        tracks text[] not null default '{}',
        contexts text[] not null default '{}',
        violence_types text[] not null default '{}',
        trafficking_concluded boolean not null default false,
        risk text check (risk in ('TINGGI', 'SEDANG', 'RENDAH')),
        client_safe_now text not null default 'UNKNOWN' check (client_safe_now in ('YES', 'NO', 'UNKNOWN')),
        place text,
        online boolean not null default false,
        occurred_at timestamptz,
        known_at timestamptz,
        reported_at timestamptz not null,
        chronology_sealed bytea,
        sealed boolean not null default false,
        created_at timestamptz not null default simpul.now(),
        closed_at timestamptz,
        constraint a_family_matter_has_no_track check (mandate = 'VIOLENCE' or tracks = '{}')
      );
      create index case_file_of_agency on simpul.case_file (agency_id, created_at desc, id desc);
      create index case_file_of_owner on simpul.case_file (owner_account_id, created_at desc, id desc);

      create table simpul.case_member (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references simpul.case_file (id),
        account_id uuid not null references simpul.account (id),
        agency_id uuid not null,
        since timestamptz not null default simpul.now(),
        until timestamptz,
        created_at timestamptz not null default simpul.now()
      );
      create unique index case_member_once on simpul.case_member (case_id, account_id) where until is null;
      create index case_member_of_account on simpul.case_member (account_id, case_id);

      create table simpul.person (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references simpul.case_file (id),
        kind text not null check (kind in ('VICTIM', 'REPORTED', 'REPORTER', 'GUARDIAN', 'WITNESS')),
        position int not null,
        sex text check (sex in ('P', 'L')),
        age_years int check (age_years between 0 and 130),
        age_band text,
        -- The district only; the village stands in the sealed part.
        region_code text,
        disabilities text[] not null default '{}',
        initials text not null default '',
        nik_status text not null default 'MISSING',
        nik_warnings text[] not null default '{}',
        -- For a reporter the code of JENIS_PELAPOR, for a guardian what they are to the child.
        relation text,
        -- A reported person who works at a partner agency: a conflict of interest for all of its group.
        employer_agency_id uuid references simpul.agency (id),
        name_sealed bytea, nik_sealed bytea, birth_date_sealed bytea, phone_sealed bytea, address_sealed bytea,
        region_sealed bytea, school_sealed bytea, safe_contact_sealed bytea,
        name_index bytea, nik_index bytea, phone_index bytea,
        created_at timestamptz not null default simpul.now()
      );
      create unique index person_of_case on simpul.person (case_id, kind, position);
      create index person_by_name on simpul.person (name_index) where name_index is not null;
      create index person_by_nik on simpul.person (nik_index) where nik_index is not null;
      create index person_by_phone on simpul.person (phone_index) where phone_index is not null;

      create table simpul.person_link (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references simpul.case_file (id),
        victim_id uuid not null references simpul.person (id),
        reported_id uuid not null references simpul.person (id),
        relation text not null,
        created_at timestamptz not null default simpul.now(),
        unique (victim_id, reported_id)
      );
      create index person_link_of_case on simpul.person_link (case_id);

      create table simpul.milestone (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references simpul.case_file (id),
        kind text not null,
        at timestamptz not null,
        recorded_by uuid not null references simpul.account (id),
        created_at timestamptz not null default simpul.now()
      );
      create index milestone_of_case on simpul.milestone (case_id, at);

      create table simpul.case_note (
        id uuid primary key default gen_random_uuid(),
        case_id uuid not null references simpul.case_file (id),
        author_id uuid not null references simpul.account (id),
        audience text not null check (audience in ('TEAM', 'CLINICAL')),
        text_sealed bytea not null,
        created_at timestamptz not null default simpul.now()
      );
      create index case_note_of_case on simpul.case_note (case_id, created_at desc, id desc);

      -- Why somebody opened the identities of a case, or of a report that has none yet. The ledger keeps a commitment to the same words.
      create table simpul.identity_reveal (
        id uuid primary key default gen_random_uuid(),
        case_id uuid references simpul.case_file (id),
        report_id uuid,
        account_id uuid not null references simpul.account (id),
        purpose_sealed bytea not null,
        created_at timestamptz not null default simpul.now(),
        constraint of_a_case_or_a_report check (num_nonnulls(case_id, report_id) = 1)
      );
      create index identity_reveal_of_case on simpul.identity_reveal (case_id, created_at);

      call simpul.protect('simpul.case_file');
      call simpul.protect('simpul.case_member');
      call simpul.protect('simpul.person');
      call simpul.protect('simpul.person_link');
      call simpul.protect('simpul.milestone');
      call simpul.protect('simpul.case_note');
      call simpul.protect('simpul.identity_reveal');

      -- The next running number of a year, from a sequence of its own: openings do not wait for each other, and a gap
      -- (an opening that was rolled back) says nothing about cases that somebody may not see.
      create function simpul.next_case_number(city text, of_year int) returns int
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        sequence_name text := format('case_number_%s_%s', lower(city), of_year);
      begin
        if ctx.account_id() is null then raise exception 'no one acts' using errcode = 'insufficient_privilege'; end if;
        if city !~ '^[A-Z]{2,5}$' or abs(of_year - extract(year from simpul.now())) > 1 then
          raise exception 'no such series of case numbers' using errcode = 'invalid_parameter_value';
        end if;
        if to_regclass(format('simpul.%I', sequence_name)) is null then
          begin
            execute format('create sequence simpul.%I as int', sequence_name);
          exception when duplicate_table or unique_violation then null; -- somebody was faster
          end;
        end if;
        return nextval(format('simpul.%I', sequence_name)::regclass);
      end $$;
      revoke all on function simpul.next_case_number(text, int) from public;
      grant execute on function simpul.next_case_number(text, int) to simpul_api;

      -- The cases whose team the person is on now. Runs with the owner's rights, because the policy of case_file
      -- asks it and the policy of case_member asks case_file.
      create function ctx.team_case_ids() returns uuid[]
        language sql stable security definer set search_path = pg_catalog as $$
        select coalesce(array_agg(m.case_id), '{}') from simpul.case_member m
         where m.account_id = ctx.account_id() and m.since <= simpul.now()
           and (m.until is null or m.until > simpul.now())
      $$;
      revoke all on function ctx.team_case_ids() from public;
      grant execute on function ctx.team_case_ids() to simpul_api;

      -- Whether the person may write on cases at all.
      create function ctx.writes_cases() returns boolean language sql stable
        as $$ select coalesce(ctx.role() in ('intake_counselor', 'case_worker', 'supervisor'), false) $$;

      create policy owner_team_and_supervisor_see on simpul.case_file for select to simpul_api using (
        owner_account_id = (select ctx.account_id())
        or id = any ((select ctx.team_case_ids())::uuid[])
        or ((select ctx.role()) = 'supervisor' and agency_id = (select ctx.agency_id())));
      -- A sealed case is its team's alone; restrictive, so that no other policy can open it again.
      create policy sealed_is_for_the_team on simpul.case_file as restrictive to simpul_api using (
        not sealed or owner_account_id = (select ctx.account_id()) or id = any ((select ctx.team_case_ids())::uuid[]));
      create policy opened_in_the_own_agency on simpul.case_file for insert to simpul_api with check (
        agency_id = (select ctx.agency_id()) and owner_account_id = (select ctx.account_id())
        and (select ctx.writes_cases()));
      -- Visibility is spelt out again in every UPDATE policy: one that reads no column escapes the SELECT policies.
      create policy written_by_those_who_write on simpul.case_file for update to simpul_api
        using ((select ctx.writes_cases()) and (
          owner_account_id = (select ctx.account_id()) or id = any ((select ctx.team_case_ids())::uuid[])
          or ((select ctx.role()) = 'supervisor' and agency_id = (select ctx.agency_id()))))
        with check ((select ctx.writes_cases()));
      grant select, insert on simpul.case_file to simpul_api;
      grant update (owner_account_id, mandate, tracks, contexts, violence_types, trafficking_concluded, risk,
                    client_safe_now, place, online, occurred_at, known_at, chronology_sealed, closed_at)
        on simpul.case_file to simpul_api;

      create policy with_the_case on simpul.case_member for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy added_by_those_who_write on simpul.case_member for insert to simpul_api
        with check ((select ctx.writes_cases()) and exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy ended_by_those_who_write on simpul.case_member for update to simpul_api
        using ((select ctx.writes_cases()) and exists (select 1 from simpul.case_file f where f.id = case_id))
        with check (exists (select 1 from simpul.case_file f where f.id = case_id));
      grant select, insert, update (until) on simpul.case_member to simpul_api;

      create policy with_the_case on simpul.person for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy added_to_a_visible_case on simpul.person for insert to simpul_api
        with check ((select ctx.writes_cases()) and exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy corrected_by_those_who_write on simpul.person for update to simpul_api
        using ((select ctx.writes_cases()) and exists (select 1 from simpul.case_file f where f.id = case_id))
        with check (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy with_the_case on simpul.person_link for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy added_to_a_visible_case on simpul.person_link for insert to simpul_api
        with check ((select ctx.writes_cases()) and exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy with_the_case on simpul.milestone for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy recorded_in_the_own_name on simpul.milestone for insert to simpul_api
        with check (recorded_by = (select ctx.account_id()) and (select ctx.writes_cases())
                    and exists (select 1 from simpul.case_file f where f.id = case_id));
      grant select, insert on simpul.person, simpul.person_link, simpul.milestone to simpul_api;
      grant update (sex, age_years, age_band, region_code, disabilities, initials, nik_status, nik_warnings, relation,
                    employer_agency_id, name_sealed, nik_sealed, birth_date_sealed, phone_sealed, address_sealed,
                    region_sealed, school_sealed, safe_contact_sealed, name_index, nik_index, phone_index)
        on simpul.person to simpul_api;

      create policy with_the_case on simpul.identity_reveal for select to simpul_api
        using (exists (select 1 from simpul.case_file f where f.id = case_id));
      create policy in_the_own_name on simpul.identity_reveal for insert to simpul_api
        with check (account_id = (select ctx.account_id())
                    and exists (select 1 from simpul.case_file f where f.id = case_id));
      grant select, insert on simpul.identity_reveal to simpul_api;

      -- A clinical note is for its author and the owner of the case, and not for the head of the unit.
      create policy by_audience on simpul.case_note for select to simpul_api using (
        exists (select 1 from simpul.case_file f where f.id = case_id
                   and (audience = 'TEAM' or author_id = (select ctx.account_id())
                        or f.owner_account_id = (select ctx.account_id()))));
      create policy written_in_the_own_name on simpul.case_note for insert to simpul_api
        with check (author_id = (select ctx.account_id())
                    and exists (select 1 from simpul.case_file f where f.id = case_id));
      grant select, insert on simpul.case_note to simpul_api;

      -- The worker tells the right people in time; it reads no person, no note and no sealed text.
      create policy worker_reads on simpul.case_file for select to simpul_worker using (true);
      create policy worker_reads on simpul.case_member for select to simpul_worker using (true);
      create policy worker_reads on simpul.milestone for select to simpul_worker using (true);
      grant select (id, number, agency_id, owner_account_id, mandate, tracks, contexts, violence_types, risk,
                    sealed, reported_at, created_at, closed_at) on simpul.case_file to simpul_worker;
      grant select on simpul.case_member, simpul.milestone to simpul_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table simpul.identity_reveal; drop table simpul.case_note; drop table simpul.milestone; drop table simpul.person_link;
      drop table simpul.person; drop table simpul.case_member; drop table simpul.case_file;
      drop function simpul.next_case_number(text, int);
      drop function ctx.writes_cases(); drop function ctx.team_case_ids();
    `);
  }
}
