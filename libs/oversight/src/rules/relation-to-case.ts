/**
 * How somebody who acted on a case stands to it now. Whoever asks "who looked at this case" wants to know first whether
 * the looks came from people who work on it.
 */
export const RELATIONS = ['team', 'supervisor', 'receiver', 'formerTeam', 'outside'] as const;
export type Relation = (typeof RELATIONS)[number];

export interface StandingFacts {
  /** On the team, or the owner, at this moment. */
  onTeam: boolean;
  wasOnTeam: boolean;
  supervises: boolean;
  /** Works at an agency to which the case was referred. */
  receives: boolean;
}

export function relationOf({ onTeam, wasOnTeam, supervises, receives }: StandingFacts): Relation {
  if (onTeam) return 'team';
  if (supervises) return 'supervisor';
  if (receives) return 'receiver';
  return wasOnTeam ? 'formerTeam' : 'outside';
}
