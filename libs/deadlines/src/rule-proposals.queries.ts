import type { Work } from '#database';
import type { RuleDraft } from './rules/rule-draft.js';

export type ProposalKind = 'VERSION' | 'RETIREMENT';
export type ProposalStatus = 'OPEN' | 'APPROVED' | 'WITHDRAWN';

/** A change of the register that one person proposed; the legal office alone sees proposals. */
export interface Proposal {
  readonly id: string;
  readonly slug: string;
  readonly kind: ProposalKind;
  readonly status: ProposalStatus;
  readonly rule: RuleDraft | null;
  /** Calendar date in the city's zone. */
  readonly effectiveFrom: string;
  readonly appliesToOpen: boolean;
  readonly reason: string;
  readonly proposedByPerson: string;
  readonly proposedByName: string;
  readonly proposedAt: Date;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
}

const SELECT = `
  select p.id, p.slug, p.kind, p.status, p.rule, p.effective_from::text as "effectiveFrom",
         p.applies_to_open as "appliesToOpen", p.reason, p.proposed_by_person as "proposedByPerson",
         a.display_name as "proposedByName", p.created_at as "proposedAt", b.display_name as "decidedByName",
         p.decided_at as "decidedAt", p.decision_reason as "decisionReason"
    from simpul.rule_proposal p
    join simpul.account a on a.id = p.proposed_by
    left join simpul.account b on b.id = p.decided_by`;

/** Proposals for a rule in the actor's sight, the newest first. */
export function proposalsFor(work: Work, slug: string): Promise<Proposal[]> {
  return work.query<Proposal>(`${SELECT} where p.slug = $1 order by p.created_at desc`, [slug]);
}

/** Rules with a proposal that waits for a second person. */
export async function waitingSlugs(work: Work): Promise<Set<string>> {
  const rows = await work.query<{ slug: string }>(
    `select slug from simpul.rule_proposal where status = 'OPEN'`,
  );
  return new Set(rows.map(({ slug }) => slug));
}

/** One proposal in the actor's sight. */
export async function proposalById(work: Work, id: string): Promise<Proposal | undefined> {
  const [row] = await work.query<Proposal>(`${SELECT} where p.id = $1`, [id]);
  return row;
}
