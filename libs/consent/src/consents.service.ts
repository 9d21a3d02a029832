import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { AgenciesService } from '#agencies';
import { caseForAct, readCaseFacts, type CaseFacts } from '#cases';
import { UnitOfWork, type Work } from '#database';
import { Invalid, NotFound, Refused } from '#refusals';
import { Vault, type CaseVault } from '#vault';
import { Injectable } from '@nestjs/common';
import { ConsentTrail } from './consent-trail.js';
import { LawfulBasis } from './lawful-basis.entity.js';
import { LawfulBases, type BasisRow } from './lawful-bases.queries.js';
import { stateOf, type RecordedBasis } from './rules/lawful-basis.js';
import { citationFor, expiryOf, faultsOf, type BasisFacts, type BasisInput } from './rules/may-record.js';
import { endedByRefusal } from './rules/refusal.js';

/** What a counsellor writes down when somebody was asked, or when the law decides. */
export interface NewBasis extends BasisInput {
  readonly receiverAgencyId?: string;
  readonly howRecorded: 'LISAN' | 'TERTULIS' | 'REKAMAN';
  readonly witness?: string;
  readonly language?: string;
  readonly textVersion?: string;
}

/** A basis as it stands after the act, and the act's time. */
export interface RecordedNow {
  readonly row: BasisRow;
  readonly at: Date;
}

/** The acts on lawful bases: record and withdraw. A withdrawal ends the basis in the moment it commits. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly bases: LawfulBases,
    private readonly agencies: AgenciesService,
    private readonly trail: ConsentTrail,
  ) {}

  /**
   * Records an answer or another basis. A refusal ends every earlier yes that it reaches. Refusals: `case.notOpen`,
   * 422 with the faults of rules/may-record.ts, among them `consent.guardianIsReported`.
   */
  async record(actor: Actor, caseId: string, input: NewBasis): Promise<RecordedNow> {
    const act = { name: 'consent.record', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const theCase = await caseForAct(work, caseId, 'consent.record');
      const facts = await this.factsFor(work, theCase);
      const faults = [...faultsOf(input, facts), ...(await this.receiverFaults(work, input))];
      if (faults.length > 0) throw new Invalid(faults);
      const earlier =
        input.answer === 'REFUSED'
          ? endedByRefusal(await this.bases.ofCase(work, caseId), input, work.at)
          : [];
      const vault = await this.vault.open(work, caseId);
      const id = await this.insert(work, vault, actor, input, facts);
      await this.trail.recorded(work, id, theCase, input);
      for (const basis of earlier) await this.end(work, actor, vault, theCase, basis, null);
      return { row: (await this.bases.one(work, id))!, at: work.at };
    });
  }

  /**
   * Ends a consent at once; referrals that rest on it are stopped by a job, their packets are closed already.
   * Refusals: `consent.onlyConsentCanBeWithdrawn`, `consent.alreadyWithdrawn`, `consent.nothingToWithdraw`.
   */
  async withdraw(actor: Actor, id: string, input: { reason?: string }): Promise<RecordedNow> {
    const act = { name: 'consent.withdraw', object: { kind: 'basis', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const basis = await this.bases.one(work, id);
      if (!basis) throw new NotFound();
      // Locks the case: two withdrawals of one consent come one after the other, and the second is refused.
      const theCase = await readCaseFacts(work, basis.caseId, { lock: true });
      const now = await this.bases.one(work, id);
      const refusal = withdrawalRefusal(now!, work.at);
      if (refusal) throw new Refused(refusal, { current: { state: stateOf(now!, work.at) } });
      await this.end(
        work,
        actor,
        await this.vault.open(work, theCase.id),
        theCase,
        now!,
        input.reason ?? null,
      );
      return { row: (await this.bases.one(work, id))!, at: work.at };
    });
  }

  private async end(
    work: Work,
    actor: Actor,
    vault: CaseVault,
    theCase: CaseFacts,
    basis: RecordedBasis,
    reason: string | null,
  ): Promise<void> {
    await work.manager.update(
      LawfulBasis,
      { id: basis.id },
      {
        withdrawnAt: work.at,
        withdrawnBy: actor.accountId,
        withdrawalReasonSealed: reason
          ? vault.seal('lawful_basis.withdrawal_reason', basis.id, reason)
          : null,
      },
    );
    await this.trail.withdrawn(work, theCase, basis, reason);
  }

  private async insert(
    work: Work,
    vault: CaseVault,
    actor: Actor,
    input: NewBasis,
    facts: BasisFacts,
  ): Promise<string> {
    const id = randomUUID();
    const seal = (column: string, text: string | undefined): Buffer | null =>
      text ? vault.seal(`lawful_basis.${column}`, id, text) : null;
    await work.manager.insert(LawfulBasis, {
      id,
      caseId: vault.caseId,
      basis: input.basis,
      answer: input.answer ?? null,
      receiverKind: input.receiverKind,
      receiverAgencyId: input.receiverAgencyId ?? null,
      scopes: [...new Set(input.scopes)],
      purpose: input.purpose ?? null,
      givenBy: input.givenBy,
      guardianPersonId: input.guardianPersonId ?? null,
      guardianRelationSealed: seal('guardian_relation', input.guardianRelation),
      childAssent: input.childAssent ?? null,
      witnessSealed: seal('witness', input.witness),
      language: input.language ?? null,
      textVersion: input.textVersion ?? null,
      howRecorded: input.howRecorded,
      citation: citationFor(input, facts),
      toldClient: input.toldClient ?? null,
      toldWordsSealed: seal('told_words', input.toldWords),
      recordedBy: actor.accountId,
      recordedAt: work.at,
      expiresAt: expiryOf(input, work.at),
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawalReasonSealed: null,
    });
    return id;
  }

  private async factsFor(work: Work, theCase: CaseFacts): Promise<BasisFacts> {
    const agency = await this.agencies.byId(work, theCase.agencyId);
    return {
      agencyKind: agency.kind,
      tracks: theCase.tracks,
      violenceTypes: theCase.violenceTypes,
      risk: theCase.risk,
      now: work.at,
      clientAges: theCase.victims.map((victim) => victim.age),
      reportedPersonIds: theCase.reported.map((person) => person.id),
      reportedRelations: theCase.reported.flatMap((person) => Object.values(person.relations)),
    };
  }

  private async receiverFaults(work: Work, input: NewBasis): Promise<{ pointer: string; code: string }[]> {
    const faults: { pointer: string; code: string }[] = [];
    if (input.receiverAgencyId) {
      const [agency] = await this.agencies.byIds(work, [input.receiverAgencyId]);
      if (agency?.kind !== input.receiverKind)
        faults.push({ pointer: '/receiverAgencyId', code: 'consent.receiverNotOfKind' });
    }
    if (input.guardianPersonId) {
      const [person] = await work.query<{ kind: string }>('select kind from simpul.person where id = $1', [
        input.guardianPersonId,
      ]);
      if (!person) faults.push({ pointer: '/guardianPersonId', code: 'consent.guardianUnknown' });
    }
    return faults;
  }
}

/** Why this basis can't be withdrawn, or null. A duty of law is not the client's to withdraw. */
function withdrawalRefusal(basis: RecordedBasis, now: Date): string | null {
  if (basis.basis !== 'PERSETUJUAN') return 'consent.onlyConsentCanBeWithdrawn';
  const state = stateOf(basis, now);
  if (state === 'withdrawn') return 'consent.alreadyWithdrawn';
  return state === 'refused' ? 'consent.nothingToWithdraw' : null;
}
