import type { SimpulConfig } from '#config';
import {
  Global,
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { Bell } from './bell.js';
import { OutboxBell } from './outbox/outbox-bell.js';
import { OutboxRelay } from './outbox/outbox-relay.js';
import type { BellStore } from './bell-store.js';
import { openStore } from './store.js';

/** Token of the open `BellStore`. */
export const BELL_STORE = Symbol('bell store');

/** Ringing, for every process. `connectionsMax`: see `openStore`. */
@Module({})
export class QueueModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(BELL_STORE) private readonly store: BellStore,
    private readonly bell: Bell,
  ) {}

  static forRoot(
    config: Pick<SimpulConfig, 'queueUrl' | 'databases'>,
    { connectionsMax = 2 }: { connectionsMax?: number } = {},
  ): DynamicModule {
    return {
      module: QueueModule,
      global: true,
      providers: [
        { provide: BELL_STORE, useFactory: () => openStore(config, connectionsMax) },
        { provide: Bell, useFactory: (store: BellStore) => new Bell(store), inject: [BELL_STORE] },
        OutboxBell,
      ],
      exports: [BELL_STORE, Bell],
    };
  }

  /** A store that is away delays bells and nothing else, so it keeps nobody from starting. */
  async onModuleInit(): Promise<void> {
    await this.store.prepare().catch(() => undefined);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.bell.close();
    await this.store.close().catch(() => undefined);
  }
}

/** The relay, for the worker alone. Consumers register themselves with `OutboxRelay` when their module starts. */
@Global()
@Module({ providers: [OutboxRelay], exports: [OutboxRelay] })
export class QueueJobsModule {}
