import { may, type Actor } from '#access';
import { Ledger } from '#audit';
import type { CaseFacts } from '#cases';
import { UnitOfWork, type Work } from '#database';
import { Injectable } from '@nestjs/common';
import { availableSealDecisions, type SealDecision, type SealKind } from './rules/sealing.js';

export interface Colleague {
  accountId: string;
  name: string;
  role: string;
}

export interface SealProposal {
  id: string;
  kind: SealKind;
  reason: string;
  team: Colleague[];
  proposedBy: string;
  proposedAt: Date;
  availableActs: SealDecision[];
}

export interface NotedConflict {
  id: string;
  names: string[];
  source: string;
  since: Date;
  /** By somebody who is not meant and did not note it. */
  mayLift: boolean;
}

/** What stands between a case and whoever should not see it. */
export interface Protection {
  sealed: boolean;
  team: Colleague[];
  proposal: SealProposal | null;
  conflicts: NotedConflict[];
  /** Who could be named on the team of a seal. */
  candidates: Colleague[];
}

export interface GuardedCase extends Protection {
  caseId: string;
  number: string;
  agencyName: string;
}

interface ConflictRow {
  id: string;
  personId: string;
  source: string;
  since: string | Date;
  addedBy: string | null;
}

/** What the page of a case, and the integrity officer's page, say of seals and conflicts. */
@Injectable()
export class Integrity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
  ) {}

  /** Part of the case page; inside its transaction. */
  async ofCase(work: Work, facts: CaseFacts): Promise<Protection> {
    const actor = work.actor!;
    const [row] = await work.query<{ sealed: boolean; team: string[]; conflicts: ConflictRow[] }>(
      `select f.sealed, array(select m.account_id from simpul.seal_member m where m.case_id = f.id and m.until is null
                               order by m.since, m.id) as team,
              coalesce((select json_agg(json_build_object('id', c.id, 'personId', c.person_id, 'source', c.source,
                          'since', c.since, 'addedBy', c.added_by) order by c.since)
                 from simpul.case_conflict c where c.case_id = f.id and c.lifted_at is null), '[]') as conflicts
         from simpul.case_file f where f.id = $1`,
      [facts.id],
    );
    return this.protection(work, actor, facts.id, facts.agencyId, row!);
  }

  /** Every case that is guarded: sealed, proposed for it, or with a conflict. Reading it is an entry. */
  async matters(actor: Actor): Promise<GuardedCase[]> {
    return this.unitOfWork.run(actor, { name: 'integrity.read' }, async (work) => {
      const rows = await work.query<{
        caseId: string;
        number: string;
        agencyId: string;
        agencyName: string;
        sealed: boolean;
        team: string[];
        conflicts: ConflictRow[] | null;
      }>('select * from simpul.guarded_cases()');
      const items: GuardedCase[] = [];
      for (const row of rows) {
        const known = { ...row, conflicts: row.conflicts ?? [] };
        const { caseId, number, agencyName } = row;
        items.push({
          caseId,
          number,
          agencyName,
          ...(await this.protection(work, actor, caseId, row.agencyId, known)),
        });
      }
      await this.ledger.append(work, { act: 'integrity.read', facts: { cases: items.length } });
      return items;
    });
  }

  private async protection(
    work: Work,
    actor: Actor,
    caseId: string,
    agencyId: string,
    known: { sealed: boolean; team: string[]; conflicts: ConflictRow[] },
  ): Promise<Protection> {
    const [seal] = await work.query<SealRow>(PROPOSAL, [caseId]);
    const staff = await work.query<Colleague & { personId: string; fits: boolean }>(STAFF, [
      agencyId,
      [...known.team, ...(seal?.team ?? []), ...(seal ? [seal.proposedBy] : [])],
      known.conflicts.map(({ personId }) => personId),
    ]);
    const people = staff.map(({ accountId, name, role }) => ({ accountId, name, role }));
    const named = (ids: readonly string[]) => people.filter(({ accountId }) => ids.includes(accountId));
    return {
      sealed: known.sealed,
      team: named(known.team),
      proposal: seal
        ? {
            ...seal,
            team: named(seal.team),
            proposedBy: named([seal.proposedBy])[0]?.name ?? '',
            availableActs: availableSealDecisions({
              ...seal,
              viewer: {
                personId: actor.personId,
                role: actor.role,
                mayDecide: may(actor.role, 'seal.decide'),
              },
            }),
          }
        : null,
      conflicts: known.conflicts.map(({ id, personId, source, since, addedBy }) => ({
        id,
        names: staff.filter((one) => one.personId === personId).map(({ name }) => name),
        source,
        since: new Date(since),
        mayLift:
          may(actor.role, 'conflict.lift') && personId !== actor.personId && addedBy !== actor.accountId,
      })),
      candidates: may(actor.role, 'seal.propose')
        ? staff
            .filter(({ fits, personId }) => fits && !known.conflicts.some((one) => one.personId === personId))
            .map(({ accountId, name, role }) => ({ accountId, name, role }))
        : [],
    };
  }
}

type SealRow = Pick<SealProposal, 'id' | 'kind' | 'reason' | 'proposedAt'> & {
  team: string[];
  status: 'PROPOSED';
  proposedBy: string;
  proposedByPerson: string;
  proposedByRole: string;
};

const PROPOSAL = `
  select id, kind, reason, team, status, proposed_by as "proposedBy", proposed_by_person as "proposedByPerson",
         proposed_by_role as "proposedByRole", proposed_at as "proposedAt"
    from simpul.case_seal where case_id = $1 and status = 'PROPOSED'`;

const STAFF = `
  select id as "accountId", person_id as "personId", display_name as name, role,
         active and agency_id = $1 and role in ('intake_counselor', 'case_worker', 'psychologist', 'supervisor') as fits
    from simpul.account
   where (agency_id = $1 and role in ('intake_counselor', 'case_worker', 'psychologist', 'supervisor'))
      or id = any ($2::uuid[]) or person_id = any ($3::uuid[])
   order by display_name, id`;
