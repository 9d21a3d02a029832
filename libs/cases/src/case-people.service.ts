import type { Actor } from '#access';
import { AgenciesService } from '#agencies';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { Invalid, NotFound } from '#refusals';
import { Vault, type CaseVault } from '#vault';
import { Injectable } from '@nestjs/common';
import { reclassify } from './case-classification.js';
import { readCaseFacts, type CaseFacts } from './case-facts.js';
import { CaseParts } from './case-parts.js';
import { caseForAct } from './case-for-act.js';
import { People, type CaseTimes, type PersonInput } from './people.service.js';
import { Person, type PersonKind } from './person.entity.js';

export interface ReportedPersonInput extends PersonInput {
  /** HUBUNGAN_PELAKU code towards the first victim; towards the others it is unknown until somebody asks. */
  relationToFirstVictim?: string;
}

const UNKNOWN_RELATION = 'NA';

/** Who is in a case: victims, reported persons, reporters, guardians, witnesses, and what they are to each other. */
@Injectable()
export class CasePeople {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly people: People,
    private readonly agencies: AgenciesService,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly parts: CaseParts,
  ) {}

  /** Adds somebody to an open case. Refusals: `case.notOpen`, 422 naming the field. Returns the person's id. */
  async add(actor: Actor, caseId: string, kind: PersonKind, input: ReportedPersonInput): Promise<string> {
    const act = { name: 'case.addPerson', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const facts = await caseForAct(work, caseId, 'case.addPerson');
      this.people.check(input, work.at);
      await this.refuseUnknownEmployer(work, input, '/employerAgencyId');
      const id = await this.addOne(work, await this.vault.open(work, caseId), facts, kind, input);
      await this.linkNewcomer(work, facts, kind, id, input.relationToFirstVictim);
      await reclassify(work, caseId, {});
      await this.tell(work, caseId, id, 'case.personAdded', { personKind: kind });
      await this.parts.peopleChanged(work, await readCaseFacts(work, caseId));
      return id;
    });
  }

  /** Adds or mends what is known of somebody. Refusals: `case.notOpen`, 422 naming the field. */
  async correct(actor: Actor, caseId: string, personId: string, input: PersonInput): Promise<void> {
    const act = { name: 'case.correctPerson', object: { kind: 'person', id: personId }, caseId };
    await this.unitOfWork.run(actor, act, async (work) => {
      const facts = await caseForAct(work, caseId, 'case.addPerson');
      this.people.check(input, work.at);
      await this.refuseUnknownEmployer(work, input, '/employerAgencyId');
      if (!(await work.manager.existsBy(Person, { id: personId, caseId }))) throw new NotFound();
      const fields = await this.people.correct(
        work,
        await this.vault.open(work, caseId),
        facts,
        personId,
        input,
      );
      await reclassify(work, caseId, {});
      await this.tell(work, caseId, personId, 'case.personCorrected', { fields });
      await this.parts.peopleChanged(work, await readCaseFacts(work, caseId));
    });
  }

  /** Everybody that a report names, with the pairs, into a new case. The caller has checked the answers. */
  async addAll(
    work: Work,
    vault: CaseVault,
    told: CaseTimes & { victims: PersonInput[]; reported: ReportedPersonInput[]; reporter?: PersonInput },
  ): Promise<void> {
    const victims: string[] = [];
    for (const [index, victim] of told.victims.entries())
      victims.push(await this.people.add(work, vault, told, 'VICTIM', index + 1, victim));
    for (const [index, person] of told.reported.entries()) {
      const reported = await this.people.add(work, vault, told, 'REPORTED', index + 1, person);
      for (const [order, victim] of victims.entries())
        await this.people.link(
          work,
          vault.caseId,
          victim,
          reported,
          order === 0 ? (person.relationToFirstVictim ?? UNKNOWN_RELATION) : UNKNOWN_RELATION,
        );
    }
    if (told.reporter) await this.people.add(work, vault, told, 'REPORTER', 1, told.reporter);
  }

  /** One more person of a kind, behind those that are there. */
  async addOne(
    work: Work,
    vault: CaseVault,
    facts: CaseFacts,
    kind: PersonKind,
    input: PersonInput,
  ): Promise<string> {
    const [row] = await work.query<{ next: number }>(
      'select coalesce(max(position), 0) + 1 as next from simpul.person where case_id = $1 and kind = $2',
      [facts.id, kind],
    );
    return this.people.add(work, vault, facts, kind, row!.next, input);
  }

  ageOf(input: PersonInput, times: CaseTimes): number | null {
    return this.people.ageOf(input, times);
  }

  /** A partner agency that a reported person is said to work for must exist, or its conflict would go unseen. */
  async refuseUnknownEmployer(work: Work, input: PersonInput, pointer: string): Promise<void> {
    if (!input.employerAgencyId) return;
    try {
      await this.agencies.byId(work, input.employerAgencyId);
    } catch (error) {
      if (error instanceof NotFound) throw new Invalid([{ pointer, code: 'agency.unknown' }]);
      throw error;
    }
  }

  private async linkNewcomer(
    work: Work,
    facts: CaseFacts,
    kind: PersonKind,
    id: string,
    relation: string | undefined,
  ): Promise<void> {
    if (kind === 'REPORTED')
      for (const [index, victim] of facts.victims.entries())
        await this.people.link(
          work,
          facts.id,
          victim.id,
          id,
          index === 0 ? (relation ?? UNKNOWN_RELATION) : UNKNOWN_RELATION,
        );
    if (kind === 'VICTIM')
      for (const reported of facts.reported)
        await this.people.link(work, facts.id, id, reported.id, UNKNOWN_RELATION);
  }

  private async tell(
    work: Work,
    caseId: string,
    personId: string,
    act: string,
    facts: Record<string, string | string[]>,
  ): Promise<void> {
    await this.ledger.append(work, { act, object: { kind: 'person', id: personId }, caseId, facts });
    await this.outbox.announce(work, 'case.changed', { caseId });
  }
}
