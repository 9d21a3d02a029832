import { randomUUID } from 'node:crypto';
import { UnitOfWork, type ActName, type ObjectRef, type Work } from '#database';
import { Vault } from '#vault';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { checkedFacts, leafBytes, type Decision, type Fact, type LeafContent } from './rules/leaf.js';

/** One thing that was done, in the ledger's words. */
export interface LedgerEntry {
  /** A past event: `referral.accepted`, `case.read`. */
  act: string;
  object?: ObjectRef;
  /** The case that it is about; stored as the case's random ledger reference. */
  caseId?: string;
  /** Codes, counts and ids only; a text that looks like free text throws. */
  facts?: Record<string, Fact | null | undefined>;
  /** Free text that belongs to the act (a reason): only a keyed commitment to it is stored. */
  detail?: string;
}

/**
 * Writes the ledger: one append-only row in the transaction of the act itself. What it says is fixed as canonical
 * bytes (RFC 8785) when it is written; the sealer later orders and signs those bytes.
 */
@Injectable()
export class Ledger implements OnModuleInit {
  constructor(
    private readonly vault: Vault,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.unitOfWork.setDenialRecorder((work, act, decision, code) => this.deny(work, act, decision, code));
  }

  /** Appends an entry for what this unit of work did or read; returns its id. */
  async append(work: Work, entry: LedgerEntry): Promise<string> {
    const id = await this.write(work, entry, 'allowed');
    work.markAudited();
    return id;
  }

  private async deny(work: Work, act: ActName, decision: Decision, code: string): Promise<void> {
    await this.write(work, { act: ledgerName(act.name), object: act.object, caseId: act.caseId, facts: { code } }, decision);
    work.markAudited();
  }

  private async write(work: Work, entry: LedgerEntry, decision: Decision): Promise<string> {
    const caseVault = entry.caseId && entry.detail !== undefined ? await this.vault.open(work, entry.caseId) : null;
    const caseRef = caseVault?.ledgerRef ?? (entry.caseId ? await this.vault.ledgerRef(work, entry.caseId) : null);
    const commitment =
      entry.detail === undefined ? null : caseVault ? caseVault.commitment(entry.detail) : this.vault.commitment(entry.detail);
    const { actor } = work;
    const leaf: LeafContent = {
      id: randomUUID(),
      at: work.at.toISOString().replace('Z', '000Z'),
      act: entry.act,
      decision,
      actorId: actor?.accountId ?? null,
      actorRole: actor?.role ?? 'system',
      actorAgency: actor?.agencyId ?? null,
      objectKind: entry.object?.kind ?? null,
      objectId: entry.object?.id ?? null,
      caseRef,
      facts: checkedFacts(entry.facts ?? {}),
      commitment,
      requestId: actor?.request?.id ?? null,
    };
    await work.query(
      `insert into ledger.entry (id, at, act, decision, actor_id, actor_role, actor_agency, object_kind, object_id,
                                 case_ref, facts, commitment, request_id, leaf)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        leaf.id,
        leaf.at,
        leaf.act,
        leaf.decision,
        leaf.actorId,
        leaf.actorRole,
        leaf.actorAgency,
        leaf.objectKind,
        leaf.objectId,
        leaf.caseRef,
        JSON.stringify(leaf.facts),
        leaf.commitment,
        leaf.requestId,
        leafBytes(leaf),
      ],
    );
    return leaf.id;
  }
}

/** `case.addPerson` and the like are permissions; the ledger takes the same shape. */
function ledgerName(name: string): string {
  return /^[a-z][A-Za-z]*(?:\.[a-z][A-Za-z]*)+$/.test(name) ? name : 'act.unnamed';
}
