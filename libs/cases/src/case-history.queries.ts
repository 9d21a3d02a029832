import type { Actor } from '#access';
import { Ledger } from '#audit';
import { UnitOfWork } from '#database';
import { Vault, type CaseVault } from '#vault';
import { Injectable } from '@nestjs/common';
import { readCaseFacts } from './case-facts.js';
import { historySentence, type Words } from './rules/history-sentences.js';

export interface HistoryItem {
  id: string;
  at: Date;
  actorName: string | null;
  agencyName: string | null;
  act: string;
  decision: string;
  sentence: Words;
  facts: Record<string, unknown>;
  /** Why identities were opened, in the words of whoever opened them. */
  purpose?: string;
}

const ITEMS_MAX = 200;

/** What was done with a case and by whom, from the ledger: reads and refused attempts included. */
@Injectable()
export class CaseHistory {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ledger: Ledger,
  ) {}

  /** The newest entries first. Reading the history is itself an entry, which the next reader sees. */
  async read(actor: Actor, caseId: string): Promise<HistoryItem[]> {
    const act = { name: 'case.history', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      await readCaseFacts(work, caseId);
      const ref = await this.vault.ledgerRef(work, caseId);
      const rows = await work.query<HistoryRow>(ENTRIES, [caseId, ref]);
      const vault = await this.vault.open(work, caseId);
      await this.ledger.append(work, {
        act: 'case.historyRead',
        object: { kind: 'case', id: caseId },
        caseId,
        facts: { entries: rows.length },
      });
      return rows.map(({ revealId, purposeSealed, ...row }) => ({
        ...row,
        sentence: historySentence(row.act, row.facts, row.decision),
        ...wordsOf(vault, revealId, purposeSealed),
      }));
    });
  }
}

/** What was written beside the coded reason, if anything. */
function wordsOf(vault: CaseVault, revealId: string | null, sealed: Buffer | null): { purpose?: string } {
  const purpose = revealId && sealed ? vault.unseal('identity_reveal.purpose', revealId, sealed) : '';
  return purpose ? { purpose } : {};
}

type HistoryRow = Omit<HistoryItem, 'sentence' | 'purpose'> & {
  revealId: string | null;
  purposeSealed: Buffer | null;
};

// Somebody who may not see a case cannot name it by its ledger reference: their attempts hold the id they tried.
const ENTRIES = `
  with entries as (
    (select id, seq, at, act, decision, actor_id, facts from ledger.entry
      where case_ref = $2 order by seq desc limit ${ITEMS_MAX})
    union
    (select id, seq, at, act, decision, actor_id, facts from ledger.entry
      where object_kind = 'case' and object_id = $1 and decision <> 'allowed' order by seq desc limit ${ITEMS_MAX})
  )
  select e.id, e.at, e.act, e.decision, e.facts, a.display_name as "actorName", a.agency_name as "agencyName",
         r.id as "revealId", r.purpose_sealed as "purposeSealed"
    from entries e
    left join simpul.account a on a.id = e.actor_id
    left join simpul.identity_reveal r on e.act in ('case.revealed', 'emergencyAccess.revealed') and r.id = (e.facts ->> 'revealId')::uuid
   order by e.seq desc limit ${ITEMS_MAX}`;
