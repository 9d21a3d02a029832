import type { MigrationInterface, QueryRunner } from 'typeorm';

const AFTER = `
  create or replace function simpul.may_take(kind text, of_case uuid, whom uuid, from_whom uuid) returns boolean
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
              or (kind = 'REFERRAL' and not exists (select 1 from simpul.cases_kept_from(a.id) k where k.case_id = of_case and k.excluded))
              or (kind <> 'REFERRAL' and not coalesce(simpul.account_has_conflict(of_case, a.id), false)
                  and not exists (select 1 from simpul.case_file f
                                   where f.id = of_case and f.sealed and not exists (
                                     select 1 from simpul.seal_member m
                                      where m.case_id = f.id and m.account_id = a.id and m.until is null))))) $$;

  -- The review of an emergency is a head's, and is met by nobody on the team.
  create or replace function simpul.clocks_follow_the_owner() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
  begin
    with moved as (
      update simpul.deadline d set owing_account_id = new.owner_account_id
       where (d.case_id = new.id or d.referral_id in (select r.id from simpul.referral r where r.case_id = new.id))
         and d.owing_account_id = old.owner_account_id and d.status in ('running', 'paused', 'missed')
         and d.slug <> 'break-glass-review'
      returning d.id, d.status, d.due_at)
    insert into simpul.deadline_change (deadline_id, change, from_status, to_status, due_before, due_after, actor_id)
    select m.id, 'handOver', m.status, m.status, m.due_at, m.due_at, ctx.account_id() from moved m;
    return null;
  end $$;

  create or replace function simpul.clocks_follow_the_team() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
  begin
    with moved as (
      update simpul.deadline d set owing_account_id = f.owner_account_id
        from simpul.case_file f
       where f.id = new.case_id and f.owner_account_id <> new.account_id and d.owing_account_id = new.account_id
         and (d.case_id = f.id or d.referral_id in (select r.id from simpul.referral r where r.case_id = f.id))
         and d.status in ('running', 'paused', 'missed')
         and d.slug <> 'break-glass-review'
      returning d.id, d.status, d.due_at)
    insert into simpul.deadline_change (deadline_id, change, from_status, to_status, due_before, due_after, actor_id)
    select m.id, 'handOver', m.status, m.status, m.due_at, m.due_at, ctx.account_id() from moved m;
    update simpul.appointment set escort_account_id = null
     where case_id = new.case_id and status = 'PLANNED' and escort_account_id = new.account_id;
    return null;
  end $$;

  create or replace function simpul.a_clock_has_somebody() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
  begin
    if new.status in ('running', 'paused', 'missed') and not simpul.is_there(new.owing_account_id) then
      new.owing_account_id := case when new.slug = 'break-glass-review'
        then simpul.emergency_reviewer(new.about_id, new.owing_account_id) else (
        select f.owner_account_id from simpul.case_file f
         where f.id = coalesce(new.case_id, (select r.case_id from simpul.referral r where r.id = new.referral_id))) end;
    end if;
    return new;
  end $$;

  -- The one act. \`successor\` takes whatever \`others\` ({object id: account id or null}) does not name. Gives back a code
  -- and what went to whom: 'done', or 'kept' for what whoever decides may not know, in no count of theirs. Everything else
  -- but the last line's 'ended' is raised by the caller, so that nothing of it stays.
  create or replace function simpul.hand_over(departure uuid, successor uuid, others jsonb)
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
    answer text;
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
      answer := case when kept then 'kept' else 'done' end;
      if kept then
        -- Whoever decides does not know of it and names nobody for it: it goes to whoever does, longest on the team first.
        taker := case item.kind when 'CASE' then coalesce(
          (select m.account_id from simpul.case_member m
            where m.case_id = item.case_id and m.until is null and m.account_id <> whom
              and simpul.may_take('CASE', item.case_id, m.account_id, whom) order by m.since, m.id limit 1),
          (select m.account_id from simpul.seal_member m
            where m.case_id = item.case_id and m.until is null and m.account_id <> whom
              and simpul.may_take('CASE', item.case_id, m.account_id, whom) order by m.since, m.id limit 1))
          when 'REFERRAL' then case when simpul.may_take('REFERRAL', item.case_id, successor, whom) then successor end end;
        if taker is null and item.kind = 'CASE' then
          -- What has ended may keep an owner who is gone.
          continue when item.closed;
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
          return query select answer, 'RUNNING', r.id, r.case_id, taker from simpul.referral r
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
      return query select answer, item.kind, item.object_id, item.case_id, taker;
    end loop;

    -- A seal names two at least: it gets another team, by two people, before one of its last two leaves.
    if exists (
         select 1 from simpul.seal_member s join simpul.case_file f on f.id = s.case_id and f.sealed
          where s.account_id = whom and s.until is null
            and (select count(distinct a.person_id) from simpul.seal_member o join simpul.account a on a.id = o.account_id
                  where o.case_id = s.case_id and o.until is null and a.active and a.person_id <> leaver.person_id) < 2) then
      return query select 'departure.askIntegrity', null, null::uuid, null::uuid, null::uuid; return;
    end if;

    -- Clocks that were the person's for another reason than owning the case: they go to whoever owns it, the review of an
    -- emergency to another head, and what nobody owns any more to the office.
    with moved as (
      update simpul.deadline d set owing_account_id = case when d.slug = 'break-glass-review'
               then simpul.emergency_reviewer(d.about_id, whom) else nullif(f.owner_account_id, whom) end,
             owing_agency_id = case when f.owner_account_id = whom then f.agency_id else d.owing_agency_id end
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
`;

