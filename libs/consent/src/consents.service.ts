import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { AgenciesService } from '#agencies';
import { caseForAct, readCaseFacts, type CaseFacts } from '#cases';
import { UnitOfWork, type Work } from '#database';
import { Invalid, NotFound, Refused } from '#refusals';
import { Vault, type CaseVault } from '#vault';
import { Injectable } from '@nestjs/common';
import { BasisEnding } from './basis-ending.js';
import { BasisFactsReader } from './basis-facts.js';
import { BasisViews } from './basis-views.js';
import { consentText, hashOf } from './consent-texts.js';
import { ConsentTrail } from './consent-trail.js';
import type { BasisView } from './http/consents.dto.js';
import { LawfulBasis } from './lawful-basis.entity.js';
import { LawfulBases } from './lawful-bases.queries.js';
import { stateOf, type RecordedBasis } from './rules/lawful-basis.js';
import { citationFor, faultsOf, overrides, type BasisFacts, type BasisInput } from './rules/may-record.js';
import { endOf, type End } from './rules/ends.js';
import { askedFaults, type Asked } from './rules/how-asked.js';
import { endedByRefusal, endedByWithdrawal } from './rules/refusal.js';

/** What a counsellor writes down when somebody was asked, or when the law decides. */
export interface NewBasis extends BasisInput, Asked {
  readonly receiverAgencyId?: string;
}

/** The acts on lawful bases: record and withdraw. A withdrawal ends the basis in the moment it commits. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly bases: LawfulBases,
    private readonly agencies: AgenciesService,
    private readonly facts: BasisFactsReader,
    private readonly trail: ConsentTrail,
    private readonly ending: BasisEnding,
    private readonly views: BasisViews,
  ) {}

  /**
   * Records an answer or another basis. A refusal ends every earlier yes that it reaches; a basis against a refusal opens
   * nothing until a second person has countersigned it. Refusals: `case.notOpen`, 422 with the faults of
   * rules/may-record.ts, among them `consent.guardianIsReported`.
   */
  async record(actor: Actor, caseId: string, input: NewBasis): Promise<BasisView> {
    const act = { name: 'consent.record', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const theCase = await caseForAct(work, caseId, 'consent.record');
      const facts = await this.facts.of(work, theCase, input);
      const faults = [
        ...faultsOf(input, facts),
        ...askedFaults(
          input,
          (version) => consentText(version, 'INDONESIA') !== null,
          await this.facts.someClientIsDisabled(work, caseId),
        ),
        ...(await this.receiverFaults(work, input)),
      ];
      if (faults.length > 0) throw new Invalid(faults);
      const earlier =
        input.answer === 'REFUSED'
          ? endedByRefusal(await this.bases.ofCase(work, caseId), input, work.at)
          : [];
      const vault = await this.vault.open(work, caseId);
      const end = endOf(input, work.at, await this.firstComesOfAge(work, theCase, input));
      const id = await this.insert(work, vault, actor, input, facts, end);
      await this.trail.recorded(work, id, theCase, {
        ...input,
        expiresAt: end?.at,
        againstRefusal: overrides(input, facts),
      });
      for (const basis of earlier) await this.ending.withdraw(work, theCase, basis, null);
      return this.shown(work, id);
    });
  }

  /**
   * Ends a consent at once, and every other yes to the same; referrals that rest on them are stopped by a job, their
   * packets are closed already.
   * Refusals: `consent.onlyConsentCanBeWithdrawn`, `consent.alreadyWithdrawn`, `consent.nothingToWithdraw`.
   */
  async withdraw(actor: Actor, id: string, input: { reason?: string }): Promise<BasisView> {
    const act = { name: 'consent.withdraw', object: { kind: 'basis', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const basis = await this.bases.one(work, id);
      if (!basis) throw new NotFound();
      // Locks the case: two withdrawals of one consent come one after the other, and the second is refused.
      const theCase = await readCaseFacts(work, basis.caseId, { lock: true });
      const now = await this.bases.one(work, id);
      const refusal = withdrawalRefusal(now!, work.at);
      if (refusal) throw new Refused(refusal, { current: { state: stateOf(now!, work.at) } });
      const all = await this.bases.ofCase(work, basis.caseId);
      for (const ended of endedByWithdrawal(all, now!, work.at))
        await this.ending.withdraw(work, theCase, ended, ended.id === id ? (input.reason ?? null) : null);
      return this.shown(work, id);
    });
  }

  private async shown(work: Work, id: string): Promise<BasisView> {
    const row = (await this.bases.one(work, id))!;
    const [view] = await this.views.of(work, row.caseId, [row]);
    return view!;
  }

  private async insert(
    work: Work,
    vault: CaseVault,
    actor: Actor,
    input: NewBasis,
    facts: BasisFacts,
    end: End | null,
  ): Promise<string> {
    const id = randomUUID();
    const text = input.textVersion ? consentText(input.textVersion, input.language ?? 'INDONESIA') : null;
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
      expiresAt: end?.at ?? null,
      endsFor: end?.endsFor ?? null,
      accommodations: [...new Set(input.accommodations)],
      textHash: text && hashOf(text),
      noWitness: input.witness ? null : (input.noWitness ?? null),
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawalReasonSealed: null,
      againstRefusal: overrides(input, facts),
      whySealed: overrides(input, facts) ? seal('why', input.why) : null,
      decision: null,
      decidedBy: null,
      decidedAt: null,
      decisionReasonSealed: null,
      voidReason: null,
    });
    return id;
  }

  /** Opens birthdays, and only where a guardian speaks for a child. */
  private async firstComesOfAge(work: Work, theCase: CaseFacts, input: NewBasis): Promise<Date | null> {
    const speaks = input.givenBy === 'GUARDIAN' && input.answer === 'GIVEN';
    return speaks ? this.facts.firstComesOfAge(work, theCase) : null;
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
  if (state === 'void') return 'consent.isVoid';
  if (state === 'withdrawn') return 'consent.alreadyWithdrawn';
  return state === 'refused' ? 'consent.nothingToWithdraw' : null;
}
