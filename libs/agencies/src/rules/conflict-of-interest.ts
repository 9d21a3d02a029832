export interface ConflictParty {
  id: string;
  conflictGroup: string | null;
}

/**
 * Whether an agency must not learn of a case because a reported person works at `employer`: the same agency, or one
 * of the same employer (`conflict_group`, for example every office of the city). The unit that handles the case may
 * itself belong to the group; then the sender decides with open eyes, and the referral's own check refuses.
 */
export function inConflict(agency: ConflictParty, employer: ConflictParty): boolean {
  if (agency.id === employer.id) return true;
  return agency.conflictGroup !== null && agency.conflictGroup === employer.conflictGroup;
}
