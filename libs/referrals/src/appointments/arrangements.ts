import { covers, LawfulBases } from '#consent';
import type { Work } from '#database';
import { Invalid } from '#refusals';
import { Injectable } from '@nestjs/common';
import type { Referral } from '../referral.entity.js';
import type { AppointmentSight } from '../rules/appointment.js';
import type { Appointment } from './appointment.entity.js';

export interface Arrangement {
  /** Code of list PENDAMPING_JANJI. */
  readonly escort: string;
  readonly escortAccountId?: string;
  /** Codes of list KEBUTUHAN_JANJI. */
  readonly accommodations: readonly string[];
}

const AGENCYS_OWN = 'PETUGAS_PENERIMA';
const TEAMS_OWN = 'TIM_KASUS';

/** Who comes along to an appointment, and what has to be ready there. */
@Injectable()
export class Arrangements {
  constructor(private readonly bases: LawfulBases) {}

  /**
   * What may be arranged, or 422 `appointment.escortNotOfSide`, `appointment.noBasis`. Each side names its own people; what
   * the other side had named stays while the kind of company stays.
   */
  async check(
    work: Work,
    referral: Referral,
    { side }: AppointmentSight,
    { escort, escortAccountId, accommodations }: Arrangement,
    before: Appointment | null,
  ): Promise<{ escort: string; escortAccountId: string | null; accommodations: string[] }> {
    if (escortAccountId && !(await this.isOfSide(work, referral, side, escort, escortAccountId)))
      throw new Invalid([{ pointer: '/escortAccountId', code: 'appointment.escortNotOfSide' }]);
    const others = escort === (side === 'receiver' ? TEAMS_OWN : AGENCYS_OWN);
    const stays = others && before?.escort === escort ? before.escortAccountId : null;
    await this.refuseUncovered(work, referral, side, accommodations, before?.accommodations ?? []);
    return {
      escort,
      escortAccountId: escortAccountId ?? stays,
      accommodations: [...new Set(accommodations)],
    };
  }

  private async isOfSide(
    work: Work,
    referral: Referral,
    side: AppointmentSight['side'],
    escort: string,
    accountId: string,
  ): Promise<boolean> {
    if (escort !== (side === 'receiver' ? AGENCYS_OWN : TEAMS_OWN)) return false;
    const [found] =
      side === 'receiver'
        ? await work.query('select 1 from simpul.account where id = $1 and active and agency_id = $2', [
            accountId,
            referral.toAgencyId,
          ])
        : await work.query(
            `select 1 from simpul.case_member where case_id = $2 and account_id = $1
                and since <= $3 and (until is null or until > $3)`,
            [accountId, referral.caseId, work.at],
          );
    return found !== undefined;
  }

  /** What the case team says of somebody's needs is told to the receiver: only where a basis covers that class of data. */
  private async refuseUncovered(
    work: Work,
    referral: Referral,
    side: AppointmentSight['side'],
    accommodations: readonly string[],
    known: readonly string[],
  ): Promise<void> {
    if (side === 'receiver' || accommodations.every((one) => known.includes(one))) return;
    const [agency] = await work.query<{ kind: string }>('select kind from simpul.agency where id = $1', [
      referral.toAgencyId,
    ]);
    const need = {
      receiverKind: agency!.kind,
      receiverAgencyId: referral.toAgencyId,
      serviceCode: referral.serviceCode,
    };
    const bases = await this.bases.ofCase(work, referral.caseId);
    if (covers(bases, need, ['RISK_SAFETY'], work.at).missing.length > 0)
      throw new Invalid([{ pointer: '/accommodations', code: 'appointment.noBasis' }]);
  }
}
