import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of accounts as 1790000962000 made it; `waits` says when an account waits to be let in. */
const ACCOUNTS_BY_NAME = (waits: string): string => `
  create or replace function simpul.accounts_by_name(after_name text, after_id uuid, page int)
    returns table (id uuid, email text, display_name text, role text, agency_id uuid, agency_name text,
                   active boolean, must_change_password boolean, waits_to_be_let_in boolean, sort text)
    language sql stable security definer set search_path = pg_catalog as $$
    select a.id, a.email, a.display_name, a.role, a.agency_id, a.agency_name, a.active, a.must_change_password,
           ${waits},
           lower(a.display_name)
      from simpul.account a
     where (select ctx.role()) = 'administrator'
       and a.role <> 'link_holder'
       and (after_id is null or (lower(a.display_name), a.id) > (after_name, after_id))
     order by lower(a.display_name), a.id limit page $$;
`;
const IS_NEW = 'a.made_by is not null and a.let_in_by is null';
const WAS_RESET = 'a.reset_by is not null and a.reset_known_by is null';

const RESET_ACCOUNT = (then: string): string => `
  create or replace function simpul.reset_account(whom uuid, hash text) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog as $$
  begin
    if (select ctx.role()) is distinct from 'administrator' or whom = (select ctx.account_id()) then
      raise exception 'only an administrator, and another account' using errcode = 'insufficient_privilege';
    end if;
    update simpul.account set password_hash = hash, must_change_password = true, password_set_at = simpul.now()
     where id = whom and active;
    if not found then return false; end if;
    ${then}
    update simpul.session set ended_at = simpul.now() where account_id = whom and ended_at is null;
    return true;
  end $$;
`;
/** Who has a factor is asked for it: the new password alone opens nothing. */
const WAITS_WITHOUT_A_FACTOR = `
    update simpul.account set waits_for_release = true, reset_by = (select ctx.account_id()), reset_at = simpul.now(),
           reset_known_by = null
     where id = whom and not exists (
       select from simpul.factor f where f.account_id = whom and f.confirmed_at is not null and f.removed_at is null);`;

const DECIDE_RECOVERY = (also: string): string => `
  create or replace function simpul.decide_recovery(recovery uuid, hash text) returns uuid
    language plpgsql volatile security definer set search_path = pg_catalog as $$
  declare
    whom uuid;
  begin
    update simpul.account_recovery r
       set status = case when hash is null then 'REJECTED' else 'CONFIRMED' end, half = null,
           decided_by = (select ctx.account_id()), decided_at = simpul.now()
      from simpul.account p
     where r.id = recovery and r.status = 'PROPOSED' and p.id = r.proposed_by
       and p.person_id <> (select ctx.person_id()) and simpul.answers_for(r.account_id)
    returning r.account_id into whom;
    if whom is null or hash is null then return whom; end if;
    update simpul.account set password_hash = hash, must_change_password = true, password_set_at = simpul.now(),
           waits_for_release = true${also} where id = whom;
    update simpul.factor set removed_at = simpul.now() where account_id = whom and removed_at is null;
    update simpul.recovery_code set ended_at = simpul.now() where account_id = whom and ended_at is null;
    update simpul.session set ended_at = simpul.now() where account_id = whom and ended_at is null;
    return whom;
  end $$;
`;

const RELEASE_RECOVERY = (also: string): string => `
  create or replace function simpul.release_recovery(recovery uuid) returns uuid
    language plpgsql volatile security definer set search_path = pg_catalog as $$
  declare
    whom uuid;
  begin
    update simpul.account_recovery r set status = 'RELEASED', released_by = (select ctx.account_id()),
           released_at = simpul.now()
      from simpul.account p, simpul.account a
     where r.id = recovery and r.status = 'CONFIRMED' and p.id = r.proposed_by and a.id = r.account_id
       and not a.must_change_password ${also}
       and p.person_id <> (select ctx.person_id()) and simpul.answers_for(r.account_id)
    returning r.account_id into whom;
    update simpul.account set waits_for_release = false where id = whom;
    return whom;
  end $$;
`;

/**
 * One administrator's reset opened an account without a second factor: whoever holds the new password was that person.
 * Now such an account opens nothing until whoever answers for its office has said that its owner came back, as for a
 * newcomer. A newcomer whose password was reset is let in by neither of the two.
 */
