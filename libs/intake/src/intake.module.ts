import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReportsController } from './http/reports.controller.js';
import { IntakeService } from './intake.service.js';
import { Report } from './report.entity.js';
import { ReportIdentities } from './report-identities.service.js';
import { ReportsQueries } from './reports.queries.js';

/** Reports and what becomes of them. Needs `CasesModule.forCity` in the same program. */
@Module({
  imports: [TypeOrmModule.forFeature([Report])],
  providers: [IntakeService, ReportsQueries, ReportIdentities],
  exports: [IntakeService, ReportsQueries, ReportIdentities],
})
export class IntakeModule {}

/** `/reports…`. */
@Module({ imports: [IntakeModule], controllers: [ReportsController] })
export class IntakeHttpModule {}
