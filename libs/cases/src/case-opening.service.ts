import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { Outbox, type Work } from '#database';
import { Vault, type CaseVault } from '#vault';
import { Injectable } from '@nestjs/common';
import { CasePeople, type ReportedPersonInput } from './case-people.service.js';
import { readCaseFacts, type CaseFacts } from './case-facts.js';
import { CaseFile, CaseMember } from './case-file.entity.js';
import { City } from './city.js';
import type { PersonInput } from './people.service.js';
import { localDate } from './rules/age-band.js';
import { formatCaseNumber } from './rules/case-number.js';
import { classify } from './rules/classify.js';

/** Everything that a report says, on its way to becoming a case. */
export interface NewCase {
  violenceTypes: string[];
  contexts: string[];
  place?: string;
  online: boolean;
  clientSafeNow: string;
  occurredAt: Date | null;
  knownAt: Date | null;
  reportedAt: Date;
  chronology: string;
  victims: PersonInput[];
  reported: ReportedPersonInput[];
  reporter?: PersonInput;
}

/** How a report becomes a case, or part of one. Called by `intake` inside its own act. */
@Injectable()
export class CaseOpening {
  constructor(
    private readonly vault: Vault,
    private readonly people: CasePeople,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly city: City,
  ) {}

  /**
   * Opens a case: key, file, team, people, pairs. Clocks are the caller's next step (`CaseClocks.reported`): they
   * need to know who received the report.
   */
  async open(work: Work, actor: Actor, input: NewCase): Promise<CaseFacts> {
    const id = randomUUID();
    const vault = await this.vault.createKey(work, id);
    await this.insertFile(work, actor, vault, input);
    await work.manager.insert(CaseMember, {
      id: randomUUID(),
      caseId: id,
      accountId: actor.accountId,
      agencyId: actor.agencyId,
      since: work.at,
      until: null,
    });
    await this.people.addAll(work, vault, input);
    await this.ledger.append(work, {
      act: 'case.opened',
      object: { kind: 'case', id },
      caseId: id,
      facts: { victims: input.victims.length, reportedPersons: input.reported.length },
    });
    await this.outbox.announce(work, 'case.opened', { caseId: id });
    return readCaseFacts(work, id);
  }

  /** A second report of the same matter: what it tells goes behind the chronology, its reporter to the people. */
  async absorb(
    work: Work,
    facts: CaseFacts,
    told: { chronology: string; at: Date; reporter?: PersonInput },
  ): Promise<void> {
    const vault = await this.vault.open(work, facts.id);
    const file = await work.manager.findOneByOrFail(CaseFile, { id: facts.id });
    const earlier =
      file.chronologySealed && vault.unseal('case_file.chronology', facts.id, file.chronologySealed);
    const day = localDate(told.at, this.city.zone);
    const text = [earlier, `[${day}] ${told.chronology}`].filter(Boolean).join('\n\n');
    await work.manager.update(
      CaseFile,
      { id: facts.id },
      { chronologySealed: vault.seal('case_file.chronology', facts.id, text) },
    );
    if (told.reporter) await this.people.addOne(work, vault, facts, 'REPORTER', told.reporter);
  }

  private async insertFile(work: Work, actor: Actor, vault: CaseVault, input: NewCase): Promise<void> {
    const id = vault.caseId;
    const times = { occurredAt: input.occurredAt, reportedAt: input.reportedAt };
    const ages = (persons: readonly PersonInput[]) =>
      persons.map((person) => this.people.ageOf(person, times));
    const victimAges = ages(input.victims);
    await work.manager.insert(CaseFile, {
      id,
      agencyId: actor.agencyId,
      ownerAccountId: actor.accountId,
      ...classify({
        violenceTypes: input.violenceTypes,
        contexts: input.contexts,
        victims: input.victims.map((person, index) => ({ sex: person.sex ?? null, age: victimAges[index]! })),
        reportedAges: ages(input.reported),
        traffickingConcluded: false,
      }),
      traffickingConcluded: false,
      risk: null,
      clientSafeNow: input.clientSafeNow,
      place: input.place ?? null,
      online: input.online,
      ...times,
      knownAt: input.knownAt,
      chronologySealed: vault.seal('case_file.chronology', id, input.chronology),
      closedAt: null,
      number: await this.nextNumber(work),
    });
  }

  private async nextNumber(work: Work): Promise<string> {
    const prefix = this.city.cityPrefix;
    const year = Number(localDate(work.at, this.city.zone).slice(0, 4));
    const [row] = await work.query<{ running: number }>('select simpul.next_case_number($1, $2) as running', [
      prefix,
      year,
    ]);
    return formatCaseNumber({ prefix, year, running: row!.running });
  }
}
