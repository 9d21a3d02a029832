import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
  create table simpul.departure (
    id uuid primary key default gen_random_uuid(),
    account_id uuid not null references simpul.account (id),
    status text not null default 'PROPOSED' check (status in ('PROPOSED', 'DONE', 'REJECTED')),
    proposed_by uuid not null references simpul.account (id),
    proposed_at timestamptz not null default simpul.now(),
    decided_by uuid references simpul.account (id),
    decided_at timestamptz,
    constraint decided_or_waiting check ((status = 'PROPOSED') = (decided_at is null)
      and (decided_at is null) = (decided_by is null)),
    constraint two_people check (decided_by <> proposed_by and decided_by <> account_id and proposed_by <> account_id)
  );
  create unique index departure_open on simpul.departure (account_id) where status = 'PROPOSED';

  -- What went to whom: the receipt of a departure.
  create table simpul.departure_item (
    id uuid primary key default gen_random_uuid(),
    departure_id uuid not null references simpul.departure (id),
    kind text not null check (kind in ('CASE', 'SEAT', 'REFERRAL', 'SHIFT', 'STAND_IN', 'FALLBACK')),
    object_id uuid not null,
    case_id uuid references simpul.case_file (id),
    -- Null: the seat stays empty, or the office answers without a named person.
    to_account_id uuid references simpul.account (id),
    created_at timestamptz not null default simpul.now()
  );
  create index departure_item_of_departure on simpul.departure_item (departure_id);

  call simpul.protect('simpul.departure');
  call simpul.protect('simpul.departure_item');
`;

const LIVING_OWNERS = `
  -- Whether somebody signs in by this account; the row stays shared until the commit, so that nobody leaves meanwhile.
  create function simpul.is_there(whom uuid) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog as $$
  declare
    there boolean;
  begin
    select a.active into there from simpul.account a where a.id = whom for share;
    return coalesce(there, false);
  end $$;
  revoke all on function simpul.is_there(uuid) from public;

  create function simpul.a_case_has_somebody() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
  begin
    if new.closed_at is not null and tg_op = 'UPDATE' and new.owner_account_id = old.owner_account_id then return new; end if;
    if simpul.is_there(new.owner_account_id) then return new; end if;
    -- A case that ended before its owner left opens again for whoever opens it.
    if tg_op = 'UPDATE' and old.closed_at is not null and new.closed_at is null and ctx.writes_cases() then
      new.owner_account_id := ctx.account_id();
      return new;
    end if;
    raise exception 'a case has an owner who is there' using errcode = 'check_violation';
  end $$;
  create trigger owner_is_there before update of owner_account_id, closed_at on simpul.case_file
    for each row execute function simpul.a_case_has_somebody();
  -- After, so that the policies speak first. A file that begins closed was carried over, and its owner may have left.
  create trigger opened_by_somebody_there after insert on simpul.case_file
    for each row when (new.closed_at is null) execute function simpul.a_case_has_somebody();

  -- Whoever takes a case over takes its running time limits with it, however it came to them.
  create function simpul.clocks_follow_the_owner() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
  begin
    with moved as (
      update simpul.deadline d set owing_account_id = new.owner_account_id
       where (d.case_id = new.id or d.referral_id in (select r.id from simpul.referral r where r.case_id = new.id))
         and d.owing_account_id = old.owner_account_id and d.status in ('running', 'paused', 'missed')
      returning d.id, d.status, d.due_at)
    insert into simpul.deadline_change (deadline_id, change, from_status, to_status, due_before, due_after, actor_id)
    select m.id, 'handOver', m.status, m.status, m.due_at, m.due_at, ctx.account_id() from moved m;
    return null;
  end $$;
  create trigger clocks_follow_the_owner after update of owner_account_id on simpul.case_file
    for each row when (new.owner_account_id <> old.owner_account_id) execute function simpul.clocks_follow_the_owner();

  -- A receiver's act starts clocks of the sender without holding the case: whoever left in that moment owes nothing.
  create function simpul.a_clock_has_somebody() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
  begin
    if new.status in ('running', 'paused', 'missed') and not simpul.is_there(new.owing_account_id) then
      new.owing_account_id := (
        select f.owner_account_id from simpul.case_file f
         where f.id = coalesce(new.case_id, (select r.case_id from simpul.referral r where r.id = new.referral_id)));
    end if;
    return new;
  end $$;
  create trigger owes_somebody_there before insert on simpul.deadline
    for each row when (new.owing_account_id is not null) execute function simpul.a_clock_has_somebody();

  create function simpul.a_referral_has_somebody() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
  begin
    -- The office answers for it; a name of nobody would only say that somebody does.
    if not simpul.is_there(new.responsible_account_id)
       and not exists (select 1 from simpul.account a where a.id = new.responsible_account_id and a.role = 'link_holder') then
      new.responsible_account_id := null;
    end if;
    return new;
  end $$;
  create trigger responsible_is_there before update of responsible_account_id on simpul.referral
    for each row when (new.responsible_account_id is not null
                       and new.responsible_account_id is distinct from old.responsible_account_id)
    execute function simpul.a_referral_has_somebody();

  create function simpul.an_account_ends_empty() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
  begin
    if exists (select 1 from simpul.case_file f where f.owner_account_id = new.id and f.closed_at is null)
       or exists (select 1 from simpul.referral r where r.responsible_account_id = new.id and r.sent_at is not null and r.ended_at is null)
       or exists (select 1 from simpul.deadline d
                   where d.owing_account_id = new.id and d.status in ('running', 'paused', 'missed')) then
      raise exception 'an account ends when nothing hangs on it' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
  create trigger work_has_somebody before update of active on simpul.account
    for each row when (old.active and not new.active) execute function simpul.an_account_ends_empty();
  create index referral_of_responsible on simpul.referral (responsible_account_id)
    where responsible_account_id is not null and ended_at is null;
  revoke all on function simpul.a_case_has_somebody(), simpul.clocks_follow_the_owner(), simpul.a_clock_has_somebody(),
    simpul.a_referral_has_somebody(), simpul.an_account_ends_empty() from public;
