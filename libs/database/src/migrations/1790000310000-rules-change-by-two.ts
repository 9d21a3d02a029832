import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The register changes by two people: one proposes a new version or a retirement, another approves. The law's text is
 * never edited in place; a version that was in force stays, with the time until which it held.
 */
export class RulesChangeByTwo1790000310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table simpul.rule_proposal (
        -- The id of the version that it becomes when it is approved.
        id uuid primary key default gen_random_uuid(),
        slug text not null,
        kind text not null check (kind in ('VERSION', 'RETIREMENT')),
        -- The version as proposed; a row of deadline_rule only once it is approved.
        rule jsonb,
        effective_from date not null,
        applies_to_open boolean not null,
        reason text not null,
        status text not null default 'OPEN' check (status in ('OPEN', 'APPROVED', 'WITHDRAWN')),
        proposed_by uuid not null references simpul.account (id),
        proposed_by_person uuid not null,
        created_at timestamptz not null default simpul.now(),
        decided_by uuid references simpul.account (id),
        decided_by_person uuid,
        decided_at timestamptz,
        decision_reason text,
        -- When the worker has carried it to the open deadlines.
        applied_at timestamptz,
        check ((kind = 'RETIREMENT') = (rule is null)),
        check ((status = 'OPEN') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
        constraint four_eyes check (status <> 'APPROVED' or decided_by_person <> proposed_by_person)
      );
      create unique index rule_proposal_one_open on simpul.rule_proposal (slug) where status = 'OPEN';
      create index rule_proposal_to_apply on simpul.rule_proposal (id)
        where status = 'APPROVED' and applies_to_open and applied_at is null;
      call simpul.protect('simpul.rule_proposal');

      create policy legal_office_reads on simpul.rule_proposal for select to simpul_api
        using ((select ctx.role()) = 'legal_officer');
      create policy proposed_in_the_own_name on simpul.rule_proposal for insert to simpul_api
        with check ((select ctx.role()) = 'legal_officer' and status = 'OPEN'
                    and proposed_by = (select ctx.account_id()) and proposed_by_person = (select ctx.person_id()));
      create policy decided_in_the_own_name on simpul.rule_proposal for update to simpul_api
        using ((select ctx.role()) = 'legal_officer' and status = 'OPEN')
        with check (decided_by = (select ctx.account_id()) and decided_by_person = (select ctx.person_id()));
      grant select, insert, update (status, decided_by, decided_by_person, decided_at, decision_reason)
        on simpul.rule_proposal to simpul_api;
      create policy worker_carries_out on simpul.rule_proposal for select to simpul_worker using (true);
      create policy worker_marks_as_done on simpul.rule_proposal for update to simpul_worker using (true) with check (true);
      grant select, update (applied_at) on simpul.rule_proposal to simpul_worker;

      create policy approved_by_two on simpul.deadline_rule for insert to simpul_api
        with check ((select ctx.role()) = 'legal_officer' and exists (
          select 1 from simpul.rule_proposal p
           where p.id = deadline_rule.id and p.slug = deadline_rule.slug and p.status = 'APPROVED' and p.kind = 'VERSION'));
      create policy ended_by_two on simpul.deadline_rule for update to simpul_api
        using ((select ctx.role()) = 'legal_officer')
        with check (exists (
          select 1 from simpul.rule_proposal p where p.slug = deadline_rule.slug and p.status = 'APPROVED'
             and p.decided_by = (select ctx.account_id())));
      grant insert, update (valid_to) on simpul.deadline_rule to simpul_api;

      -- What a version would change on open deadlines, for the office that answers for the law and sees no case: when
      -- the clock began, what has stopped it, who owes it. Neither case nor referral nor the deadline's own id.
      create function simpul.open_deadlines_of_rule(of_slug text)
        returns table (status text, version int, "triggerAt" timestamptz, "dueAt" timestamptz, "agencyId" uuid,
                       "agencyName" text, pauses jsonb)
        language plpgsql stable security definer set search_path = pg_catalog as $$
      begin
        if ctx.role() is distinct from 'legal_officer' then
          raise exception 'for the legal office' using errcode = 'insufficient_privilege';
        end if;
        return query
          select d.status, r.version, d.trigger_at, d.due_at, d.owing_agency_id, coalesce(own.name, acc.agency_name),
                 coalesce((select jsonb_agg(jsonb_build_object('from', c.created_at, 'to', resumed.at) order by c.created_at)
                    from simpul.deadline_change c
                    cross join lateral (select min(e.created_at) as at from simpul.deadline_change e
                                         where e.deadline_id = d.id and e.change = 'resume' and e.created_at >= c.created_at) resumed
                   where c.deadline_id = d.id and c.change = 'pause' and resumed.at is not null), '[]')
            from simpul.deadline d
            join simpul.deadline_rule r on r.id = d.rule_id
            left join simpul.agency own on own.id = d.owing_agency_id
            left join simpul.account acc on acc.id = d.owing_account_id
           where d.slug = of_slug and d.status in ('running', 'paused', 'missed')
           order by d.due_at nulls last, d.trigger_at;
      end $$;
      revoke all on function simpul.open_deadlines_of_rule(text) from public;
      grant execute on function simpul.open_deadlines_of_rule(text) to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function simpul.open_deadlines_of_rule(text);
      drop policy ended_by_two on simpul.deadline_rule;
      drop policy approved_by_two on simpul.deadline_rule;
      revoke insert, update (valid_to) on simpul.deadline_rule from simpul_api;
      drop table simpul.rule_proposal;
    `);
  }
}
