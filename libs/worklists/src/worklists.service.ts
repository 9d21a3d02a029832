import { may, type Actor } from '#access';
import { Ledger } from '#audit';
import { UnitOfWork } from '#database';
import { CITY_ZONE } from '#deadlines';
import { Inject, Injectable } from '@nestjs/common';
import { groupOf, GROUPS, type GroupKey } from './rules/group-of.js';
import {
  overdueBoard,
  workOf,
  type BoardRow,
  type DraftRow,
  type ProposalRow,
  type WorkRow,
} from './worklist.queries.js';

export interface Worklist {
  counters: { overdue: number; today: number; waiting: number; drafts: number; reports: number };
  groups: { key: GroupKey; proposals: ProposalRow[]; rows: WorkRow[] }[];
  drafts: DraftRow[];
}

/** "What needs me now", for whoever has work here. */
@Injectable()
export class Worklists {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    @Inject(CITY_ZONE) private readonly zone: string,
  ) {}

  async mine(actor: Actor): Promise<Worklist> {
    return this.unitOfWork.run(actor, { name: 'worklist.read' }, async (work) => {
      const facts = await workOf(work, this.zone, {
        cases: may(actor.role, 'case.read'),
        proposals: may(actor.role, 'screening.approve'),
      });
      const byGroup = new Map<GroupKey, WorkRow[]>(GROUPS.map((key) => [key, []]));
      for (const row of [...facts.mine, ...facts.waiting]) {
        const key = groupOf({ ...row, now: work.at, dayEnds: facts.dayEnds, weekEnds: facts.weekEnds });
        if (key) byGroup.get(key)!.push(row);
      }
      const count = (key: GroupKey): number => byGroup.get(key)!.length;
      const pausedOfMine = count('WAITING') - facts.waiting.length;
      // A second person needs no more than today for it; whoever proposed it sees that it still waits.
      const proposed = facts.proposals.filter((row) => row.proposedByMe);
      const toApprove = facts.proposals.filter((row) => !row.proposedByMe);
      await this.ledger.append(work, {
        act: 'worklist.read',
        facts: { rows: facts.mine.length + facts.waiting.length + facts.proposals.length },
      });
      return {
        counters: {
          overdue: count('OVERDUE'),
          today: count('TODAY') + toApprove.length,
          waiting: facts.waitingCount + pausedOfMine + proposed.length,
          drafts: facts.draftCount,
          reports: facts.undecidedReports,
        },
        groups: GROUPS.map((key) => ({
          key,
          proposals: key === 'TODAY' ? toApprove : key === 'WAITING' ? proposed : [],
          rows: byGroup.get(key)!,
        })),
        drafts: facts.drafts,
      };
    });
  }

  /** Overdue work in the actor's sight (a unit's cases, or the city's misses), the oldest first. */
  async board(actor: Actor): Promise<BoardRow[]> {
    return this.unitOfWork.run(actor, { name: 'board.read' }, async (work) => {
      const rows = await overdueBoard(work);
      await this.ledger.append(work, { act: 'board.read', facts: { rows: rows.length } });
      return rows;
    });
  }
}
