import { randomUUID } from 'node:crypto';
import type { Work } from '#database';
import { Refused } from '#refusals';
import { Injectable } from '@nestjs/common';
import { Deadline, DeadlineChange } from './deadline.entity.js';
import { DeadlineSteps } from './deadline-steps.service.js';
import {
  DEADLINE_MOVES,
  decideMove,
  type DeadlineMove,
  type DeadlineStatus,
} from './rules/deadline-lifecycle.js';

/** The only hand that changes a deadline: by the table of moves, and never without its line in the history. */
@Injectable()
export class DeadlineChanges {
  constructor(private readonly steps: DeadlineSteps) {}

  /** Writes a new deadline and the first line of its history. */
  async begin(work: Work, deadline: Deadline, event: string): Promise<void> {
    await work.manager.insert(Deadline, deadline);
    await this.note(work, deadline, 'start', event, { fromStatus: null, dueBefore: null });
  }

  /** Changes a deadline. A move that the table does not have is refused with the state that stands in its way. */
  async change(
    work: Work,
    deadline: Deadline,
    to: Partial<Deadline>,
    change: DeadlineMove | 'recount' | 'newVersion' | 'proposeWaiver',
    event: string | null,
    reasonSealed: Buffer | null = null,
  ): Promise<void> {
    if (to.status) assertMove(change, deadline.status, to.status);
    await work.manager.update(Deadline, { id: deadline.id }, to);
    await this.note(work, { ...deadline, ...to }, change, event, {
      fromStatus: deadline.status,
      dueBefore: deadline.dueAt,
      reasonSealed,
    });
  }

  /** Ends one open deadline as met, waived or cancelled and stops its steps. */
  async end(
    work: Work,
    deadline: Deadline,
    status: 'met' | 'waived' | 'cancelled',
    event: string | null,
    at: Date,
  ): Promise<void> {
    const move = ({ met: 'meet', waived: 'waive', cancelled: 'cancel' } as const)[status];
    await this.change(work, deadline, { status, endedAt: at, pausedAt: null }, move, event);
    await this.steps.cancel(work, deadline.id);
  }

  private async note(
    work: Work,
    after: Deadline,
    change: string,
    event: string | null,
    before: { fromStatus: DeadlineStatus | null; dueBefore: Date | null; reasonSealed?: Buffer | null },
  ): Promise<void> {
    await work.manager.insert(DeadlineChange, {
      id: randomUUID(),
      deadlineId: after.id,
      change,
      fromStatus: before.fromStatus,
      toStatus: after.status,
      event,
      dueBefore: before.dueBefore,
      dueAfter: after.dueAt,
      ruleId: after.ruleId,
      actorId: work.actor?.accountId ?? null,
      reasonSealed: before.reasonSealed ?? null,
    });
  }
}

/** The table of moves holds for every caller. A change that is no move and brings a status is a fault of ours. */
function assertMove(change: string, from: DeadlineStatus, to: DeadlineStatus): void {
  if (!(change in DEADLINE_MOVES)) throw new Error(`${change} is no move of a deadline`);
  const verdict = decideMove(change as DeadlineMove, from);
  if (!verdict.allowed) throw new Refused(verdict.code, { current: { status: from } });
  if (verdict.to !== to) throw new Error(`${change} does not lead to ${to}`);
}
