import { randomInt, randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import { Ledger } from '#audit';
import { ageBand, City, formatCaseNumber, indexOf, initialsOf } from '#cases';
import { UnitOfWork, type ActName, type Work } from '#database';
import { Invalid, NotFound, Refused } from '#refusals';
import { Vault, type CaseVault } from '#vault';
import { Injectable } from '@nestjs/common';
import { lastYear, oldFile, type OldFile } from '../rules/old-file.js';
import { baitsOf, unitsForBait, type Bait, type BaitUnit } from './bait.queries.js';

/** What a bait pretends. */
export interface NewBait {
  agencyId: string;
  /** Somebody who has left that unit. */
  ownerAccountId: string;
  /** In whose lists it lies, besides the supervisor's. */
  readerAccountIds: string[];
  name: string;
  sex: string;
  ageYears: number;
  story: string;
}

const WHERE: Record<string, string> = {
  'bait.ownerNotPossible': '/ownerAccountId',
  'bait.readersNotPossible': '/readerAccountIds',
};
const RIGHTS = {
  TOLD_OF_CLOSING: 'DONE',
  KNOWS_HOW_TO_RETURN: 'DONE',
  SAFETY_PLAN: 'NOT_APPLICABLE',
  RESTITUTION_TOLD: 'NOT_APPLICABLE',
  DOCUMENTS_RETURNED: 'NOT_APPLICABLE',
};
const CLOSED_IN_WORDS = 'Konsultasi selesai. Keluarga sudah mendapat penjelasan dan tahu cara kembali.';

/** Files that no duty leads to, kept by those who watch over the offices (decision 0129). */
@Injectable()
export class Baits {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ledger: Ledger,
    private readonly city: City,
  ) {}

  /** Every bait with its readings, and where another could be laid. */
  async list(actor: Actor): Promise<{ items: Bait[]; units: BaitUnit[] }> {
    return this.unitOfWork.run(actor, { name: 'bait.read', object: BAIT }, async (work) => {
      const items = await baitsOf(work);
      await this.ledger.append(work, { act: 'bait.listed', object: BAIT, facts: { rows: items.length } });
      return { items, units: await unitsForBait(work) };
    });
  }

  /** Lays one. 422 `bait.ownerNotPossible`, `bait.readersNotPossible`, `match.nothingToLookFor` for a name of signs. */
  async lay(actor: Actor, input: NewBait): Promise<string> {
    const id = randomUUID();
    await this.unitOfWork.run(actor, { name: 'bait.lay', object: { kind: 'bait', id } }, async (work) => {
      const index = indexOf('name', input.name);
      if (!index) throw new Invalid([{ pointer: '/name', code: 'match.nothingToLookFor' }]);
      const file = await this.oldFile(work);
      const vault = await this.vault.createKey(work, randomUUID());
      const [personId, reportId, closingId] = [randomUUID(), randomUUID(), randomUUID()] as const;
      const look = {
        ...{ id, caseId: vault.caseId, personId, reportId, closingId, rights: RIGHTS },
        ...{ agencyId: input.agencyId, ownerAccountId: input.ownerAccountId, sex: input.sex },
        readerAccountIds: [...new Set(input.readerAccountIds)],
        ageYears: input.ageYears,
        ageBand: ageBand(input.ageYears),
        initials: initialsOf(input.name),
        number: file.number,
        openedAt: file.openedAt,
        closedAt: file.closedAt,
      };
      const [row] = await work.query<{ code: string }>(
        'select simpul.lay_bait($1, $2, $3, $4, $5, $6) as code',
        [
          JSON.stringify(look),
          vault.seal('person.name', personId, input.name),
          index,
          vault.seal('case_file.chronology', vault.caseId, input.story),
          vault.seal('report.narrative', reportId, input.story),
          vault.seal('case_closing.summary', closingId, CLOSED_IN_WORDS),
        ],
      );
      const { code } = row!;
      if (WHERE[code]) throw new Invalid([{ pointer: WHERE[code], code }]);
      if (code !== 'done') throw new NotFound();
      await this.account(work, vault, { id, reportId, closingId, readers: look.readerAccountIds.length });
    });
    return id;
  }

  /** It lies there no longer. Refusals: `bait.ended`. */
  async end(actor: Actor, id: string): Promise<void> {
    const act: ActName = { name: 'bait.end', object: { kind: 'bait', id } };
    await this.unitOfWork.run(actor, act, async (work) => {
      const [row] = await work.query<{ code: string }>('select simpul.end_bait($1) as code', [id]);
      if (row!.code === 'notFound') throw new NotFound();
      if (row!.code !== 'done') throw new Refused(row!.code);
      await this.ledger.append(work, { act: 'bait.ended', object: { kind: 'bait', id } });
    });
  }

  private async oldFile(work: Work): Promise<OldFile & { number: string }> {
    const { zone, cityPrefix: prefix } = this.city;
    const year = lastYear(work.at, zone);
    const [known] = await work.query<{ last: Date | null; running: number }>(
      'select simpul.last_case_of($1, $2) as last, simpul.next_case_number($1, $2) as running',
      [prefix, year],
    );
    const { last, running } = known!;
    return {
      ...oldFile(year, last, randomInt(1000) / 1000, zone),
      number: formatCaseNumber({ prefix, year, running }),
    };
  }

  /**
   * Rows of a report and of a closing have an entry each, or the sums of the guarantee would find them without. They say
   * who made them, and guards alone read that (a restrictive policy of the ledger).
   */
  private async account(
    work: Work,
    { caseId }: CaseVault,
    {
      id,
      reportId,
      closingId,
      readers,
    }: { id: string; reportId: string; closingId: string; readers: number },
  ): Promise<void> {
    await this.ledger.append(work, {
      act: 'report.received',
      object: { kind: 'report', id: reportId },
      caseId,
    });
    await this.ledger.append(work, {
      act: 'closing.proposed',
      object: { kind: 'closing', id: closingId },
      caseId,
    });
    await this.ledger.append(work, { act: 'bait.laid', object: { kind: 'bait', id }, facts: { readers } });
  }
}

/** The list of them all is of the same kind, so that guards alone see who looked at it. */
const BAIT = { kind: 'bait', id: '' };
