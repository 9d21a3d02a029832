import type { Work } from '#database';
import { DeadlineSteps, isOwedOutside } from '#deadlines';
import { OutboxRelay, type OutboxConsumer, type OutboxMessage } from '#queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AlarmRaiser } from '../alarms/alarm-raiser.js';
import { DutyFacts } from '../duty-facts.js';
import { partiesOf } from '../parties.queries.js';
import { newsOfStep } from '../rules/who-is-told.js';
import { Teller } from './teller.js';

interface StepRow {
  rung: string;
  tells: string[];
  dueAt: Date | null;
  caseId: string | null;
  referralId: string | null;
  reportId: string | null;
  owingKinds: string[];
  owingAgencyId: string | null;
  reviewingAgencyId: string | null;
  owingAccountId: string | null;
  open: boolean;
}

/** Tells a step of a deadline's ladder: the reminder, the due time, and each rung above it. */
@Injectable()
export class StepNewsConsumer implements OutboxConsumer, OnModuleInit {
  readonly name = 'notifications.step';
  readonly topics = ['deadline.stepDue'];

  constructor(
    private readonly relay: OutboxRelay,
    private readonly teller: Teller,
    private readonly steps: DeadlineSteps,
    private readonly duty: DutyFacts,
    private readonly alarms: AlarmRaiser,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async receive(work: Work, message: OutboxMessage): Promise<'done' | 'nothing'> {
    const [step] = await work.query<StepRow>(
      `select s.rung, s.tells, d.due_at as "dueAt", d.case_id as "caseId", d.referral_id as "referralId",
              d.report_id as "reportId",
              r.owing_kinds as "owingKinds", d.owing_agency_id as "owingAgencyId",
              d.owing_account_id as "owingAccountId",
              case when d.slug = 'trail-review' then d.owing_agency_id end as "reviewingAgencyId",
              d.status in ('running', 'paused', 'missed') as open
         from simpul.deadline_step s join simpul.deadline d on d.id = s.deadline_id
           join simpul.deadline_rule r on r.id = d.rule_id where s.id = $1`,
      [message.ids.stepId],
    );
    // Whoever acted between the step and this message has ended the reason for it.
    if (!step?.open) return 'nothing';
    const parties = await this.duty.add(work, await partiesOf(work, step));
    const owed = { ...step, owesOutside: isOwedOutside(step) };
    const { tellings, outOfReach } = newsOfStep(step, owed, parties);
    await this.alarms.raiseUnreached(work, outOfReach, tellings);
    await this.steps.told(
      work,
      message.ids.stepId!,
      tellings.map(({ accountId }) => accountId),
    );
    return this.teller.tell(work, message, tellings, {
      topic: message.topic,
      caseId: step.caseId,
      referralId: step.referralId,
      reportId: step.reportId,
      deadlineId: message.ids.deadlineId,
      stepId: message.ids.stepId,
      dueAt: step.dueAt,
    });
  }
}
