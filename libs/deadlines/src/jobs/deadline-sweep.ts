import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { failureCode } from '#queue';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { DeadlineChanges } from '../deadline-changes.service.js';
import { Deadline } from '../deadline.entity.js';
import { DeadlineSteps, LOOK_AHEAD_SECONDS } from '../deadline-steps.service.js';
import { calendarsOf, CITY, type City } from '../calendars.js';
import { rulesById } from '../rule-book.js';
import { keepsCalling, PAUSE_REVIEW_EVERY_DAYS, type Rung } from '../rules/escalation-ladder.js';
import { isOpen } from '../rules/deadline-lifecycle.js';
import { morningAfter, nextCallAfter } from '../rules/reminder-plan.js';

/** A step that fires later than this after its time is marked late: the system was down, and says so. */
const LATE_AFTER_SECONDS = 120;
const STEPS_AT_ONCE = 500;

interface ClaimedStep {
  id: string;
  deadline_id: string;
  rung: Rung;
  tells: string[];
  marks_missed: boolean;
  late: boolean;
}

/**
 * Fires what is due. Each step is claimed by a guarded update in the transaction of its effect, by the database's clock:
 * two sweeps at once, a sweep and a bell, or a worker with a wrong clock cannot fire a step twice or early.
 */
@Injectable()
export class DeadlineSweep {
  private readonly log = new Logger('DeadlineSweep');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: DeadlineChanges,
    private readonly steps: DeadlineSteps,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    @Inject(CITY) private readonly city: City,
  ) {}

  /**
   * Fires every step whose time has come, however many an outage has gathered; returns how many. A step that fails is
   * named in the log and tried again in the next pass, and keeps no other from its turn.
   */
  async pass(): Promise<number> {
    const failed: string[] = [];
    let fired = 0;
    for (;;) {
      const due = await this.dueSteps(failed);
      const taken = await this.fireAll(due, failed);
      fired += taken;
      // Once more after any success: two workers may each have skipped a step because the other held its deadline.
      if (taken === 0) break;
    }
    await this.setBells();
    return fired;
  }

  /** Fires one step if it is due and nobody has; false otherwise. Safe to run any number of times. */
  async fireStep(id: string): Promise<boolean> {
    return this.unitOfWork.runAsSystem({ name: 'deadline.stepFired' }, async (work) => {
      const step = await this.claim(work, id);
      // Nothing was written, so there is nothing to account for.
      if (!step) work.markAudited();
      else await this.effect(work, step);
      return step !== undefined;
    });
  }

  /**
   * Sets the bell for what comes due before the next pass, so that it fires at its second and not up to a pass later.
   * Only a hint, and set anew in every pass: the claim decides, and a wiped queue costs those seconds.
   */
  private async setBells(): Promise<void> {
    const soon = await this.unitOfWork.lookAsSystem((work) =>
      work.query<{ id: string; inMs: number }>(
        `select id, ceil(extract(epoch from fire_at - simpul.now()) * 1000)::int as "inMs" from simpul.deadline_step
          where status = 'pending' and fire_at > simpul.now()
            and fire_at <= simpul.now() + make_interval(secs => $1)
          order by fire_at, id limit ${STEPS_AT_ONCE}`,
        [LOOK_AHEAD_SECONDS],
      ),
    );
    for (const { id, inMs } of soon) await this.steps.ring(id, inMs);
  }

  private dueSteps(except: readonly string[]): Promise<{ id: string }[]> {
    return this.unitOfWork.lookAsSystem((work) =>
      work.query<{ id: string }>(
        `select id from simpul.deadline_step
          where status = 'pending' and fire_at <= simpul.now() and id <> all ($1::uuid[])
          order by fire_at, id limit ${STEPS_AT_ONCE}`,
        [except],
      ),
    );
  }

  private async fireAll(steps: readonly { id: string }[], failed: string[]): Promise<number> {
    let fired = 0;
    for (const { id } of steps) {
      try {
        if (await this.fireStep(id)) fired += 1;
      } catch (error) {
        failed.push(id);
        // The code only: the error's text may quote a row.
        this.log.error(`ALARM deadline step ${id} did not fire: ${failureCode(error)}`);
      }
    }
    return fired;
  }

  /**
   * The deadline is locked first and the step second, in the order of the acts at a desk, so that the two never wait for
   * each other. Whoever holds the deadline may be ending it: the step is left to the next pass. A row that merely refers
   * to the deadline (somebody is being told of it) does not hold it: hence "no key".
   */
  private async claim(work: Work, id: string): Promise<ClaimedStep | undefined> {
    const [held] = await work.query(
      `select d.id from simpul.deadline d join simpul.deadline_step s on s.deadline_id = d.id
        where s.id = $1 and s.status = 'pending' and s.fire_at <= simpul.now()
          for no key update of d skip locked`,
      [id],
    );
    if (!held) return undefined;
    const [step] = await work.query<ClaimedStep>(
      `update simpul.deadline_step
          set status = 'fired', fired_at = simpul.now(),
              late = simpul.now() > fire_at + make_interval(secs => $2)
        where id = $1 and status = 'pending' and fire_at <= simpul.now()
       returning id, deadline_id, rung, tells, marks_missed, late`,
      [id, LATE_AFTER_SECONDS],
    );
    return step;
  }

  private async effect(work: Work, step: ClaimedStep): Promise<void> {
    const deadline = await work.manager.findOneByOrFail(Deadline, { id: step.deadline_id });
    if (isOpen(deadline.status)) {
      if (step.marks_missed && deadline.status === 'running')
        await this.changes.change(work, deadline, { status: 'missed', missedAt: work.at }, 'miss', null);
      await this.callAgain(work, step, deadline);
      await this.outbox.announce(work, 'deadline.stepDue', { stepId: step.id, deadlineId: deadline.id });
    }
    await this.ledger.append(work, {
      act: step.marks_missed ? 'deadline.missed' : 'deadline.stepFired',
      object: { kind: 'deadline', id: deadline.id },
      facts: { rule: deadline.slug, rung: step.rung, late: step.late, tells: step.tells },
    });
  }

  /** What must not fall silent calls again: a deadline after its top rung, and a pause that a person has set. */
  private async callAgain(work: Work, step: ClaimedStep, deadline: Deadline): Promise<void> {
    const rule = (await rulesById(work, [deadline.ruleId])).get(deadline.ruleId)!;
    const { rung, tells } = step;
    if (rung === 'pauseReview') {
      const fireAt = morningAfter(work.at, PAUSE_REVIEW_EVERY_DAYS, this.city);
      await this.steps.addOne(work, deadline, { rung, fireAt, tells });
    }
    if (rung === 'headOfLeadOffice' && keepsCalling(rule.kind)) {
      const answered = await this.isAnswered(work, step);
      const calendars = await calendarsOf(work, this.city);
      const fireAt = nextCallAfter(work.at, answered, calendars.of(deadline.owingAgencyId));
      await this.steps.addOne(work, deadline, { rung, fireAt, tells });
    }
  }

  /** Acknowledged since the last time this rung called; the first call has none before it. */
  private async isAnswered(work: Work, step: ClaimedStep): Promise<boolean> {
    const [answer] = await work.query<{ answered: boolean }>(
      `select exists (
         select 1 from simpul.deadline_acknowledgement a
          where a.deadline_id = $1
            and a.created_at >= (select max(s.fired_at) from simpul.deadline_step s
                                  where s.deadline_id = $1 and s.rung = $2 and s.id <> $3)) as answered`,
      [step.deadline_id, step.rung, step.id],
    );
    return answer!.answered;
  }
}
