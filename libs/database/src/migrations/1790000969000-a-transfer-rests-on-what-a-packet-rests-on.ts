import type { MigrationInterface, QueryRunner } from 'typeorm';

const RESTS_ON = `
  -- The classes of data that may go to an office for a service today: \`coverFor\` (libs/consent/src/rules/cover.ts) over all
  -- that was recorded, for whoever may not read it. A spec holds the two against each other.
  create function simpul.scopes_covered(of_case uuid, to_agency uuid, service text) returns text[]
    language sql stable security definer set search_path = pg_catalog as $$
    with known as materialized (
      select b.basis, b.receiver_kind, b.receiver_agency_id, b.purpose, b.scopes, b.recorded_at,
             simpul.bases_live(array[b.id]) as live, coalesce(b.decided_at, b.recorded_at) as weighed_at,
             case when b.basis = 'PERSETUJUAN' and b.void_reason is null
                  then coalesce(b.withdrawn_at, case when b.answer = 'REFUSED' then b.recorded_at end) end as said_no_at
        from simpul.lawful_basis b where b.case_id = of_case),
    reaching as (
      select k.*, s.scope from known k join simpul.agency g on g.id = to_agency and g.kind = k.receiver_kind
       cross join unnest(k.scopes) s (scope)
       where coalesce(k.receiver_agency_id = g.id, true) and coalesce(k.purpose = service, true))
    select coalesce(array_agg(distinct r.scope), '{}') from reaching r
     where r.live and case
       when r.basis = 'PERSETUJUAN' then not exists (
         select 1 from reaching l where l.basis = 'PERSETUJUAN' and l.scope = r.scope and l.recorded_at > r.recorded_at)
       -- What she had not said when it was decided, nobody has weighed yet.
       else not exists (
         select 1 from known n
          where n.said_no_at > r.weighed_at and n.receiver_kind = r.receiver_kind
            and coalesce(n.receiver_agency_id = r.receiver_agency_id, true) and coalesce(n.purpose = r.purpose, true)
            and n.scopes && r.scopes and not exists (
              select 1 from known y
               where y.basis = 'PERSETUJUAN' and y.live and y.recorded_at > n.said_no_at and y.receiver_kind = n.receiver_kind
                 and coalesce(y.receiver_agency_id = n.receiver_agency_id, true) and coalesce(y.purpose = n.purpose, true)
                 and array(select unnest(n.scopes) intersect select unnest(r.scopes)) <@ y.scopes)) end $$;

  -- What stands in the way of a whole case passing on that referral; null: nothing.
  create function simpul.transfer_obstacle(of_referral uuid) returns text
    language sql stable security definer set search_path = pg_catalog as $$
    select case
      when f.closed_at is not null then 'case.notOpen'
      -- Its team was named by two people; another team is named by two people as well.
      when f.sealed then 'case.isSealed'
      when not exists (select 1 from simpul.account a where a.agency_id = g.id and a.active
                          and a.role in ('intake_counselor', 'case_worker', 'supervisor')) then 'transfer.keepsNoCases'
      -- As when a referral is sent (libs/agencies/src/rules/conflict-of-interest.ts): the office, or one of the same employer.
      when exists (select 1 from simpul.person p join simpul.agency e on e.id = p.employer_agency_id
                    where p.case_id = f.id and p.kind = 'REPORTED'
                      and (e.id = g.id or e.conflict_group = g.conflict_group)) then 'transfer.conflict'
      -- Everything goes, so everything rests on a basis that holds today.
      when not array['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'] <@ simpul.scopes_covered(f.id, g.id, r.service_code)
        then 'transfer.noBasis'
    end
      from simpul.referral r join simpul.case_file f on f.id = r.case_id join simpul.agency g on g.id = r.to_agency_id
     where r.id = of_referral $$;

  -- Who answers for the review of an emergency access: a supervisor of the unit that keeps the case now, another human
  -- being than the one who used it, and none from whom the case is kept. Null: nobody, so the office does.
  create function simpul.emergency_reviewer(access uuid, gone uuid) returns uuid
    language sql stable security definer set search_path = pg_catalog as $$
    select a.id from simpul.emergency_access e join simpul.case_file f on f.id = e.case_id
      join simpul.account a on a.agency_id = f.agency_id and a.role = 'supervisor' and a.active and a.person_id <> e.person_id
     where e.id = access and a.id is distinct from gone
       and not exists (select 1 from simpul.cases_kept_from(a.id) k where k.case_id = f.id)
     order by a.id limit 1 $$;
  revoke all on function simpul.scopes_covered(uuid, uuid, text), simpul.transfer_obstacle(uuid),
    simpul.emergency_reviewer(uuid, uuid) from public;
`;

