import { randomInt, randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { UnitOfWork, type Work } from '#database';
import { NotFound, Refused } from '#refusals';
import { isOpen, referralById, sideOf } from '#referrals';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { canTakeBack, codeFrom, LINK_DAYS, linkState } from '../rules/link-terms.js';
import { basesLive, hasNoAccounts, latestLink } from './link-standing.queries.js';

/** Injection token: the origin that people's browsers use, without a slash at its end. */
export const PUBLIC_URL = Symbol('public url');

/** Shown once to whoever made it: the code goes to the receiver by another way than the address. */
export interface NewLink {
  readonly address: string;
  readonly code: string;
  readonly expiresAt: Date;
}

/** One-time links, from the side that sends. Who opens them and answers is the library `replies`. */
@Injectable()
export class Links {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ledger: Ledger,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /**
   * Makes a link and takes back those before it. Refusals: NotFound for the receiver; `link.notOpen` while there is
   * nothing to answer, `link.hasAccounts` where the agency answers in Simpul itself (409).
   */
  async issue(actor: Actor, referralId: string): Promise<NewLink> {
    const act = { name: 'referral.issueLink', object: { kind: 'referral', id: referralId } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const row = await referralById(work, referralId);
      if (sideOf(row, actor) !== 'case-team') throw new NotFound();
      if (row.bare || !isOpen(row.status) || !(await basesLive(work, row))) throw new Refused('link.notOpen');
      if (!(await hasNoAccounts(work, row))) throw new Refused('link.hasAccounts');
      await work.query(
        'update simpul.referral_link set revoked_at = $2 where referral_id = $1 and revoked_at is null',
        [referralId, work.at],
      );
      const id = randomUUID();
      const token = this.vault.linkToken(id);
      const code = codeFrom(randomInt(2 ** 32));
      const expiresAt = new Date(work.at.getTime() + LINK_DAYS * 24 * 3600 * 1000);
      await work.query(
        `insert into simpul.referral_link (id, referral_id, case_id, kind, token_hash, code_hash, issued_by, expires_at)
         values ($1, $2, $3, 'LINK', $4, $5, $6, $7)`,
        [
          ...[id, referralId, row.caseId, this.vault.linkHash('token', token)],
          ...[this.vault.linkHash('code', `${token}|${code}`), actor.accountId, expiresAt],
        ],
      );
      await this.ledger.append(work, {
        act: 'referral.linkIssued',
        object: { kind: 'referral', id: referralId },
        caseId: row.caseId,
        facts: { linkId: id, expiresAt: expiresAt.toISOString() },
      });
      return { address: this.address(token), code, expiresAt };
    });
  }

  /**
   * Takes the link back: nobody opens it any more, and whoever has it open sees nothing at the next request. Refusals:
   * NotFound for the receiver; `link.noneOpen` where nothing is left to take back (409).
   */
  async revoke(actor: Actor, referralId: string): Promise<void> {
    const act = { name: 'referral.revokeLink', object: { kind: 'referral', id: referralId } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const row = await referralById(work, referralId);
      if (sideOf(row, actor) !== 'case-team') throw new NotFound();
      const latest = await latestLink(work, referralId);
      if (!latest || !canTakeBack(latest, work.at)) throw new Refused('link.noneOpen');
      await work.query(
        'update simpul.referral_link set revoked_at = $2 where id = $1 and revoked_at is null',
        [latest.id, work.at],
      );
      await this.ledger.append(work, {
        act: 'referral.linkRevoked',
        object: { kind: 'referral', id: referralId },
        caseId: row.caseId,
        facts: { linkId: latest.id },
      });
    });
  }

  /** The address of the link that is open now, for the letter; null when there is none. */
  async openAddress(work: Work, referralId: string): Promise<string | null> {
    const latest = await latestLink(work, referralId);
    return latest && linkState(latest, work.at) === 'OPEN'
      ? this.address(this.vault.linkToken(latest.id))
      : null;
  }

  private address(token: string): string {
    return `${this.publicUrl}/api/links/${token}`;
  }
}