const BEFORE = `
  create or replace function simpul.may_take(kind text, of_case uuid, whom uuid, from_whom uuid) returns boolean
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

  create or replace function simpul.clocks_follow_the_owner() returns trigger
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

  create or replace function simpul.clocks_follow_the_team() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
  begin
    with moved as (
      update simpul.deadline d set owing_account_id = f.owner_account_id
        from simpul.case_file f
       where f.id = new.case_id and f.owner_account_id <> new.account_id and d.owing_account_id = new.account_id
         and (d.case_id = f.id or d.referral_id in (select r.id from simpul.referral r where r.case_id = f.id))
         and d.status in ('running', 'paused', 'missed')
      returning d.id, d.status, d.due_at)
    insert into simpul.deadline_change (deadline_id, change, from_status, to_status, due_before, due_after, actor_id)
    select m.id, 'handOver', m.status, m.status, m.due_at, m.due_at, ctx.account_id() from moved m;
    update simpul.appointment set escort_account_id = null
     where case_id = new.case_id and status = 'PLANNED' and escort_account_id = new.account_id;
    return null;
  end $$;

  create or replace function simpul.a_clock_has_somebody() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
  begin
    if new.status in ('running', 'paused', 'missed') and not simpul.is_there(new.owing_account_id) then
      new.owing_account_id := (
        select f.owner_account_id from simpul.case_file f
         where f.id = coalesce(new.case_id, (select r.case_id from simpul.referral r where r.id = new.referral_id)));
    end if;
    return new;
  end $$;

  create or replace function simpul.hand_over(departure uuid, successor uuid, others jsonb)
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
`;

/**
 * Whoever decided on a departure chose, by naming one person for everything, who got a case that was kept from them, and
 * read in the receipt how many there were. A kept case goes to its team or to nobody now, and is in no count. One of the
 * last two of a seal leaves after its team is made anew. And the review of an emergency, owed by a head by name, went to
 * the owner of the case, who may not review: it goes to another head, or to the office.
 * simpul.hand_over: from 1790000930000
 * simpul.may_take: from 1790000930000
 * simpul.clocks_follow_the_owner: from 1790000930000
 * simpul.a_clock_has_somebody: from 1790000930000
 * simpul.clocks_follow_the_team: from 1790000950000
 */
export class WhoeverMayNotKnowNamesNobody1790000969200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AFTER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(BEFORE);
  }
}
