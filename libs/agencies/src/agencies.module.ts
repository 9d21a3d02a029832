import { Global, Module } from '@nestjs/common';
import { AgenciesService } from './agencies.service.js';
import { DutyRoster } from './duty-roster.js';
import { AgenciesController } from './http/agencies.controller.js';
import { RosterController } from './http/roster.controller.js';
import { RosterService } from './roster.service.js';

/** The directory for other libraries; everybody asks it, so it is global. */
@Global()
@Module({ providers: [AgenciesService, DutyRoster], exports: [AgenciesService, DutyRoster] })
export class AgenciesModule {}

/** `/agencies`, `/services`, `/duty-roster`. */
@Module({
  imports: [AgenciesModule],
  controllers: [AgenciesController, RosterController],
  providers: [RosterService],
})
export class AgenciesHttpModule {}
