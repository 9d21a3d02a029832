import type { Actor } from '#access';
import { AgenciesService } from '#agencies';
import { Ledger } from '#audit';
import { UnitOfWork } from '#database';
import { NotFound, Refused } from '#refusals';
import { referralById, sideOf } from '#referrals';
import { Inject, Injectable } from '@nestjs/common';
import { linkState } from '../rules/link-terms.js';
import { latestLink, mailOf } from './link-standing.queries.js';

/** Injection token: whether a mail server is set up. */
export const MAIL_IS_OPEN = Symbol('mail is open');

/** Sends the address of an open link to the receiving agency's own mailbox. The worker carries it. */
@Injectable()
export class LinkMails {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agencies: AgenciesService,
    private readonly ledger: Ledger,
    @Inject(MAIL_IS_OPEN) private readonly open: boolean,
  ) {}

  /**
   * Refusals: NotFound for the receiver; `link.noneOpen` without a link that can be opened, `link.noMailbox` where the
   * directory knows no address or no mail server is set up, `link.mailed` when this link is on its way already (409).
   */
  async ask(actor: Actor, referralId: string): Promise<void> {
    const act = { name: 'referral.mailLink', object: { kind: 'referral', id: referralId } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const row = await referralById(work, referralId);
      if (sideOf(row, actor) !== 'case-team') throw new NotFound();
      const link = await latestLink(work, referralId);
      if (!link || linkState(link, work.at) !== 'OPEN') throw new Refused('link.noneOpen');
      const { email } = await this.agencies.byId(work, row.toAgency.id);
      if (!email || !this.open) throw new Refused('link.noMailbox');
      const before = await mailOf(work, link.id);
      const [asked] =
        before && before.state !== 'FAILED'
          ? []
          : await work.query<{ id: string }>(
              `insert into simpul.link_mail (link_id, referral_id, case_id, address, asked_by)
               values ($1, $2, $3, $4, $5) on conflict do nothing returning id`,
              [link.id, referralId, row.caseId, email, actor.accountId],
            );
      if (!asked) throw new Refused('link.mailed');
      await this.ledger.append(work, {
        act: 'referral.linkMailAsked',
        object: { kind: 'referral', id: referralId },
        caseId: row.caseId,
        facts: { linkId: link.id, delivery: asked.id },
      });
    });
  }
}
