import type { MigrationInterface, QueryRunner } from 'typeorm';

const AFTER = `
  -- What an end of the account would orphan; null for who is no administrator. A number, no case. A place on the team of a
  -- seal is one: two people named it, and two name another.
  create or replace function simpul.holds_work(whom uuid) returns bigint
    language sql stable security definer set search_path = pg_catalog as $$
    select case when (select ctx.role()) = 'administrator' then
      (select count(*) from simpul.work_held(whom) w where not w.closed)
      + (select count(*) from simpul.seal_member m where m.account_id = whom and m.until is null)
      + (select count(*) from simpul.deadline d
          where d.owing_account_id = whom and d.status in ('running', 'paused', 'missed')) end $$;

  create or replace function simpul.end_account(whom uuid) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog as $$
  begin
    if (select ctx.role()) is distinct from 'administrator' or whom = (select ctx.account_id()) then
      raise exception 'only an administrator, and another account' using errcode = 'insufficient_privilege';
    end if;
    -- Locked first: nobody gives it anything new meanwhile.
    perform 1 from simpul.account where id = whom and active for update;
    if not found then return false; end if;
    if simpul.holds_work(whom) > 0 then
      raise exception 'an account ends when nothing hangs on it' using errcode = 'check_violation';
    end if;
    update simpul.case_member set until = simpul.now() where account_id = whom and until is null;
    update simpul.emergency_access set ended_at = simpul.now(), ended_by = ctx.account_id()
     where account_id = whom and ended_at is null and until > simpul.now();
    update simpul.push_device set removed_at = simpul.now(), subscription_sealed = null, endpoint_mark = null
     where account_id = whom and removed_at is null;
    update simpul.account set active = false where id = whom;
    update simpul.session set ended_at = simpul.now() where account_id = whom and ended_at is null;
    return true;
  end $$;
`;

const BEFORE = `
  create or replace function simpul.holds_work(whom uuid) returns bigint
    language sql stable security definer set search_path = pg_catalog as $$
    select case when (select ctx.role()) = 'administrator' then
      (select count(*) from simpul.work_held(whom) w where not w.closed)
      + (select count(*) from simpul.deadline d
          where d.owing_account_id = whom and d.status in ('running', 'paused', 'missed')) end $$;

  create or replace function simpul.end_account(whom uuid) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog as $$
  begin
    if (select ctx.role()) is distinct from 'administrator' or whom = (select ctx.account_id()) then
      raise exception 'only an administrator, and another account' using errcode = 'insufficient_privilege';
    end if;
    update simpul.account set active = false where id = whom and active;
    if not found then return false; end if;
    update simpul.session set ended_at = simpul.now() where account_id = whom and ended_at is null;
    return true;
  end $$;
`;

/**
 * Only the program asked whether anything hangs on an account before it ended it: seats, shifts and stand-ins stayed behind
 * where it was not asked, and a place on the team of a seal in any case. And as with a departure, what the person still has
 * open ends with the account: seats of closed cases, an emergency access, devices that are pushed to.
 * simpul.holds_work: from 1790000930000
 * simpul.end_account: from 1790000710000
 */
export class AnAccountEndsWithNothingLeft1790000969400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AFTER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(BEFORE);
  }
}
