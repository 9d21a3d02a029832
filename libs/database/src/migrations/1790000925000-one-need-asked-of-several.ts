import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One need asked of several agencies at once: the first acceptance wins. Each of them has a referral of its own, with
 * clock, moves and packet; until one has accepted all of them are `bare`: the receiver sees that it is asked and nothing
 * of whom. Accepting makes one of them whole, in the trigger and nowhere else, and an index lets there be one. The
 * others end in the transaction of the winner, through a function, because the winner may not see them.
 */
export class OneNeedAskedOfSeveral1790000925000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table simpul.referral
        add column fan_id uuid,
        add column bare boolean not null default false,
        -- What a bare question says of the clients: bands of age and the city. Nothing finer.
        add column asked_age_bands text[],
        add column asked_region_code text,
        add constraint bare_among_several check (not bare or fan_id is not null),
        add constraint only_the_winner_goes_on
          check (not (bare and status in ('accepted', 'on-hold', 'in-progress', 'completed', 'failed'))),
        drop constraint referral_cancelled_by_check,
        add constraint referral_cancelled_by_check check (cancelled_by in ('SENDER', 'CONSENT', 'FAN'));
      create index referral_of_fan on simpul.referral (fan_id) where fan_id is not null;
      create unique index one_winner_of_a_fan on simpul.referral (fan_id) where fan_id is not null and not bare;
      alter table simpul.referral_move
        drop constraint referral_move_party_check,
        add constraint referral_move_party_check check (party in ('case-team', 'receiver', 'consent', 'fan'));

      grant update (fan_id, bare, asked_age_bands, asked_region_code) on simpul.referral to simpul_api;
      grant select (fan_id, bare, asked_age_bands, asked_region_code) on simpul.referral to simpul_worker;

      -- And a way for the party that somebody else was faster than.
      -- simpul.referral_may_move: from 1790000100000
      create or replace function simpul.referral_may_move(old_status text, new_status text, party text) returns boolean
        language sql immutable set search_path = pg_catalog as $$
        select (old_status, new_status, party) in (values
          ('draft', 'requested', 'case-team'),
          ('requested', 'received', 'receiver'),
          ('requested', 'on-hold', 'receiver'), ('received', 'on-hold', 'receiver'), ('accepted', 'on-hold', 'receiver'),
          ('on-hold', 'requested', 'case-team'), ('on-hold', 'received', 'case-team'), ('on-hold', 'accepted', 'case-team'),
          ('requested', 'accepted', 'receiver'), ('received', 'accepted', 'receiver'),
          ('requested', 'rejected', 'receiver'), ('received', 'rejected', 'receiver'), ('on-hold', 'rejected', 'receiver'),
          ('accepted', 'in-progress', 'receiver'),
          ('accepted', 'completed', 'receiver'), ('in-progress', 'completed', 'receiver'),
          ('accepted', 'failed', 'receiver'), ('in-progress', 'failed', 'receiver'),
          ('draft', 'cancelled', 'case-team'), ('requested', 'cancelled', 'case-team'),
          ('received', 'cancelled', 'case-team'), ('accepted', 'cancelled', 'case-team'),
          ('in-progress', 'cancelled', 'case-team'), ('on-hold', 'cancelled', 'case-team'),
          ('draft', 'cancelled', 'consent'), ('requested', 'cancelled', 'consent'),
          ('received', 'cancelled', 'consent'), ('accepted', 'cancelled', 'consent'),
          ('in-progress', 'cancelled', 'consent'), ('on-hold', 'cancelled', 'consent'),
          ('requested', 'cancelled', 'fan'), ('received', 'cancelled', 'fan'))
      $$;

      -- A sent question stays as bare as it was asked until its receiver accepts it.
      -- simpul.referral_keeps_its_course: from 1790000100000
      create or replace function simpul.referral_keeps_its_course() returns trigger
        language plpgsql set search_path = pg_catalog as $$
      declare
        party text := case
          when current_user = 'simpul_worker' then 'consent'
          when ctx.agency_id() = old.to_agency_id then 'receiver'
          else 'case-team' end;
      begin
        if (new.case_id, new.case_number, new.from_agency_id, new.created_by)
           is distinct from (old.case_id, old.case_number, old.from_agency_id, old.created_by)
           or (old.sent_at is not null and (new.to_agency_id, new.service_code, new.number, new.sent_at, new.client_ids)
               is distinct from (old.to_agency_id, old.service_code, old.number, old.sent_at, old.client_ids))
           or (old.sent_at is not null and (new.fan_id, new.bare, new.asked_age_bands, new.asked_region_code)
               is distinct from (old.fan_id, old.bare, old.asked_age_bands, old.asked_region_code))
           or (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at)
           or (new.confirmed_at is distinct from old.confirmed_at and party <> 'case-team')
        then
          raise exception 'a sent referral keeps its course' using errcode = 'check_violation';
        end if;
        if new.status is distinct from old.status
           and not simpul.referral_may_move(old.status, new.status, party)
        then
          raise exception 'no way from % to % for %', old.status, new.status, party using errcode = 'check_violation';
        end if;
        if new.status = 'accepted' then new.bare := false; end if;
        new.version := old.version + 1;
        return new;
      end $$;

      -- Nothing comes with a bare question.
      -- simpul.referral_is_readable: from 1790000110000
      create or replace function simpul.referral_is_readable(referral uuid) returns boolean language sql stable as $$
        select exists (select 1 from simpul.referral r
                        where r.id = referral and r.sent_at is not null and r.status not in ('draft', 'cancelled')
                          and not r.bare
                          and r.to_agency_id = (select ctx.agency_id()) and simpul.bases_live(r.basis_ids))
      $$;
      -- Nor the basis that it would rest on, which tells of scopes and of who gave it.
      drop policy with_an_own_referral on simpul.lawful_basis;
      create policy with_an_own_referral on simpul.lawful_basis for select to simpul_api
        using (exists (select 1 from simpul.referral r
                        where r.case_id = lawful_basis.case_id and not r.bare
                          and lawful_basis.id = any (r.basis_ids)));

      -- Locks all that were asked together, always in one order: two that accept in the same moment, the sender who takes
      -- it back and the last who declines come one after the other.
      create function simpul.lock_fan(of_referral uuid) returns void
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        fan uuid;
      begin
        select r.fan_id into fan from simpul.referral r where r.id = of_referral;
        if fan is not null then
          perform 1 from simpul.referral r where r.fan_id = fan order by r.id for update;
        end if;
      end $$;
      -- Whether another of them was asked and has neither declined nor been taken back: then the need is still with somebody.
      create function simpul.fan_goes_on(of_referral uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
        select exists (select 1 from simpul.referral r join simpul.referral s on s.fan_id = r.fan_id and s.id <> r.id
                        where r.id = of_referral and s.status not in ('draft', 'rejected', 'cancelled'))
      $$;
      -- Those who are still asked, for the one who has accepted. Ids and status; the ledger entry of each is written by it.
      create function simpul.losers_of_fan(of_referral uuid) returns table (id uuid, status text)
        language sql stable security definer set search_path = pg_catalog as $$
        select s.id, s.status from simpul.referral r join simpul.referral s on s.fan_id = r.fan_id and s.bare
         where r.id = of_referral and not r.bare and r.status = 'accepted' and r.to_agency_id = ctx.agency_id()
           and s.status in ('requested', 'received') order by s.id
      $$;
      -- Ends one of them: status, move and clocks. The sender owes nothing by it, for the need is with the winner.
      create function simpul.yield_to_winner(of_referral uuid, loser uuid, entry uuid, ended timestamptz) returns void
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        before text;
      begin
        select l.status into before from simpul.losers_of_fan(of_referral) l where l.id = loser;
        if before is null then raise exception 'nobody yields here' using errcode = 'insufficient_privilege'; end if;
        update simpul.referral r set status = 'cancelled', cancelled_by = 'FAN', ended_at = ended where r.id = loser;
        insert into simpul.referral_move
            (referral_id, case_id, position, act, party, from_status, to_status, account_id, ledger_entry_id, at)
          select r.id, r.case_id, r.version, 'yield', 'fan', before, 'cancelled', ctx.account_id(), entry, ended
            from simpul.referral r where r.id = loser;
        with ended_now as (
          update simpul.deadline d set status = 'cancelled', ended_at = ended, paused_at = null
            from simpul.deadline old
           where old.id = d.id and d.referral_id = loser and d.status in ('running', 'paused', 'missed')
          returning d.id, old.status as before, d.due_at),
        noted as (
          insert into simpul.deadline_change (deadline_id, change, from_status, to_status, event, due_before, due_after, actor_id)
          select e.id, 'cancel', e.before, 'cancelled', 'referral.cancelled', e.due_at, e.due_at, ctx.account_id()
            from ended_now e)
        update simpul.deadline_step s set status = 'cancelled'
         where s.status = 'pending' and s.deadline_id in (select e.id from ended_now e);
      end $$;
      revoke all on function simpul.lock_fan(uuid), simpul.fan_goes_on(uuid), simpul.losers_of_fan(uuid),
        simpul.yield_to_winner(uuid, uuid, uuid, timestamptz) from public;
      grant execute on function simpul.lock_fan(uuid) to simpul_api, simpul_worker;
      grant execute on function simpul.fan_goes_on(uuid), simpul.losers_of_fan(uuid),
        simpul.yield_to_winner(uuid, uuid, uuid, timestamptz) to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function simpul.yield_to_winner(uuid, uuid, uuid, timestamptz); drop function simpul.losers_of_fan(uuid);
      drop function simpul.fan_goes_on(uuid); drop function simpul.lock_fan(uuid);
      drop policy with_an_own_referral on simpul.lawful_basis;
      create policy with_an_own_referral on simpul.lawful_basis for select to simpul_api
        using (exists (select 1 from simpul.referral r
                        where r.case_id = lawful_basis.case_id and lawful_basis.id = any (r.basis_ids)));
      create or replace function simpul.referral_is_readable(referral uuid) returns boolean language sql stable as $$
        select exists (select 1 from simpul.referral r
                        where r.id = referral and r.sent_at is not null and r.status not in ('draft', 'cancelled')
                          and r.to_agency_id = (select ctx.agency_id()) and simpul.bases_live(r.basis_ids))
      $$;
      create or replace function simpul.referral_keeps_its_course() returns trigger
        language plpgsql set search_path = pg_catalog as $$
      declare
        party text := case
          when current_user = 'simpul_worker' then 'consent'
          when ctx.agency_id() = old.to_agency_id then 'receiver'
          else 'case-team' end;
      begin
        if (new.case_id, new.case_number, new.from_agency_id, new.created_by)
           is distinct from (old.case_id, old.case_number, old.from_agency_id, old.created_by)
           or (old.sent_at is not null and (new.to_agency_id, new.service_code, new.number, new.sent_at, new.client_ids)
               is distinct from (old.to_agency_id, old.service_code, old.number, old.sent_at, old.client_ids))
           or (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at)
           or (new.confirmed_at is distinct from old.confirmed_at and party <> 'case-team')
        then
          raise exception 'a sent referral keeps its course' using errcode = 'check_violation';
        end if;
        if new.status is distinct from old.status
           and not simpul.referral_may_move(old.status, new.status, party)
        then
          raise exception 'no way from % to % for %', old.status, new.status, party using errcode = 'check_violation';
        end if;
        new.version := old.version + 1;
        return new;
      end $$;
      create or replace function simpul.referral_may_move(old_status text, new_status text, party text) returns boolean
        language sql immutable set search_path = pg_catalog as $$
        select (old_status, new_status, party) in (values
          ('draft', 'requested', 'case-team'),
          ('requested', 'received', 'receiver'),
          ('requested', 'on-hold', 'receiver'), ('received', 'on-hold', 'receiver'), ('accepted', 'on-hold', 'receiver'),
          ('on-hold', 'requested', 'case-team'), ('on-hold', 'received', 'case-team'), ('on-hold', 'accepted', 'case-team'),
          ('requested', 'accepted', 'receiver'), ('received', 'accepted', 'receiver'),
          ('requested', 'rejected', 'receiver'), ('received', 'rejected', 'receiver'), ('on-hold', 'rejected', 'receiver'),
          ('accepted', 'in-progress', 'receiver'),
          ('accepted', 'completed', 'receiver'), ('in-progress', 'completed', 'receiver'),
          ('accepted', 'failed', 'receiver'), ('in-progress', 'failed', 'receiver'),
          ('draft', 'cancelled', 'case-team'), ('requested', 'cancelled', 'case-team'),
          ('received', 'cancelled', 'case-team'), ('accepted', 'cancelled', 'case-team'),
          ('in-progress', 'cancelled', 'case-team'), ('on-hold', 'cancelled', 'case-team'),
          ('draft', 'cancelled', 'consent'), ('requested', 'cancelled', 'consent'),
          ('received', 'cancelled', 'consent'), ('accepted', 'cancelled', 'consent'),
          ('in-progress', 'cancelled', 'consent'), ('on-hold', 'cancelled', 'consent'))
      $$;
      -- A question that others answered was taken back, in the words of before.
      alter table simpul.referral disable trigger keeps_its_course;
      update simpul.referral set cancelled_by = 'SENDER' where cancelled_by = 'FAN';
      alter table simpul.referral enable trigger keeps_its_course;
      update simpul.referral_move set party = 'case-team' where party = 'fan';
      alter table simpul.referral_move
        drop constraint referral_move_party_check,
        add constraint referral_move_party_check check (party in ('case-team', 'receiver', 'consent'));
      alter table simpul.referral
        drop constraint referral_cancelled_by_check,
        add constraint referral_cancelled_by_check check (cancelled_by in ('SENDER', 'CONSENT')),
        drop column fan_id, drop column bare, drop column asked_age_bands, drop column asked_region_code;
    `);
  }
}
