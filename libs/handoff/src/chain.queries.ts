import type { Work } from '#database';
import type { ReferralRow, ReferralStatus } from '#referrals';

/** One asking of a need. */
export interface ChainLink {
  readonly id: string;
  readonly number: string | null;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly status: ReferralStatus;
  readonly confirmed: boolean;
  /** Coded reason of a refusal (ALASAN_TOLAK) or a failure (ALASAN_TIDAK_BERHASIL). */
  readonly reason: string | null;
  readonly cancelledBy: string | null;
  readonly sentAt: Date | null;
  readonly endedAt: Date | null;
  readonly fanId: string | null;
}

/**
 * A need is asked of one agency after another, or of several together: everything that is tied to this referral by taking
 * another's place or by having been asked with it, the oldest first; empty where nothing is.
 */
export async function chainOf(work: Work, row: Pick<ReferralRow, 'id' | 'caseId'>): Promise<ChainLink[]> {
  const links = await work.query<ChainLink>(
    `with recursive tied as (
       select r.id, r.follows_referral_id, r.fan_id from simpul.referral r where r.id = $1
       union
       select o.id, o.follows_referral_id, o.fan_id from tied t
         join simpul.referral o on o.case_id = $2
          and (o.id = t.follows_referral_id or o.follows_referral_id = t.id or o.fan_id = t.fan_id))
     select r.id, r.number, a.id as "agencyId", a.name as "agencyName", r.status, r.confirmed_at is not null as confirmed,
            coalesce(r.rejection_reason, r.failure_reason) as reason, r.cancelled_by as "cancelledBy", r.sent_at as "sentAt",
            r.ended_at as "endedAt", r.fan_id as "fanId"
       from tied t join simpul.referral r on r.id = t.id join simpul.agency a on a.id = r.to_agency_id
      -- A draft that was thrown away was never asked.
      where r.sent_at is not null or r.status = 'draft'
      order by r.sent_at nulls last, r.number, r.id`,
    [row.id, row.caseId],
  );
  return links.length > 1 ? links : [];
}
