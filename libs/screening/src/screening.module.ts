import { CaseParts } from '#cases';
import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { toMediation, toPrompt, toScreening } from './http/screening.dto.js';
import { ScreeningsController } from './http/screenings.controller.js';
import { availableScreeningActs } from './screening-acts.js';
import { Screening } from './screening.entity.js';
import { ScreeningService } from './screening.service.js';
import { Screenings } from './screenings.queries.js';
import { SuggestedReceiversQueries } from './suggested-receivers.queries.js';

/** Screenings for the libraries downstream, and what they add to the case: page parts and the fact `screened`. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Screening])],
  providers: [ScreeningService, Screenings, SuggestedReceiversQueries],
  exports: [ScreeningService, Screenings, SuggestedReceiversQueries],
})
export class ScreeningModule implements OnModuleInit {
  constructor(
    private readonly parts: CaseParts,
    private readonly screenings: Screenings,
  ) {}

  onModuleInit(): void {
    this.parts.addStageFact('screened', 'exists (select 1 from simpul.screening where case_id = c.id)');
    this.parts.add(['screening', 'prompts', 'mediation'], async (work, facts) => {
      const { latest, prompts, trafficking, mediation } = await this.screenings.page(work, facts);
      const locale = work.actor?.locale ?? 'id';
      return {
        screening:
          latest &&
          toScreening(
            latest,
            { prompts, trafficking },
            availableScreeningActs(work.actor, latest, facts.state === 'OPEN'),
            locale,
          ),
        prompts: prompts.map((prompt) => toPrompt(prompt, locale)),
        mediation: toMediation(mediation, locale),
      };
    });
  }
}

/** `/cases/:id/screenings`, `/cases/:id/suggested-receivers`, `/screenings/:id/approval`. */
@Module({ imports: [ScreeningModule], controllers: [ScreeningsController] })
export class ScreeningHttpModule {}
