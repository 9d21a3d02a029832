import type { Actor } from '#access';
import { Ledger } from '#audit';
import { caseAllows, readCaseFacts, type CaseFacts } from '#cases';
import { UnitOfWork, type Work } from '#database';
import { CityWords } from '#handoff';
import { NotFound } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { proceedingsOf, type Proceedings } from './proceedings.queries.js';
import { timelinePdf } from './timeline-pdf.js';
import { timelineOnPaper } from './rules/timeline.js';

/** Why the timeline of a case leaves the house. */
export const TIMELINE_REASONS = ['CLIENT_ASKS', 'UNDUE_DELAY', 'COURT', 'INSPECTION'] as const;
export type TimelineReason = (typeof TIMELINE_REASONS)[number];

export interface TimelineFile {
  /** The case's neutral number alone: a file's name is seen by whoever looks at the screen. */
  fileName: string;
  pdf: Buffer;
}

/** The monitoring duty on one page, and on paper. */
@Injectable()
export class Monitoring {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ledger: Ledger,
    private readonly words: CityWords,
  ) {}

  async read(actor: Actor, caseId: string): Promise<{ facts: CaseFacts; proceedings: Proceedings }> {
    const act = { name: 'proceeding.read', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const { facts, proceedings } = await this.open(work, caseId);
      await this.ledger.append(work, {
        act: 'proceeding.read',
        object: { kind: 'case', id: caseId },
        caseId,
        facts: { steps: proceedings.steps.length, awaited: proceedings.awaited.length },
      });
      return { facts, proceedings };
    });
  }

  /** A PDF without a name: the client is the client. Numbers of the police and the court stand on it only if asked for. */
  async export(
    actor: Actor,
    caseId: string,
    input: { reason: TimelineReason; withNumbers: boolean },
  ): Promise<TimelineFile> {
    const act = { name: 'proceeding.export', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const { facts, proceedings } = await this.open(work, caseId);
      const steps = proceedings.steps.filter((step) => !step.withdrawn);
      await this.ledger.append(work, {
        act: 'legalTimeline.exported',
        object: { kind: 'case', id: caseId },
        caseId,
        facts: {
          reason: input.reason,
          steps: steps.length,
          awaited: proceedings.awaited.length,
          numbers: input.withNumbers,
        },
      });
      const paper = timelineOnPaper({
        caseNumber: facts.number,
        steps: input.withNumbers ? steps : steps.map((step) => ({ ...step, number: null })),
        awaited: proceedings.awaited,
        now: work.at,
        words: this.words,
      });
      const printed = `dibuat ${this.words.instant(work.at)} oleh ${actor.displayName}`;
      return { fileName: `${facts.number}.pdf`, pdf: await timelinePdf(paper, printed) };
    });
  }

  private async open(work: Work, caseId: string): Promise<{ facts: CaseFacts; proceedings: Proceedings }> {
    const facts = await readCaseFacts(work, caseId);
    // A family without violence has no police, no court and no page for them.
    if (!caseAllows('case.milestone', facts)) throw new NotFound();
    const vault = await this.vault.open(work, caseId);
    return { facts, proceedings: await proceedingsOf(work, caseId, vault) };
  }
}
