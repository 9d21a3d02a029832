import { randomUUID } from 'node:crypto';
import type { Work } from '#database';
import { Bell } from '#queue';
import { Injectable, Optional } from '@nestjs/common';
import { DeadlineStep, type Deadline } from './deadline.entity.js';
import type { RegisteredRule } from './rule-book.js';
import type { Rung } from './rules/escalation-ladder.js';
import { planSteps } from './rules/reminder-plan.js';
import type { WorkCalendar } from './rules/work-calendar.js';

/** Topic of the bell for one step; its id is the step's. */
export const DEADLINE_STEP_TOPIC = 'deadline-step';

/** Steps that come due sooner than the sweep is sure to pass get a bell of their own. */
export const LOOK_AHEAD_SECONDS = 20;

/** The bell rings this much after the step's time: a worker's clock may run a little ahead of the database's. */
const BELL_AFTER_MS = 100;

/** The moments at which a deadline tells somebody. */
@Injectable()
export class DeadlineSteps {
  constructor(@Optional() private readonly bell?: Bell) {}

  /** Plans every step of a deadline that has just been armed. */
  async plan(work: Work, rule: RegisteredRule, deadline: Deadline, calendar: WorkCalendar): Promise<void> {
    await this.add(work, deadline, planSteps(rule, deadline, calendar));
  }

  /** Plans the steps anew after a pause or a change of the calendar; those that are past stay past. */
  async replan(work: Work, rule: RegisteredRule, deadline: Deadline, calendar: WorkCalendar): Promise<void> {
    await this.cancel(work, deadline.id);
    await this.add(
      work,
      deadline,
      planSteps(rule, { ...deadline, armedAt: work.at, rearmed: true }, calendar),
    );
  }

  /** Adds one step outside the plan: a call that repeats, a look at a pause, a reminder at a person's wish. */
  async addOne(
    work: Work,
    deadline: Deadline,
    step: { rung: Rung; fireAt: Date; tells: readonly string[] },
  ): Promise<void> {
    await this.add(work, deadline, [{ ...step, marksMissed: false, superseded: false }]);
  }

  /** Stops the steps that have not fired. */
  async cancel(work: Work, deadlineId: string): Promise<void> {
    await work.manager.update(DeadlineStep, { deadlineId, status: 'pending' }, { status: 'cancelled' });
  }

  /** Keeps whom a fired step has told: the accounts, in the order in which they were told. */
  async told(work: Work, stepId: string, accountIds: readonly string[]): Promise<void> {
    await work.query('update simpul.deadline_step set told = $2::uuid[] where id = $1', [stepId, accountIds]);
  }

  /** Sets the bell for a step that comes due in so many milliseconds by the database's clock. */
  async ring(stepId: string, inMs: number): Promise<void> {
    await this.bell?.ring(DEADLINE_STEP_TOPIC, stepId, { delayMs: Math.max(0, inMs) + BELL_AFTER_MS });
  }

  private async add(work: Work, deadline: Deadline, planned: ReturnType<typeof planSteps>): Promise<void> {
    const steps = planned.map(({ rung, fireAt, tells, marksMissed, superseded }): DeadlineStep => ({
      id: randomUUID(),
      deadlineId: deadline.id,
      rung,
      fireAt,
      tells: [...tells],
      marksMissed,
      status: superseded ? 'superseded' : 'pending',
    }));
    if (steps.length === 0) return;
    await work.manager.insert(DeadlineStep, steps);
    // The sweep finds every step; a bell only makes those that are due at once quicker.
    for (const { id, fireAt, status } of steps) {
      const inMs = fireAt.getTime() - work.at.getTime();
      if (status === 'pending' && inMs <= LOOK_AHEAD_SECONDS * 1_000)
        work.afterCommit(() => this.ring(id, inMs));
    }
  }
}
