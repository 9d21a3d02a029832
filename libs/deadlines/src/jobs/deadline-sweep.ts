import { randomUUID } from 'node:crypto';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { Inject, Injectable } from '@nestjs/common';
import { Deadline, DeadlineStep } from '../deadline.entity.js';
import { CITY_ZONE, DeadlinesService } from '../deadlines.service.js';
import { calendarOf, rulesById } from '../rule-book.js';
import { keepsCalling } from '../rules/escalation-ladder.js';
import { isOpen } from '../rules/deadline-lifecycle.js';
import { nextCallAfter } from '../rules/reminder-plan.js';

/** A step that fires later than this after its time is marked late: the system was down, and says so. */
const LATE_AFTER_SECONDS = 120;
const STEPS_PER_PASS = 500;

interface ClaimedStep {
  id: string;
  deadline_id: string;
  rung: string;
  tells: string[];
  marks_missed: boolean;
  fire_at: Date;
  late: boolean;
}

/**
 * Fires what is due. Each step is claimed by a guarded update in the transaction of its effect, by the database's clock:
 * two sweeps at once, a sweep and a bell, or a worker with a wrong clock cannot fire a step twice or early.
 */
@Injectable()
export class DeadlineSweep {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deadlines: DeadlinesService,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    @Inject(CITY_ZONE) private readonly zone: string,
  ) {}

  /** Fires every step whose time has come; returns how many. */
  async pass(): Promise<number> {
    const due = await this.unitOfWork.lookAsSystem((work) =>
      work.query<{ id: string }>(
        `select id from simpul.deadline_step where status = 'pending' and fire_at <= simpul.now()
          order by fire_at, id limit ${STEPS_PER_PASS}`,
      ),
    );
    let fired = 0;
    for (const { id } of due) if (await this.fireStep(id)) fired += 1;
    return fired;
  }

  /** Fires one step if it is due and nobody has; false otherwise. Safe to run any number of times. */
  async fireStep(id: string): Promise<boolean> {
    const waits = await this.unitOfWork.lookAsSystem((work) =>
      work.query(
        "select 1 from simpul.deadline_step where id = $1 and status = 'pending' and fire_at <= simpul.now()",
        [id],
      ),
    );
    if (waits.length === 0) return false;
    return this.unitOfWork.runAsSystem({ name: 'deadline.stepFired' }, async (work) => {
      const [step] = await work.query<ClaimedStep>(
        `update simpul.deadline_step s
            set status = 'fired', fired_at = simpul.now(),
                late = simpul.now() > fire_at + make_interval(secs => $2)
          where s.id = (select w.id from simpul.deadline_step w
                         where w.id = $1 and w.status = 'pending' and w.fire_at <= simpul.now() for update skip locked)
        returning id, deadline_id, rung, tells, marks_missed, fire_at, late`,
        [id, LATE_AFTER_SECONDS],
      );
      if (!step) {
        // Another sweep has it; nothing was written, but every unit of work tells the ledger what it was about.
        await this.ledger.append(work, { act: 'deadline.stepTaken', object: { kind: 'deadlineStep', id } });
        return false;
      }
      await this.effect(work, step);
      return true;
    });
  }

  private async effect(work: Work, step: ClaimedStep): Promise<void> {
    const deadline = await work.manager.findOneByOrFail(Deadline, { id: step.deadline_id });
    if (isOpen(deadline.status)) {
      if (step.marks_missed && deadline.status === 'running')
        await this.deadlines.change(work, deadline, { status: 'missed', missedAt: work.at }, 'miss', null);
      await this.callAgain(work, step, deadline);
      await this.outbox.announce(work, 'deadline.stepDue', { stepId: step.id, deadlineId: deadline.id });
    }
    await this.ledger.append(work, {
      act: step.marks_missed ? 'deadline.missed' : 'deadline.stepFired',
      object: { kind: 'deadline', id: deadline.id },
      facts: { rule: deadline.slug, rung: step.rung, late: step.late, tells: step.tells },
    });
  }

  /** After the top rung a deadline that is still open calls again, so that it never falls silent. */
  private async callAgain(work: Work, step: ClaimedStep, deadline: Deadline): Promise<void> {
    const rule = (await rulesById(work, [deadline.ruleId])).get(deadline.ruleId)!;
    if (step.rung !== 'headOfLeadOffice' || !keepsCalling(rule.kind)) return;
    const [answer] = await work.query<{ answered: boolean }>(
      `select exists (select 1 from simpul.deadline_acknowledgement
                       where deadline_id = $1 and created_at >= $2) as answered`,
      [deadline.id, step.fire_at],
    );
    const fireAt = nextCallAfter(work.at, answer!.answered, await calendarOf(work, this.zone));
    await work.manager.insert(DeadlineStep, {
      id: randomUUID(),
      deadlineId: deadline.id,
      rung: step.rung,
      fireAt,
      tells: step.tells,
      marksMissed: false,
      status: 'pending',
    });
  }
}
