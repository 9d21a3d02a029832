/**
 * Milestones of our own work, from which the stage follows. Those of other agencies and of the law stand in the
 * deadline register.
 */
export const OWN_MILESTONES = {
  'assessment.done': { id: 'Asesmen selesai', en: 'Assessment done' },
  'plan.agreed': { id: 'Rencana intervensi disepakati', en: 'Intervention plan agreed' },
} as const;

export type OwnMilestone = keyof typeof OWN_MILESTONES;

export function isOwnMilestone(kind: string): kind is OwnMilestone {
  return Object.hasOwn(OWN_MILESTONES, kind);
}
