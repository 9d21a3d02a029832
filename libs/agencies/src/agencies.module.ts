import { Global, Module } from '@nestjs/common';
import { AgenciesService } from './agencies.service.js';
import { AgenciesController } from './http/agencies.controller.js';

/** The directory for other libraries; everybody asks it, so it is global. */
@Global()
@Module({ providers: [AgenciesService], exports: [AgenciesService] })
export class AgenciesModule {}

/** `GET /agencies`, `/services`. */
@Module({ imports: [AgenciesModule], controllers: [AgenciesController] })
export class AgenciesHttpModule {}
