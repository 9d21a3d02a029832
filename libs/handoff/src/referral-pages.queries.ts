import type { Actor } from '#access';
import { Ledger } from '#audit';
import { UnitOfWork, type Work } from '#database';
import { ReferralMoves, ReferralsService, isOpen, referralById, sideOf, type ReferralRow } from '#referrals';
import { Injectable } from '@nestjs/common';
import { ReferralReader, type ReferralContent } from './referral-reader.js';

/** Why a receiver sees a tombstone instead of what was sent. */
export type TombstoneReason = 'SENDER' | 'CONSENT' | 'FAN';

/** A referral as its page shows it. For a receiver whose view has closed there is the tombstone and nothing else. */
export interface ReferralPage {
  readonly row: ReferralRow;
  readonly tombstone: { readonly at: Date; readonly reason: TombstoneReason } | null;
  readonly content: ReferralContent | null;
  /** All that a receiver who is asked among several learns before it accepts. */
  readonly question: { readonly ageBands: readonly string[]; readonly area: string | null } | null;
}

/** The referral page. Reading it is an entry in the ledger; a receiver's first reading opens the referral. */
@Injectable()
export class ReferralPages {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ReferralReader,
    private readonly moves: ReferralMoves,
    private readonly referrals: ReferralsService,
    private readonly ledger: Ledger,
  ) {}

  async read(actor: Actor, id: string): Promise<ReferralPage> {
    const act = { name: 'referral.read', object: { kind: 'referral', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const before = await referralById(work, id);
      const side = sideOf(before, actor);
      const readable = side === 'case-team' || (await this.reader.isReadable(work, id));
      const asked = side === 'receiver' && before.bare && isOpen(before.status);
      if ((readable || asked) && side === 'receiver' && before.openedAt === null)
        await this.referrals.opened(work, await this.moves.find(work, id));
      const row = await referralById(work, id);
      const content = readable ? await this.reader.content(work, row, actor) : null;
      await this.ledger.append(work, {
        act: 'referral.read',
        object: { kind: 'referral', id },
        caseId: row.caseId,
        facts: {
          side,
          status: row.status,
          version: content?.snapshot?.version,
          fields: content?.snapshot?.packet.map((one) => one.field) ?? [],
          ...(content?.notes.length ? { notes: content.notes.length } : {}),
        },
      });
      return {
        row,
        content,
        question: asked ? await questionOf(work, row) : null,
        tombstone: readable || asked ? null : tombstoneOf(row, work.at),
      };
    });
  }
}

function tombstoneOf(row: ReferralRow, now: Date): { at: Date; reason: TombstoneReason } {
  return { at: row.endedAt ?? now, reason: row.cancelledBy ?? 'CONSENT' };
}

async function questionOf(work: Work, row: ReferralRow): Promise<ReferralPage['question']> {
  const [region] = await work.query<{ name: string }>(
    'select initcap(name) as name from simpul.region where code = $1',
    [row.askedRegionCode],
  );
  return { ageBands: row.askedAgeBands ?? [], area: region?.name ?? null };
}
