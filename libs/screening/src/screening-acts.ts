import { may, type Actor } from '#access';
import { whyNoApproval, type ProposalSight } from './rules/approval.js';
import type { Screening } from './screening.entity.js';
import type { Screener, ShownScreening } from './screenings.queries.js';

export function sightOf(actor: Actor, { status }: Screening, { personId }: Screener): ProposalSight {
  return {
    status,
    proposerPersonId: personId,
    viewer: { personId: actor.personId, mayApprove: may(actor.role, 'screening.approve') },
  };
}

/** What this viewer may do to a screening of an open case now. */
export function availableScreeningActs(
  actor: Actor | null,
  { screening, screenedBy }: ShownScreening,
  caseIsOpen: boolean,
): 'approve'[] {
  return actor && caseIsOpen && whyNoApproval(sightOf(actor, screening, screenedBy)) === null
    ? ['approve']
    : [];
}