const ACTS = `
  create or replace function simpul.offer_transfer(transfer uuid, of_referral uuid, why text) returns text
    language plpgsql volatile security definer set search_path = pg_catalog as $$
  declare
    me constant uuid := ctx.account_id();
    r simpul.referral;
    obstacle text;
  begin
    select * into r from simpul.referral where id = of_referral and sent_at is not null;
    if me is null or r.id is null or not ctx.writes_cases()
       or not simpul.relations_to_case(r.case_id, me) && array['team', 'unit'] then return 'notFound'; end if;
    perform 1 from simpul.case_file f where f.id = r.case_id for update;
    select * into r from simpul.referral where id = of_referral for update;
    if r.from_agency_id <> ctx.agency_id() then return 'notFound'; end if;
    if r.bare or r.status not in ('requested', 'received', 'accepted', 'in-progress') then return 'transfer.notRunning'; end if;
    obstacle := simpul.transfer_obstacle(r.id);
    if obstacle is not null then return obstacle; end if;
    -- It would be asked of itself.
    if exists (select 1 from simpul.referral o where o.case_id = r.case_id and o.to_agency_id = r.to_agency_id and o.id <> r.id
                  and o.status in ('draft', 'requested', 'received', 'accepted', 'in-progress', 'on-hold')) then
      return 'transfer.otherReferralThere';
    end if;
    insert into simpul.case_transfer (id, case_id, case_number, referral_id, from_agency_id, to_agency_id, reason, offered_by)
    values (transfer, r.case_id, r.case_number, r.id, r.from_agency_id, r.to_agency_id, why, me) on conflict do nothing;
    return case when found then 'done' else 'transfer.alreadyOffered' end;
  end $$;

  create or replace function simpul.end_transfer(transfer uuid, why text) returns text
    language plpgsql volatile security definer set search_path = pg_catalog as $$
  declare
    me constant uuid := ctx.account_id();
    t simpul.case_transfer;
  begin
    select * into t from simpul.case_transfer where id = transfer for update;
    if me is null or t.id is null or not ctx.writes_cases()
       or t.case_id = any (ctx.hidden_ids())
       or (why is null and (t.from_agency_id <> ctx.agency_id()
             or not simpul.relations_to_case(t.case_id, me) && array['team', 'unit']))
       or (why is not null and t.to_agency_id <> ctx.agency_id())
    then return 'notFound'; end if;
    if t.status <> 'OFFERED' then return 'transfer.alreadyDecided'; end if;
    update simpul.case_transfer set status = case when why is null then 'WITHDRAWN' else 'REFUSED' end, refusal = why,
           decided_by = me, decided_at = simpul.now() where id = transfer;
    return 'done';
  end $$;

  create or replace function simpul.take_case_over(transfer uuid, new_owner uuid, proof uuid) returns text
    language plpgsql volatile security definer set search_path = pg_catalog as $$
  declare
    me constant uuid := ctx.account_id();
    t simpul.case_transfer;
    f simpul.case_file;
    obstacle text;
    place int;
  begin
    select * into t from simpul.case_transfer where id = transfer;
    if me is null or t.id is null or not ctx.writes_cases() or t.to_agency_id <> ctx.agency_id()
       or t.case_id = any (ctx.hidden_ids()) then return 'notFound'; end if;
    select * into f from simpul.case_file where id = t.case_id for update;
    select * into t from simpul.case_transfer where id = transfer for update;
    if t.status <> 'OFFERED' or f.agency_id <> t.from_agency_id then return 'transfer.alreadyDecided'; end if;
    obstacle := simpul.transfer_obstacle(t.referral_id);
    if obstacle is not null then return obstacle; end if;
    if not exists (select 1 from simpul.account a where a.id = new_owner and a.active and a.agency_id = t.to_agency_id
                      and a.role in ('intake_counselor', 'case_worker', 'supervisor'))
       or coalesce(simpul.account_has_conflict(t.case_id, new_owner), false) then return 'transfer.ownerNotPossible'; end if;

    update simpul.referral set confirmed_at = simpul.now() where id = t.referral_id and status = 'completed' and confirmed_at is null
    returning version into place;
    if place is null then return 'transfer.notRunning'; end if;
    insert into simpul.referral_move (referral_id, case_id, position, act, party, from_status, to_status, account_id, ledger_entry_id, at)
    values (t.referral_id, t.case_id, place, 'confirm', 'case-team', 'completed', 'completed', me, proof, simpul.now());
    insert into simpul.loop_confirmation (referral_id, case_id, client_answer, confirmed_by, at)
    values (t.referral_id, t.case_id, 'NOT_ASKED', me, simpul.now());

    update simpul.case_member set until = simpul.now() where case_id = t.case_id and until is null;
    insert into simpul.case_member (case_id, account_id, agency_id, since)
    select t.case_id, whose, t.to_agency_id, simpul.now() from (select distinct unnest(array[new_owner, me]) as whose) w;
    update simpul.case_file set agency_id = t.to_agency_id, owner_account_id = new_owner where id = t.case_id;
    with moved as (
      update simpul.deadline d set owing_agency_id = t.to_agency_id,
             owing_account_id = case when d.slug = 'break-glass-review' then simpul.emergency_reviewer(d.about_id, null) else d.owing_account_id end
       where (d.case_id = t.case_id or d.referral_id in (select r.id from simpul.referral r where r.case_id = t.case_id))
         and d.owing_agency_id = t.from_agency_id and d.status in ('running', 'paused', 'missed')
      returning d.id, d.status, d.due_at)
    insert into simpul.deadline_change (deadline_id, change, from_status, to_status, due_before, due_after, actor_id)
    select m.id, 'handOver', m.status, m.status, m.due_at, m.due_at, me from moved m;
    update simpul.referral set from_agency_id = t.to_agency_id
     where case_id = t.case_id and id <> t.referral_id and to_agency_id <> t.to_agency_id
       and status in ('draft', 'requested', 'received', 'accepted', 'in-progress', 'on-hold', 'rejected', 'completed', 'failed')
       and confirmed_at is null;
    update simpul.case_transfer set status = 'ACCEPTED', decided_by = me, decided_at = simpul.now(),
           from_account_id = f.owner_account_id, to_account_id = new_owner where id = transfer;
    return 'done';
  end $$;

  create or replace function simpul.transfer_offered_by(transfer uuid) returns uuid
    language sql stable security definer set search_path = pg_catalog as $$
    select t.offered_by from simpul.case_transfer t
     where t.id = transfer and (select ctx.agency_id()) in (t.from_agency_id, t.to_agency_id)
       and (select ctx.writes_cases()) and t.case_id <> all ((select ctx.hidden_ids())::uuid[]) $$;

  drop function simpul.transfer_obstacle(uuid, uuid);
`;

