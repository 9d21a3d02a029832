import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The duty roster (piket) of each agency: who is on duty when, who is away, who stands in, and who is called when nobody
 * else is. Everybody signed in reads it; the head of the agency writes it. Nothing is deleted: what was taken back stays,
 * because it says who had to be told that night.
 */
export class SomebodyIsOnDuty1790000410000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.duty_shift (
        id uuid primary key default gen_random_uuid(),
        agency_id uuid not null references simpul.agency (id),
        account_id uuid not null references simpul.account (id),
        stand_in_account_id uuid references simpul.account (id),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        created_by uuid not null references simpul.account (id),
        created_at timestamptz not null default simpul.now(),
        removed_by uuid references simpul.account (id),
        removed_at timestamptz,
        constraint a_shift_has_a_length check (ends_at > starts_at and ends_at <= starts_at + interval '7 days'),
        constraint nobody_stands_in_for_themselves check (stand_in_account_id <> account_id),
        constraint a_removal_has_a_hand check ((removed_at is null) = (removed_by is null))
      );
      create index duty_shift_of_agency on simpul.duty_shift (agency_id, starts_at) where removed_at is null;

      create table simpul.absence (
        id uuid primary key default gen_random_uuid(),
        agency_id uuid not null references simpul.agency (id),
        account_id uuid not null references simpul.account (id),
        stand_in_account_id uuid references simpul.account (id),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        created_by uuid not null references simpul.account (id),
        created_at timestamptz not null default simpul.now(),
        removed_by uuid references simpul.account (id),
        removed_at timestamptz,
        constraint an_absence_has_a_length check (ends_at > starts_at and ends_at <= starts_at + interval '366 days'),
        constraint nobody_stands_in_for_themselves check (stand_in_account_id <> account_id),
        constraint a_removal_has_a_hand check ((removed_at is null) = (removed_by is null))
      );
      create index absence_of_agency on simpul.absence (agency_id, starts_at) where removed_at is null;
      create index absence_of_account on simpul.absence (account_id, starts_at) where removed_at is null;

      create table simpul.duty_fallback (
        id uuid primary key default gen_random_uuid(),
        agency_id uuid not null unique references simpul.agency (id),
        account_id uuid not null references simpul.account (id),
        created_at timestamptz not null default simpul.now(),
        changed_at timestamptz not null default simpul.now(),
        changed_by uuid not null references simpul.account (id)
      );

      -- Whether an account works at the writer's own agency; a roster names nobody else.
      create function ctx.is_colleague(account uuid) returns boolean language sql stable set search_path = pg_catalog
        as $$ select account is null or exists (
                select 1 from simpul.account a where a.id = account and a.agency_id = (select ctx.agency_id())) $$;
      revoke all on function ctx.is_colleague(uuid) from public;
      grant execute on function ctx.is_colleague(uuid) to simpul_api;

      call simpul.protect('simpul.duty_shift');
      call simpul.protect('simpul.absence');
      call simpul.protect('simpul.duty_fallback');

      create policy known_to_the_signed_in on simpul.duty_shift for select to simpul_api
        using ((select ctx.account_id()) is not null);
      create policy known_to_the_signed_in on simpul.absence for select to simpul_api
        using ((select ctx.account_id()) is not null);
      create policy known_to_the_signed_in on simpul.duty_fallback for select to simpul_api
        using ((select ctx.account_id()) is not null);

      create policy written_by_the_head on simpul.duty_shift for insert to simpul_api
        with check ((select ctx.role()) in ('agency_head', 'supervisor') and agency_id = (select ctx.agency_id())
                    and created_by = (select ctx.account_id())
                    and ctx.is_colleague(account_id) and ctx.is_colleague(stand_in_account_id));
      create policy taken_back_by_the_head on simpul.duty_shift for update to simpul_api
        using ((select ctx.role()) in ('agency_head', 'supervisor') and agency_id = (select ctx.agency_id()))
        with check (agency_id = (select ctx.agency_id()) and removed_by = (select ctx.account_id()));
      create policy written_by_the_head on simpul.absence for insert to simpul_api
        with check ((select ctx.role()) in ('agency_head', 'supervisor') and agency_id = (select ctx.agency_id())
                    and created_by = (select ctx.account_id())
                    and ctx.is_colleague(account_id) and ctx.is_colleague(stand_in_account_id));
      create policy taken_back_by_the_head on simpul.absence for update to simpul_api
        using ((select ctx.role()) in ('agency_head', 'supervisor') and agency_id = (select ctx.agency_id()))
        with check (agency_id = (select ctx.agency_id()) and removed_by = (select ctx.account_id()));
      create policy written_by_the_head on simpul.duty_fallback for insert to simpul_api
        with check ((select ctx.role()) in ('agency_head', 'supervisor') and agency_id = (select ctx.agency_id())
                    and changed_by = (select ctx.account_id()) and ctx.is_colleague(account_id));
      create policy changed_by_the_head on simpul.duty_fallback for update to simpul_api
        using ((select ctx.role()) in ('agency_head', 'supervisor') and agency_id = (select ctx.agency_id()))
        with check (agency_id = (select ctx.agency_id()) and changed_by = (select ctx.account_id())
                    and ctx.is_colleague(account_id));

      grant select, insert (id, agency_id, account_id, stand_in_account_id, starts_at, ends_at, created_by),
            update (removed_at, removed_by) on simpul.duty_shift, simpul.absence to simpul_api;
      grant select, insert (id, agency_id, account_id, changed_by), update (account_id, changed_at, changed_by)
         on simpul.duty_fallback to simpul_api;

      create policy worker_asks_who_is_on_duty on simpul.duty_shift for select to simpul_worker using (true);
      create policy worker_asks_who_is_on_duty on simpul.absence for select to simpul_worker using (true);
      create policy worker_asks_who_is_on_duty on simpul.duty_fallback for select to simpul_worker using (true);
      grant select on simpul.duty_shift, simpul.absence, simpul.duty_fallback to simpul_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table simpul.duty_shift; drop table simpul.absence; drop table simpul.duty_fallback;
      drop function ctx.is_colleague(uuid);
    `);
  }
}
