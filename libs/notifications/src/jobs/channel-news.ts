import type { Work } from '#database';
import { OutboxRelay, type OutboxConsumer, type OutboxMessage } from '#queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AlarmRaiser } from '../alarms/alarm-raiser.js';
import { partiesOf } from '../parties.queries.js';
import { tellOfFailedChannel, type Unreached } from '../rules/failed-channel.js';
import { DEVICE_LOST } from './lost-devices.js';
import type { MessageKey } from '../rules/messages.js';
import { accountsOf, type Telling } from '../rules/who-is-told.js';
import { Teller } from './teller.js';
import { CHANNEL_FAILED } from './undelivered-alarm.js';

/** A person at the end of every delivery that failed, and of every device that was lost. */
@Injectable()
export class ChannelNewsConsumer implements OutboxConsumer, OnModuleInit {
  readonly name = 'notifications.channel';
  readonly topics = [CHANNEL_FAILED, DEVICE_LOST];

  constructor(
    private readonly relay: OutboxRelay,
    private readonly teller: Teller,
    private readonly alarms: AlarmRaiser,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async receive(work: Work, message: OutboxMessage): Promise<'done' | 'nothing'> {
    if (message.topic === DEVICE_LOST) return this.tellItsOwner(work, message);
    if (message.ids.linkMailId) return this.tellWhoAsked(work, message);
    const [unreached] = await work.query<Unreached & { channel: string; failure: string | null }>(
      `select d.account_id as "accountId", a.agency_id as "agencyId", not d.no_other_way as "byAnotherWay",
              d.channel, d.last_failure as failure
         from simpul.delivery d join simpul.account a on a.id = d.account_id where d.id = $1`,
      [message.ids.deliveryId],
    );
    if (!unreached) return 'nothing';
    const parties = await partiesOf(work, { caseId: null, referralId: null });
    const tellings = tellOfFailedChannel(unreached, parties);
    await this.raise(work, unreached, tellings);
    return this.teller.tell(work, message, tellings, { topic: message.topic });
  }

  /** What the IT office must mend is one alarm; that somebody cannot be reached is another, of that person's office. */
  private async raise(
    work: Work,
    {
      accountId,
      agencyId,
      byAnotherWay,
      channel,
      failure,
    }: Unreached & { channel: string; failure: string | null },
    tellings: readonly Telling[],
  ): Promise<void> {
    const toldOf = (key: MessageKey): string[] =>
      accountsOf(tellings.filter(({ message }) => message === key));
    const detail = failure ?? undefined;
    await this.alarms.raise(
      work,
      { kind: 'CHANNEL_FAILED', code: channel, detail },
      toldOf('alarm.channelFailed'),
    );
    if (byAnotherWay) return;
    const what = { kind: 'NO_WORKING_CHANNEL', agencyId, accountId, detail } as const;
    await this.alarms.raise(work, what, toldOf('alarm.noWorkingChannel'));
  }

  /** A link that does not reach an agency: whoever sent it can still telephone, and the mail server is to be looked at. */
  private async tellWhoAsked(work: Work, message: OutboxMessage): Promise<'done' | 'nothing'> {
    const [mail] = await work.query<{
      accountId: string;
      referralId: string;
      caseId: string;
      failure: string | null;
    }>(
      `select asked_by as "accountId", referral_id as "referralId", case_id as "caseId", last_failure as failure
         from simpul.link_mail where id = $1`,
      [message.ids.linkMailId],
    );
    if (!mail) return 'nothing';
    const { accountId, referralId, caseId, failure } = mail;
    const detail = failure ?? undefined;
    await this.alarms.raise(work, { kind: 'CHANNEL_FAILED', code: 'email', detail }, []);
    const asked = [{ accountId, message: 'referral.linkMailFailed' as const }];
    return this.teller.tell(work, message, asked, { topic: message.topic, referralId, caseId });
  }

  /** Whoever has no account any more needs no device. */
  private async tellItsOwner(work: Work, message: OutboxMessage): Promise<'done' | 'nothing'> {
    const owners = await work.query<{ accountId: string }>(
      `select a.id as "accountId" from simpul.push_device p join simpul.account a on a.id = p.account_id and a.active
        where p.id = $1`,
      [message.ids.deviceId],
    );
    const tellings = owners.map(({ accountId }) => ({ accountId, message: 'channel.deviceLost' as const }));
    return this.teller.tell(work, message, tellings, { topic: message.topic });
  }
}
