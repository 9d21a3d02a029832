import type { PersonInput, ReportedPersonInput } from '#cases';
import type { CaseVault, Vault } from '#vault';
import type { Report } from './report.entity.js';

/** What a report tells that may not stand in clear. */
export interface ReportStory {
  narrative: string;
  externalRef?: string;
  reporter?: PersonInput;
  victims: PersonInput[];
  reported: ReportedPersonInput[];
}

type SealedColumns = Pick<Report, 'sealedBy' | 'narrativeSealed' | 'peopleSealed' | 'externalRefSealed'>;

/** Seals a report that has no case yet with the server's own key. */
export function sealForServer(vault: Vault, id: string, story: ReportStory): SealedColumns {
  const { narrative, externalRef, ...people } = story;
  const seal = (column: string, text: string): Buffer => vault.sealForServer(text, `report.${column}|${id}`);
  return {
    sealedBy: 'SERVER',
    narrativeSealed: seal('narrative', narrative),
    peopleSealed: seal('people', JSON.stringify(people)),
    externalRefSealed: externalRef ? seal('external_ref', externalRef) : null,
  };
}

/** Seals what stays with a report that has become part of a case; its people are the case's from now on. */
export function sealForCase(
  vault: CaseVault,
  id: string,
  story: Pick<ReportStory, 'narrative' | 'externalRef'>,
): SealedColumns {
  return {
    sealedBy: 'CASE',
    narrativeSealed: vault.seal('report.narrative', id, story.narrative),
    peopleSealed: null,
    externalRefSealed: story.externalRef ? vault.seal('report.external_ref', id, story.externalRef) : null,
  };
}

/** Opens a report that has no case yet. */
export function openFromServer(vault: Vault, report: Report): ReportStory {
  const open = (column: string, cell: Buffer): string =>
    vault.unsealForServer(cell, `report.${column}|${report.id}`);
  const people = report.peopleSealed ? open('people', report.peopleSealed) : '{"victims":[],"reported":[]}';
  return {
    ...(JSON.parse(people) as Omit<ReportStory, 'narrative' | 'externalRef'>),
    narrative: open('narrative', report.narrativeSealed),
    externalRef: report.externalRefSealed ? open('external_ref', report.externalRefSealed) : undefined,
  };
}

/** Opens what stayed with a report of a case. */
export function openFromCase(
  vault: CaseVault,
  report: Report,
): Pick<ReportStory, 'narrative' | 'externalRef'> {
  return {
    narrative: vault.unseal('report.narrative', report.id, report.narrativeSealed),
    externalRef: report.externalRefSealed
      ? vault.unseal('report.external_ref', report.id, report.externalRefSealed)
      : undefined,
  };
}
