import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `
  create table simpul.case_transfer (
    id uuid primary key default gen_random_uuid(),
    case_id uuid not null references simpul.case_file (id),
    -- Copied: whoever gave the case away may not read its row any more.
    case_number text not null,
    -- The referral that carries it: whoever is asked to take the case has its packet, its bases and its clocks already.
    referral_id uuid not null references simpul.referral (id),
    from_agency_id uuid not null references simpul.agency (id),
    to_agency_id uuid not null references simpul.agency (id),
    reason text not null check (reason in ('CLIENT_MOVED', 'OTHER_AREA', 'OTHER_MANDATE', 'CLIENT_ASKED', 'OUR_INTEREST')),
    status text not null default 'OFFERED' check (status in ('OFFERED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    offered_by uuid not null references simpul.account (id),
    offered_at timestamptz not null default simpul.now(),
    decided_by uuid references simpul.account (id),
    decided_at timestamptz,
    refusal text check (refusal in ('NOT_OURS', 'NO_CAPACITY', 'INCOMPLETE', 'OUR_INTEREST')),
    from_account_id uuid references simpul.account (id),
    to_account_id uuid references simpul.account (id),
    constraint two_houses check (from_agency_id <> to_agency_id),
    constraint decided_or_waiting check ((status = 'OFFERED') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
    constraint a_no_has_a_reason check ((status = 'REFUSED') = (refusal is not null)),
    constraint a_yes_names_both_owners check ((status = 'ACCEPTED') = (from_account_id is not null)
      and (from_account_id is null) = (to_account_id is null))
  );
  create unique index one_transfer_at_a_time on simpul.case_transfer (case_id) where status = 'OFFERED';
  create index case_transfer_of_case on simpul.case_transfer (case_id, offered_at);
  create index case_transfer_from on simpul.case_transfer (from_agency_id, offered_at);
  create index case_transfer_to on simpul.case_transfer (to_agency_id, offered_at);
  call simpul.protect('simpul.case_transfer');
`;

const ONE_OWNER = `
  -- simpul.a_case_has_somebody: from 1790000930000
  create or replace function simpul.a_case_has_somebody() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
  begin
    if new.closed_at is not null and tg_op = 'UPDATE' and new.owner_account_id = old.owner_account_id
       and new.agency_id = old.agency_id then return new; end if;
    if not simpul.is_there(new.owner_account_id) then
      -- A case that ended before its owner left opens again for whoever opens it.
      if tg_op = 'UPDATE' and old.closed_at is not null and new.closed_at is null and ctx.writes_cases() then
        new.owner_account_id := ctx.account_id();
      else
        raise exception 'a case has an owner who is there' using errcode = 'check_violation';
      end if;
    end if;
    -- One house and one person of that house, at every moment: both columns change together or neither does.
    if not exists (select 1 from simpul.account a where a.id = new.owner_account_id and a.agency_id = new.agency_id) then
      raise exception 'a case is owned by somebody of the office that keeps it' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
  drop trigger owner_is_there on simpul.case_file;
  create trigger owner_is_there before update of owner_account_id, agency_id, closed_at on simpul.case_file
    for each row execute function simpul.a_case_has_somebody();

  -- simpul.referral_keeps_its_course: from 1790000925000. New: a case that is being taken over takes the sender's side
  -- along and ends the referral that carried it; only simpul.take_case_over runs like that.
  create or replace function simpul.referral_keeps_its_course() returns trigger
    language plpgsql set search_path = pg_catalog as $$
  declare
    taken_over boolean := false;
    party text;
  begin
    -- A statement of its own: no other role may read that table.
    if current_user = 'simpul_owner' then
      taken_over := exists (select 1 from simpul.case_transfer t where t.case_id = old.case_id
                               and t.status = 'OFFERED' and t.to_agency_id = ctx.agency_id());
    end if;
    party := case
      when current_user = 'simpul_worker' then 'consent'
      when ctx.agency_id() = old.to_agency_id and not taken_over then 'receiver'
      else 'case-team' end;
    if (new.case_id, new.case_number, new.created_by) is distinct from (old.case_id, old.case_number, old.created_by)
       or (new.from_agency_id is distinct from old.from_agency_id and not taken_over)
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
`;

