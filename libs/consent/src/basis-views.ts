import { may, type Actor } from '#access';
import type { Work } from '#database';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { toBasis, type BasisView } from './http/consents.dto.js';
import type { BasisRow } from './lawful-bases.queries.js';
import { stateOf } from './rules/lawful-basis.js';
import { whyNoCountersign } from './rules/may-countersign.js';

/** Bases as their case shows them. Whoever may record on the case reads what the client was told; nobody else does. */
@Injectable()
export class BasisViews {
  constructor(private readonly vault: Vault) {}

  async of(work: Work, caseId: string, rows: readonly BasisRow[]): Promise<BasisView[]> {
    const { actor } = work;
    const writes = actor !== null && may(actor.role, 'consent.record');
    const hasWords = writes && rows.some((row) => row.toldWordsSealed ?? row.whySealed);
    const vault = hasWords ? await this.vault.open(work, caseId) : null;
    const open = (column: string, id: string, cell: Buffer | null): string | null =>
      cell && vault ? vault.unseal(`lawful_basis.${column}`, id, cell) : null;
    return rows.map((row) =>
      toBasis(
        {
          ...row,
          toldWords: open('told_words', row.id, row.toldWordsSealed),
          why: open('why', row.id, row.whySealed),
        },
        work.at,
        actor?.locale ?? 'id',
        actor ? actsOn(row, actor, work.at) : [],
      ),
    );
  }
}

function actsOn(row: BasisRow, actor: Actor, now: Date): string[] {
  const acts: string[] = [];
  if (stateOf(row, now) === 'given' && may(actor.role, 'consent.withdraw')) acts.push('consent.withdraw');
  const viewer = { personId: actor.personId, mayCountersign: may(actor.role, 'consent.countersign') };
  if (!whyNoCountersign(row, { recorderPersonId: row.recordedByPersonId, viewer }, now))
    acts.push('consent.countersign');
  return acts;
}
