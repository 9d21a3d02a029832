import type { Work } from '#database';
import { DeadlinesService } from '#deadlines';
import { Injectable } from '@nestjs/common';
import type { CaseFacts } from './case-facts.js';
import { hoursSince, incidentStartsClocks } from './rules/incident-clock.js';

/**
 * Which events of a case are told to the deadline register, and with which times. A family without violence tells
 * it nothing: not one clock of the law may start there.
 */
@Injectable()
export class CaseClocks {
  constructor(private readonly deadlines: DeadlinesService) {}

  /**
   * The report was taken. `report.received` starts at the time of receipt; so does the police report of UU 12/2022,
   * if this unit received it. What hangs on the level of risk starts with the first screening, from the same time.
   */
  async reported(work: Work, facts: CaseFacts, byUptd: boolean): Promise<void> {
    if (facts.mandate === 'FAMILY') return;
    await this.raise(work, facts, 'report.received', facts.reportedAt);
    if (byUptd) await this.raise(work, facts, 'report.received_by_uptd', facts.reportedAt);
    // From when somebody knew: no rule of today counts from there, an office's own may.
    if (facts.knownAt) await this.raise(work, facts, 'incident.known', facts.knownAt);
    await this.incident(work, facts, []);
  }

  /** The first level of risk: what hangs on it counts from the receipt of the report, like everything else did. */
  async firstScreened(work: Work, facts: CaseFacts, redFlags: readonly string[]): Promise<void> {
    await this.raise(work, facts, 'report.received', facts.reportedAt);
    await this.incident(work, facts, redFlags);
  }

  /**
   * Another level of risk. While the first service is still owed, it is owed in the time of the new level, counted
   * from the receipt; monitoring goes on at the pace of the new level, from now.
   */
  async rescreened(
    work: Work,
    facts: CaseFacts,
    earlierRisk: string,
    redFlags: readonly string[],
  ): Promise<void> {
    await this.incident(work, facts, redFlags);
    if (facts.mandate === 'FAMILY' || facts.risk === earlierRisk) return;
    const [owed] = await work.query(
      `select 1 from simpul.deadline where case_id = $1 and slug like 'complaint-service-%'
          and status in ('running', 'paused', 'missed') limit 1`,
      [facts.id],
    );
    const started = owed ? await this.start(work, facts, 'report.received', facts.reportedAt) : [];
    if (!started.some((slug) => slug.startsWith('monitoring-note')))
      await this.start(work, facts, 'case.last_event', work.at);
  }

  /**
   * Tells of an event: ends what it ends, starts what it starts. Events that a rule does not know cost nothing. What
   * starts is owed by the owner of the case; `byAnother`: by anybody of the office but whoever did this.
   */
  async raise(
    work: Work,
    facts: CaseFacts,
    event: string,
    at: Date,
    options: { byAnother?: boolean } = {},
  ): Promise<void> {
    if (facts.mandate === 'FAMILY') return;
    await this.deadlines.meet(work, { caseId: facts.id, event, at });
    await this.start(work, facts, event, at, options.byAnother ? null : facts.ownerAccountId);
  }

  /** The incident's own windows, counted from when it happened. */
  async incident(work: Work, facts: CaseFacts, redFlags: readonly string[]): Promise<void> {
    if (incidentStartsClocks(facts.occurredAt, { ...facts, redFlags }))
      await this.raise(work, facts, 'incident.occurred', facts.occurredAt!);
  }

  private async start(
    work: Work,
    facts: CaseFacts,
    event: string,
    at: Date,
    accountId: string | null = facts.ownerAccountId,
  ): Promise<string[]> {
    const started = await this.deadlines.start(work, {
      event,
      at,
      caseId: facts.id,
      subject: subjectOf(facts, work.at),
      owes: { agencyId: facts.agencyId, accountId: accountId ?? undefined },
    });
    return started.map((deadline) => deadline.slug);
  }
}

/** What rules of the register may ask of a case. */
export function subjectOf(facts: CaseFacts, at: Date) {
  return {
    tracks: facts.tracks,
    contexts: facts.contexts,
    violenceTypes: facts.violenceTypes,
    risk: facts.risk,
    eventAgeHours: hoursSince(facts.occurredAt, at),
  };
}
