import { AccessGuard } from '#access';
import { AccountsHttpModule } from '#accounts';
import { AuditModule } from '#audit';
import type { SimpulConfig } from '#config';
import { DatabaseModule } from '#database';
import { QueueModule } from '#queue';
import { VaultModule } from '#vault';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { HealthController } from './http/health.controller.js';
import { ProblemDetailsFilter } from './http/problem-details.filter.js';
import { ReplayInterceptor } from './http/replay.interceptor.js';
import { OpenapiController } from './openapi.js';
import { riverModules } from './river.js';

/** The HTTP side of every library, in river order. It starts no job: those are the worker's. */
@Module({})
export class ApiModule {
  static forRoot(config: SimpulConfig): DynamicModule {
    const { api, signin } = config.databases;
    if (!api || !signin) throw new Error('SIMPUL_API_DATABASE_URL and SIMPUL_SIGNIN_DATABASE_URL are needed');
    return {
      module: ApiModule,
      imports: [
        DiscoveryModule,
        DatabaseModule.forRole(api),
        VaultModule.withKeyFile(config.masterKeyFile),
        AuditModule,
        ...bellFor(config),
        AccountsHttpModule.forRoot({
          signinUrl: signin,
          publicUrl: config.publicUrl,
          secondFactor: config.secondFactor,
          oidc: config.oidc,
          life: { idleSeconds: config.sessionIdleSeconds, absoluteSeconds: config.sessionAbsoluteSeconds },
          city: config,
        }),
        ...riverModules(config),
      ],
      controllers: [HealthController, OpenapiController],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemDetailsFilter },
        { provide: APP_INTERCEPTOR, useClass: ReplayInterceptor },
      ],
    };
  }
}

/** Without a queue the API works all the same: the worker's rounds find what nobody rang for, a second later. */
function bellFor(config: SimpulConfig): DynamicModule[] {
  return config.queueUrl || config.databases.queue ? [QueueModule.forRoot(config)] : [];
}