export class AResetTakesTwo1790000967000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table simpul.account
        add column reset_by uuid references simpul.account (id),
        add column reset_at timestamptz,
        add column reset_known_by uuid references simpul.account (id),
        add constraint reset_known_to_another check (reset_known_by <> reset_by and reset_known_by <> id),
        add constraint a_reset_waits check (reset_by is null or reset_known_by is not null or waits_for_release),
        add constraint reset_at_a_time check ((reset_by is null) = (reset_at is null)
                                              and (reset_known_by is null or reset_by is not null));
      create index account_reset on simpul.account (agency_id) where reset_by is not null and reset_known_by is null;

      -- Whoever made an account that waits, or gave the password that its owner waits with: none of them decides.
      create function simpul.gave_the_password(whom uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
        select exists (
          select from simpul.account a join simpul.account m
              on (m.id = a.made_by and ${IS_NEW}) or (m.id = a.reset_by and ${WAS_RESET})
           where a.id = whom and m.person_id = (select ctx.person_id())) $$;

      -- simpul.newcomers: from 1790000962000
      drop function simpul.newcomers();
      create function simpul.newcomers() returns table (id uuid, reason text, display_name text, role text,
          agency_name text, made_by_name text, made_at timestamptz, arrived boolean, may_decide boolean)
        language sql stable security definer set search_path = pg_catalog as $$
        select a.id, case when ${IS_NEW} then 'NEW' else 'RESET' end, a.display_name, a.role, a.agency_name,
               m.display_name, case when ${IS_NEW} then a.created_at else a.reset_at end, not a.must_change_password,
               simpul.answers_for(a.id) and not simpul.gave_the_password(a.id)
          from simpul.account a
          join simpul.account m on m.id = case when ${IS_NEW} then a.made_by else a.reset_by end
         where a.active and (${IS_NEW} or ${WAS_RESET})
           and (simpul.answers_for(a.id) or (select ctx.role()) = 'administrator')
         order by 7, a.id $$;

      -- simpul.newcomer_to_decide: from 1790000962000
      create or replace function simpul.newcomer_to_decide(whom uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
        select exists (
          select from simpul.account a
           where a.id = whom and a.active and (${IS_NEW} or ${WAS_RESET})
             and simpul.answers_for(a.id) and not simpul.gave_the_password(a.id)) $$;

      -- simpul.let_in: from 1790000962000
      -- 'letIn' for a newcomer, 'known' after a reset; 'notFound'; 'notYet' while the administrator knows the password.
      create or replace function simpul.let_in(whom uuid) returns text
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        me uuid := (select ctx.account_id());
        was_new boolean;
      begin
        if not simpul.newcomer_to_decide(whom) then return 'notFound'; end if;
        select ${IS_NEW} into was_new from simpul.account a where a.id = whom for update;
        update simpul.account a set waits_for_release = false,
               let_in_by = case when was_new then me else a.let_in_by end,
               let_in_at = case when was_new then simpul.now() else a.let_in_at end,
               reset_known_by = case when a.reset_by is not null then coalesce(a.reset_known_by, me) end
         where a.id = whom and (${IS_NEW} or ${WAS_RESET}) and a.active and not a.must_change_password;
        if not found then return 'notYet'; end if;
        -- Letting them back in was under way: the same has been said now.
        update simpul.account_recovery r set status = 'RELEASED', released_by = me, released_at = simpul.now()
         where r.account_id = whom and r.status = 'CONFIRMED';
        return case when was_new then 'letIn' else 'known' end;
      end $$;

      -- simpul.turn_away: from 1790000962000
      -- 'turnedAway': a newcomer's account and its sessions end. 'closed' after a reset that its owner did not ask for: the
      -- account stays, with its work; the password that was given opens nothing, and the way back takes two (0118).
      create or replace function simpul.turn_away(whom uuid) returns text
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        was_new boolean;
      begin
        if not simpul.newcomer_to_decide(whom) then return 'notFound'; end if;
        select ${IS_NEW} into was_new from simpul.account a where a.id = whom for update;
        if was_new then
          if exists (select from simpul.work_held(whom) w where not w.closed) then return 'holdsWork'; end if;
          update simpul.account a set active = false where a.id = whom and a.let_in_by is null and a.active;
        else
          update simpul.account a set reset_by = null, reset_at = null, password_hash = '-', must_change_password = true
           where a.id = whom and ${WAS_RESET} and a.active;
        end if;
        if not found then return 'notFound'; end if;
        update simpul.session s set ended_at = simpul.now() where s.account_id = whom and s.ended_at is null;
        return case when was_new then 'turnedAway' else 'closed' end;
      end $$;

      -- simpul.a_newcomer_arrived: from 1790000962000
      create or replace function simpul.a_newcomer_arrived() returns trigger
        language plpgsql security definer set search_path = pg_catalog as $$
      begin
        insert into simpul.outbox (topic, ids)
        select case when new.made_by is not null and new.let_in_by is null then 'account.arrived' else 'account.cameBack' end,
               jsonb_build_object('accountId', new.id);
        return null;
      end $$;
      drop trigger newcomer_arrived on simpul.account;
      create trigger newcomer_arrived after update of must_change_password on simpul.account for each row
        when (old.must_change_password and not new.must_change_password
              and ((new.made_by is not null and new.let_in_by is null)
                   or (new.reset_by is not null and new.reset_known_by is null)))
        execute function simpul.a_newcomer_arrived();

      revoke all on function simpul.gave_the_password(uuid), simpul.newcomers() from public;
      grant execute on function simpul.newcomers() to simpul_api;
    `);
    // simpul.accounts_by_name: from 1790000962000
    await runner.query(ACCOUNTS_BY_NAME(`(${IS_NEW}) or (${WAS_RESET})`));
    // simpul.reset_account: from 1790000710000
    await runner.query(RESET_ACCOUNT(WAITS_WITHOUT_A_FACTOR));
    // simpul.decide_recovery: from 1790000823000
    await runner.query(DECIDE_RECOVERY(', reset_by = null, reset_at = null, reset_known_by = null'));
    // simpul.release_recovery: from 1790000823000
    await runner.query(RELEASE_RECOVERY(`and not (${WAS_RESET})`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(RELEASE_RECOVERY(''));
    await runner.query(DECIDE_RECOVERY(''));
    await runner.query(RESET_ACCOUNT(''));
    await runner.query(ACCOUNTS_BY_NAME(IS_NEW));
    await runner.query(`
      drop trigger newcomer_arrived on simpul.account;
      create or replace function simpul.a_newcomer_arrived() returns trigger
        language plpgsql security definer set search_path = pg_catalog as $$
      begin
        insert into simpul.outbox (topic, ids) values ('account.arrived', jsonb_build_object('accountId', new.id));
        return null;
      end $$;
      create trigger newcomer_arrived after update of must_change_password on simpul.account for each row
        when (old.must_change_password and not new.must_change_password and new.made_by is not null and new.let_in_by is null)
        execute function simpul.a_newcomer_arrived();

      create or replace function simpul.turn_away(whom uuid) returns text
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      begin
        if not simpul.newcomer_to_decide(whom) then return 'notFound'; end if;
        if exists (select from simpul.work_held(whom) w where not w.closed) then return 'holdsWork'; end if;
        update simpul.account a set active = false where a.id = whom and a.let_in_by is null and a.active;
        if not found then return 'notFound'; end if;
        update simpul.session s set ended_at = simpul.now() where s.account_id = whom and s.ended_at is null;
        return 'done';
      end $$;
      create or replace function simpul.let_in(whom uuid) returns text
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      begin
        if not simpul.newcomer_to_decide(whom) then return 'notFound'; end if;
        update simpul.account a set let_in_by = (select ctx.account_id()), let_in_at = simpul.now(), waits_for_release = false
         where a.id = whom and a.let_in_by is null and a.active and not a.must_change_password;
        return case when found then 'done' else 'notYet' end;
      end $$;
      create or replace function simpul.newcomer_to_decide(whom uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
        select exists (
          select from simpul.account a join simpul.account m on m.id = a.made_by
           where a.id = whom and a.let_in_by is null and a.active
             and m.person_id <> (select ctx.person_id()) and simpul.answers_for(a.id)) $$;
      drop function simpul.newcomers();
      create function simpul.newcomers() returns table (id uuid, display_name text, role text, agency_name text,
          made_by_name text, made_at timestamptz, arrived boolean, may_decide boolean)
        language sql stable security definer set search_path = pg_catalog as $$
        select a.id, a.display_name, a.role, a.agency_name, m.display_name, a.created_at, not a.must_change_password,
               simpul.answers_for(a.id) and m.person_id <> (select ctx.person_id())
          from simpul.account a join simpul.account m on m.id = a.made_by
         where a.let_in_by is null and a.active
           and (simpul.answers_for(a.id) or (select ctx.role()) = 'administrator')
         order by a.created_at, a.id $$;
      revoke all on function simpul.newcomers() from public;
      grant execute on function simpul.newcomers() to simpul_api;
      drop function simpul.gave_the_password(uuid);
      drop index simpul.account_reset;
      alter table simpul.account drop constraint reset_at_a_time, drop constraint a_reset_waits,
        drop constraint reset_known_to_another, drop column reset_known_by, drop column reset_at, drop column reset_by;
    `);
  }
}
