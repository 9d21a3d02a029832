import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever keeps the calendar sees what a change of it would do before it is saved: of every open working-day deadline
 * when it began, what has stopped it, which agency owes it. Neither case nor referral nor the deadline's own id.
 */
export class WorkingHoursAreKept1790000750000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function simpul.open_working_day_deadlines()
        returns table (status text, "ruleId" uuid, "triggerAt" timestamptz, "dueAt" timestamptz, "agencyId" uuid,
                       "agencyName" text, pauses jsonb)
        language plpgsql stable security definer set search_path = pg_catalog as $$
      begin
        if ctx.role() is null or ctx.role() not in ('administrator', 'legal_officer') then
          raise exception 'for those who keep the calendar' using errcode = 'insufficient_privilege';
        end if;
        return query
          select d.status, d.rule_id, d.trigger_at, d.due_at, d.owing_agency_id, coalesce(own.name, acc.agency_name),
                 coalesce((select jsonb_agg(jsonb_build_object('from', c.created_at, 'to', resumed.at) order by c.created_at)
                    from simpul.deadline_change c
                    cross join lateral (select min(e.created_at) as at from simpul.deadline_change e
                                         where e.deadline_id = d.id and e.change = 'resume' and e.created_at >= c.created_at) resumed
                   where c.deadline_id = d.id and c.change = 'pause' and resumed.at is not null), '[]')
            from simpul.deadline d
            join simpul.deadline_rule r on r.id = d.rule_id and r.clock = 'WORKING'
            left join simpul.agency own on own.id = d.owing_agency_id
            left join simpul.account acc on acc.id = d.owing_account_id
           where d.status in ('running', 'paused', 'missed')
           order by d.due_at nulls last, d.trigger_at;
      end $$;
      revoke all on function simpul.open_working_day_deadlines() from public;
      grant execute on function simpul.open_working_day_deadlines() to simpul_api;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function simpul.open_working_day_deadlines()');
  }
}