const ACTS = `
  -- What stands in the way of a whole case passing to that office; null: nothing.
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

  create function simpul.offer_transfer(transfer uuid, of_referral uuid, why text) returns text
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

  -- Whoever offered takes it back (why is null), or the other office says no.
  create function simpul.end_transfer(transfer uuid, why text) returns text
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

  -- The case passes, in one moment and with everything that runs. \`proof\`: the ledger's entry of the referral's confirmation.
  create function simpul.take_case_over(transfer uuid, new_owner uuid, proof uuid) returns text
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

  -- Both offices' own record of what was offered and what came of it: the tombstone of a case that went. No name of a
  -- client; what is kept from a person is not there.
  create function simpul.case_transfers() returns table (id uuid, "referralId" uuid, "caseNumber" text, "fromAgencyId" uuid,
      "fromAgencyName" text, "toAgencyId" uuid, "toAgencyName" text, reason text, status text, "offeredByName" text,
      "offeredAt" timestamptz, "decidedByName" text, "decidedAt" timestamptz, refusal text, "ownerName" text, "caseId" uuid,
      "mayWithdraw" boolean, "mayDecide" boolean)
    language sql stable security definer set search_path = pg_catalog as $$
    select t.id, t.referral_id, t.case_number, t.from_agency_id, g.name, t.to_agency_id, h.name, t.reason, t.status,
           o.display_name, t.offered_at, d.display_name, t.decided_at, t.refusal, n.display_name,
           case when s.mine then t.case_id end,
           t.status = 'OFFERED' and s.mine and t.from_agency_id = ctx.agency_id(),
           t.status = 'OFFERED' and t.to_agency_id = ctx.agency_id()
      from simpul.case_transfer t
      join simpul.agency g on g.id = t.from_agency_id join simpul.agency h on h.id = t.to_agency_id
      join simpul.account o on o.id = t.offered_by left join simpul.account d on d.id = t.decided_by
      left join simpul.account n on n.id = t.to_account_id
      cross join lateral (select simpul.relations_to_case(t.case_id, ctx.account_id()) && array['team', 'unit'] as mine) s
     where (select ctx.writes_cases()) and (select ctx.agency_id()) in (t.from_agency_id, t.to_agency_id)
       and t.case_id <> all ((select ctx.hidden_ids())::uuid[])
     order by t.status <> 'OFFERED', coalesce(t.decided_at, t.offered_at) desc, t.id limit 200 $$;

  -- Whom the answer of the other office is told.
  create function simpul.transfer_offered_by(transfer uuid) returns uuid
    language sql stable security definer set search_path = pg_catalog as $$
    select t.offered_by from simpul.case_transfer t
     where t.id = transfer and (select ctx.agency_id()) in (t.from_agency_id, t.to_agency_id) $$;

  revoke all on function simpul.transfer_offered_by(uuid), simpul.transfer_obstacle(uuid, uuid), simpul.offer_transfer(uuid, uuid, text),
    simpul.end_transfer(uuid, text), simpul.take_case_over(uuid, uuid, uuid), simpul.case_transfers() from public;
  grant execute on function simpul.transfer_offered_by(uuid), simpul.offer_transfer(uuid, uuid, text), simpul.end_transfer(uuid, text),
    simpul.take_case_over(uuid, uuid, uuid), simpul.case_transfers() to simpul_api;
`;

/**
 * Pelimpahan: a whole case passes to another office that keeps cases in this installation. It rides on a referral to that
 * office, is theirs to accept, and until then nothing moves; then owner, office, team, clocks and running referrals
 * change in one statement's time. The key of the case stays where it is: who may open it follows from who sees the case.
 */
export class ACasePassesToAnotherUnit1790000931000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(ONE_OWNER);
    await runner.query(ACTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function simpul.transfer_offered_by(uuid); drop function simpul.case_transfers(); drop function simpul.take_case_over(uuid, uuid, uuid);
      drop function simpul.end_transfer(uuid, text); drop function simpul.offer_transfer(uuid, uuid, text);
      drop function simpul.transfer_obstacle(uuid, uuid);
      drop trigger owner_is_there on simpul.case_file;
      create trigger owner_is_there before update of owner_account_id, closed_at on simpul.case_file
        for each row execute function simpul.a_case_has_somebody();
      drop table simpul.case_transfer;
    `);
  }
}
