import { may, type Actor } from '#access';
import type { CaseFacts } from '#cases';
import type { Work } from '#database';
import { referralsLeft } from '#referrals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { AftercareCheck, CaseClosing } from './case-closing.entity.js';
import { whyNotDecide, type ClosingSight, type Decision, type WorkLeft } from './rules/closing.js';

export interface NamedPerson {
  accountId: string;
  /** Four eyes are counted by it. */
  personId: string;
  name: string;
}

/** A closing with its texts opened and the people behind it. */
export interface ShownClosing {
  closing: CaseClosing;
  summary: string;
  decision: string | null;
  reopening: string | null;
  proposedBy: NamedPerson;
  decidedBy: NamedPerson | null;
  reopenedBy: NamedPerson | null;
}

export interface ShownCheck {
  check: AftercareCheck;
  note: string | null;
  doneBy: NamedPerson;
}

/** What the case page shows of its end. */
export interface ClosingPage {
  workLeft: WorkLeft;
  latest: ShownClosing | null;
  checks: ShownCheck[];
}

/** After half a year of care there are a few; nobody reads more. */
const CHECKS_MAX = 50;

/** The end of a case, opened for its team. */
@Injectable()
export class CaseClosings {
  constructor(private readonly vault: Vault) {}

  async page(work: Work, { id: caseId }: Pick<CaseFacts, 'id'>): Promise<ClosingPage> {
    const [latest] = await work.manager
      .createQueryBuilder(CaseClosing, 'closing')
      .where('closing.caseId = :caseId', { caseId })
      .orderBy('turn', 'DESC')
      .limit(1)
      .getMany();
    const checks = latest
      ? await work.manager.find(AftercareCheck, {
          where: { caseId },
          order: { at: 'DESC' },
          take: CHECKS_MAX,
        })
      : [];
    return {
      workLeft: await referralsLeft(work, caseId),
      latest: latest ? await this.shown(work, latest) : null,
      checks: await this.shownChecks(work, caseId, checks),
    };
  }

  async shown(work: Work, closing: CaseClosing): Promise<ShownClosing> {
    const { id, caseId, proposedBy, decidedBy, reopenedBy } = closing;
    const people = await peopleOf(work, [proposedBy, decidedBy, reopenedBy]);
    const vault = await this.vault.open(work, caseId);
    const words = (field: string, sealed: Buffer | null) =>
      sealed && vault.unseal(`case_closing.${field}`, id, sealed);
    return {
      closing,
      summary: vault.unseal('case_closing.summary', id, closing.summarySealed),
      decision: words('decision', closing.decisionSealed),
      reopening: words('reopening', closing.reopeningSealed),
      proposedBy: people.get(proposedBy)!,
      decidedBy: (decidedBy && people.get(decidedBy)) || null,
      reopenedBy: (reopenedBy && people.get(reopenedBy)) || null,
    };
  }

  private async shownChecks(
    work: Work,
    caseId: string,
    checks: readonly AftercareCheck[],
  ): Promise<ShownCheck[]> {
    if (checks.length === 0) return [];
    const people = await peopleOf(
      work,
      checks.map(({ doneBy }) => doneBy),
    );
    const vault = await this.vault.open(work, caseId);
    return checks.map((check) => ({
      check,
      note: check.noteSealed && vault.unseal('aftercare_check.note', check.id, check.noteSealed),
      doneBy: people.get(check.doneBy)!,
    }));
  }
}

async function peopleOf(work: Work, ids: readonly (string | null)[]): Promise<Map<string, NamedPerson>> {
  const rows = await work.query<NamedPerson>(
    'select id as "accountId", person_id as "personId", display_name as name from simpul.account where id = any ($1)',
    [ids.filter((id) => id !== null)],
  );
  return new Map(rows.map((row) => [row.accountId, row]));
}

export function sightOf(
  actor: Actor,
  { status }: Pick<CaseClosing, 'status'>,
  { personId }: NamedPerson,
): ClosingSight {
  return {
    status,
    proposerPersonId: personId,
    viewer: { personId: actor.personId, mayDecide: may(actor.role, 'case.decideClosing') },
  };
}

/** What this viewer may decide about a closing now. */
export function availableDecisions(actor: Actor | null, shown: ShownClosing): Decision[] {
  if (!actor) return [];
  const sight = sightOf(actor, shown.closing, shown.proposedBy);
  return (['approve', 'reject', 'withdraw'] as const).filter(
    (decision) => whyNotDecide(decision, sight) === null,
  );
}
