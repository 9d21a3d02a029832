import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The directory is kept by people: each agency and service has a version, who changed it, and the day on which somebody
 * looked that it is true. Whether a place is secret, and of which kind an agency is, no form changes: no column grant.
 */
export class ADirectoryIsKept1790000920000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table simpul.agency
        add column email text check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
        add column description text,
        add column hours_note text,
        add column verified_on date,
        add column verified_by uuid references simpul.account (id),
        add column version int not null default 1,
        add column changed_at timestamptz,
        add column changed_by uuid references simpul.account (id);
      alter table simpul.service
        add column description text,
        add column capacity_total int check (capacity_total >= 0),
        add column capacity_free int,
        add column capacity_as_of timestamptz,
        add column ended_at timestamptz,
        add column version int not null default 1,
        add column changed_at timestamptz,
        add column changed_by uuid references simpul.account (id),
        add constraint ages_in_order check (age_min is null or age_max is null or age_min <= age_max),
        add constraint free_places_are_places check (
          (capacity_free is null) = (capacity_as_of is null) and
          (capacity_free is null or (capacity_total is not null and capacity_free between 0 and capacity_total)));

      -- What was changed, by whom. The address never stands here: a place may become secret later.
      create table simpul.directory_change (
        id uuid primary key default gen_random_uuid(),
        agency_id uuid not null references simpul.agency (id),
        service_id uuid references simpul.service (id),
        version int not null,
        how text not null check (how in ('EDITED', 'CONTACTS', 'CAPACITY', 'VERIFIED', 'ADDED', 'ENDED', 'IMPORTED')),
        fields text[] not null,
        before jsonb not null,
        after jsonb not null,
        changed_by uuid not null references simpul.account (id),
        created_at timestamptz not null default simpul.now(),
        constraint an_address_is_never_remembered check (not (before ? 'address') and not (after ? 'address'))
      );
      create index change_of_agency on simpul.directory_change (agency_id, created_at desc);
      call simpul.protect('simpul.directory_change');

      create policy read_by_its_keepers on simpul.directory_change for select to simpul_api using (
        (select ctx.role()) in ('administrator', 'data_officer')
        or ((select ctx.role()) in ('agency_head', 'supervisor') and agency_id = (select ctx.agency_id())));
      create policy written_in_the_own_name on simpul.directory_change for insert to simpul_api with check (
        changed_by = (select ctx.account_id())
        and ((select ctx.role()) in ('administrator', 'data_officer')
          or ((select ctx.role()) in ('agency_head', 'supervisor') and agency_id = (select ctx.agency_id()))));
      grant select, insert on simpul.directory_change to simpul_api;

      create policy kept_by_its_keepers on simpul.agency for update to simpul_api
        using (not overseeing and (
          (select ctx.role()) in ('administrator', 'data_officer')
          or ((select ctx.role()) in ('agency_head', 'supervisor') and id = (select ctx.agency_id()))))
        with check (changed_by = (select ctx.account_id()));
      create policy added_by_the_data_office on simpul.agency for insert to simpul_api
        with check ((select ctx.role()) in ('administrator', 'data_officer')
          and not overseeing and changed_by = (select ctx.account_id()));
      create policy kept_by_its_keepers on simpul.service for update to simpul_api
        using ((select ctx.role()) in ('administrator', 'data_officer')
          or ((select ctx.role()) in ('agency_head', 'supervisor') and agency_id = (select ctx.agency_id())))
        with check (changed_by = (select ctx.account_id()));
      create policy added_by_its_keepers on simpul.service for insert to simpul_api
        with check (changed_by = (select ctx.account_id())
          and ((select ctx.role()) in ('administrator', 'data_officer')
            or ((select ctx.role()) in ('agency_head', 'supervisor') and agency_id = (select ctx.agency_id()))));
      grant insert on simpul.agency, simpul.service to simpul_api;
      -- Neither kind nor location_secret is among them: a shelter cannot be made an ordinary office to get its address in.
      grant update (name, unit, description, parent_id, takes_tracks, needs_to_accept, feedback_document, hours, hours_note,
        duty_phone, duty_phone_fallback, email, address, cost_source, verified_on, verified_by,
        version, changed_at, changed_by) on simpul.agency to simpul_api;
      grant update (service_code, name_id, name_en, description, for_tracks, for_sex, age_min, age_max, risk_levels,
        requires, cost_source, hours, emergency, accessibility, capacity_total, capacity_free,
        capacity_as_of, ended_at, version, changed_at, changed_by) on simpul.service to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy kept_by_its_keepers on simpul.agency;
      drop policy added_by_the_data_office on simpul.agency;
      drop policy kept_by_its_keepers on simpul.service;
      drop policy added_by_its_keepers on simpul.service;
      revoke insert, update on simpul.agency, simpul.service from simpul_api;
      drop table simpul.directory_change;
      alter table simpul.service
        drop constraint ages_in_order, drop constraint free_places_are_places, drop column description,
        drop column capacity_total, drop column capacity_free, drop column capacity_as_of, drop column ended_at,
        drop column version, drop column changed_at, drop column changed_by;
      alter table simpul.agency
        drop column email, drop column description, drop column hours_note, drop column verified_on,
        drop column verified_by, drop column version, drop column changed_at, drop column changed_by;
    `);
  }
}