const BEFORE = `
  create function simpul.transfer_obstacle(of_case uuid, to_agency uuid) returns text
    language sql stable security definer set search_path = pg_catalog as $$
    select case
      when f.closed_at is not null then 'case.notOpen'
      -- Its team was named by two people; another team is named by two people as well.
      when f.sealed then 'case.isSealed'
      when not exists (select 1 from simpul.account a where a.agency_id = to_agency and a.active
                          and a.role in ('intake_counselor', 'case_worker', 'supervisor')) then 'transfer.keepsNoCases'
      when exists (select 1 from simpul.person p where p.case_id = of_case and p.kind = 'REPORTED'
                      and p.employer_agency_id = to_agency) then 'transfer.conflict'
      -- Everything goes, so everything rests on a basis that holds today.
      when not (array['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'] <@ coalesce((
             select array_agg(distinct s.scope)
               from simpul.lawful_basis b cross join unnest(b.scopes) s (scope)
              where b.case_id = of_case and b.receiver_kind = g.kind
                and (b.receiver_agency_id is null or b.receiver_agency_id = g.id)
                and b.withdrawn_at is null and (b.expires_at is null or b.expires_at > simpul.now())
                and coalesce(b.answer, 'GIVEN') = 'GIVEN'), '{}')) then 'transfer.noBasis'
    end
      from simpul.case_file f, simpul.agency g where f.id = of_case and g.id = to_agency $$;

  revoke all on function simpul.transfer_obstacle(uuid, uuid) from public;

  create or replace function simpul.offer_transfer(transfer uuid, of_referral uuid, why text) returns text
    language plpgsql volatile security definer set search_path = pg_catalog as $$
  declare
    me constant uuid := ctx.account_id();
    r simpul.referral;
    obstacle text;
  begin
    select * into r from simpul.referral where id = of_referral and sent_at is not null;
    if me is null or r.id is null or not ctx.writes_cases()
       or not simpul.relations_to_case(r.case_id, me) && array['team', 'unit'] then return 'notFound'; end if;
    perform 1 from simpul.case_file f where f.id = r.case_id for update;
    select * into r from simpul.referral where id = of_referral for update;
    if r.from_agency_id <> ctx.agency_id() then return 'notFound'; end if;
    if r.bare or r.status not in ('requested', 'received', 'accepted', 'in-progress') then return 'transfer.notRunning'; end if;
    obstacle := simpul.transfer_obstacle(r.case_id, r.to_agency_id);
    if obstacle is not null then return obstacle; end if;
    -- It would be asked of itself.
    if exists (select 1 from simpul.referral o where o.case_id = r.case_id and o.to_agency_id = r.to_agency_id and o.id <> r.id
                  and o.status in ('draft', 'requested', 'received', 'accepted', 'in-progress', 'on-hold')) then
      return 'transfer.otherReferralThere';
    end if;
    insert into simpul.case_transfer (id, case_id, case_number, referral_id, from_agency_id, to_agency_id, reason, offered_by)
    values (transfer, r.case_id, r.case_number, r.id, r.from_agency_id, r.to_agency_id, why, me) on conflict do nothing;
    return case when found then 'done' else 'transfer.alreadyOffered' end;
  end $$;

  create or replace function simpul.end_transfer(transfer uuid, why text) returns text
    language plpgsql volatile security definer set search_path = pg_catalog as $$
  declare
    me constant uuid := ctx.account_id();
    t simpul.case_transfer;
  begin
    select * into t from simpul.case_transfer where id = transfer for update;
    if me is null or t.id is null or not ctx.writes_cases()
       or (why is null and not simpul.relations_to_case(t.case_id, me) && array['team', 'unit'])
       or (why is not null and (t.to_agency_id <> ctx.agency_id()
             or exists (select 1 from simpul.cases_kept_from(me) k where k.case_id = t.case_id and k.excluded)))
    then return 'notFound'; end if;
    if t.status <> 'OFFERED' then return 'transfer.alreadyDecided'; end if;
    update simpul.case_transfer set status = case when why is null then 'WITHDRAWN' else 'REFUSED' end, refusal = why,
           decided_by = me, decided_at = simpul.now() where id = transfer;
    return 'done';
  end $$;

  create or replace function simpul.take_case_over(transfer uuid, new_owner uuid, proof uuid) returns text
    language plpgsql volatile security definer set search_path = pg_catalog as $$
  declare
    me constant uuid := ctx.account_id();
    t simpul.case_transfer;
    f simpul.case_file;
    obstacle text;
    place int;
  begin
    select * into t from simpul.case_transfer where id = transfer;
    if me is null or t.id is null or not ctx.writes_cases() or t.to_agency_id <> ctx.agency_id()
       or exists (select 1 from simpul.cases_kept_from(me) k where k.case_id = t.case_id and k.excluded) then return 'notFound'; end if;
    select * into f from simpul.case_file where id = t.case_id for update;
    select * into t from simpul.case_transfer where id = transfer for update;
    if t.status <> 'OFFERED' or f.agency_id <> t.from_agency_id then return 'transfer.alreadyDecided'; end if;
    obstacle := simpul.transfer_obstacle(t.case_id, t.to_agency_id);
    if obstacle is not null then return obstacle; end if;
    if not exists (select 1 from simpul.account a where a.id = new_owner and a.active and a.agency_id = t.to_agency_id
                      and a.role in ('intake_counselor', 'case_worker', 'supervisor'))
       or coalesce(simpul.account_has_conflict(t.case_id, new_owner), false) then return 'transfer.ownerNotPossible'; end if;

    update simpul.referral set confirmed_at = simpul.now() where id = t.referral_id and status = 'completed' and confirmed_at is null
    returning version into place;
    if place is null then return 'transfer.notRunning'; end if;
    insert into simpul.referral_move (referral_id, case_id, position, act, party, from_status, to_status, account_id, ledger_entry_id, at)
    values (t.referral_id, t.case_id, place, 'confirm', 'case-team', 'completed', 'completed', me, proof, simpul.now());
    insert into simpul.loop_confirmation (referral_id, case_id, client_answer, confirmed_by, at)
    values (t.referral_id, t.case_id, 'NOT_ASKED', me, simpul.now());

    update simpul.case_member set until = simpul.now() where case_id = t.case_id and until is null;
    insert into simpul.case_member (case_id, account_id, agency_id, since)
    select t.case_id, whose, t.to_agency_id, simpul.now() from (select distinct unnest(array[new_owner, me]) as whose) w;
    update simpul.case_file set agency_id = t.to_agency_id, owner_account_id = new_owner where id = t.case_id;
    with moved as (
      update simpul.deadline d set owing_agency_id = t.to_agency_id
       where (d.case_id = t.case_id or d.referral_id in (select r.id from simpul.referral r where r.case_id = t.case_id))
         and d.owing_agency_id = t.from_agency_id and d.status in ('running', 'paused', 'missed')
      returning d.id, d.status, d.due_at)
    insert into simpul.deadline_change (deadline_id, change, from_status, to_status, due_before, due_after, actor_id)
    select m.id, 'handOver', m.status, m.status, m.due_at, m.due_at, me from moved m;
    update simpul.referral set from_agency_id = t.to_agency_id
     where case_id = t.case_id and id <> t.referral_id and to_agency_id <> t.to_agency_id
       and status in ('draft', 'requested', 'received', 'accepted', 'in-progress', 'on-hold', 'rejected', 'completed', 'failed')
       and confirmed_at is null;
    update simpul.case_transfer set status = 'ACCEPTED', decided_by = me, decided_at = simpul.now(),
           from_account_id = f.owner_account_id, to_account_id = new_owner where id = transfer;
    return 'done';
  end $$;

  create or replace function simpul.transfer_offered_by(transfer uuid) returns uuid
    language sql stable security definer set search_path = pg_catalog as $$
    select t.offered_by from simpul.case_transfer t
     where t.id = transfer and (select ctx.agency_id()) in (t.from_agency_id, t.to_agency_id) $$;
`;

/**
 * A case went over on a basis that no packet would have rested on: against the client's no with nobody's second name, or
 * for another service; and to an office of the reported person's employer. What is asked is what is asked of a packet now.
 * What is hidden from a person is not there for an answer to an offer either, only the office that offered takes it back,
 * and the review of an emergency goes to a supervisor of the unit that takes the case.
 * simpul.transfer_obstacle: from 1790000931000
 * simpul.offer_transfer: from 1790000931000
 * simpul.end_transfer: from 1790000931000
 * simpul.take_case_over: from 1790000931000
 * simpul.transfer_offered_by: from 1790000931000
 */
export class ATransferRestsOnWhatAPacketRestsOn1790000969000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RESTS_ON);
    await runner.query(ACTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(BEFORE);
    await runner.query(`
      drop function simpul.transfer_obstacle(uuid); drop function simpul.scopes_covered(uuid, uuid, text);
      drop function simpul.emergency_reviewer(uuid, uuid);
    `);
  }
}
