import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What went wrong in the house itself, since when, and who must act: a row that stays open until a person says that it is
 * mended. Codes and ids only, never anything of a case. The worker raises it and lets it climb; people answer it.
 */
export class AnAlarmHasAPlace1790000740000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.alarm (
        id uuid primary key default gen_random_uuid(),
        kind text not null check (kind in ('NOBODY_TO_TELL', 'NO_WORKING_CHANNEL', 'CHANNEL_FAILED', 'MESSAGE_STUCK',
                                           'WORKER_CLOCK', 'INVARIANT_BROKEN', 'WITNESS_TROUBLED')),
        -- The office whose people it is about; null: the system's own.
        agency_id uuid references simpul.agency (id),
        account_id uuid references simpul.account (id),
        -- What tells two alarms of one kind apart: a channel, a topic, a party of the register.
        code text not null default '' check (code ~ '^[A-Za-z0-9_.:-]{0,80}$'),
        detail text not null default '' check (detail ~ '^[A-Za-z0-9_.:, -]{0,200}$'),
        created_at timestamptz not null default simpul.now(),
        last_seen_at timestamptz not null default simpul.now(),
        times int not null default 1,
        rung int not null default 0,
        -- Whoever has been told since it began, and whoever must act now.
        told uuid[] not null default '{}',
        must_act uuid[] not null default '{}',
        -- When it climbs, unless somebody answers first.
        next_climb_at timestamptz,
        acknowledged_by uuid references simpul.account (id),
        acknowledged_at timestamptz,
        resolved_by uuid references simpul.account (id),
        resolved_at timestamptz,
        note_sealed bytea,
        constraint acknowledged_by_somebody check ((acknowledged_at is null) = (acknowledged_by is null)),
        constraint resolved_by_somebody_with_a_note check (
          (resolved_at is null) = (resolved_by is null) and (resolved_at is null) = (note_sealed is null)),
        constraint an_open_alarm_climbs check ((resolved_at is null) = (next_climb_at is not null))
      );
      -- What happens again while it is open is the same alarm.
      create unique index alarm_open_once on simpul.alarm (kind, agency_id, account_id, code) nulls not distinct
        where resolved_at is null;
      create index alarm_climbs on simpul.alarm (next_climb_at) where resolved_at is null;
      create index alarm_of_agency on simpul.alarm (agency_id, created_at desc);
      call simpul.protect('simpul.alarm');

      -- The IT office sees each, an office those about its own people, and whoever was told what they were told of.
      create policy seen_by_whom_it_concerns on simpul.alarm for select to simpul_api
        using ((select ctx.role()) = 'administrator'
               or ((select ctx.role()) in ('agency_head', 'supervisor') and agency_id = (select ctx.agency_id()))
               or (select ctx.account_id()) = any (told));
      create policy answered_in_the_own_name on simpul.alarm for update to simpul_api
        using (resolved_at is null
               and ((select ctx.role()) = 'administrator'
                    or ((select ctx.role()) in ('agency_head', 'supervisor') and agency_id = (select ctx.agency_id()))
                    or (select ctx.account_id()) = any (told)))
        with check (resolved_by = (select ctx.account_id())
                    or (resolved_at is null and acknowledged_by = (select ctx.account_id())));
      grant select, update (acknowledged_by, acknowledged_at, next_climb_at, resolved_by, resolved_at, note_sealed)
         on simpul.alarm to simpul_api;

      create policy worker_raises on simpul.alarm for insert to simpul_worker with check (resolved_at is null);
      create policy worker_sees on simpul.alarm for select to simpul_worker using (true);
      create policy worker_lets_it_climb on simpul.alarm for update to simpul_worker
        using (resolved_at is null) with check (resolved_at is null);
      grant select (id, kind, agency_id, account_id, code, detail, created_at, last_seen_at, times, rung, told, must_act,
                    next_climb_at, acknowledged_at, resolved_at),
            insert (id, kind, agency_id, account_id, code, detail, told, must_act, next_climb_at),
            update (detail, last_seen_at, times, rung, told, must_act, next_climb_at)
         on simpul.alarm to simpul_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table simpul.alarm');
  }
}
