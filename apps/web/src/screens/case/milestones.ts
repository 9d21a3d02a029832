/**
 * The events a person may record on a case, in the order in which cases usually meet them. What happens at police and
 * court is recorded as a legal step, on its own page.
 */
export const MILESTONES = [
  'service.first_given',
  'followup.done',
  'outreach.needed',
  'outreach.victim_reached',
  'walkin.crisis',
  'walkin.settled',
  'clinical.care_given',
  'clinical.not_indicated',
  'police.informed',
  'shelter.entered',
  'shelter.extended',
  'shelter.left',
  'tppo.first_help_needed',
  'tppo.first_help_given',
  'tppo.rehab_applied',
  'tppo.rehab_given',
  'health.kta_suspected_parent_refuses',
  'processing.stopped',
  'data_subject.access_requested',
  'data_subject.access_answered',
  'data_subject.correction_requested',
  'data_subject.correction_answered',
  'data_subject.restriction_requested',
  'data_subject.restriction_answered',
  'data_breach.known',
  'data_breach.notified',
] as const;
