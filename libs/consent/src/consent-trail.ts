import { Ledger } from '#audit';
import { subjectOf, type CaseFacts } from '#cases';
import { Outbox, type Work } from '#database';
import { DeadlinesService } from '#deadlines';
import { Injectable } from '@nestjs/common';
import type { RecordedBasis } from './rules/lawful-basis.js';
import type { BasisInput } from './rules/may-record.js';

/** What follows from a record or a withdrawal: the ledger's entry, the clock of UU 27/2022 Ps.40, the message. */
@Injectable()
export class ConsentTrail {
  constructor(
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly deadlines: DeadlinesService,
  ) {}

  async recorded(work: Work, id: string, caseId: string, input: BasisInput): Promise<void> {
    await this.ledger.append(work, {
      act: 'consent.recorded',
      object: { kind: 'basis', id },
      caseId,
      facts: {
        basis: input.basis,
        answer: input.answer,
        receiverKind: input.receiverKind,
        scopes: [...input.scopes],
        purpose: input.purpose,
        givenBy: input.givenBy,
        childAssent: input.childAssent,
        toldClient: input.toldClient,
      },
      detail: input.toldWords,
    });
    await this.outbox.announce(work, 'consent.recorded', { basisId: id, caseId });
  }

  /** Processing stops now; three times 24 hours is the outer limit of the law for whatever we do not hold ourselves. */
  async withdrawn(
    work: Work,
    theCase: CaseFacts,
    basis: RecordedBasis,
    reason: string | null,
  ): Promise<void> {
    await this.deadlines.start(work, {
      event: 'consent.withdrawn',
      at: work.at,
      caseId: theCase.id,
      subject: subjectOf(theCase, work.at),
      owes: { agencyId: theCase.agencyId, accountId: theCase.ownerAccountId },
    });
    await this.ledger.append(work, {
      act: 'consent.withdrawn',
      object: { kind: 'basis', id: basis.id },
      caseId: theCase.id,
      facts: { receiverKind: basis.receiverKind, scopes: [...basis.scopes], purpose: basis.purpose },
      detail: reason ?? undefined,
    });
    await this.outbox.announce(work, 'consent.withdrawn', { basisId: basis.id, caseId: theCase.id });
  }
}
