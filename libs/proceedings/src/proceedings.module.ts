import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProceedingsController } from './http/proceedings.controller.js';
import { LegalStep } from './legal-step.entity.js';
import { LegalSteps } from './legal-steps.service.js';
import { Monitoring } from './monitoring.service.js';

/** `/cases/:id/legal-steps`, `/cases/:id/legal-timeline`. Needs `CasesModule` and `HandoffModule` in the same program. */
@Module({
  imports: [TypeOrmModule.forFeature([LegalStep])],
  controllers: [ProceedingsController],
  providers: [LegalSteps, Monitoring],
})
export class ProceedingsHttpModule {}
