import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of accounts as 1790000710000 made it, and once more with who waits to be let in. */
const ACCOUNTS_BY_NAME = (waits: boolean): string => `
  create function simpul.accounts_by_name(after_name text, after_id uuid, page int)
    returns table (id uuid, email text, display_name text, role text, agency_id uuid, agency_name text,
                   active boolean, must_change_password boolean, ${waits ? 'waits_to_be_let_in boolean, ' : ''}sort text)
    language sql stable security definer set search_path = pg_catalog as $$
    select a.id, a.email, a.display_name, a.role, a.agency_id, a.agency_name, a.active, a.must_change_password,
           ${waits ? 'a.made_by is not null and a.let_in_by is null,' : ''}
           lower(a.display_name)
      from simpul.account a
     where (select ctx.role()) = 'administrator'
       and a.role <> 'link_holder'
       and (after_id is null or (lower(a.display_name), a.id) > (after_name, after_id))
     order by lower(a.display_name), a.id limit page $$;
  revoke all on function simpul.accounts_by_name(text, uuid, int) from public;
  grant execute on function simpul.accounts_by_name(text, uuid, int) to simpul_api;
`;

const ITS_AGENCY = `exists (
  select 1 from simpul.agency g
   where g.id = agency_id and g.kind = agency_kind and g.code = agency_code and g.name = agency_name)`;

/** A recovery is for somebody who was in before; \`also\` says so. */
const PROPOSE_RECOVERY = (also: string): string => `
  create or replace function simpul.propose_recovery(whom uuid, recovery uuid, half bytea) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog as $$
  begin
    if (select ctx.role()) is distinct from 'administrator' or whom = (select ctx.account_id()) then
      raise exception 'only an administrator, and another account' using errcode = 'insufficient_privilege';
    end if;
    insert into simpul.account_recovery (id, account_id, half, proposed_by)
    select recovery, a.id, half, (select ctx.account_id()) from simpul.account a where a.id = whom and a.active ${also}
    on conflict do nothing;
    return found;
  end $$;
`;

/**
 * An account that an administrator makes opens nothing until whoever answers for its office has said that its person
 * exists, works there and is the one who signed in. Alone, an administrator could invent somebody and read as them.
 */
