import type { Work } from '#database';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { readCaseFacts, type CaseFacts } from './case-facts.js';
import { CaseFile } from './case-file.entity.js';
import { told, type PersonInput } from './people.service.js';
import { Person, type PersonKind } from './person.entity.js';

/** A person of a case, opened. */
export interface OpenedPerson extends PersonInput {
  id: string;
  kind: PersonKind;
  age: number | null;
  ageBand: string | null;
  /** Code of the district; the village is `regionCode`. */
  district: string | null;
  initials: string;
  nikStatus: string;
  nikWarnings: string[];
}

/** A case, opened: for whoever decides what of it may cross, and for nobody's screen as a whole. */
export interface CaseContent {
  facts: CaseFacts;
  chronology: string | null;
  clients: OpenedPerson[];
  reported: OpenedPerson[];
  reporters: OpenedPerson[];
  guardians: OpenedPerson[];
  witnesses: OpenedPerson[];
}

/** Opens what is sealed in a case. The caller writes the ledger entry that says what it was opened for. */
@Injectable()
export class CaseContents {
  constructor(private readonly vault: Vault) {}

  /** Everything, in the case's order; NotFound when the actor may not see the case. */
  async read(work: Work, caseId: string): Promise<CaseContent> {
    const facts = await readCaseFacts(work, caseId);
    const vault = await this.vault.open(work, caseId);
    const file = await work.manager.findOneByOrFail(CaseFile, { id: caseId });
    const people = await this.people(work, caseId);
    const ofKind = (kind: PersonKind): OpenedPerson[] => people.filter((person) => person.kind === kind);
    return {
      facts,
      chronology:
        file.chronologySealed && vault.unseal('case_file.chronology', caseId, file.chronologySealed),
      clients: ofKind('VICTIM'),
      reported: ofKind('REPORTED'),
      reporters: ofKind('REPORTER'),
      guardians: ofKind('GUARDIAN'),
      witnesses: ofKind('WITNESS'),
    };
  }

  /** Only the people. */
  async people(work: Work, caseId: string): Promise<OpenedPerson[]> {
    const vault = await this.vault.open(work, caseId);
    const rows = await work.manager.find(Person, {
      where: { caseId },
      order: { kind: 'ASC', position: 'ASC' },
    });
    return rows.map((row) => ({
      ...told(vault, row),
      id: row.id,
      kind: row.kind,
      age: row.ageYears,
      ageBand: row.ageBand,
      district: row.regionCode,
      initials: row.initials,
      nikStatus: row.nikStatus,
      nikWarnings: row.nikWarnings,
    }));
  }
}
