import type { Work } from '#database';
import type { ReferralRow } from '#referrals';
import { linkState, type LinkState } from '../rules/link-terms.js';

export interface LinkStanding {
  /** Nobody in the receiving agency has an account with which referrals are answered. */
  readonly answersByLink: boolean;
  readonly latest: { issuedAt: Date; expiresAt: Date; spentAt: Date | null; state: LinkState } | null;
}

interface LinkRow {
  id: string;
  issuedAt: Date;
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
      issuedAt: latest.issuedAt,
      expiresAt: latest.expiresAt,
      spentAt: latest.spentAt,
      state: linkState(latest, work.at),
    },
  };
}

/** The newest link of a referral. */
export async function latestLink(work: Work, referralId: string): Promise<LinkRow | null> {
  const [row] = await work.query<LinkRow>(
    `select id, created_at as "issuedAt", expires_at as "expiresAt", tries, spent_at as "spentAt",
            revoked_at as "revokedAt"
       from simpul.referral_link where referral_id = $1 and kind = 'LINK' order by revoked_at is null desc, created_at desc limit 1`,
    [referralId],
  );
  return row ?? null;
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

/** Those of the agencies where somebody answers referrals in Simpul itself. */
export async function agenciesWithAccounts(work: Work, agencyIds: readonly string[]): Promise<Set<string>> {
  const rows = await work.query<{ id: string }>(
    `select distinct agency_id as id from simpul.account where agency_id = any ($1) and active
        and role in ('agency_officer', 'agency_head', 'intake_counselor', 'case_worker', 'supervisor')`,
    [agencyIds],
  );
  return new Set(rows.map(({ id }) => id));
}
