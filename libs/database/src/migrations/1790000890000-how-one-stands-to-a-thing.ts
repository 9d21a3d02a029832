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
      create function simpul.relations_to_case(of_case uuid, whom uuid) returns text[]
        language sql stable security definer set search_path = pg_catalog as $$
        with kept as (
          select count(*) > 0 as at_all, coalesce(bool_or(k.excluded), false) as excluded
            from simpul.cases_kept_from(whom) k where k.case_id = of_case),
        standing as (
          select kept.at_all as kept,
                 f.owner_account_id = a.id or exists (
                   select 1 from simpul.case_member m where m.case_id = f.id and m.account_id = a.id
                      and m.since <= simpul.now() and (m.until is null or m.until > simpul.now())) or exists (
                   select 1 from simpul.seal_member s where s.case_id = f.id and s.account_id = a.id
                      and s.since <= simpul.now() and s.until is null) as team,
                 a.role = 'supervisor' and a.agency_id = f.agency_id as unit,
                 a.role = 'integrity_officer' and not kept.excluded
                   and f.id in (select simpul.guarded_case_ids()) as guard,
                 exists (select 1 from simpul.emergency_access e where e.case_id = f.id and e.account_id = a.id
                            and e.ended_at is null and e.opened_at <= simpul.now() and e.until > simpul.now()) as emergency
            from simpul.case_file f, simpul.account a, kept where f.id = of_case and a.id = whom and a.active)
        select coalesce((select array_remove(array[case when team and not kept then 'team' end,
                                                   case when unit and not kept then 'unit' end,
                                                   case when guard then 'guard' end,
                                                   case when emergency and not kept then 'emergency' end], null)
                           from standing), '{}') $$;

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
          select r.case_id, found || case when r.to_agency_id = ctx.agency_id() and r.sent_at is not null
                                               and ctx.receives_referrals() then '{receiver}' else '{}' end::text[]
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
      revoke all on function simpul.relations_to_case(uuid, uuid), simpul.stands_to(text, uuid) from public;
      grant execute on function simpul.stands_to(text, uuid) to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function simpul.stands_to(text, uuid); drop function simpul.relations_to_case(uuid, uuid);
    `);
  }
}
