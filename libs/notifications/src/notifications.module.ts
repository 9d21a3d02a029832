import { AgenciesModule } from '#agencies';
import type { SimpulConfig } from '#config';
import { Vault } from '#vault';
import { Module, type DynamicModule } from '@nestjs/common';
import { AlarmRaiser } from './alarms/alarm-raiser.js';
import { AlarmWatch } from './alarms/alarm-watch.js';
import { Alarms } from './alarms/alarms.service.js';
import { ChangeStream } from './change-stream.js';
import { OPEN_CHANNELS } from './channels/channel.js';
import { openChannelNames, openChannels, type ChannelsConfig } from './channels/open-channels.js';
import { pushKeys } from './channels/web-push.js';
import { ContactChoices, OPEN_CHANNEL_NAMES, PUSH_KEYS } from './contact-choices.service.js';
import { AlarmsController } from './http/alarms.controller.js';
import { ChannelsController } from './http/channels.controller.js';
import { DevicesController } from './http/devices.controller.js';
import { DutyFacts } from './duty-facts.js';
import { EventsController } from './http/events.controller.js';
import { NotificationsController } from './http/notifications.controller.js';
import { AccountNewsConsumer } from './jobs/account-news.js';
import { AlarmNewsConsumer } from './jobs/alarm-news.js';
import { BaitNewsConsumer } from './jobs/bait-news.js';
import { CaseNewsConsumer } from './jobs/case-news.js';
import { ChannelNewsConsumer } from './jobs/channel-news.js';
import { Deliveries } from './jobs/deliveries.js';
import { SystemNewsConsumer } from './jobs/system-news.js';
import { ReferralNewsConsumer } from './jobs/referral-news.js';
import { SendingTimes } from './jobs/sending-times.js';
import { StepNewsConsumer } from './jobs/step-news.js';
import { RegisterNewsConsumer } from './jobs/register-news.js';
import { ReviewNewsConsumer } from './jobs/review-news.js';
import { StuckNewsConsumer } from './jobs/stuck-news.js';
import { Teller } from './jobs/teller.js';
import { LinkDeliveries } from './jobs/link-deliveries.js';
import { LostDevices } from './jobs/lost-devices.js';
import { UndeliveredAlarm } from './jobs/undelivered-alarm.js';
import { WaysOut } from './jobs/ways-out.js';
import { Notifications } from './notifications.service.js';
import { PUSH_HOSTS_TOO, PushDevices } from './push-devices.service.js';

/** `/notifications`, `/notification-channels`, `/alarms`, `/events`. */
@Module({})
export class NotificationsHttpModule {
  static forConfig(config: Pick<SimpulConfig, 'databases' | 'channels' | 'push'>): DynamicModule {
    const url = config.databases.api;
    if (!url) throw new Error('SIMPUL_API_DATABASE_URL is needed');
    return {
      module: NotificationsHttpModule,
      controllers: [
        NotificationsController,
        ChannelsController,
        DevicesController,
        EventsController,
        AlarmsController,
      ],
      providers: [
        Notifications,
        Alarms,
        ContactChoices,
        PushDevices,
        { provide: PUSH_HOSTS_TOO, useValue: config.push?.hosts ?? null },
        { provide: PUSH_KEYS, useFactory: (vault: Vault) => pushKeys(vault.pushSecret()), inject: [Vault] },
        { provide: OPEN_CHANNEL_NAMES, useValue: openChannelNames(config) },
        { provide: ChangeStream, useFactory: () => new ChangeStream(url) },
      ],
    };
  }
}

/** Consumers of the outbox that tell people, for the worker. */
@Module({})
export class NotificationsJobsModule {
  /** Nothing configured means that people are told inside the house alone. */
  static forConfig(config: ChannelsConfig): DynamicModule {
    return {
      module: NotificationsJobsModule,
      imports: [AgenciesModule],
      providers: [
        {
          provide: OPEN_CHANNELS,
          useFactory: (vault: Vault) => openChannels(config, pushKeys(vault.pushSecret())),
          inject: [Vault],
        },
        DutyFacts,
        Teller,
        AlarmRaiser,
        AlarmWatch,
        AccountNewsConsumer,
        AlarmNewsConsumer,
        SendingTimes,
        WaysOut,
        UndeliveredAlarm,
        LostDevices,
        LinkDeliveries,
        Deliveries,
        BaitNewsConsumer,
        CaseNewsConsumer,
        ChannelNewsConsumer,
        SystemNewsConsumer,
        ReferralNewsConsumer,
        StepNewsConsumer,
        StuckNewsConsumer,
        RegisterNewsConsumer,
        ReviewNewsConsumer,
      ],
      exports: [Deliveries, AlarmWatch],
    };
  }
}
