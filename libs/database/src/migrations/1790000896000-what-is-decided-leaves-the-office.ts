import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A report that was put outside the mandate is decided: it is no business of the whole office any more, but of whoever
 * received it, whoever decided so, and the supervisor, who answers for both. The reviewed policy always said so; the
 * rows and the application's own answer said "while it has become no case".
 */
export class WhatIsDecidedLeavesTheOffice1790000896000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy receiver_team_and_agency_see on simpul.report using (
        received_by = (select ctx.account_id())
        or (case_id is not null and exists (select 1 from simpul.case_file f where f.id = case_id))
        or (case_id is null and agency_id = (select ctx.agency_id()) and (select ctx.writes_cases())
            and (status = 'RECEIVED' or (select ctx.role()) = 'supervisor' or decided_by = (select ctx.account_id()))));
      -- Spelt out again: an update that reads no column escapes the SELECT policy.
      alter policy decided_by_the_agency on simpul.report
        using (case_id is null and agency_id = (select ctx.agency_id()) and (select ctx.writes_cases())
               and (status = 'RECEIVED' or (select ctx.role()) = 'supervisor' or decided_by = (select ctx.account_id())
                    or received_by = (select ctx.account_id())));

      -- simpul.stands_to: from 1790000890000
      create or replace function simpul.stands_to(kind text, thing uuid) returns text[]
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
            found := found || case when report.case_id is null and (report.status = 'RECEIVED' or ctx.role() = 'supervisor'
                                                               or report.decided_by = me) then 'office'
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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function simpul.stands_to(kind text, thing uuid) returns text[]
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
      alter policy decided_by_the_agency on simpul.report
        using (case_id is null and agency_id = (select ctx.agency_id()) and (select ctx.writes_cases()));
      alter policy receiver_team_and_agency_see on simpul.report using (
        received_by = (select ctx.account_id())
        or (case_id is not null and exists (select 1 from simpul.case_file f where f.id = case_id))
        or (case_id is null and agency_id = (select ctx.agency_id()) and (select ctx.writes_cases())));
    `);
  }
}
