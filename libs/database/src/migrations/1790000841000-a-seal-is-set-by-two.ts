import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The acts behind a seal, and four eyes everywhere: counted by human being, and not counted at all where the one who
 * proposed turns out to have an interest in the case.
 */
export class ASealIsSetByTwo1790000841000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function simpul.has_conflict(of_case uuid, of_person uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
        select exists (select 1 from simpul.case_conflict c
                        where c.case_id = of_case and c.person_id = of_person and c.lifted_at is null) $$;
      create function simpul.account_has_conflict(of_case uuid, of_account uuid) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
        select simpul.has_conflict(of_case, a.person_id) from simpul.account a where a.id = of_account $$;
      revoke all on function simpul.has_conflict(uuid, uuid), simpul.account_has_conflict(uuid, uuid) from public;
      grant execute on function simpul.has_conflict(uuid, uuid), simpul.account_has_conflict(uuid, uuid) to simpul_api;

      create policy not_what_an_interest_proposed on simpul.screening as restrictive for update to simpul_api
        using (true) with check (status <> 'APPROVED' or not simpul.account_has_conflict(case_id, screened_by));
      create policy not_what_an_interest_proposed on simpul.case_closing as restrictive for update to simpul_api
        using (true) with check (status <> 'CLOSED' or not simpul.account_has_conflict(case_id, proposed_by));

      -- A waiver is proposed in the own name and agreed to by another human being; the API's role alone lifts no duty.
      create function simpul.waived_by_two() returns trigger language plpgsql set search_path = pg_catalog as $$
      begin
        if ctx.account_id() is null then return new; end if;
        if new.waiver_proposed_by is distinct from old.waiver_proposed_by
           and new.waiver_proposed_by is distinct from ctx.person_id() then
          raise exception 'a waiver is proposed in the own name' using errcode = 'check_violation';
        end if;
        if new.status = 'waived' and old.status <> 'waived'
           and (old.waiver_proposed_by is null or old.waiver_proposed_by = ctx.person_id()
                or simpul.has_conflict(old.case_id, old.waiver_proposed_by)) then
          raise exception 'a duty is waived by two people' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger waived_by_two before update on simpul.deadline
        for each row execute function simpul.waived_by_two();

      -- Who may be named on the team of a seal: works at the unit that keeps the case, and has no interest in it.
      create function simpul.seal_team_fits(of_case uuid, team uuid[]) returns boolean
        language sql stable security definer set search_path = pg_catalog as $$
        select count(*) = (select count(distinct t) from unnest(team) t) and count(distinct a.person_id) >= 2
               and bool_or(a.role in ('intake_counselor', 'case_worker', 'supervisor'))
          from simpul.account a join simpul.case_file f on f.id = of_case
         where a.id = any (team) and a.active and a.agency_id = f.agency_id
           and a.role in ('intake_counselor', 'case_worker', 'psychologist', 'supervisor')
           and not simpul.has_conflict(of_case, a.person_id) $$;
      revoke all on function simpul.seal_team_fits(uuid, uuid[]) from public;
      grant execute on function simpul.seal_team_fits(uuid, uuid[]) to simpul_api;

      -- Decides a proposal: the guard who decides may not see the case, so the change is made here. Gives back 'done' or
      -- why not, as the code of the refusal. The row is locked: of two who decide at once, one does.
      create function simpul.decide_seal(of_seal uuid, verdict text) returns text
        language plpgsql volatile security definer set search_path = pg_catalog as $$
      declare
        s simpul.case_seal;
        f simpul.case_file;
        new_owner uuid;
      begin
        select * into s from simpul.case_seal where id = of_seal for update;
        if s.id is null or ctx.account_id() is null then return 'notFound'; end if;
        select * into f from simpul.case_file where id = s.case_id for update;
        if exists (select 1 from simpul.cases_kept_from(ctx.account_id()) k
                    where k.case_id = s.case_id and (k.excluded or not ctx.guards()))
           or not (ctx.guards() or f.owner_account_id = ctx.account_id()
                   or (ctx.role() = 'supervisor' and f.agency_id = ctx.agency_id())
                   or (ctx.writes_cases() and f.id = any (ctx.team_case_ids()))) then
          return 'notFound';
        end if;
        if s.status <> 'PROPOSED' then return 'seal.alreadyDecided'; end if;
        if verdict = 'WITHDRAWN' then
          if s.proposed_by_person <> ctx.person_id() then return 'seal.notYours'; end if;
        elsif verdict in ('APPROVED', 'REJECTED') then
          if s.proposed_by_person = ctx.person_id() then return 'fourEyes.samePerson'; end if;
          if not ctx.guards() and s.proposed_by_role <> 'integrity_officer' then return 'seal.needsGuard'; end if;
        else
          return 'notFound';
        end if;
        if verdict = 'APPROVED' then
          if simpul.has_conflict(s.case_id, s.proposed_by_person) then return 'fourEyes.conflict'; end if;
          if s.kind = 'SEAL' and not simpul.seal_team_fits(s.case_id, s.team) then return 'seal.teamNotPossible'; end if;
        end if;
        update simpul.case_seal
           set status = verdict, decided_by = ctx.account_id(), decided_by_person = ctx.person_id(),
               decided_by_role = ctx.role(), decided_at = simpul.now()
         where id = s.id;
        if verdict <> 'APPROVED' then return 'done'; end if;
        update simpul.seal_member set until = simpul.now()
         where case_id = s.case_id and until is null and (s.kind = 'UNSEAL' or account_id <> all (s.team));
        if s.kind = 'UNSEAL' then
          update simpul.case_file set sealed = false where id = s.case_id;
          return 'done';
        end if;
        insert into simpul.seal_member (case_id, account_id, seal_id)
          select s.case_id, t, s.id from unnest(s.team) t on conflict do nothing;
        insert into simpul.case_member (case_id, account_id, agency_id)
          select s.case_id, a.id, a.agency_id from simpul.account a where a.id = any (s.team) on conflict do nothing;
        -- Whoever answers for the case is one who sees it.
        if f.owner_account_id <> all (s.team) then
          select a.id into new_owner from simpul.account a
           where a.id = any (s.team) and a.role in ('intake_counselor', 'case_worker', 'supervisor')
           order by array_position(array['case_worker', 'intake_counselor', 'supervisor'], a.role), a.id limit 1;
        end if;
        update simpul.case_file set sealed = true, owner_account_id = coalesce(new_owner, owner_account_id) where id = s.case_id;
        return 'done';
      end $$;
      revoke all on function simpul.decide_seal(uuid, text) from public;
      grant execute on function simpul.decide_seal(uuid, text) to simpul_api;

      -- Few at any time: each part has an index of its own.
      create function simpul.guarded_case_ids() returns setof uuid
        language sql stable security definer set search_path = pg_catalog as $$
        select f.id from simpul.case_file f where f.sealed
        union select s.case_id from simpul.case_seal s where s.status = 'PROPOSED'
        union select c.case_id from simpul.case_conflict c where c.lifted_at is null $$;
      revoke all on function simpul.guarded_case_ids() from public;

      -- What an integrity officer guards: number, unit and who, and nothing of what happened.
      create function simpul.guarded_cases()
        returns table ("caseId" uuid, number text, "agencyId" uuid, "agencyName" text, sealed boolean, team uuid[],
                       conflicts jsonb)
        language sql stable security definer set search_path = pg_catalog as $$
        select f.id, f.number, f.agency_id, g.name, f.sealed,
               array(select m.account_id from simpul.seal_member m where m.case_id = f.id and m.until is null order by m.since, m.id),
               (select jsonb_agg(jsonb_build_object('id', c.id, 'personId', c.person_id, 'source', c.source, 'since', c.since,
                                                    'addedBy', c.added_by) order by c.since)
                  from simpul.case_conflict c where c.case_id = f.id and c.lifted_at is null)
          from simpul.case_file f join simpul.agency g on g.id = f.agency_id
         where ctx.guards() and f.id <> all (ctx.excluded_case_ids()) and f.id in (select simpul.guarded_case_ids())
         order by f.created_at desc limit 200 $$;
      revoke all on function simpul.guarded_cases() from public;
      grant execute on function simpul.guarded_cases() to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function simpul.guarded_cases(); drop function simpul.guarded_case_ids(); drop function simpul.decide_seal(uuid, text);
      drop function simpul.seal_team_fits(uuid, uuid[]);
      drop trigger waived_by_two on simpul.deadline; drop function simpul.waived_by_two();
      drop policy not_what_an_interest_proposed on simpul.case_closing;
      drop policy not_what_an_interest_proposed on simpul.screening;
      drop function simpul.account_has_conflict(uuid, uuid); drop function simpul.has_conflict(uuid, uuid);
    `);
  }
}
