import { Ledger } from '#audit';
import { CaseClocks, subjectOf, type CaseFacts } from '#cases';
import { Outbox, type Work } from '#database';
import { DeadlinesService } from '#deadlines';
import { Injectable } from '@nestjs/common';
import { LawfulBases } from './lawful-bases.queries.js';
import type { RecordedBasis, VoidReason } from './rules/lawful-basis.js';
import type { BasisInput } from './rules/may-record.js';
import { renewedBy } from './rules/renewal.js';

/**
 * What follows from a record or a withdrawal: the ledger's entry, the clock of UU 27/2022 Ps.40, the clock to the end that
 * was agreed, the message.
 */
@Injectable()
export class ConsentTrail {
  constructor(
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly deadlines: DeadlinesService,
    private readonly clocks: CaseClocks,
    private readonly bases: LawfulBases,
  ) {}

  /** `receiverAgencyId`: the one agency that it is for, if it is for one; `expiresAt`: when it ends by itself. */
  async recorded(
    work: Work,
    id: string,
    theCase: CaseFacts,
    input: BasisInput & {
      readonly receiverAgencyId?: string;
      readonly language?: string;
      readonly textVersion?: string;
      readonly accommodations?: readonly string[];
      readonly againstRefusal: boolean;
    },
  ): Promise<void> {
    const caseId = theCase.id;
    const { againstRefusal } = input;
    if (input.answer !== 'REFUSED') await this.startEnd(work, id, theCase, input);
    if (againstRefusal)
      await this.clocks.raise(work, theCase, 'consent.override_proposed', work.at, { byAnother: true });
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
        language: input.language,
        textVersion: input.textVersion,
        accommodations: [...(input.accommodations ?? [])],
        toldClient: input.toldClient,
        ...(againstRefusal && { againstRefusal }),
      },
      detail: [input.why, input.toldWords].filter(Boolean).join('\n') || undefined,
    });
    await this.outbox.announce(work, againstRefusal ? 'consent.overrideProposed' : 'consent.recorded', {
      basisId: id,
      caseId,
    });
  }

  /** Processing stops now; three times 24 hours is the outer limit of the law for whatever we do not hold ourselves. */
  async withdrawn(
    work: Work,
    theCase: CaseFacts,
    basis: RecordedBasis,
    { reason, voidReason }: { reason?: string | null; voidReason?: VoidReason },
  ): Promise<void> {
    await this.deadlines.start(work, {
      event: 'consent.withdrawn',
      at: work.at,
      caseId: theCase.id,
      subject: subjectOf(theCase, work.at),
      owes: { agencyId: theCase.agencyId, accountId: theCase.ownerAccountId },
    });
    await this.endEnds(work, theCase, [basis], 'consent.ended');
    await this.ledger.append(work, {
      act: 'consent.withdrawn',
      object: { kind: 'basis', id: basis.id },
      caseId: theCase.id,
      facts: {
        ...(voidReason && { voidReason }),
        receiverKind: basis.receiverKind,
        scopes: [...basis.scopes],
        purpose: basis.purpose,
      },
      detail: reason ?? undefined,
    });
    if (voidReason)
      await this.outbox.announce(work, 'consent.voided', { basisId: basis.id, caseId: theCase.id });
    await this.outbox.announce(work, 'consent.withdrawn', { basisId: basis.id, caseId: theCase.id });
  }

  /** The clock to the end that was agreed, and the end of those whose place this one takes. */
  private async startEnd(
    work: Work,
    id: string,
    theCase: CaseFacts,
    input: BasisInput & { readonly receiverAgencyId?: string },
  ): Promise<void> {
    const expiresAt = input.expiresAt ?? null;
    const others = (await this.bases.ofCase(work, theCase.id)).filter((basis) => basis.id !== id);
    await this.endEnds(work, theCase, renewedBy(others, { ...input, expiresAt }, work.at), 'consent.renewed');
    if (!expiresAt) return;
    await this.deadlines.start(work, {
      event: 'consent.until',
      at: expiresAt,
      caseId: theCase.id,
      aboutId: id,
      subject: subjectOf(theCase, work.at),
      owes: { agencyId: theCase.agencyId, accountId: theCase.ownerAccountId },
    });
  }

  private async endEnds(
    work: Work,
    theCase: CaseFacts,
    ended: readonly RecordedBasis[],
    event: 'consent.renewed' | 'consent.ended',
  ): Promise<void> {
    for (const { id } of ended)
      await this.deadlines.meet(work, { caseId: theCase.id, aboutId: id, event, at: work.at });
  }
}
