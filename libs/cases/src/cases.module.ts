import { may } from '#access';
import { availableDeadlineActsOf, deadlinesOf, toDeadline } from '#deadlines';
import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CaseClocks } from './case-clocks.js';
import { CaseContents } from './case-contents.js';
import { CaseFile, CaseMember } from './case-file.entity.js';
import { CaseHistory } from './case-history.queries.js';
import { CaseNote } from './case-note.entity.js';
import { CaseNotes } from './case-notes.service.js';
import { CaseOpening } from './case-opening.service.js';
import { CasePages } from './case-page.queries.js';
import { CaseParts } from './case-parts.js';
import { CasePeople } from './case-people.service.js';
import { CaseTeam } from './case-team.service.js';
import { CasesQueries } from './cases.queries.js';
import { CasesService } from './cases.service.js';
import { City } from './city.js';
import { CasesController } from './http/cases.controller.js';
import { CaseWorkController } from './http/case-work.controller.js';
import { Identities } from './identities.service.js';
import { Milestone } from './milestone.entity.js';
import { Milestones } from './milestones.service.js';
import { People } from './people.service.js';
import { Person, PersonLink } from './person.entity.js';

const SERVICES = [
  CaseClocks,
  CaseContents,
  CaseHistory,
  CaseNotes,
  CaseOpening,
  CasePages,
  CaseParts,
  CasePeople,
  CaseTeam,
  CasesQueries,
  CasesService,
  Identities,
  Milestones,
  People,
];

/** The acts and reads of cases, for every library down the river. */
@Module({})
export class CasesModule implements OnModuleInit {
  constructor(private readonly parts: CaseParts) {}

  onModuleInit(): void {
    this.parts.add('deadlines', async (work, facts) => {
      const actor = work.actor!;
      const viewer = { locale: actor.locale, seesCase: may(actor.role, 'case.read') };
      const deadlines = await deadlinesOf(work, { caseId: facts.id });
      return deadlines.map((deadline) =>
        toDeadline(deadline, viewer, availableDeadlineActsOf(actor, deadline)),
      );
    });
  }

  static forCity(city: City): DynamicModule {
    return {
      module: CasesModule,
      global: true,
      imports: [TypeOrmModule.forFeature([CaseFile, CaseMember, CaseNote, Milestone, Person, PersonLink])],
      providers: [{ provide: City, useValue: city }, ...SERVICES],
      exports: [City, ...SERVICES],
    };
  }
}

/** `/cases…`. Needs `CasesModule.forCity` in the same program. */
@Module({ controllers: [CasesController, CaseWorkController] })
export class CasesHttpModule {}
