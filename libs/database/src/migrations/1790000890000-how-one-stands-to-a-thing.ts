import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The application's own answer to "is this thing any business of theirs": asked of the rows themselves and not through
 * row-level security, so that each of the two layers refuses by itself. The words are the relations of the reviewed
 * policy (libs/access/data/policy.md). Says nothing but how somebody stands to a thing; an id that does not exist and
 * one that is no business of theirs give the same empty answer.
 */
export class HowOneStandsToAThing1790000890000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function simpul.answers_referrals(of_role text) returns boolean language sql immutable
        as $$ select of_role in ('agency_officer', 'agency_head', 'intake_counselor', 'case_worker', 'supervisor', 'link_holder') $$;
      -- ctx.receives_referrals: from 1790000100000
      create or replace function ctx.receives_referrals() returns boolean language sql stable
        as $$ select coalesce(simpul.answers_referrals(ctx.role()), false) $$;

      -- Every way by which somebody stands, stood or will stand to a case, and whether it holds now. The one source: the
      -- application's no (stands_to) and the answer to "why can this person see this?" are both made of it.
      create function simpul.ways_to_case(of_case uuid, whom uuid)
        returns table (relation text, how text, since timestamptz, until timestamptz, holds boolean)
        language sql stable security definer set search_path = pg_catalog as $$
        with kept as (
          select count(*) > 0 as at_all, coalesce(bool_or(k.excluded), false) as excluded
            from simpul.cases_kept_from(whom) k where k.case_id = of_case),
        both_ends as (
          select f.id, f.owner_account_id, f.agency_id as unit, a.id as account, a.role, a.agency_id, a.active,
                 a.active and not kept.at_all as free, a.active and not kept.excluded as not_excluded
            from simpul.case_file f, simpul.account a, kept where f.id = of_case and a.id = whom)
        select 'team', 'owner', null::timestamptz, null::timestamptz, b.free from both_ends b where b.owner_account_id = b.account
        union all
        select 'team', 'member', m.since, m.until,
               b.free and m.since <= simpul.now() and (m.until is null or m.until > simpul.now())
          from both_ends b join simpul.case_member m on m.case_id = b.id and m.account_id = b.account
        union all
        select 'team', 'named', m.since, m.until, b.free and m.since <= simpul.now() and m.until is null
          from both_ends b join simpul.seal_member m on m.case_id = b.id and m.account_id = b.account
        union all
        select 'unit', 'unit', null, null, b.free from both_ends b where b.role = 'supervisor' and b.agency_id = b.unit
        union all
        select 'guard', 'guard', null, null, b.not_excluded
          from both_ends b where b.role = 'integrity_officer' and b.id in (select simpul.guarded_case_ids())
        union all
        select 'emergency', 'emergency', e.opened_at, least(e.until, e.ended_at),
               b.free and e.ended_at is null and e.opened_at <= simpul.now() and e.until > simpul.now()
          from both_ends b join simpul.emergency_access e on e.case_id = b.id and e.account_id = b.account $$;

      create function simpul.relations_to_case(of_case uuid, whom uuid) returns text[]
        language sql stable security definer set search_path = pg_catalog as $$
        select coalesce(array_agg(distinct w.relation), '{}') from simpul.ways_to_case(of_case, whom) w where w.holds $$;

      -- Whether the referral was sent to the account's agency and its role answers referrals.
      create function simpul.receives(of_referral uuid, whom uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
        select exists (select 1 from simpul.referral r join simpul.account a on a.agency_id = r.to_agency_id
                        where r.id = of_referral and a.id = whom and r.sent_at is not null and simpul.answers_referrals(a.role)) $$;

      create function simpul.stands_to(kind text, thing uuid) returns text[]
        language plpgsql stable security definer set search_path = pg_catalog as $$
      declare
        me constant uuid := ctx.account_id();
        of_case uuid;
        of_referral uuid;
        of_report uuid;
        found text[] := '{}';
        report simpul.report;
        kept boolean;
        excluded boolean;
      begin
        if me is null then return found; end if;
        case kind
          when 'case' then of_case := thing;
          when 'consent' then select case_id into of_case from simpul.lawful_basis where id = thing;
          when 'screening' then select case_id into of_case from simpul.screening where id = thing;
          when 'closing' then select case_id into of_case from simpul.case_closing where id = thing;
          when 'seal' then select case_id into of_case from simpul.case_seal where id = thing;
          when 'conflict' then select case_id into of_case from simpul.case_conflict where id = thing;
          when 'referral' then of_referral := thing;
          when 'report' then of_report := thing;
          when 'deadline' then
            select case_id, referral_id, report_id,
                   case when status = 'missed' and ctx.role() = 'dinas_head' then '{missed}' else '{}' end::text[]
              into of_case, of_referral, of_report, found from simpul.deadline where id = thing;
          else return found;
        end case;
        if of_referral is not null then
          select r.case_id, found || case when simpul.receives(r.id, me) then '{receiver}' else '{}' end::text[]
            into of_case, found from simpul.referral r where r.id = of_referral;
        end if;
        if of_report is not null then
          select * into report from simpul.report p where p.id = of_report;
          of_case := coalesce(of_case, report.case_id);
          if report.received_by = me then found := found || 'own'::text; end if;
          if report.agency_id = ctx.agency_id() and ctx.writes_cases() then
            -- That a colleague was faster is no secret of the case that it became.
            found := found || case when report.case_id is null then 'office'
                                   when simpul.report_was_decided(of_report) then 'decided' end;
          end if;
        end if;
        -- What is kept from somebody leaves nothing of all this, but to a receiver the packet that it was sent.
        select count(*) > 0, coalesce(bool_or(k.excluded), false) into kept, excluded
          from simpul.cases_kept_from(me) k where k.case_id = of_case;
        if kept then
          found := case when 'receiver' = any (found) and not excluded then '{receiver}' else '{}' end::text[];
        end if;
        found := array_remove(found || simpul.relations_to_case(of_case, me), null);
        if kind = 'seal' and cardinality(found) > 0 and exists (
             select 1 from simpul.case_seal s where s.id = thing and s.proposed_by_person = ctx.person_id()) then
          found := found || 'own'::text;
        end if;
        return found;
      end $$;
      -- "Why can this person see this?", asked by whoever stands to the case themselves; anybody else gets no row. Without
      -- an account: the unit, the team, and everybody who was sent something.
      create function simpul.sight_of_case(of_case uuid, only_account uuid)
        returns table ("accountId" uuid, name text, role text, "agencyName" text, ways jsonb, barred text[])
        language sql stable security definer set search_path = pg_catalog as $$
        with kept as materialized (
          select a.id as account, k.excluded,
                 -- Whose number matched is for a guard alone.
                 case when k.why = 'interest' and not ctx.guards() and not exists (
                        select 1 from simpul.case_conflict c where c.case_id = of_case and c.person_id = a.person_id
                           and c.lifted_at is null and c.source <> 'MATCH') then 'guarded' else k.why end as why
            from simpul.account a join lateral simpul.cases_kept_from(a.id) k on k.case_id = of_case
           where cardinality(simpul.relations_to_case(of_case, ctx.account_id())) > 0
             and (a.id = only_account or only_account is null)),
        ways as (
          select a.id as account, w.relation, w.how, w.since, w.until, w.holds
            from simpul.account a cross join lateral simpul.ways_to_case(of_case, a.id) w
           where a.id = only_account or only_account is null
          union all
          select a.id, 'receiver', 'receiver', min(r.sent_at), null,
                 a.active and not exists (select 1 from kept where kept.account = a.id and kept.excluded)
            from simpul.referral r join simpul.account a on a.agency_id = r.to_agency_id
           where r.case_id = of_case and simpul.receives(r.id, a.id) group by a.id
          union all
          select a.id, 'own', 'report', p.received_at, null, a.active and not exists (select 1 from kept where kept.account = a.id)
            from simpul.report p join simpul.account a on a.id = p.received_by where p.case_id = of_case
          union all
          select a.id, 'missed', 'missed', min(d.missed_at), null,
                 a.active and not exists (select 1 from kept where kept.account = a.id)
            from simpul.deadline d join simpul.account a on a.role = 'dinas_head'
           where d.case_id = of_case and d.status = 'missed' group by a.id)
        select a.id, a.display_name, a.role, a.agency_name,
               coalesce((select jsonb_agg(jsonb_build_object('relation', w.relation, 'how', w.how, 'since', w.since, 'until', w.until,
                                                             'holds', w.holds) order by w.holds desc, w.since nulls first, w.how)
                           from ways w where w.account = a.id), '[]'),
               array(select distinct kept.why from kept where kept.account = a.id order by 1)
          from simpul.account a join simpul.case_file f on f.id = of_case
         where cardinality(simpul.relations_to_case(of_case, ctx.account_id())) > 0
           and case when only_account is not null then a.id = only_account
                    else a.active and (a.agency_id = f.agency_id or exists (select 1 from ways w where w.account = a.id)) end
         order by a.display_name, a.id limit 300 $$;
      revoke all on function simpul.ways_to_case(uuid, uuid), simpul.receives(uuid, uuid), simpul.sight_of_case(uuid, uuid) from public;
      grant execute on function simpul.sight_of_case(uuid, uuid) to simpul_api;
      revoke all on function simpul.relations_to_case(uuid, uuid), simpul.stands_to(text, uuid) from public;
      grant execute on function simpul.stands_to(text, uuid) to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function simpul.sight_of_case(uuid, uuid); drop function simpul.stands_to(text, uuid);
      drop function simpul.receives(uuid, uuid); drop function simpul.relations_to_case(uuid, uuid);
      drop function simpul.ways_to_case(uuid, uuid);
    `);
  }
}
