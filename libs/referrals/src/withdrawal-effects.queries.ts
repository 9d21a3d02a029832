import type { Actor } from '#access';
import { Ledger } from '#audit';
import { readCaseFacts } from '#cases';
import { endedByWithdrawal, LawfulBases, type RecordedBasis } from '#consent';
import { UnitOfWork } from '#database';
import { NotFound, Refused } from '#refusals';
import { Injectable } from '@nestjs/common';
import { REFERRAL_SELECT, type ReferralRow } from './referral-rows.queries.js';
import { fateOf, hasBegun, type WithdrawalFate } from './rules/withdrawal-fate.js';

export interface StoppedReferral {
  readonly row: ReferralRow;
  readonly fate: WithdrawalFate;
  readonly begun: boolean;
}

/** What the client's no ends: the consents, and the referrals that rest on them. */
export interface WithdrawalEffect {
  /** Null while it is only thought of. */
  readonly withdrawnAt: Date | null;
  readonly bases: readonly RecordedBasis[];
  readonly referrals: readonly StoppedReferral[];
}

/**
 * What a withdrawal would stop, and what it has stopped. A client who hears it before can decide on it, and whoever has
 * begun to help is telephoned, not only shut out.
 */
@Injectable()
export class WithdrawalEffects {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly bases: LawfulBases,
    private readonly ledger: Ledger,
  ) {}

  /** Of a consent, or of a refusal that ended consents. Refusals: `consent.onlyConsentCanBeWithdrawn`. */
  async read(actor: Actor, basisId: string): Promise<WithdrawalEffect> {
    const act = { name: 'consent.withdraw', object: { kind: 'basis', id: basisId } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const basis = await this.bases.one(work, basisId);
      if (!basis) throw new NotFound();
      // A receiver sees the bases that its packet rests on, and nothing of what else rests on them.
      const { id: caseId } = await readCaseFacts(work, basis.caseId);
      if (basis.basis !== 'PERSETUJUAN') throw new Refused('consent.onlyConsentCanBeWithdrawn');
      const withdrawnAt = basis.withdrawnAt ?? (basis.answer === 'REFUSED' ? basis.recordedAt : null);
      const all = await this.bases.ofCase(work, caseId);
      const ended = withdrawnAt
        ? all.filter((one) => one.withdrawnAt?.getTime() === withdrawnAt.getTime())
        : endedByWithdrawal(all, basis, work.at);
      const rows = await work.query<ReferralRow>(
        `${REFERRAL_SELECT} where r.case_id = $1 and r.sent_at is not null and r.basis_ids && $2::uuid[]
          order by r.started_at is null, r.sent_at, r.id`,
        [caseId, ended.map(({ id }) => id)],
      );
      const referrals = rows.flatMap((row): StoppedReferral[] => {
        const fate = fateOf(row, withdrawnAt);
        return fate
          ? [
              {
                row,
                fate,
                begun:
                  fate === 'STOPS' &&
                  hasBegun({ startedAt: row.startedAt, appointmentAt: row.nextAppointmentAt }, work.at),
              },
            ]
          : [];
      });
      await this.ledger.append(work, {
        act: 'consent.withdrawalWeighed',
        object: { kind: 'basis', id: basisId },
        caseId,
        facts: { referrals: referrals.length },
      });
      return { withdrawnAt, bases: ended, referrals };
    });
  }
}
