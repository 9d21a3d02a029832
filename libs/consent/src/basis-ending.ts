import type { CaseFacts } from '#cases';
import type { Work } from '#database';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { BasisFactsReader } from './basis-facts.js';
import { ConsentTrail } from './consent-trail.js';
import { LawfulBasis } from './lawful-basis.entity.js';
import { LawfulBases } from './lawful-bases.queries.js';
import type { RecordedBasis } from './rules/lawful-basis.js';
import { voidedBy } from './rules/void-guardian.js';

/** How a consent ends in the moment the transaction commits: the client takes it back, or it never counted. */
@Injectable()
export class BasisEnding {
  constructor(
    private readonly vault: Vault,
    private readonly bases: LawfulBases,
    private readonly facts: BasisFactsReader,
    private readonly trail: ConsentTrail,
  ) {}

  async withdraw(work: Work, theCase: CaseFacts, basis: RecordedBasis, reason: string | null): Promise<void> {
    const vault = await this.vault.open(work, theCase.id);
    const words = reason ? vault.seal('lawful_basis.withdrawal_reason', basis.id, reason) : null;
    await work.manager.update(
      LawfulBasis,
      { id: basis.id },
      { ...over(work), withdrawalReasonSealed: words },
    );
    await this.trail.withdrawn(work, theCase, basis, { reason });
  }

  /**
   * The people of a case have changed: what a guardian agreed to who is reported by now is void, in the same transaction
   * that wrote it down. Referrals that rest on it close like withdrawn ones; the team hears why.
   */
  async voidWhatGuardiansGave(work: Work, theCase: CaseFacts): Promise<void> {
    const bases = await this.bases.page(work, theCase.id);
    if (!bases.some(({ givenBy }) => givenBy === 'GUARDIAN')) return;
    for (const basis of voidedBy(bases, await this.facts.of(work, theCase))) {
      await work.manager.update(
        LawfulBasis,
        { id: basis.id },
        { ...over(work), voidReason: 'GUARDIAN_REPORTED' },
      );
      await this.trail.withdrawn(work, theCase, basis, { voidReason: 'GUARDIAN_REPORTED' });
    }
  }
}

function over(work: Work): Pick<LawfulBasis, 'withdrawnAt' | 'withdrawnBy'> {
  return { withdrawnAt: work.at, withdrawnBy: work.actor!.accountId };
}
