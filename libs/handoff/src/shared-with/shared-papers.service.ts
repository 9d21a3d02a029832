import type { Actor } from '#access';
import { AgenciesService } from '#agencies';
import { Ledger } from '#audit';
import { readCaseFacts } from '#cases';
import { codes } from '#codes';
import { UnitOfWork } from '#database';
import { Injectable } from '@nestjs/common';
import { CityWords } from '../city-words.js';
import { isField } from '../rules/field-catalogue.js';
import type { SharedEntry } from '../rules/shared-entries.js';
import {
  BASIS_FOR_CLIENT,
  CLOSED_FOR_CLIENT,
  FIELD_FOR_CLIENT,
  KIND_FOR_CLIENT,
} from '../rules/shared-words.js';
import { sharedPaper, type PaperLine } from './shared-paper.js';
import { SharedWith } from './shared-with.queries.js';

/** The record on paper for the client: who received what of me, when, on what basis. */
@Injectable()
export class SharedPapers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly shared: SharedWith,
    private readonly agencies: AgenciesService,
    private readonly words: CityWords,
    private readonly ledger: Ledger,
  ) {}

  /** `client.unknown` (422). The file is called by the case's number: its name is seen by whoever looks at the screen. */
  async print(
    actor: Actor,
    caseId: string,
    clientId: string | undefined,
  ): Promise<{ fileName: string; pdf: Buffer }> {
    const act = { name: 'case.printDisclosures', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const { caseNumber, entries } = await this.shared.of(work, caseId, clientId);
      const { agencyId } = await readCaseFacts(work, caseId);
      const office = await this.agencies.byId(work, agencyId);
      await this.ledger.append(work, {
        act: 'case.disclosuresPrinted',
        object: { kind: 'case', id: caseId },
        caseId,
        facts: { entries: entries.length },
      });
      const pdf = await sharedPaper({
        number: caseNumber,
        office: office.name,
        phone: office.dutyPhone,
        lines: entries.map((entry) => this.line(entry)),
        printed: `dicetak ${this.words.instant(work.at)}`,
      });
      return { fileName: `${caseNumber}.pdf`, pdf };
    });
  }

  private line(entry: SharedEntry): PaperLine {
    const at = (level: string): string =>
      named(entry.fields.filter((one) => one.level === level).map(({ field }) => field));
    const rows: [string, string | null][] = [
      [
        entry.kind === 'EMERGENCY' || entry.kind === 'OUTSIDE' || entry.kind === 'EXPORTED'
          ? 'Oleh'
          : 'Kepada',
        entry.receiver,
      ],
      ['Untuk', entry.serviceCode && codes.label('LAYANAN', entry.serviceCode, 'id')],
      ['Dasar', entry.basis.map((code) => BASIS_FOR_CLIENT[code] ?? code).join(' ')],
      ['Data', at('FULL')],
      ['Disamarkan', at('MASKED')],
      ['Yang baru', named(entry.changes.map(({ field }) => field))],
      ['Sebab', entry.kind === 'CLOSED' ? (CLOSED_FOR_CLIENT[entry.reason ?? ''] ?? null) : null],
      ['Surat nomor', entry.number],
    ];
    return {
      at: this.words.instant(entry.at),
      what: KIND_FOR_CLIENT[entry.kind],
      more: rows.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])),
    };
  }
}

/** Each word once: several fields share one. */
const named = (fields: readonly string[]): string =>
  [...new Set(fields.map((field) => (isField(field) ? FIELD_FOR_CLIENT[field] : field)))].join(', ');
