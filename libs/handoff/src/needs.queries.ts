import type { Work } from '#database';
import { byNeed, leadOf, type Asking, type NeedStatus } from './rules/needs.js';

interface AskingRow extends Asking {
  readonly serviceCode: string;
  readonly clientIds: string[];
  readonly agencyName: string;
  readonly dueAt: Date | null;
}

/** One thing that somebody of a case needs, with the loop of its own. */
export interface Need {
  readonly serviceCode: string;
  readonly clientIds: string[];
  readonly status: NeedStatus;
  /** The asking that says so. */
  readonly referralId: string;
  readonly agencyName: string;
  readonly dueAt: Date | null;
  /** How many were asked for it so far, drafts counted. */
  readonly asked: number;
}

/** What the people of a case need and were referred for: one line for each need, however often it was asked. */
export async function needsOfCase(work: Work, caseId: string): Promise<Need[]> {
  const rows = await work.query<AskingRow>(
    `select r.id, r.follows_referral_id as "followsReferralId", r.fan_id as "fanId", r.status,
            r.confirmed_at is not null as confirmed, r.shortfall, l.remainder, r.created_at as "createdAt",
            r.service_code as "serviceCode", r.client_ids as "clientIds", a.name as "agencyName",
            (select min(d.due_at) from simpul.deadline d
              where d.referral_id = r.id and d.status in ('running', 'missed')) as "dueAt"
       from simpul.referral r join simpul.agency a on a.id = r.to_agency_id
       left join simpul.loop_confirmation l on l.referral_id = r.id
      -- A draft that was thrown away was never a need that anybody was asked for.
      where r.case_id = $1 and (r.sent_at is not null or r.status = 'draft') order by r.created_at, r.id`,
    [caseId],
  );
  return byNeed(rows).map((need) => {
    const { lead, status } = leadOf(need);
    const { id: referralId, serviceCode, clientIds, agencyName, dueAt } = lead;
    return { serviceCode, clientIds, status, referralId, agencyName, dueAt, asked: need.length };
  });
}
