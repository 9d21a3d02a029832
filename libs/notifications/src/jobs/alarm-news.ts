import type { Work } from '#database';
import { OutboxRelay, type OutboxConsumer, type OutboxMessage } from '#queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ALARM_RAISED } from '../alarms/alarm-raiser.js';
import { ALARM_CLIMBED } from '../alarms/alarm-watch.js';
import { DutyFacts } from '../duty-facts.js';
import { partiesOf } from '../parties.queries.js';
import { ledgerKind, mustAct, type AlarmKind } from '../rules/alarms.js';
import { Teller } from './teller.js';

interface AlarmRow {
  id: string;
  kind: AlarmKind;
  agencyId: string | null;
  accountId: string | null;
  rung: number;
  told: string[];
  since: Date;
}

/** Tells whoever must act on an alarm now, and keeps their names on it. */
@Injectable()
export class AlarmNewsConsumer implements OutboxConsumer, OnModuleInit {
  readonly name = 'notifications.alarm';
  readonly topics = [ALARM_RAISED, ALARM_CLIMBED];

  constructor(
    private readonly relay: OutboxRelay,
    private readonly teller: Teller,
    private readonly duty: DutyFacts,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async receive(work: Work, message: OutboxMessage): Promise<'done' | 'nothing'> {
    const [alarm] = await work.query<AlarmRow>(
      `select id, kind, agency_id as "agencyId", account_id as "accountId", rung, told, created_at as since
         from simpul.alarm where id = $1 and resolved_at is null for update`,
      [message.ids.alarmId],
    );
    // Whoever ended it between the step and this message has ended the reason for it.
    if (!alarm) return 'nothing';
    const scope = {
      caseId: null,
      referralId: null,
      agencyId: alarm.agencyId,
      accountIds: [alarm.accountId],
    };
    const parties = await this.duty.add(work, await partiesOf(work, scope));
    const { rung, accounts } = mustAct(alarm.kind, alarm.rung, alarm, parties);
    await work.query(
      `update simpul.alarm set rung = $2, must_act = $3::uuid[],
              told = array(select distinct unnest(told || $3::uuid[])) where id = $1`,
      [alarm.id, rung, accounts],
    );
    const raised = message.topic === ALARM_RAISED;
    const key = raised ? 'alarm.raised' : 'alarm.unanswered';
    // What made it known may have told some of them in its own words.
    const anew = accounts.filter((id) => !raised || !alarm.told.includes(id));
    const tellings = anew.map((accountId) => ({ accountId, message: key }) as const);
    const answer = await this.teller.tell(work, message, tellings, {
      topic: message.topic,
      dueAt: alarm.since,
      ...(ledgerKind(alarm.kind) === 'bait' && { forGuards: true }),
    });
    if (answer === 'nothing') work.markAudited();
    return 'done';
  }
}
