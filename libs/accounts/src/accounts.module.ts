import { ActorSource } from '#access';
import { UnitOfWork } from '#database';
import type { Place } from '#regions';
import { Module, type DynamicModule } from '@nestjs/common';
import { AgencyZone } from './agency-zone.js';
import { AccountsService } from './accounts.service.js';
import { Confirmation } from './confirmation.js';
import { Factors } from './factors.js';
import { AccountsController } from './http/accounts.controller.js';
import { SESSION_COOKIE, SessionCookie } from './http/session-cookie.js';
import { SessionsController } from './http/sessions.controller.js';
import { OwnPassword } from './own-password.js';
import { SESSION_LIFE, SessionsService, type SessionLife } from './sessions.service.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { SignIn } from './sign-in.js';
import { SIGN_IN_TERMS, type SignInTerms } from './sign-in-terms.js';
import { SigningIn } from './signing-in.js';
import { SignInSteps } from './sign-in-steps.js';
import { IdentitiesController } from './http/identities.controller.js';
import { IdentitiesService } from './identities.service.js';
import { NewcomersController } from './http/newcomers.controller.js';
import { NewcomersService } from './newcomers.service.js';
import { RecoveryController } from './http/recovery.controller.js';
import { RecoveryService } from './recovery.service.js';
import { OwnSessionsController } from './http/own-sessions.controller.js';
import { OwnSessions } from './own-sessions.js';
import { FactorsController } from './http/factors.controller.js';
import { SigninDatabase } from './signin-database.js';

export interface AccountsOptions {
  signinUrl: string;
  publicUrl: string;
  life: SessionLife;
  secondFactor: SignInTerms['secondFactor'];
  oidc?: SignInTerms['oidc'];
  /** Where the installation lies: the zone of everybody whose agency has no region of its own. */
  city: Place;
}

/** Sign-in and sessions. The worker has no use for it: it acts for nobody. */
@Module({})
export class AccountsHttpModule {
  static forRoot(options: AccountsOptions): DynamicModule {
    return {
      module: AccountsHttpModule,
      global: true,
      controllers: [
        SessionsController,
        AccountsController,
        FactorsController,
        OwnSessionsController,
        RecoveryController,
        NewcomersController,
        IdentitiesController,
      ],
      providers: [
        { provide: SigninDatabase, useFactory: () => new SigninDatabase(options.signinUrl) },
        { provide: SESSION_LIFE, useValue: options.life },
        {
          provide: SIGN_IN_TERMS,
          useValue: {
            publicUrl: options.publicUrl,
            secondFactor: options.secondFactor,
            oidc: options.oidc,
          } satisfies SignInTerms,
        },
        { provide: SESSION_COOKIE, useValue: new SessionCookie(options.publicUrl) },
        SignInAttempts,
        SessionsService,
        AccountsService,
        {
          provide: AgencyZone,
          useFactory: (unitOfWork: UnitOfWork) => new AgencyZone(unitOfWork, options.city),
          inject: [UnitOfWork],
        },
        OwnPassword,
        Confirmation,
        SignInSteps,
        Factors,
        SigningIn,
        OwnSessions,
        RecoveryService,
        NewcomersService,
        IdentitiesService,
        SignIn,
        { provide: ActorSource, useExisting: SignIn },
      ],
      exports: [ActorSource, SessionsService, SESSION_COOKIE],
    };
  }
}