export class ANewcomerIsKnownToSomebody1790000962000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Empty for accounts that nobody's account made: the console's, and those of before.
      alter table simpul.account
        add column made_by uuid references simpul.account (id),
        add column let_in_by uuid references simpul.account (id),
        add column let_in_at timestamptz,
        add constraint let_in_by_another check (let_in_by <> made_by and let_in_by <> id),
        add constraint nobody_lets_themselves_in check (made_by is null or let_in_by is not null or waits_for_release),
        add constraint let_in_at_a_time check ((let_in_by is null) = (let_in_at is null));
      create index account_to_let_in on simpul.account (agency_id) where made_by is not null and let_in_by is null and active;

      grant insert (waits_for_release, made_by) on simpul.account to simpul_api;
      alter policy administrators_add on simpul.account
        with check ((select ctx.role()) = 'administrator' and must_change_password and waits_for_release
                    and made_by = (select ctx.account_id()) and ${ITS_AGENCY});

      -- Those whom whoever acts may let in; an administrator sees all who wait.
      create function simpul.newcomers() returns table (id uuid, display_name text, role text, agency_name text,
          made_by_name text, made_at timestamptz, arrived boolean, may_decide boolean)
        language sql stable security definer set search_path = pg_catalog as $$
        select a.id, a.display_name, a.role, a.agency_name, m.display_name, a.created_at, not a.must_change_password,
               simpul.answers_for(a.id) and m.person_id <> (select ctx.person_id())
          from simpul.account a join simpul.account m on m.id = a.made_by
         where a.let_in_by is null and a.active
           and (simpul.answers_for(a.id) or (select ctx.role()) = 'administrator')
         order by a.created_at, a.id $$;

      -- Whether whoever acts decides about this newcomer: answers for the office, and is another human being than who made it.
      create function simpul.newcomer_to_decide(whom uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
        select exists (
          select from simpul.account a join simpul.account m on m.id = a.made_by
           where a.id = whom and a.let_in_by is null and a.active
             and m.person_id <> (select ctx.person_id()) and simpul.answers_for(a.id)) $$;

      -- 'done'; 'notFound'; 'notYet' while the first password, which the administrator knows, was not changed.
      create function simpul.let_in(whom uuid) returns text
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      begin
        if not simpul.newcomer_to_decide(whom) then return 'notFound'; end if;
        update simpul.account a set let_in_by = (select ctx.account_id()), let_in_at = simpul.now(), waits_for_release = false
         where a.id = whom and a.let_in_by is null and a.active and not a.must_change_password;
        return case when found then 'done' else 'notYet' end;
      end $$;

      -- 'done': the account and its sessions end. 'notFound'; 'holdsWork' where somebody gave it work already.
      create function simpul.turn_away(whom uuid) returns text
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      begin
        if not simpul.newcomer_to_decide(whom) then return 'notFound'; end if;
        if exists (select from simpul.work_held(whom) w where not w.closed) then return 'holdsWork'; end if;
        update simpul.account a set active = false where a.id = whom and a.let_in_by is null and a.active;
        if not found then return 'notFound'; end if;
        update simpul.session s set ended_at = simpul.now() where s.account_id = whom and s.ended_at is null;
        return 'done';
      end $$;

      -- Whoever lets in hears when there is somebody to ask: the change is made by simpul_signin, which announces nothing else.
      create function simpul.a_newcomer_arrived() returns trigger
        language plpgsql security definer set search_path = pg_catalog as $$
      begin
        insert into simpul.outbox (topic, ids) values ('account.arrived', jsonb_build_object('accountId', new.id));
        return null;
      end $$;
      create trigger newcomer_arrived after update of must_change_password on simpul.account for each row
        when (old.must_change_password and not new.must_change_password and new.made_by is not null and new.let_in_by is null)
        execute function simpul.a_newcomer_arrived();

      revoke all on function simpul.newcomers(), simpul.newcomer_to_decide(uuid), simpul.let_in(uuid), simpul.turn_away(uuid),
        simpul.a_newcomer_arrived() from public;
      grant execute on function simpul.newcomers(), simpul.let_in(uuid), simpul.turn_away(uuid) to simpul_api;

      drop function simpul.accounts_by_name(text, uuid, int);
    `);
    // simpul.accounts_by_name: from 1790000710000
    await runner.query(ACCOUNTS_BY_NAME(true));
    // simpul.propose_recovery: from 1790000823000
    await runner.query(PROPOSE_RECOVERY('and (a.made_by is null or a.let_in_by is not null)'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(PROPOSE_RECOVERY(''));
    await runner.query('drop function simpul.accounts_by_name(text, uuid, int)');
    await runner.query(ACCOUNTS_BY_NAME(false));
    await runner.query(`
      drop trigger newcomer_arrived on simpul.account;
      drop function simpul.a_newcomer_arrived();
      drop function simpul.turn_away(uuid);
      drop function simpul.let_in(uuid);
      drop function simpul.newcomer_to_decide(uuid);
      drop function simpul.newcomers();
      alter policy administrators_add on simpul.account
        with check ((select ctx.role()) = 'administrator' and must_change_password and ${ITS_AGENCY});
      revoke insert (waits_for_release, made_by) on simpul.account from simpul_api;
      drop index simpul.account_to_let_in;
      alter table simpul.account drop constraint let_in_at_a_time, drop constraint nobody_lets_themselves_in,
        drop constraint let_in_by_another, drop column let_in_at, drop column let_in_by, drop column made_by;
    `);
  }
}
