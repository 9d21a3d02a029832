import { Global, Module } from '@nestjs/common';
import { AgenciesService } from './agencies.service.js';
import { DutyRoster } from './duty-roster.js';
import { DirectoryHistory } from './directory-history.js';
import { DirectoryImports } from './directory-imports.js';
import { DirectoryQueries } from './directory.queries.js';
import { DirectoryService } from './directory.service.js';
import { AgenciesController } from './http/agencies.controller.js';
import { DirectoryController } from './http/directory.controller.js';
import { RosterController } from './http/roster.controller.js';
import { DirectoryWatch } from './jobs/directory-watch.js';
import { RosterService } from './roster.service.js';

/** The directory for other libraries; everybody asks it, so it is global. */
@Global()
@Module({
  providers: [
    AgenciesService,
    DutyRoster,
    DirectoryHistory,
    DirectoryImports,
    DirectoryQueries,
    DirectoryService,
  ],
  exports: [AgenciesService, DutyRoster, DirectoryImports, DirectoryQueries, DirectoryService],
})
export class AgenciesModule {}

/** `/agencies`, `/services`, `/directory`, `/duty-roster`. */
@Module({
  imports: [AgenciesModule],
  controllers: [AgenciesController, DirectoryController, RosterController],
  providers: [RosterService],
})
export class AgenciesHttpModule {}

/** For the worker: who keeps the directory hears when a check has run out. */
@Module({ providers: [DirectoryWatch], exports: [DirectoryWatch] })
export class AgenciesJobsModule {}
