import { AgenciesService, answersByShift, DutyRoster } from '#agencies';
import type { Work } from '#database';
import { Injectable } from '@nestjs/common';
import type { Parties } from './rules/parties.js';

/** Adds to the parties who of them is there at this moment: office hours, rosters, absences. */
@Injectable()
export class DutyFacts {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly roster: DutyRoster,
  ) {}

  async add(work: Work, parties: Parties): Promise<Parties> {
    const agencyIds = [...new Set(parties.people.map(({ agencyId }) => agencyId))];
    const duty = await this.roster.now(work, agencyIds);
    const officeOpen = await this.agencies.officeOpen(work);
    const inShifts = (await this.agencies.byIds(work, agencyIds))
      .filter(({ id, hours }) =>
        answersByShift(
          hours,
          officeOpen,
          duty.of(id).some(({ reason }) => reason !== 'FALLBACK'),
        ),
      )
      .map(({ id }) => id);
    const onDuty = agencyIds
      .map((id) => [id, duty.of(id).map(({ accountId }) => accountId)] as const)
      .filter(([, accounts]) => accounts.length > 0);
    const standIns = parties.people
      .map(({ accountId }) => [accountId, duty.presentInsteadOf(accountId)] as const)
      .filter(([accountId, there]) => there !== accountId);
    return {
      ...parties,
      duty: {
        officeOpen,
        inShifts: new Set(inShifts),
        onDuty: new Map(onDuty),
        standIns: new Map(standIns),
      },
    };
  }
}
