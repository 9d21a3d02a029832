import { OPEN_DEADLINE, type Invariant } from './invariant.js';

/**
 * Whose turn it is follows from the referral's status (the table of its lifecycle); that somebody's clock runs follows
 * from the deadlines. The two must agree. A clock that two people waived, and one that a person paused for a reason, are
 * answers and no silence. A receiver's missed clock goes on calling while a question waits: it is what was not done in
 * time, not a second turn. Where several were asked, one who declined is out of it: the need is with the others, and the
 * sender looks for somebody else when the last of them has declined.
 */
const ONE_PARTY: Invariant = {
  name: 'one-party-owes',
  promise: 'For every open referral exactly one party owes the next act, and its clock runs.',
  sql: `
    with turn as (
      select r.id, r.status, r.from_agency_id, r.to_agency_id, case
               when r.status in ('requested', 'received', 'accepted', 'in-progress') then 'receiver'
               when r.status = 'rejected' and r.fan_id is not null and exists (
                 select 1 from simpul.referral s
                   left join simpul.deadline d on d.referral_id = s.id and d.slug like 'referral-reroute%'
                  where s.fan_id = r.fan_id and s.id <> r.id and (s.status not in ('rejected', 'cancelled') or d.id is not null
                    or (s.status = 'cancelled' and not exists (
                          select 1 from simpul.deadline o where o.referral_id = r.id and o.slug like 'referral-reroute%')))) then null
               when r.status in ('on-hold', 'rejected') then 'sender'
               when r.status in ('completed', 'failed') and r.confirmed_at is null then 'sender' end as party
        from simpul.referral r where r.sent_at is not null),
    clocks as (
      select t.id, t.status, t.party,
             count(d.id) filter (where d.status in ${OPEN_DEADLINE} and d.owing_agency_id = t.to_agency_id) as receiver,
             count(d.id) filter (where d.status in ${OPEN_DEADLINE} and d.owing_agency_id is distinct from t.to_agency_id) as sender,
             count(d.id) filter (where d.status = 'running' and d.owing_agency_id = t.to_agency_id) as receiver_runs,
             count(d.id) filter (where d.status in ('running', 'missed') and d.owing_agency_id is distinct from t.to_agency_id) as sender_runs,
             count(d.id) filter (where d.status = 'waived') as waived,
             count(d.id) filter (where d.slug like 'referral-reroute%') as reroutes
        from turn t left join simpul.deadline d on d.referral_id = t.id and d.slug like 'referral-%'
       group by t.id, t.status, t.party)
    select 'referral' as kind, id, case
             when party is null then 'owedAfterTheEnd'
             when (case party when 'receiver' then receiver else sender end) = 0 then 'nobodyOwes'
             else 'twoOwe' end as code
      from clocks
     where (party is null and receiver + sender > 0)
        or (party = 'receiver' and ((receiver = 0 and waived = 0) or receiver > 1 or sender_runs > 0))
        or (party = 'sender' and (receiver_runs > 0 or sender > 1
              or (sender = 0 and waived = 0 and not (status = 'rejected' and reroutes > 0))))`,
};

/** Whoever is named somewhere as the one who acts can sign in: a name that answers no more is nobody. */
const LIVING: Invariant = {
  name: 'a-living-owner',
  promise: 'Every open case, referral and clock hangs on somebody who is there.',
  sql: `
    select 'case' as kind, f.id, 'ownerGone' as code
      from simpul.case_file f join simpul.account a on a.id = f.owner_account_id
     where f.closed_at is null and not a.active
    union all
    select 'referral', r.id, 'responsibleGone'
      from simpul.referral r join simpul.account a on a.id = r.responsible_account_id
     where r.sent_at is not null and r.ended_at is null and not a.active and a.role <> 'link_holder'
    union all
    select 'deadline', d.id, 'owesGone'
      from simpul.deadline d join simpul.account a on a.id = d.owing_account_id
     where d.status in ${OPEN_DEADLINE} and not a.active
    union all
    -- An act that nobody of the house owes is watched by whoever keeps the case, or decides the report, or reviews.
    select 'deadline', d.id, 'hangsOnNothing' from simpul.deadline d
     where d.status in ${OPEN_DEADLINE} and d.owing_account_id is null and d.owing_agency_id is null
       and num_nonnulls(d.case_id, d.referral_id, d.report_id, d.about_id) = 0
    union all
    select 'shift', s.id, 'onDutyGone' from simpul.duty_shift s join simpul.account a on a.id = s.account_id
     where s.removed_at is null and s.ends_at > simpul.now() and not a.active`,
};

export const OBLIGATIONS: readonly Invariant[] = [ONE_PARTY, LIVING];
