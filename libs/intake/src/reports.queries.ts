import type { Actor } from '#access';
import { Ledger } from '#audit';
import { readCaseFacts } from '#cases';
import { UnitOfWork } from '#database';
import { NotFound } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { Report } from './report.entity.js';
import { openFromCase, openFromServer } from './report-seal.js';

export interface OpenedReport {
  report: Report;
  caseNumber: string | null;
  /** Null when the report became part of a case that the reader may not see (any more). */
  narrative: string | null;
  externalRef: string | null;
}

/** Reads of reports; each is an entry of the ledger. */
@Injectable()
export class ReportsQueries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ledger: Ledger,
  ) {}

  async read(actor: Actor, id: string): Promise<OpenedReport> {
    const act = { name: 'report.read', object: { kind: 'report', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const report = await work.manager.findOneBy(Report, { id });
      if (!report) throw new NotFound();
      const theCase = report.caseId ? await readCaseFacts(work, report.caseId).catch(nothingIfUnseen) : null;
      const story = report.caseId
        ? theCase && openFromCase(await this.vault.open(work, theCase.id), report)
        : openFromServer(this.vault, report);
      await this.ledger.append(work, {
        act: 'report.read',
        object: { kind: 'report', id },
        caseId: theCase?.id,
      });
      return {
        report,
        caseNumber: theCase?.number ?? null,
        narrative: story?.narrative ?? null,
        externalRef: story?.externalRef ?? null,
      };
    });
  }
}

function nothingIfUnseen(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}
