import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The service directory: who helps, with what, and when they can be reached. It says nothing about any case, so
 * everybody signed in reads it. A shelter has no address here, by its kind and not by a forgotten tick.
 */
export class Agencies1790000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.agency (
        id uuid primary key default gen_random_uuid(),
        code text not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        kind text not null,
        parent_id uuid references simpul.agency (id),
        name text not null,
        unit text,
        region_code text,
        takes_tracks text[] not null default '{}',
        needs_to_accept text[] not null default '{}',
        feedback_document text,
        hours text not null check (hours in ('24/7', 'OFFICE', 'OFFICE_ONCALL')),
        duty_phone text,
        duty_phone_fallback text,
        address text,
        location_secret boolean not null,
        cost_source text,
        -- Units of one employer: where one works, the others are no strangers. For the conflict-of-interest check.
        conflict_group text,
        notes text,
        -- Looks on or administers: people work there and have accounts, but it helps nobody and receives no referral.
        overseeing boolean not null default false,
        created_at timestamptz not null default simpul.now(),
        constraint an_overseer_takes_no_case check (not overseeing or takes_tracks = '{}'),
        constraint a_shelter_is_secret check (kind <> 'RUMAH_AMAN' or location_secret),
        constraint a_secret_place_has_no_address check (not location_secret or address is null)
      );
      create index agency_by_kind on simpul.agency (kind, code);
      create index agency_by_conflict_group on simpul.agency (conflict_group);

      create table simpul.service (
        id uuid primary key default gen_random_uuid(),
        code text not null unique,
        agency_id uuid not null references simpul.agency (id),
        service_code text not null,
        name_id text not null,
        name_en text not null,
        for_tracks text[] not null,
        for_sex text[] not null,
        age_min int,
        age_max int,
        risk_levels text[] not null,
        requires text[] not null default '{}',
        cost_source text,
        hours text not null check (hours in ('24/7', 'OFFICE', 'OFFICE_ONCALL')),
        emergency boolean not null,
        accessibility text[] not null default '{}',
        location_secret boolean not null,
        notes text,
        created_at timestamptz not null default simpul.now()
      );
      create index service_of_agency on simpul.service (agency_id, service_code);

      call simpul.protect('simpul.agency');
      call simpul.protect('simpul.service');
      create policy everybody_signed_in_reads on simpul.agency for select to simpul_api
        using ((select ctx.account_id()) is not null);
      create policy everybody_signed_in_reads on simpul.service for select to simpul_api
        using ((select ctx.account_id()) is not null);
      create policy worker_reads on simpul.agency for select to simpul_worker using (true);
      create policy worker_reads on simpul.service for select to simpul_worker using (true);
      grant select on simpul.agency, simpul.service to simpul_api, simpul_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table simpul.service; drop table simpul.agency;');
  }
}
