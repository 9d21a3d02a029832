import { CaseParts } from '#cases';
import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { toMediation, toPrompt, toScreening } from './http/screening.dto.js';
import { ScreeningsController } from './http/screenings.controller.js';
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
    this.parts.add('screening', async (work, facts) => {
      const latest = await this.screenings.latest(work, facts.id);
      if (!latest) return null;
      const prompts = this.screenings.prompts(facts, latest.answers, work.at);
      const trafficking = this.screenings.trafficking(facts, latest.answers);
      return toScreening(latest, { prompts, trafficking }, work.actor?.locale ?? 'id');
    });
    this.parts.add('prompts', async (work, facts) => {
      const latest = await this.screenings.latest(work, facts.id);
      const prompts = this.screenings.prompts(facts, latest?.answers ?? null, work.at);
      return prompts.map((prompt) => toPrompt(prompt, work.actor?.locale ?? 'id'));
    });
    this.parts.add('mediation', async (work, facts) =>
      toMediation(await this.screenings.mediation(work, facts), work.actor?.locale ?? 'id'),
    );
  }
}

/** `/cases/:id/screenings`, `/cases/:id/suggested-receivers`. */
@Module({ imports: [ScreeningModule], controllers: [ScreeningsController] })
export class ScreeningHttpModule {}
