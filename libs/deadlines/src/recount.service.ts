import { Ledger } from '#audit';
import { Outbox, type Work } from '#database';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DeadlineChanges } from './deadline-changes.service.js';
import { Deadline } from './deadline.entity.js';
import { DeadlineSteps } from './deadline-steps.service.js';
import { calendarsOf, CITY, type City } from './calendars.js';
import { rulesOfClock, type RegisteredRule } from './rule-book.js';
import { OPEN_STATUSES } from './rules/deadline-lifecycle.js';
import { dueTimeWithPauses, type DueTime, type Pause } from './rules/due-time.js';
import type { WorkCalendar } from './rules/work-calendar.js';

/**
 * Counts every open working-day deadline anew after a change of the calendar, openly: the old due time stays in the
 * history beside the new one, the explanation is written anew, and the steps are planned for the new time. Counting
 * afresh from trigger and pauses gives the same result however often and in whatever order the calendar changed.
 */
@Injectable()
export class Recount {
  constructor(
    private readonly changes: DeadlineChanges,
    private readonly steps: DeadlineSteps,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** One batch, one ledger entry with the numbers. Only the system sees every deadline, so only it may do this. */
  async everything(work: Work): Promise<{ moved: number; kept: number }> {
    const rules = await rulesOfClock(work, 'WORKING');
    const open = await work.manager.find(Deadline, {
      where: { ruleId: In([...rules.keys()]), status: In([...OPEN_STATUSES]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const calendars = await calendarsOf(work, this.city);
    const pauses = await pausesOf(work, open);
    let moved = 0;
    for (const deadline of open) {
      const rule = rules.get(deadline.ruleId)!;
      const calendar = calendars.of(deadline.owingAgencyId);
      const pausesSofar = pauses.get(deadline.id) ?? [];
      const counted = dueTimeWithPauses(rule.limit, deadline.triggerAt, pausesSofar, calendar);
      if (await this.move(work, deadline, rule, counted, calendar)) moved += 1;
    }
    const kept = open.length - moved;
    await this.ledger.append(work, { act: 'calendar.deadlinesRecounted', facts: { moved, kept } });
    return { moved, kept };
  }

  private async move(
    work: Work,
    deadline: Deadline,
    rule: RegisteredRule,
    { dueAt, estimated, why }: DueTime,
    calendar: WorkCalendar,
  ): Promise<boolean> {
    const same = dueAt?.getTime() === deadline.dueAt?.getTime();
    if (same && estimated === deadline.estimated) return false;
    const counted = { dueAt, estimated, whyId: why.id, whyEn: why.en };
    // A miss that a new holiday puts into the future was none.
    const reprieved = deadline.status === 'missed' && dueAt !== null && dueAt > work.at;
    const to = reprieved ? { ...counted, status: 'running' as const, missedAt: null } : counted;
    await this.changes.change(work, deadline, to, reprieved ? 'reprieve' : 'recount', 'calendar.changed');
    if (same) return false;
    if (deadline.status === 'running' || reprieved)
      await this.steps.replan(work, rule, { ...deadline, ...counted }, calendar);
    await this.outbox.announce(work, 'deadline.moved', { deadlineId: deadline.id });
    return true;
  }
}

/** The finished pauses of each deadline, in order, out of their history. */
export async function pausesOf(work: Work, deadlines: readonly Deadline[]): Promise<Map<string, Pause[]>> {
  const rows = await work.query<{ id: string; from: Date; to: Date }>(
    `select c.deadline_id as id, c.created_at as "from", resumed.at as "to"
       from simpul.deadline_change c
       cross join lateral (select min(r.created_at) as at from simpul.deadline_change r
                            where r.deadline_id = c.deadline_id and r.change = 'resume' and r.created_at >= c.created_at) resumed
      where c.deadline_id = any ($1) and c.change = 'pause' and resumed.at is not null
      order by c.created_at`,
    [deadlines.map(({ id }) => id)],
  );
  const pauses = new Map<string, Pause[]>();
  for (const { id, from, to } of rows) pauses.set(id, [...(pauses.get(id) ?? []), { from, to }]);
  return pauses;
}
