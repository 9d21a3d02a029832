import type { Actor } from '#access';
import { may, type Permission } from '#access';
import type { Work } from '#database';
import { agenciesWithAccounts } from '../receiver-accounts.queries.js';
import { sideOf } from '../http/referral.dto.js';
import type { ReferralRow } from '../referral-rows.queries.js';
import {
  appointmentActs,
  wasReached,
  whyNotSet,
  type AppointmentSight,
  type AppointmentStatus,
} from '../rules/appointment.js';

interface AppointmentRow {
  id: string;
  at: Date;
  place: string;
  escort: string;
  escortName: string | null;
  accommodations: string[];
  status: AppointmentStatus;
  reason: string | null;
  setByName: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
  followUp: string | null;
  followedByName: string | null;
  followedAt: Date | null;
}

/** An appointment as its reader sees it, with what they may do. */
export interface ShownAppointment extends AppointmentRow {
  /** Still planned when its referral ended. */
  readonly fellAway: boolean;
  readonly availableActs: string[];
}

export interface AppointmentsOfReferral {
  /** The latest time first. */
  readonly items: ShownAppointment[];
  readonly maySet: boolean;
}

const RUNS_ON = ['accepted', 'in-progress', 'on-hold'];

/** All that was agreed for a referral, and whether another may be. */
export async function appointmentsOf(
  work: Work,
  row: ReferralRow,
  actor: Actor,
): Promise<AppointmentsOfReferral> {
  const items = await work.query<AppointmentRow>(
    `select p.id, p.at, p.place, p.escort, e.display_name as "escortName", p.accommodations, p.status, p.reason,
            s.display_name as "setByName", d.display_name as "decidedByName", p.decided_at as "decidedAt",
            u.outcome as "followUp", f.display_name as "followedByName", u.at as "followedAt"
       from simpul.appointment p
       left join simpul.account e on e.id = p.escort_account_id and e.active
       left join simpul.account s on s.id = p.set_by
       left join simpul.account d on d.id = p.decided_by
       left join lateral (select w.* from simpul.appointment_follow_up w where w.appointment_id = p.id
                           order by w.at desc, w.created_at desc, w.id limit 1) u on true
       left join simpul.account f on f.id = u.made_by
      where p.referral_id = $1 order by p.at desc, p.created_at desc, p.id`,
    [row.id],
  );
  const here = await agenciesWithAccounts(work, [row.toAgency.id]);
  const sight: AppointmentSight = {
    side: sideOf(row, actor) === 'receiver' ? 'receiver' : 'case-team',
    referralStatus: row.status,
    receiverAnswersHere: here.has(row.toAgency.id),
    now: work.at,
  };
  const onePlanned = items.some(({ status }) => status === 'PLANNED');
  return {
    items: items.map((one) => ({
      ...one,
      fellAway: one.status === 'PLANNED' && !RUNS_ON.includes(row.status),
      availableActs: appointmentActs(
        { status: one.status, at: one.at, followedUp: wasReached(one.followUp) },
        sight,
      )
        .map((act) => `appointment.${act}`)
        .filter((act) => may(actor.role, act as Permission)),
    })),
    maySet: whyNotSet(sight, onePlanned) === null && may(actor.role, 'appointment.set'),
  };
}
