import { AgenciesService, DutyRoster, mayRest, type Agency } from '#agencies';
import type { Work } from '#database';
import { Injectable } from '@nestjs/common';
import type { ChannelName } from '../rules/delivery.js';
import type { MessageKey } from '../rules/messages.js';
import { GATHER_MS, sendingTime, type Hurry, type SendingTime } from '../rules/when-to-send.js';

/** What the sending time of a message depends on, besides the reader. */
export interface Told {
  accountId: string;
  message: MessageKey;
  referralId?: string | null;
  caseId?: string | null;
  deadlineId?: string | null;
  dueAt?: Date | null;
}

/** Finds what the rule of sending times needs to know. */
@Injectable()
export class SendingTimes {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly roster: DutyRoster,
  ) {}

  /** When word of it may leave by this channel, to this device. By the database's clock. */
  async of(work: Work, told: Told, channel: ChannelName, deviceId: string | null): Promise<SendingTime> {
    const hurry = await this.hurry(work, told);
    const officeOpensAt = await this.agencies.officeOpensAt(work);
    const [person] = await work.query<{
      agencyId: string;
      hours: Agency['hours'];
      quiet: boolean;
      waitingUntil: Date | null;
      lastSentAt: Date | null;
    }>(
      `select a.agency_id as "agencyId", g.hours, coalesce(c.quiet, true) as quiet,
              (select min(next_attempt_at) from simpul.delivery d
                where d.account_id = a.id and d.channel = $2 and d.device_id is not distinct from $4
                  and d.status = 'pending' and d.may_wait) as "waitingUntil",
              (select max(settled_at) from simpul.delivery d
                where d.account_id = a.id and d.channel = $2 and d.device_id is not distinct from $4
                  and d.status = 'sent' and d.may_wait
                  and d.settled_at > simpul.now() - make_interval(secs => $3)) as "lastSentAt"
         from simpul.account a join simpul.agency g on g.id = a.agency_id
         left join simpul.contact_choice c on c.account_id = a.id where a.id = $1`,
      [told.accountId, channel, GATHER_MS / 1_000, deviceId],
    );
    const { agencyId, hours, ...reader } = person!;
    const named = officeOpensAt ? (await this.roster.now(work, [agencyId])).of(agencyId) : [];
    const onDuty = named.some(({ accountId }) => accountId === told.accountId);
    // An office that is open to others, or whose roster names nobody though it promises to be there, sleeps for nobody.
    const opensAt = mayRest(hours, officeOpensAt === null, named.length > 0) ? officeOpensAt : null;
    return sendingTime(hurry, { ...reader, opensAt, onDuty }, work.at);
  }

  private async hurry(work: Work, told: Told): Promise<Hurry> {
    const [facts] = await work.query<{ pressing: boolean; basis: string | null; kind: string | null }>(
      `select coalesce(r.urgency = 'SEGERA' or r.risk = 'TINGGI', false) or coalesce(f.risk = 'TINGGI', false) as pressing,
              rule.basis, rule.clock as kind
         from (select 1) one
         left join simpul.referral r on r.id = $1
         left join simpul.case_file f on f.id = coalesce($2, r.case_id)
         left join simpul.deadline d on d.id = $3
         left join simpul.deadline_rule rule on rule.id = d.rule_id`,
      [told.referralId ?? null, told.caseId ?? null, told.deadlineId ?? null],
    );
    const { pressing, basis, kind } = facts!;
    return {
      message: told.message,
      pressing,
      clock: basis === null ? null : { basis, kind },
      dueAt: told.dueAt ?? null,
    };
  }
}
