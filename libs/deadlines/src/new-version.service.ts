import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { calendarsOf, CITY, type City } from './calendars.js';
import { DeadlineChanges } from './deadline-changes.service.js';
import { Deadline } from './deadline.entity.js';
import { DeadlineSteps } from './deadline-steps.service.js';
import { pausesOf } from './recount.service.js';
import { rulesById, type RegisteredRule } from './rule-book.js';
import { OPEN_STATUSES } from './rules/deadline-lifecycle.js';
import { underLimit } from './rules/rule-effect.js';
import type { WorkCalendar } from './rules/work-calendar.js';

interface DueProposal {
  id: string;
  slug: string;
  kind: 'VERSION' | 'RETIREMENT';
}

/**
 * Carries to open deadlines what two people approved for them: a new version takes them over, a retirement ends them.
 * Openly, like a change of the calendar: the old time and version stay in the history. Only the system sees every
 * deadline, so only it may do this.
 */
@Injectable()
export class NewVersions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: DeadlineChanges,
    private readonly steps: DeadlineSteps,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** Carries out what has come into force since the last pass; each proposal once. Gives back how many. */
  async pass(): Promise<number> {
    const due = await this.unitOfWork.lookAsSystem((work) =>
      work.query<{ id: string }>(
        `select p.id from simpul.rule_proposal p
          where p.status = 'APPROVED' and p.applies_to_open and p.applied_at is null
            and case p.kind
                  when 'VERSION' then exists (select from simpul.deadline_rule r where r.id = p.id and r.valid_from <= simpul.now())
                  else exists (select from simpul.deadline_rule r where r.slug = p.slug and r.valid_to <= simpul.now())
                end`,
      ),
    );
    for (const { id } of due)
      await this.unitOfWork.runAsSystem({ name: 'rule.applyToOpen' }, (work) => this.carryOut(work, id));
    return due.length;
  }

  private async carryOut(work: Work, id: string): Promise<void> {
    const [proposal] = await work.query<DueProposal>(
      `update simpul.rule_proposal set applied_at = simpul.now()
        where id = $1 and applied_at is null returning id, slug, kind`,
      [id],
    );
    const open = proposal
      ? await work.manager.find(Deadline, {
          where: { slug: proposal.slug, status: In([...OPEN_STATUSES]) },
          order: { id: 'ASC' },
          lock: { mode: 'pessimistic_write' },
        })
      : [];
    let moved = 0;
    if (proposal?.kind === 'RETIREMENT') {
      for (const deadline of open)
        await this.changes.end(work, deadline, 'cancelled', 'rule.retired', work.at);
    } else if (proposal) {
      moved = await this.takeOver(work, id, open);
    }
    await this.ledger.append(work, {
      act: 'rule.appliedToOpen',
      object: { kind: 'deadline_rule', id },
      facts: { rule: proposal?.slug, moved, open: open.length },
    });
  }

  private async takeOver(work: Work, versionId: string, open: readonly Deadline[]): Promise<number> {
    const version = (await rulesById(work, [versionId])).get(versionId)!;
    const calendars = await calendarsOf(work, this.city);
    const pauses = await pausesOf(work, open);
    let moved = 0;
    for (const deadline of open) {
      if (deadline.ruleId === version.id) continue;
      const clock = { ...deadline, pauses: pauses.get(deadline.id) ?? [] };
      const calendar = calendars.of(deadline.owingAgencyId);
      if (await this.move(work, clock, version, calendar)) moved += 1;
    }
    return moved;
  }

  private async move(
    work: Work,
    { pauses, ...deadline }: Deadline & { pauses: { from: Date; to: Date }[] },
    version: RegisteredRule,
    calendar: WorkCalendar,
  ): Promise<boolean> {
    const { counted, outcome } = underLimit({ ...deadline, pauses }, version.limit, calendar, work.at);
    const { dueAt, estimated, why } = counted;
    const under = { ruleId: version.id, dueAt, estimated, whyId: why.id, whyEn: why.en };
    // A limit that is later now, or gone: the miss was none.
    const reprieved = deadline.status === 'missed' && (dueAt === null || dueAt > work.at);
    const to = reprieved ? { ...under, status: 'running' as const, missedAt: null } : under;
    await this.changes.change(work, deadline, to, reprieved ? 'reprieve' : 'newVersion', 'rule.approved');
    if (deadline.status === 'running' || reprieved)
      await this.steps.replan(work, version, { ...deadline, ...under }, calendar);
    if (outcome === 'SAME') return false;
    await this.outbox.announce(work, 'deadline.moved', { deadlineId: deadline.id });
    return true;
  }
}
