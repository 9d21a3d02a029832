import type { Work } from '#database';
import type { ReferralRow } from '#referrals';
import { maskedAddress } from '../rules/masked-address.js';
import { canTakeBack, linkState, type LinkState } from '../rules/link-terms.js';

export interface LinkStanding {
  /** Nobody in the receiving agency has an account with which referrals are answered. */
  readonly answersByLink: boolean;
  readonly latest: LatestLink | null;
  /** The agency's mailbox as the directory has it, masked. */
  readonly mailbox: string | null;
}

export interface LatestLink {
  readonly issuedAt: Date;
  readonly issuedByName: string;
  readonly expiresAt: Date;
  readonly spentAt: Date | null;
  readonly revokedAt: Date | null;
  readonly state: LinkState;
  /** It can still be opened, or is open in somebody's hand. */
  readonly mayRevoke: boolean;
  /** The mail that carried its address, if any. */
  readonly mail: LinkMail | null;
}

export interface LinkMail {
  readonly askedAt: Date;
  readonly askedByName: string;
  /** Masked. */
  readonly to: string;
  readonly state: 'PENDING' | 'SENT' | 'FAILED';
  readonly settledAt: Date | null;
}

interface LinkRow {
  id: string;
  issuedAt: Date;
  issuedByName: string;
  expiresAt: Date;
  tries: number;
  spentAt: Date | null;
  revokedAt: Date | null;
}

/** How the receiver answers, for the sender's page. */
export async function linkStanding(work: Work, row: ReferralRow): Promise<LinkStanding> {
  const latest = await latestLink(work, row.id);
  return {
    answersByLink: await hasNoAccounts(work, row),
    latest: latest && {
      ...latest,
      state: linkState(latest, work.at),
      mayRevoke: canTakeBack(latest, work.at),
      mail: await mailOf(work, latest.id),
    },
    mailbox: await mailboxOf(work, row.toAgency.id),
  };
}

/** The newest link of a referral. */
export async function latestLink(work: Work, referralId: string): Promise<LinkRow | null> {
  const [row] = await work.query<LinkRow>(
    `select l.id, l.created_at as "issuedAt", a.display_name as "issuedByName", l.expires_at as "expiresAt", l.tries,
            l.spent_at as "spentAt", l.revoked_at as "revokedAt"
       from simpul.referral_link l join simpul.account a on a.id = l.issued_by
      where l.referral_id = $1 and l.kind = 'LINK' order by l.revoked_at is null desc, l.created_at desc limit 1`,
    [referralId],
  );
  return row ?? null;
}

/** The last mail that carried the link's address. */
export async function mailOf(work: Work, linkId: string): Promise<LinkMail | null> {
  const [row] = await work.query<{ address: string; status: string } & Omit<LinkMail, 'to' | 'state'>>(
    `select m.created_at as "askedAt", a.display_name as "askedByName", m.address, m.status, m.settled_at as "settledAt"
       from simpul.link_mail m join simpul.account a on a.id = m.asked_by
      where m.link_id = $1 order by m.created_at desc, m.status = 'failed' limit 1`,
    [linkId],
  );
  if (!row) return null;
  const { address, status, ...rest } = row;
  return { ...rest, to: maskedAddress(address), state: status.toUpperCase() as LinkMail['state'] };
}

async function mailboxOf(work: Work, agencyId: string): Promise<string | null> {
  const [row] = await work.query<{ email: string | null }>('select email from simpul.agency where id = $1', [
    agencyId,
  ]);
  return row?.email ? maskedAddress(row.email) : null;
}

/** Nobody in the receiving agency has an account that answers referrals. */
export async function hasNoAccounts(work: Work, row: ReferralRow): Promise<boolean> {
  const [found] = await work.query(
    `select 1 from simpul.account where agency_id = $1 and active
        and role in ('agency_officer', 'agency_head', 'intake_counselor', 'case_worker', 'supervisor') limit 1`,
    [row.toAgency.id],
  );
  return !found;
}

/** Every basis that the packet rests on lives, by the database's clock. */
export async function basesLive(work: Work, row: ReferralRow): Promise<boolean> {
  const [asked] = await work.query<{ live: boolean }>('select simpul.bases_live($1) as live', [row.basisIds]);
  return asked!.live;
}
