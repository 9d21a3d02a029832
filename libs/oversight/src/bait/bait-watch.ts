import { Ledger } from '#audit';
import { Outbox, UnitOfWork } from '#database';
import { Injectable } from '@nestjs/common';

/**
 * Looks every few seconds whether somebody read a bait. The reading itself does nothing that another one does not do: it
 * is found afterwards, in the ledger, so that nobody can tell a bait by what happens or by how long it takes.
 */
@Injectable()
export class BaitWatch {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Returns how many readings are new. */
  pass(): Promise<number> {
    return this.unitOfWork.runAsSystem({ name: 'bait.found' }, async (work) => {
      const found = await work.query<{
        readingId: string;
        baitId: string;
        subjectId: string;
        agencyId: string;
      }>(
        `select reading_id as "readingId", bait_id as "baitId", account_id as "subjectId", agency_id as "agencyId"
           from simpul.find_bait_readings()`,
      );
      if (found.length === 0) work.markAudited();
      for (const { readingId, baitId, subjectId, agencyId } of found) {
        await this.ledger.append(work, {
          act: 'bait.found',
          object: { kind: 'bait', id: baitId },
          facts: { reading: readingId },
        });
        await this.outbox.announce(work, 'bait.found', { baitId, subjectId, agencyId });
      }
      return found.length;
    });
  }
}
