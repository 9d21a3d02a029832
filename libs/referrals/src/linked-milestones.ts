import { AgenciesService } from '#agencies';
import { Ledger } from '#audit';
import { hoursSince, Milestones, type CaseFacts } from '#cases';
import { happenedAt, Outbox, type Work } from '#database';
import { DeadlinesService } from '#deadlines';
import { Injectable } from '@nestjs/common';
import type { Referral } from './referral.entity.js';
import { milestonesOf } from './rules/linked-milestones.js';

/** Raises the milestones that a referral's own act makes true, in the transaction of that act. */
@Injectable()
export class LinkedMilestones {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly milestones: Milestones,
    private readonly deadlines: DeadlinesService,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** By the sender, who sees the case. A milestone that the case already has is not raised twice. */
  async sent(work: Work, referral: Referral, facts: CaseFacts): Promise<void> {
    if (facts.mandate === 'FAMILY') return;
    const { kind } = await this.agencies.byId(work, referral.toAgencyId);
    for (const milestone of milestonesOf('send', kind, referral.serviceCode, facts.tracks)) {
      const [there] = await work.query(
        'select 1 from simpul.milestone where case_id = $1 and kind = $2 limit 1',
        [facts.id, milestone],
      );
      if (!there) await this.milestones.happened(work, facts, milestone, work.at);
    }
  }

  /**
   * By the receiver, who does not see the case: the database records the one milestone that a receiver may raise and
   * says what the rules must know. The clocks hang on the case and on this referral, which the receiver does see.
   */
  async acknowledged(work: Work, referral: Referral): Promise<void> {
    const { kind } = await this.agencies.byId(work, referral.toAgencyId);
    const [event] = milestonesOf('acknowledge', kind, referral.serviceCode, []);
    if (!event) return;
    const [told] = await work.query<Told>('select * from simpul.police_received_report($1, $2)', [
      referral.id,
      happenedAt(work),
    ]);
    if (!told) return;
    await this.deadlines.meet(work, { referralId: referral.id, event, at: happenedAt(work) });
    await this.deadlines.start(work, {
      event,
      at: happenedAt(work),
      caseId: referral.caseId,
      referralId: referral.id,
      subject: {
        tracks: told.tracks,
        contexts: told.contexts,
        violenceTypes: told.violence_types,
        risk: told.risk,
        eventAgeHours: hoursSince(told.occurred_at, happenedAt(work)),
      },
      // What the law now asks of the police is theirs to do: they hold the referral. The case's people watch it.
      owes: {
        agencyId: told.agency_id,
        accountId: told.owner_account_id,
        holder: { agencyId: referral.toAgencyId, kind },
      },
    });
    await this.ledger.append(work, {
      act: 'case.milestoneRecorded',
      object: { kind: 'milestone', id: told.milestone_id },
      caseId: referral.caseId,
      facts: { milestone: event, happenedAt: happenedAt(work).toISOString(), referralId: referral.id },
    });
    await this.outbox.announce(work, 'case.changed', { caseId: referral.caseId });
  }
}

interface Told {
  tracks: string[];
  contexts: string[];
  violence_types: string[];
  risk: string | null;
  occurred_at: Date | null;
  agency_id: string;
  owner_account_id: string;
  milestone_id: string;
}
