import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { failureCode } from '#queue';
import { Vault } from '#vault';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { OPEN_CHANNELS, Undelivered, type Channel } from '../channels/channel.js';
import { MailChannel } from '../channels/mail-channel.js';
import { afterFailure, ATTEMPTS_MAX, failureWords, type Failure } from '../rules/delivery.js';
import { CHANNEL_FAILED } from './undelivered-alarm.js';

const AT_ONCE = 4;
const ATTEMPT_MS = 45_000;
const LEASE_SECONDS = 120;
/** Taken back, spent or over before it left: no failure of anything, and nobody waits for it. */
const LINK_CLOSED: Failure = { kind: 'recipient', code: 'linkClosed', permanent: true };

interface Claimed {
  id: string;
  linkId: string;
  referralId: string;
  caseId: string;
  address: string;
  attempt: number;
  at: Date;
}

/**
 * Carries one-time links to agencies' mailboxes, in the three steps of every delivery (see `Deliveries`): claim with a
 * lease, sending under an id that stays the same, result under the attempt's number. The token is derived when the mail
 * is written and stands in no row; the code is not known here at all.
 */
@Injectable()
export class LinkDeliveries {
  private readonly log = new Logger('LinkDeliveries');
  private readonly mail: MailChannel | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly vault: Vault,
    @Inject(OPEN_CHANNELS) channels: readonly Channel[],
  ) {
    this.mail = channels.find((channel) => channel instanceof MailChannel);
  }

  /** Sends what is due; returns how many attempts were made. */
  async pass(ending: AbortSignal): Promise<number> {
    let attempts = 0;
    while (!ending.aborted) {
      const claimed = await this.claim();
      await Promise.all(claimed.map((mail) => this.attempt(mail, ending)));
      attempts += claimed.length;
      if (claimed.length < AT_ONCE) break;
    }
    return attempts;
  }

  private claim(): Promise<Claimed[]> {
    return this.unitOfWork.keep(null, async (work) => {
      const rows = await work.query<Omit<Claimed, 'at'>>(
        `update simpul.link_mail set attempts = attempts + 1, next_attempt_at = simpul.now() + make_interval(secs => $1)
          where id in (select id from simpul.link_mail where status = 'pending' and next_attempt_at <= simpul.now()
                        order by next_attempt_at, id limit $2 for update skip locked)
         returning id, link_id as "linkId", referral_id as "referralId", case_id as "caseId", address, attempts as attempt`,
        [LEASE_SECONDS, AT_ONCE],
      );
      return rows.map((row) => ({ ...row, at: work.at }));
    });
  }

  private async attempt(mail: Claimed, ending: AbortSignal): Promise<void> {
    const failure = await this.send(mail, ending);
    if (failure === 'stopped') return;
    if (failure) await this.settleFailure(mail, failure);
    else await this.settleSent(mail);
  }

  private async send(mail: Claimed, ending: AbortSignal): Promise<Failure | 'stopped' | null> {
    if (mail.attempt > ATTEMPTS_MAX) return { kind: 'channel', code: 'noAnswer', permanent: true };
    if (!this.mail) return { kind: 'channel', code: 'notConfigured', permanent: true };
    const expiresAt = await this.openUntil(mail);
    if (!expiresAt) return LINK_CLOSED;
    try {
      await this.mail.sendLink(
        { id: mail.id, at: mail.at, to: mail.address, token: this.vault.linkToken(mail.linkId), expiresAt },
        AbortSignal.any([ending, AbortSignal.timeout(ATTEMPT_MS)]),
      );
      return null;
    } catch (error) {
      if (ending.aborted) return 'stopped';
      if (error instanceof Undelivered) return error.failure;
      return { kind: 'channel', code: failureCode(error), permanent: false };
    }
  }

  /** When the link ends; null when nobody can open it any more. */
  private openUntil({ linkId, referralId }: Claimed): Promise<Date | null> {
    return this.unitOfWork.lookAsSystem(async (work) => {
      const [row] = await work.query<{ expiresAt: Date }>(
        `select l.expires_at as "expiresAt" from simpul.referral_link l, simpul.referral r
          where l.id = $1 and r.id = $2 and r.status <> 'cancelled' and l.revoked_at is null and l.spent_at is null
            and l.tries < 5 and l.expires_at > simpul.now()`,
        [linkId, referralId],
      );
      return row?.expiresAt ?? null;
    });
  }

  /** That it arrived is a fact, whoever says so. */
  private async settleSent(mail: Claimed): Promise<void> {
    await this.unitOfWork.runAsSystem({ name: 'referral.linkMailSent' }, async (work) => {
      const [row] = await work.query(
        `update simpul.link_mail set status = 'sent', settled_at = simpul.now(), last_failure = null
          where id = $1 and status = 'pending' returning id`,
        [mail.id],
      );
      if (row) await this.enter(work, 'referral.linkMailSent', mail, {});
      else work.markAudited();
    });
  }

  private async settleFailure(mail: Claimed, failure: Failure): Promise<void> {
    const { waitSeconds, tellAPerson } = afterFailure(mail.attempt, failure);
    const words = failureWords(failure);
    this.log.warn(`link mail ${mail.id} not delivered, attempt ${mail.attempt}: ${words}`);
    await this.unitOfWork.runAsSystem({ name: 'referral.linkMailFailed' }, async (work) => {
      const [row] = await work.query<{ alarmed: boolean }>(
        `update simpul.link_mail
            set last_failure = $3, status = case when $4::int is null then 'failed' else status end,
                settled_at = case when $4::int is null then simpul.now() end,
                next_attempt_at = simpul.now() + make_interval(secs => coalesce($4::int, 0))
          where id = $1 and attempts = $2 and status = 'pending' returning alarmed_at is not null as alarmed`,
        [mail.id, mail.attempt, words, waitSeconds],
      );
      work.markAudited();
      if (!row) return;
      if (waitSeconds === null) await this.enter(work, 'referral.linkMailFailed', mail, { failure: words });
      if (!tellAPerson || row.alarmed || failure === LINK_CLOSED) return;
      await work.query('update simpul.link_mail set alarmed_at = simpul.now() where id = $1', [mail.id]);
      await this.outbox.announce(work, CHANNEL_FAILED, { linkMailId: mail.id });
    });
  }

  private enter(work: Work, act: string, mail: Claimed, facts: Record<string, string>): Promise<string> {
    return this.ledger.append(work, {
      act,
      object: { kind: 'referral', id: mail.referralId },
      caseId: mail.caseId,
      facts: { linkId: mail.linkId, delivery: mail.id, channel: 'email', attempt: mail.attempt, ...facts },
    });
  }
}
