import { WITNESS_TROUBLED } from '#audit';
import type { Work } from '#database';
import { OutboxRelay, type OutboxConsumer, type OutboxMessage } from '#queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AlarmRaiser } from '../alarms/alarm-raiser.js';
import { partiesOf } from '../parties.queries.js';
import { accountsOf, tellOfTheSystem } from '../rules/who-is-told.js';
import type { AlarmKind } from '../rules/alarms.js';
import type { MessageKey } from '../rules/messages.js';
import { Teller } from './teller.js';

/** A promise of the house was found broken; `oversight` announces it. */
export const INVARIANT_BROKEN = 'invariant.broken';
/** A worker rests because its clock is wrong; the worker announces it. */
export const CLOCK_WRONG = 'worker.clockWrong';

const MESSAGES = new Map<string, { message: MessageKey; kind: AlarmKind }>([
  [INVARIANT_BROKEN, { message: 'alarm.invariantBroken', kind: 'INVARIANT_BROKEN' }],
  [CLOCK_WRONG, { message: 'alarm.workerClock', kind: 'WORKER_CLOCK' }],
  [WITNESS_TROUBLED, { message: 'alarm.witnessTrouble', kind: 'WITNESS_TROUBLED' }],
]);

/** Tells supervisors and administrators that something is wrong with the system itself; what, stands in the ledger. */
@Injectable()
export class SystemNewsConsumer implements OutboxConsumer, OnModuleInit {
  readonly name = 'notifications.system';
  readonly topics = [...MESSAGES.keys()];

  constructor(
    private readonly relay: OutboxRelay,
    private readonly teller: Teller,
    private readonly alarms: AlarmRaiser,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async receive(work: Work, message: OutboxMessage): Promise<'done' | 'nothing'> {
    const parties = await partiesOf(work, { caseId: null, referralId: null });
    const { message: key, kind } = MESSAGES.get(message.topic)!;
    const tellings = tellOfTheSystem(parties, key);
    const [what] = await work.query<{ code: string; detail: string }>(
      `select '' as code, array_to_string(broken, ', ') as detail from simpul.invariant_check where id = $1
       union all
       select witness, coalesce(trouble, '') from simpul.witness_standing where id = $2`,
      [message.ids.checkId ?? null, message.ids.standingId ?? null],
    );
    await this.alarms.raise(work, { kind, ...what }, accountsOf(tellings));
    return this.teller.tell(work, message, tellings, { topic: message.topic });
  }
}