`;

const WHAT_IS_HELD = `
  -- Everything that hangs on one person. Clocks are none of it: they follow the case or referral that they belong to.
  create function simpul.work_held(whom uuid)
    returns table (kind text, object_id uuid, case_id uuid, label text, closed boolean)
    language sql stable security definer set search_path = pg_catalog as $$
    select 'CASE', f.id, f.id, f.number, f.closed_at is not null from simpul.case_file f where f.owner_account_id = whom
    union all
    select 'SEAT', m.id, f.id, f.number, false
      from simpul.case_member m join simpul.case_file f on f.id = m.case_id
     where m.account_id = whom and m.until is null and f.owner_account_id <> whom and f.closed_at is null
    union all
    select 'REFERRAL', r.id, r.case_id, r.number, false from simpul.referral r
     where r.responsible_account_id = whom and r.sent_at is not null and r.ended_at is null
    union all
    select 'SHIFT', s.id, null, null, false from simpul.duty_shift s
     where s.account_id = whom and s.removed_at is null and s.ends_at > simpul.now()
    union all
    select 'STAND_IN', s.id, null, null, false from simpul.duty_shift s
     where s.stand_in_account_id = whom and s.removed_at is null and s.ends_at > simpul.now()
    union all
    select 'STAND_IN', s.id, null, null, false from simpul.absence s
     where s.stand_in_account_id = whom and s.removed_at is null and s.ends_at > simpul.now()
    union all
    select 'FALLBACK', f.id, null, null, false from simpul.duty_fallback f where f.account_id = whom
  $$;

  -- Whether somebody may take a thing over: there, of the same office, of a role that does such work, and the case not
  -- kept from them. An owner who is on the sealed team stays within it.
  create function simpul.may_take(kind text, of_case uuid, whom uuid, from_whom uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (
      select 1 from simpul.account a join simpul.account b on b.id = from_whom and b.agency_id = a.agency_id
       where a.id = whom and a.active and a.person_id <> b.person_id
         and case kind
               when 'CASE' then a.role in ('intake_counselor', 'case_worker', 'supervisor')
               when 'SEAT' then a.role in ('intake_counselor', 'case_worker', 'psychologist', 'supervisor')
               when 'REFERRAL' then simpul.answers_referrals(a.role)
               else true end
         and (of_case is null
              or (kind = 'REFERRAL' and not coalesce(simpul.account_has_conflict(of_case, a.id), false))
              or (kind <> 'REFERRAL' and not coalesce(simpul.account_has_conflict(of_case, a.id), false)
                  and not exists (select 1 from simpul.case_file f
                                   where f.id = of_case and f.sealed and not exists (
                                     select 1 from simpul.seal_member m
                                      where m.case_id = f.id and m.account_id = a.id and m.until is null))))) $$;

  -- What an end of the account would orphan; null for who is no administrator. A number, no case.
  create function simpul.holds_work(whom uuid) returns bigint
    language sql stable security definer set search_path = pg_catalog as $$
    select case when (select ctx.role()) = 'administrator' then
      (select count(*) from simpul.work_held(whom) w where not w.closed)
      + (select count(*) from simpul.deadline d
          where d.owing_account_id = whom and d.status in ('running', 'paused', 'missed')) end $$;
  revoke all on function simpul.work_held(uuid), simpul.may_take(text, uuid, uuid, uuid), simpul.holds_work(uuid) from public;
  grant execute on function simpul.holds_work(uuid) to simpul_api;
`;

const ACTS = `
  create function simpul.propose_departure(whom uuid, departure uuid) returns boolean
    language plpgsql volatile security definer set search_path = pg_catalog as $$
  begin
    if (select ctx.role()) is distinct from 'administrator' or whom = (select ctx.account_id()) then
      raise exception 'only an administrator, and another account' using errcode = 'insufficient_privilege';
    end if;
    insert into simpul.departure (id, account_id, proposed_by)
    select departure, a.id, (select ctx.account_id()) from simpul.account a where a.id = whom and a.active
    on conflict do nothing;
    return found;
  end $$;

  create function simpul.departures() returns table (id uuid, account_id uuid, display_name text, role text,
      agency_name text, proposed_by_name text, proposed_at timestamptz, status text, decided_by_name text,
      decided_at timestamptz, may_decide boolean)
    language sql stable security definer set search_path = pg_catalog as $$
    select d.id, d.account_id, a.display_name, a.role, a.agency_name, p.display_name, d.proposed_at, d.status,
           q.display_name, d.decided_at,
           d.status = 'PROPOSED' and simpul.answers_for(a.id) and p.person_id <> (select ctx.person_id())
      from simpul.departure d join simpul.account a on a.id = d.account_id
      join simpul.account p on p.id = d.proposed_by left join simpul.account q on q.id = d.decided_by
     where (simpul.answers_for(a.id) or (select ctx.role()) = 'administrator')
       and (d.status = 'PROPOSED' or d.decided_at > simpul.now() - interval '90 days')
     order by d.status <> 'PROPOSED', coalesce(d.decided_at, d.proposed_at) desc, d.id limit 200 $$;

  -- Whose departure it is, for whoever may decide it now; null for everybody else.
  create function simpul.departure_to_decide(departure uuid) returns uuid
    language sql stable security definer set search_path = pg_catalog as $$
    select d.account_id from simpul.departure d join simpul.account p on p.id = d.proposed_by
     where d.id = departure and d.status = 'PROPOSED' and p.person_id <> (select ctx.person_id())
       and simpul.answers_for(d.account_id) $$;

  -- What is handed over and who could take it, for whoever decides; afterwards who took it. A number of a case is for
  -- those who see cases (or referrals), and what is kept from them is not there at all.
  create function simpul.departure_page(departure uuid)
    returns table (kind text, object_id uuid, label text, closed boolean, proposals int, overdue int, to_account_id uuid,
                   possible uuid[])
    language sql stable security definer set search_path = pg_catalog as $$
    with mine as (
      select d.id, d.account_id, d.status from simpul.departure d
       where d.id = departure and simpul.answers_for(d.account_id)),
    items as (
      select w.kind, w.object_id, w.case_id, w.label, w.closed, null::uuid as to_account_id
        from mine m cross join lateral simpul.work_held(m.account_id) w where m.status = 'PROPOSED'
      union all
      select i.kind, i.object_id, i.case_id, coalesce(f.number, r.number), coalesce(f.closed_at is not null, false), i.to_account_id
        from mine m join simpul.departure_item i on i.departure_id = m.id and m.status = 'DONE'
        left join simpul.case_file f on f.id = i.case_id and i.kind <> 'REFERRAL'
        left join simpul.referral r on r.id = i.object_id and i.kind = 'REFERRAL')
    select i.kind, i.object_id,
           case when (select ctx.role()) = 'supervisor' or i.kind = 'REFERRAL' and (select ctx.role()) = 'agency_head'
                then i.label end,
           i.closed,
           case when i.kind = 'CASE' then
             (select count(*)::int from simpul.case_closing c where c.case_id = i.case_id and c.status = 'PROPOSED')
             + (select count(*)::int from simpul.screening s where s.case_id = i.case_id and s.status = 'PENDING_APPROVAL')
             + (select count(*)::int from simpul.deadline d where d.case_id = i.case_id and d.waiver_proposed_by is not null
                   and d.status in ('running', 'paused', 'missed')) else 0 end,
           case i.kind when 'CASE' then (select count(*)::int from simpul.deadline d where d.case_id = i.case_id and d.status = 'missed')
                       when 'REFERRAL' then (select count(*)::int from simpul.deadline d where d.referral_id = i.object_id and d.status = 'missed')
                       else 0 end,
           i.to_account_id,
           case when m.status = 'PROPOSED' then
             array(select a.id from simpul.account a join simpul.account b on b.id = m.account_id and b.agency_id = a.agency_id
                    where a.active and simpul.may_take(i.kind, i.case_id, a.id, m.account_id)) else '{}' end
      from items i cross join mine m
     where i.case_id is null
        or not exists (select 1 from simpul.cases_kept_from((select ctx.account_id())) k
                        where k.case_id = i.case_id and (k.excluded or i.kind <> 'REFERRAL'))
     order by array_position(array['CASE', 'SEAT', 'REFERRAL', 'SHIFT', 'STAND_IN', 'FALLBACK'], i.kind), i.closed, i.label, i.object_id $$;

  create function simpul.reject_departure(departure uuid) returns uuid
    language plpgsql volatile security definer set search_path = pg_catalog as $$
  declare
    whom uuid := simpul.departure_to_decide(departure);
  begin
    if whom is null then return null; end if;
    update simpul.departure d set status = 'REJECTED', decided_by = ctx.account_id(), decided_at = simpul.now()
     where d.id = departure and d.status = 'PROPOSED';
    return case when found then whom end;
  end $$;

  -- The one act. \`successor\` takes whatever \`others\` ({object id: account id or null}) does not name. Gives back a code
  -- and what went to whom; everything but 'done' is raised by the caller, so that nothing of it stays.
  create function simpul.hand_over(departure uuid, successor uuid, others jsonb)
    returns table (code text, kind text, object_id uuid, case_id uuid, to_account_id uuid)
    language plpgsql volatile security definer set search_path = pg_catalog as $$
  #variable_conflict use_column
  declare
    me constant uuid := ctx.account_id();
    whom uuid := simpul.departure_to_decide(departure);
    leaver simpul.account;
    item record;
    kept boolean;
    taker uuid;
  begin
    if whom is null then return query select 'notFound', null, null::uuid, null::uuid, null::uuid; return; end if;
    -- Cases before the account, as every act on a case takes them; then nobody gives the person anything new.
    perform 1 from simpul.case_file f where f.owner_account_id = whom order by f.id for update;
    perform 1 from simpul.departure d where d.id = departure and d.status = 'PROPOSED' for update;
    if not found then return query select 'notFound', null, null::uuid, null::uuid, null::uuid; return; end if;
    select * into leaver from simpul.account a where a.id = whom for update;
    -- Decisions that take a head would wait for nobody.
    if leaver.role in ('supervisor', 'agency_head')
       and not exists (select 1 from simpul.account a
                        where a.agency_id = leaver.agency_id and a.active and a.person_id <> leaver.person_id
                          and a.role in ('supervisor', 'agency_head'))
       and (exists (select 1 from simpul.case_file f where f.agency_id = leaver.agency_id and f.closed_at is null)
            or exists (select 1 from simpul.referral r
                        where r.to_agency_id = leaver.agency_id and r.sent_at is not null and r.ended_at is null)) then
      return query select 'departure.lastHead', null, null::uuid, null::uuid, null::uuid; return;
    end if;

    for item in select w.* from simpul.work_held(whom) w order by w.kind, w.object_id loop
      kept := item.case_id is not null and exists (
        select 1 from simpul.cases_kept_from(me) k
         where k.case_id = item.case_id and (k.excluded or item.kind <> 'REFERRAL'));
      if kept then
        -- Whoever decides does not know of it: it goes to whoever does, longest on the team first.
        taker := case item.kind when 'CASE' then coalesce(
          (select m.account_id from simpul.case_member m
            where m.case_id = item.case_id and m.until is null and m.account_id <> whom
              and simpul.may_take('CASE', item.case_id, m.account_id, whom) order by m.since, m.id limit 1),
          (select m.account_id from simpul.seal_member m
            where m.case_id = item.case_id and m.until is null and m.account_id <> whom
              and simpul.may_take('CASE', item.case_id, m.account_id, whom) order by m.since, m.id limit 1),
          case when simpul.may_take('CASE', item.case_id, successor, whom) then successor end)
          when 'REFERRAL' then case when simpul.may_take('REFERRAL', item.case_id, successor, whom) then successor end end;
        if taker is null and item.kind = 'CASE' then
          return query select 'departure.askIntegrity', null, null::uuid, null::uuid, null::uuid; return;
        end if;
      else
        taker := case when others ? item.object_id::text then (others ->> item.object_id::text)::uuid else successor end;
        if taker is null and item.kind <> 'SEAT' then
          return query select 'departure.nobodyNamed', item.kind, item.object_id, null::uuid, null::uuid; return;
        end if;
        if taker is not null and not simpul.may_take(item.kind, item.case_id, taker, whom) then
          return query select 'departure.mayNotTake', item.kind, item.object_id, null::uuid, taker; return;
        end if;
      end if;

      case item.kind
        when 'CASE' then
          if not exists (select 1 from simpul.case_member m where m.case_id = item.case_id and m.account_id = taker and m.until is null) then
            insert into simpul.case_member (case_id, account_id, agency_id, since) values (item.case_id, taker, leaver.agency_id, simpul.now());
          end if;
          update simpul.case_file f set owner_account_id = taker where f.id = item.case_id;
          update simpul.case_member m set until = simpul.now() where m.case_id = item.case_id and m.account_id = whom and m.until is null;
          -- Whoever works on its referrals hears who answers for the case now.
          return query select 'running', 'RUNNING', r.id, r.case_id, taker from simpul.referral r
            where r.case_id = item.case_id and r.sent_at is not null and r.ended_at is null;
        when 'SEAT' then
          update simpul.case_member m set until = simpul.now() where m.id = item.object_id;
          if taker is not null and not exists (select 1 from simpul.case_member m
               where m.case_id = item.case_id and m.account_id = taker and m.until is null) then
            insert into simpul.case_member (case_id, account_id, agency_id, since) values (item.case_id, taker, leaver.agency_id, simpul.now());
          end if;
        when 'REFERRAL' then
          update simpul.referral r set responsible_account_id = taker where r.id = item.object_id;
        when 'SHIFT' then
          -- A shift that runs goes on with the other person; what was worked stays as it was.
          insert into simpul.duty_shift (agency_id, account_id, stand_in_account_id, starts_at, ends_at, created_by)
          select s.agency_id, taker, nullif(nullif(s.stand_in_account_id, taker), whom), greatest(s.starts_at, simpul.now()), s.ends_at, me
            from simpul.duty_shift s where s.id = item.object_id;
          update simpul.duty_shift s set ends_at = simpul.now() where s.id = item.object_id and s.starts_at < simpul.now();
          update simpul.duty_shift s set removed_at = simpul.now(), removed_by = me where s.id = item.object_id and s.starts_at >= simpul.now();
        when 'STAND_IN' then
          update simpul.duty_shift s set stand_in_account_id = nullif(taker, s.account_id) where s.id = item.object_id;
          update simpul.absence s set stand_in_account_id = nullif(taker, s.account_id) where s.id = item.object_id;
        when 'FALLBACK' then
          update simpul.duty_fallback f set account_id = taker, changed_at = simpul.now(), changed_by = me where f.id = item.object_id;
      end case;
      insert into simpul.departure_item (departure_id, kind, object_id, case_id, to_account_id)
      values (departure, item.kind, item.object_id, item.case_id, taker);
      return query select 'done', item.kind, item.object_id, item.case_id, taker;
    end loop;

    -- Clocks that were the person's for another reason than owning the case: they go to whoever owns it.
    with moved as (
      update simpul.deadline d set owing_account_id = f.owner_account_id
        from simpul.case_file f
       where d.owing_account_id = whom and d.status in ('running', 'paused', 'missed')
         and f.id = coalesce(d.case_id, (select r.case_id from simpul.referral r where r.id = d.referral_id))
      returning d.id, d.status, d.due_at)
    insert into simpul.deadline_change (deadline_id, change, from_status, to_status, due_before, due_after, actor_id)
    select m.id, 'handOver', m.status, m.status, m.due_at, m.due_at, me from moved m;

    update simpul.case_member m set until = simpul.now() where m.account_id = whom and m.until is null;
    update simpul.seal_member m set until = simpul.now() where m.account_id = whom and m.until is null;
    update simpul.emergency_access e set ended_at = simpul.now(), ended_by = me
     where e.account_id = whom and e.ended_at is null and e.until > simpul.now();
    update simpul.push_device p set removed_at = simpul.now(), subscription_sealed = null, endpoint_mark = null
     where p.account_id = whom and p.removed_at is null;
    update simpul.account a set active = false where a.id = whom and a.active;
    update simpul.session s set ended_at = simpul.now() where s.account_id = whom and s.ended_at is null;
    update simpul.departure d set status = 'DONE', decided_by = me, decided_at = simpul.now() where d.id = departure;
    return query select 'ended', null, whom, null::uuid, null::uuid;
  end $$;

  revoke all on function simpul.propose_departure(uuid, uuid), simpul.departures(), simpul.departure_to_decide(uuid),
    simpul.departure_page(uuid), simpul.reject_departure(uuid), simpul.hand_over(uuid, uuid, jsonb) from public;
  grant execute on function simpul.propose_departure(uuid, uuid), simpul.departures(), simpul.departure_to_decide(uuid),
    simpul.departure_page(uuid), simpul.reject_departure(uuid), simpul.hand_over(uuid, uuid, jsonb) to simpul_api;
`;

/**
 * A colleague leaves: an administrator proposes it, whoever answers for the office names who takes over, and one
 * transaction hands over all of it and ends the account. Nothing is left with somebody who is gone: triggers keep a
 * case, a clock and a referral from an ended account, and an account with work from its end.
 *
 * Whoever decides sees case numbers at most, and only of what is not kept from them. What is kept from them (sealed, an
 * interest) passes by a rule: to whoever else knows the case already.
 */
export class AColleagueLeaves1790000930000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(LIVING_OWNERS);
    await runner.query(WHAT_IS_HELD);
    await runner.query(ACTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function simpul.hand_over(uuid, uuid, jsonb); drop function simpul.reject_departure(uuid);
      drop function simpul.departure_page(uuid); drop function simpul.departures();
      drop function simpul.propose_departure(uuid, uuid); drop function simpul.departure_to_decide(uuid);
      drop function simpul.holds_work(uuid); drop function simpul.may_take(text, uuid, uuid, uuid);
      drop function simpul.work_held(uuid);
      drop trigger work_has_somebody on simpul.account; drop function simpul.an_account_ends_empty();
      drop trigger owner_is_there on simpul.case_file; drop trigger opened_by_somebody_there on simpul.case_file; drop trigger clocks_follow_the_owner on simpul.case_file;
      drop trigger owes_somebody_there on simpul.deadline; drop trigger responsible_is_there on simpul.referral;
      drop function simpul.a_case_has_somebody(); drop function simpul.clocks_follow_the_owner();
      drop function simpul.a_clock_has_somebody(); drop function simpul.a_referral_has_somebody();
      drop function simpul.is_there(uuid);
      drop table simpul.departure_item; drop table simpul.departure;
    `);
  }
}
