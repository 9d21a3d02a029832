import type { Work } from '#database';
import { NotFound } from '#refusals';
import type { HeldStatus, ReferralStatus } from './rules/referral-lifecycle.js';

/** A referral with the names that its readers see beside it. Nothing in it is sealed. */
export interface ReferralRow {
  id: string;
  caseId: string;
  caseNumber: string;
  number: string | null;
  status: ReferralStatus;
  heldFrom: HeldStatus | null;
  serviceCode: string;
  urgency: 'SEGERA' | 'BIASA';
  risk: string | null;
  /** Whether the packet tells the receiver the level of risk. */
  tellsRisk: boolean;
  basisIds: string[];
  clientIds: string[];
  followsReferralId: string | null;
  fanId: string | null;
  bare: boolean;
  askedAgeBands: string[] | null;
  askedRegionCode: string | null;
  fromAgency: AgencyName;
  toAgency: AgencyName;
  createdAt: Date;
  sentAt: Date | null;
  sentByName: string | null;
  openedAt: Date | null;
  openedByName: string | null;
  acknowledgedAt: Date | null;
  acceptedAt: Date | null;
  responsibleName: string | null;
  responsibleAccountId: string | null;
  appointmentAt: Date | null;
  appointmentPlaceSealed: Buffer | null;
  startedAt: Date | null;
  lastFeedbackAt: Date | null;
  endedAt: Date | null;
  rejectionReason: string | null;
  failureReason: string | null;
  outcome: string | null;
  shortfall: string | null;
  /** What the sender decided about the rest; the receiver does not see it. */
  remainder: 'CONTINUE' | 'ENOUGH' | null;
  cancelledBy: 'SENDER' | 'CONSENT' | 'FAN' | null;
  endingWordsSealed: Buffer | null;
  confirmedAt: Date | null;
  version: number;
  nextDueAt: Date | null;
  /** The planned appointment, while the referral runs. */
  nextAppointmentAt: Date | null;
}

export interface AgencyName {
  id: string;
  code: string;
  kind: string;
  name: string;
  dutyPhone: string | null;
}

const agency = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'code', ${alias}.code, 'kind', ${alias}.kind, 'name', ${alias}.name,
                     'dutyPhone', ${alias}.duty_phone)`;

/** A bare row says neither; whoever sees the case reads it there, and whoever is asked does not. */
const OF_A_BARE_ONE = (ofCase: 'number' | 'risk', own: string = ofCase): string =>
  `case when r.bare and r.sent_at is not null then (select c.${ofCase} from simpul.case_file c where c.id = r.case_id)
        else r.${own} end`;

export const REFERRAL_SELECT = `
  select r.id, r.case_id as "caseId", ${OF_A_BARE_ONE('number', 'case_number')} as "caseNumber", r.number, r.status, r.held_from as "heldFrom",
         r.service_code as "serviceCode", r.urgency, ${OF_A_BARE_ONE('risk')} as risk, r.tells_risk as "tellsRisk", r.basis_ids as "basisIds", r.client_ids as "clientIds",
         r.follows_referral_id as "followsReferralId", r.fan_id as "fanId", r.bare,
         r.asked_age_bands as "askedAgeBands", r.asked_region_code as "askedRegionCode",
         ${agency('f')} as "fromAgency", ${agency('t')} as "toAgency",
         r.created_at as "createdAt", r.sent_at as "sentAt", s.display_name as "sentByName", r.opened_at as "openedAt",
         o.display_name as "openedByName", r.acknowledged_at as "acknowledgedAt", r.accepted_at as "acceptedAt",
         coalesce(p.display_name, r.responsible_name) as "responsibleName",
         r.responsible_account_id as "responsibleAccountId", r.appointment_at as "appointmentAt",
         r.appointment_place_sealed as "appointmentPlaceSealed", r.started_at as "startedAt",
         r.last_feedback_at as "lastFeedbackAt", r.ended_at as "endedAt", r.rejection_reason as "rejectionReason",
         r.failure_reason as "failureReason", r.outcome, r.shortfall,
         (select l.remainder from simpul.loop_confirmation l where l.referral_id = r.id) as remainder, r.cancelled_by as "cancelledBy",
         r.ending_words_sealed as "endingWordsSealed", r.confirmed_at as "confirmedAt", r.version,
         (select min(d.due_at) from simpul.deadline d
           where d.referral_id = r.id and d.status in ('running', 'missed')) as "nextDueAt",
         (select p.at from simpul.appointment p
           where p.referral_id = r.id and p.status = 'PLANNED' and r.status in ('accepted', 'in-progress', 'on-hold'))
           as "nextAppointmentAt"
    from simpul.referral r
    join simpul.agency f on f.id = r.from_agency_id
    join simpul.agency t on t.id = r.to_agency_id
    left join simpul.account s on s.id = r.sent_by
    left join simpul.account o on o.id = r.opened_by
    left join simpul.account p on p.id = r.responsible_account_id`;

/** One referral in the actor's sight, or NotFound. */
export async function referralById(work: Work, id: string): Promise<ReferralRow> {
  const [row] = await work.query<ReferralRow>(`${REFERRAL_SELECT} where r.id = $1`, [id]);
  if (!row) throw new NotFound();
  return row;
}

/** The referrals of a case, newest first. */
export async function referralsOfCase(work: Work, caseId: string): Promise<ReferralRow[]> {
  return work.query<ReferralRow>(
    `${REFERRAL_SELECT} where r.case_id = $1 order by r.created_at desc, r.id desc`,
    [caseId],
  );
}

/** The code on the slip of this referral's letter; null before sending. */
export async function slipCodeOf(work: Work, id: string): Promise<string | null> {
  const [row] = await work.query<{ code: string | null }>(
    'select slip_code as code from simpul.referral where id = $1',
    [id],
  );
  return row?.code ?? null;
}
