import type { Actor } from '#access';
import { Ledger } from '#audit';
import { ACTS_OF_CASES, readCaseFacts } from '#cases';
import { UnitOfWork, type Work } from '#database';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { kindOf } from './rules/kinds-of-acts.js';
import { RELATIONS, relationOf, type Relation, type StandingFacts } from './rules/relation-to-case.js';

/** One person who had to do with a case, and how often. */
export interface CaseViewer {
  accountId: string;
  name: string;
  role: string;
  agencyName: string;
  relation: Relation;
  looks: number;
  reveals: number;
  others: number;
  /** Attempts that came to nothing. */
  failed: number;
  firstAt: Date;
  lastAt: Date;
}

/** Answers "who has looked at this case?" for whoever may see the case. */
@Injectable()
export class CaseViewers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly ledger: Ledger,
  ) {}

  /** People outside the case first, then by their last act. The question is itself an entry. */
  async of(actor: Actor, caseId: string): Promise<{ caseNumber: string; viewers: CaseViewer[] }> {
    const act = { name: 'case.history', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const { number } = await readCaseFacts(work, caseId);
      const viewers = await viewersOf(work, caseId, await this.vault.ledgerRef(work, caseId));
      await this.ledger.append(work, {
        act: 'case.viewersRead',
        object: { kind: 'case', id: caseId },
        caseId,
        facts: { people: viewers.length },
      });
      return { caseNumber: number, viewers };
    });
  }
}

type ViewerRow = Omit<CaseViewer, 'relation'> & StandingFacts;

async function viewersOf(work: Work, caseId: string, ref: string | null): Promise<CaseViewer[]> {
  const reads = ACTS_OF_CASES.filter((act) => kindOf(act) === 'read');
  const reveals = ACTS_OF_CASES.filter((act) => kindOf(act) === 'revealed');
  const rows = await work.query<ViewerRow>(VIEWERS, [caseId, ref, reads, reveals]);
  return rows
    .map(({ onTeam, wasOnTeam, supervises, receives, ...row }) => ({
      ...row,
      relation: relationOf({ onTeam, wasOnTeam, supervises, receives }),
    }))
    .sort((a, b) => strangeness(b) - strangeness(a) || b.lastAt.getTime() - a.lastAt.getTime());
}

const strangeness = ({ relation }: CaseViewer): number => RELATIONS.indexOf(relation);

const VIEWERS = `
  with acted as (
    select e.actor_id,
           (count(*) filter (where e.decision = 'allowed' and e.act = any ($3)))::int as looks,
           (count(*) filter (where e.decision = 'allowed' and e.act = any ($4)))::int as reveals,
           (count(*) filter (where e.decision = 'allowed' and e.act <> all ($3) and e.act <> all ($4)))::int as others,
           (count(*) filter (where e.decision <> 'allowed'))::int as failed,
           min(e.at) as first_at, max(e.at) as last_at
      from ledger.entry e where e.case_ref = $2 and e.actor_id is not null group by e.actor_id)
  select a.id as "accountId", a.display_name as name, a.role, a.agency_name as "agencyName",
         x.looks, x.reveals, x.others, x.failed, x.first_at as "firstAt", x.last_at as "lastAt",
         f.owner_account_id = a.id or exists (select 1 from simpul.case_member m where m.case_id = f.id
            and m.account_id = a.id and m.until is null) as "onTeam",
         exists (select 1 from simpul.case_member m where m.case_id = f.id and m.account_id = a.id) as "wasOnTeam",
         a.role = 'supervisor' and a.agency_id = f.agency_id as supervises,
         exists (select 1 from simpul.referral r where r.case_id = f.id and r.to_agency_id = a.agency_id
            and r.status <> 'draft') as receives
    from acted x join simpul.account a on a.id = x.actor_id cross join simpul.case_file f
   where f.id = $1`;
