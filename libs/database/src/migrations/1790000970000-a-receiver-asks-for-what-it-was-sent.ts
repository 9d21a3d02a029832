import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Three doors let a receiver's act reach the case, and asked only where somebody works. Now each asks what the policies
 * ask as well: whether the role answers referrals, whether an interest keeps the person out, and whether a link shows
 * another referral. Decision 0174.
 */
const MAY_ANSWER = `
  create function simpul.may_answer(of_referral uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select simpul.is_received(of_referral) and of_referral <> all (ctx.hidden_ids())
           and of_referral = coalesce(ctx.only_referral(), of_referral) $$;
  revoke all on function simpul.may_answer(uuid) from public;

  -- Which clocks of the case a receiver's act ends: what the rules of the deadlines say (what-meets.ts), written down here
  -- because whoever acts does not see them. A test holds the two together.
  create function simpul.receiver_ends(slug text, by_event text, new_status text) returns boolean
    language sql immutable set search_path = pg_catalog as $$
    select (regexp_replace(slug, '-(high|medium|low)$', ''), by_event, new_status) in (values
      ('complaint-followup', 'referral.accepted', 'met'),
      ('uptd-police-report-tpks', 'report.received_by_police', 'met'),
      ('health-inform-police-kta', 'report.received_by_police', 'met')) $$;
  revoke all on function simpul.receiver_ends(text, text, text) from public;
`;

const END_CASE_DEADLINES = (which: string, ends: string): string => `
  create or replace function simpul.end_case_deadlines(of_referral uuid, slugs text[], new_status text, by_event text, ended timestamptz)
    returns int language plpgsql volatile security definer set search_path = pg_catalog as $$
  declare
    of_case uuid;
    touched int;
  begin
    if new_status not in ('met', 'cancelled') or by_event !~ '^(referral|report|tppo|lpsk)[.]' then
      raise exception 'not an end that a referral brings' using errcode = 'insufficient_privilege';
    end if;
    select r.case_id into of_case from simpul.referral r
     where r.id = of_referral and ${which};
    if of_case is null then return 0; end if;
    with ended_now as (
      update simpul.deadline d
         set status = new_status, ended_at = ended, paused_at = null
        from simpul.deadline old
       where old.id = d.id and d.case_id = of_case and d.referral_id is null and d.slug = any (slugs)
         and d.status in ('running', 'paused', 'missed')${ends}
      returning d.id, old.status as before, d.due_at),
    noted as (
      insert into simpul.deadline_change (deadline_id, change, from_status, to_status, event, due_before, due_after, actor_id)
      select id, case new_status when 'met' then 'meet' else 'cancel' end, before, new_status, by_event, due_at, due_at,
             ctx.account_id() from ended_now returning deadline_id),
    stopped as (
      update simpul.deadline_step s set status = 'cancelled'
       where s.status = 'pending' and s.deadline_id in (select id from ended_now) returning s.id)
    select count(*) into touched from ended_now;
    return touched;
  end $$;`;

const POLICE_RECEIVED_REPORT = (which: string): string => `
  create or replace function simpul.police_received_report(of_referral uuid, at timestamptz)
    returns table (tracks text[], contexts text[], violence_types text[], risk text, occurred_at timestamptz,
                   agency_id uuid, owner_account_id uuid, milestone_id uuid)
    language plpgsql volatile security definer set search_path = pg_catalog as $$
  #variable_conflict use_column
  declare
    of_case uuid;
  begin
    select r.case_id into of_case
      from simpul.referral r join simpul.agency a on a.id = r.to_agency_id
     where r.id = of_referral and r.sent_at is not null and r.status in ('received', 'accepted')
       and r.service_code = 'PENEGAKAN_HUKUM' and a.kind = 'POLRES' and ${which};
    if of_case is null or exists (select 1 from simpul.milestone m
                                   where m.case_id = of_case and m.kind = 'report.received_by_police')
    then return; end if;
    insert into simpul.milestone (case_id, kind, at, recorded_by)
      values (of_case, 'report.received_by_police', at, ctx.account_id()) returning id into milestone_id;
    return query select f.tracks, f.contexts, f.violence_types, f.risk, f.occurred_at, f.agency_id, f.owner_account_id,
                        milestone_id from simpul.case_file f where f.id = of_case;
  end $$;`;

const REFERRAL_SENDER = (who: string): string => `
  create or replace function simpul.referral_sender(of_referral uuid) returns uuid
    language sql stable security definer set search_path = pg_catalog as $$
    select f.owner_account_id from simpul.referral r join simpul.case_file f on f.id = r.case_id
     where r.id = of_referral and r.sent_at is not null and (${who} or session_user = 'simpul_worker') $$;`;

const FAN_GOES_ON = (who: string): string => `
  create or replace function simpul.fan_goes_on(of_referral uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select ${who}exists (select 1 from simpul.referral r join simpul.referral s on s.fan_id = r.fan_id and s.id <> r.id
                    where r.id = of_referral and s.status not in ('draft', 'rejected', 'cancelled')) $$;`;

const LOSERS_OF_FAN = (who: string): string => `
  create or replace function simpul.losers_of_fan(of_referral uuid) returns table (id uuid, status text)
    language sql stable security definer set search_path = pg_catalog as $$
    select s.id, s.status from simpul.referral r join simpul.referral s on s.fan_id = r.fan_id and s.bare
     where r.id = of_referral and not r.bare and r.status = 'accepted' and ${who}
       and s.status in ('requested', 'received') order by s.id $$;`;

/** The act that ends them has just been written, and says when. */
const JUST_DONE = `simpul.may_answer(r.id) and case by_event
       when 'referral.accepted' then r.status = 'accepted' and r.accepted_at = ended
       when 'report.received_by_police' then exists (
         select 1 from simpul.milestone m where m.case_id = r.case_id and m.kind = by_event and m.at = ended
            and m.recorded_by = ctx.account_id())
       else false end`;
const OF_THE_UNIT = `f.agency_id = ctx.agency_id() and simpul.relations_to_case(f.id, ctx.account_id()) && '{team,unit}'::text[]`;

export class AReceiverAsksForWhatItWasSent1790000970000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // simpul.end_case_deadlines: from 1790000132000
    // simpul.police_received_report: from 1790000100000
    // simpul.referral_sender: from 1790000100000
    // simpul.fan_goes_on: from 1790000925000
    // simpul.losers_of_fan: from 1790000925000
    await runner.query(
      [
        MAY_ANSWER,
        END_CASE_DEADLINES(JUST_DONE, '\n         and simpul.receiver_ends(d.slug, by_event, new_status)'),
        // A question among several is no report (decision 0152).
        POLICE_RECEIVED_REPORT('not r.bare and simpul.may_answer(r.id)'),
        REFERRAL_SENDER(`simpul.may_answer(r.id) or ${OF_THE_UNIT}`),
        FAN_GOES_ON('simpul.may_answer(of_referral) and '),
        LOSERS_OF_FAN('simpul.may_answer(r.id)'),
      ].join('\n'),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      [
        END_CASE_DEADLINES(`r.status <> 'draft' and r.to_agency_id = ctx.agency_id()`, ''),
        POLICE_RECEIVED_REPORT('a.id = ctx.agency_id()'),
        REFERRAL_SENDER('ctx.agency_id() in (r.to_agency_id, r.from_agency_id)'),
        FAN_GOES_ON(''),
        LOSERS_OF_FAN('r.to_agency_id = ctx.agency_id()'),
        'drop function simpul.may_answer(uuid)',
        'drop function simpul.receiver_ends(text, text, text)',
      ].join('\n;'),
    );
  }
}
