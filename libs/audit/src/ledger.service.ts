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

const OUT_OF_REACH = new Set(['notFound', 'forbidden']);

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

  /** What is out of reach looks like not found to the person; to a reviewer it is a denial, not a refusal by the rules. */
  private async deny(work: Work, act: ActName, decision: Decision, code: string): Promise<void> {
    const entry = {
      act: ledgerName(act.name),
      object: act.object,
      caseId: uuidOrNone(act.caseId),
      facts: { code },
    };
    await this.write(work, entry, OUT_OF_REACH.has(code) ? 'denied' : decision);
    work.markAudited();
  }

  private async write(work: Work, entry: LedgerEntry, decision: Decision): Promise<string> {
    const { actor } = work;
    const caseId = entry.caseId ?? (entry.object?.kind === 'case' ? uuidOrNone(entry.object.id) : undefined);
    const caseRef = caseId ? await this.vault.ledgerRef(work, caseId) : null;
    const leaf: LeafContent = {
      id: randomUUID(),
      // The database clock reads microseconds, the driver hands over milliseconds.
      at: work.at.toISOString().replace('Z', '000Z'),
      act: entry.act,
      decision,
      actorId: actor?.accountId ?? null,
      actorRole: actor?.role ?? 'system',
      actorAgency: actor?.agencyId ?? null,
      objectKind: entry.object?.kind ?? null,
      // A case is named by its ledger reference alone, so that erasing its key leaves entries that name nobody.
      objectId: entry.object?.kind === 'case' && caseRef ? caseRef : (uuidOrNone(entry.object?.id) ?? null),
      caseRef,
      facts: checkedFacts(entry.facts ?? {}),
      commitment: await this.commitment(work, entry),
      requestId: actor?.request?.id ?? null,
    };
    await insert(work, leaf);
    return leaf.id;
  }

  private async commitment(work: Work, { caseId, detail }: LedgerEntry): Promise<string | null> {
    if (detail === undefined) return null;
    if (!caseId) return this.vault.commitment(detail);
    return (await this.vault.open(work, caseId)).commitment(detail);
  }
}

async function insert(work: Work, leaf: LeafContent): Promise<void> {
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
}

/** Permissions (`case.addPerson`) have the shape of acts; a name of any other shape must not keep a denial out. */
function ledgerName(name: string): string {
  return /^[a-z][A-Za-z]*(?:\.[a-z][A-Za-z]*)+$/.test(name) ? name : 'act.unnamed';
}

/** A denied request may have carried anything as an id. */
function uuidOrNone(id: string | undefined): string | undefined {
  return id && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? id.toLowerCase() : undefined;
}
