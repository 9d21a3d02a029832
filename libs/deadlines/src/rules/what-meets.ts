import type { DeadlineEvent } from './events.js';
import { ruleFamily } from './deadline-rule.js';

/**
 * Which open deadlines an event reaches. `sameReferral`: those of the referral the event is about. `case`: those
 * of the case. `earliestOfCase`: only the one of the family that is due first (an after-care check answers the
 * first that is owed, not all three). `sameThing`: those of the case that count for the thing that the event names (one
 * consent's end, not another's); an event that names none reaches all of the case. `ownReport`: what hangs on the report itself and on no case.
 */
export type Reach = 'ownReport' | 'sameReferral' | 'sameThing' | 'case' | 'earliestOfCase';

export interface Ending {
  readonly reach: Reach;
  /** The duty was done by these events. */
  readonly metBy: readonly DeadlineEvent[];
  /** The duty fell away with these events: nothing more is owed, and nobody did it. */
  readonly stoppedBy?: readonly DeadlineEvent[];
}

/** Two people closed the case: what was only proposed to be done for it falls away, what the law owes does not. */
const CASE_ENDED = ['case.closed', 'case.ended'] as const satisfies readonly DeadlineEvent[];

/** A report that turned out to belong to another case, or to nobody here, owes no service of its own. */
const REPORT_ENDED = ['report.joined', 'report.outside_mandate'] as const satisfies readonly DeadlineEvent[];
const NOTHING_TO_SERVE = [...REPORT_ENDED, ...CASE_ENDED] as const satisfies readonly DeadlineEvent[];

/** What ends the receiver's turn without its act. */
const REFERRAL_ENDED = [
  'referral.cancelled',
  'referral.failed',
  'referral.rejected',
] as const satisfies readonly DeadlineEvent[];

/** Looked after, one check at a time; the client may say that no more of them is wanted. */
const AFTERCARE_ENDING: Ending = {
  reach: 'earliestOfCase',
  metBy: ['aftercare.checked'],
  stoppedBy: ['case.reopened', 'aftercare.declined'],
};

/**
 * How each family of rules ends. Every rule of the register has a row here (a test says so): a duty that no event
 * could meet would escalate for ever.
 */
export const ENDINGS: Readonly<Record<string, Ending>> = {
  // A kept report waits for one of three decisions; whichever comes, it was made.
  'report-decision': {
    reach: 'ownReport',
    metBy: ['report.opened', 'report.joined', 'report.outside_mandate'],
  },

  // The duty of UU 12/2022 Ps.41 is to bring the report to the police. It is done when the police have it; a filed
  // report (number given) proves the same from our side. Being outside the mandate does not lift it.
  'uptd-police-report-tpks': { reach: 'case', metBy: ['report.received_by_police', 'police_report.filed'] },

  'police-temporary-protection-tpks': { reach: 'case', metBy: ['protection.given'] },
  'police-temporary-protection-kdrt': { reach: 'case', metBy: ['protection.given'] },
  // How long protection lasts. For KDRT the court's order takes its place (UU 23/2004 Ps.16(3), 28).
  'police-protection-max-tpks': { reach: 'case', metBy: ['protection.ended'] },
  'police-protection-max-kdrt': { reach: 'case', metBy: ['protection.ended', 'protection_order.issued'] },
  'police-request-lpsk-tpks': { reach: 'case', metBy: ['lpsk.requested'] },
  'police-request-protection-order-kdrt': { reach: 'case', metBy: ['protection_order.applied'] },
  'court-protection-order': { reach: 'case', metBy: ['protection_order.issued', 'protection_order.refused'] },
  'protection-order-validity': { reach: 'case', metBy: ['protection_order.ended'] },
  'protection-order-extension': {
    reach: 'case',
    metBy: ['protection_order.extension_applied'],
    stoppedBy: ['protection_order.ended'],
  },

  'tppo-rehabilitation': { reach: 'case', metBy: ['tppo.rehab_given'] },
  'tppo-first-help': { reach: 'case', metBy: ['tppo.first_help_given'] },
  'tppo-restitution-payment': { reach: 'case', metBy: ['restitution.paid'] },

  'lpsk-decision': { reach: 'case', metBy: ['lpsk.decided'] },
  'lpsk-restitution-check': { reach: 'case', metBy: ['restitution.file_checked'] },
  // The right is used by filing, by either way of Perma 1/2022.
  'restitution-after-judgment': {
    reach: 'case',
    metBy: ['restitution.filed_with_lpsk', 'restitution.filed_with_court'],
  },
  'restitution-ruling-copy': { reach: 'case', metBy: ['restitution.copy_sent'] },

  'bapas-litmas': { reach: 'case', metBy: ['litmas.received'] },
  'diversion-start': { reach: 'case', metBy: ['diversion.started'] },
  'diversion-finish': { reach: 'case', metBy: ['diversion.finished'] },

  // Whoever brought it to the police, the police know: the informant's duty of Permenkes 68/2013 has its end.
  'health-inform-police-kta': { reach: 'case', metBy: ['police.informed', 'report.received_by_police'] },

  'pdp-breach-notice': { reach: 'case', metBy: ['data_breach.notified'] },
  // Answered, not granted: UU 27/2022 Ps.33 obliges a refusal where access would endanger somebody.
  'pdp-access': { reach: 'case', metBy: ['data_subject.access_answered'] },
  'pdp-correction': { reach: 'case', metBy: ['data_subject.correction_answered'] },
  'pdp-restriction': { reach: 'case', metBy: ['data_subject.restriction_answered'] },
  // Our own access closes with the withdrawal itself; the clock runs until the receivers have stopped as well.
  'pdp-consent-withdrawn': { reach: 'case', metBy: ['processing.stopped'] },

  // Asked again in time, taken back, or no longer needed: each consent by its own end.
  'consent-renewal': {
    reach: 'sameThing',
    metBy: ['consent.renewed'],
    stoppedBy: ['consent.ended', ...CASE_ENDED],
  },
  // Whoever opened by emergency is looked at by somebody else, each time by itself.
  // A day's picks, all of them signed off by somebody else.
  'trail-review': { reach: 'sameThing', metBy: ['trail.reviewed'] },
  'break-glass-review': { reach: 'sameThing', metBy: ['break_glass.reviewed'] },

  // Each handover by telephone is followed by its own referral.
  'handover-writing': { reach: 'sameThing', metBy: ['handover.written'], stoppedBy: CASE_ENDED },
  // Each conference waits for its own signature, each decision for whoever took it on.
  'conference-signature': { reach: 'sameThing', metBy: ['conference.signed'], stoppedBy: CASE_ENDED },
  'conference-decision-team': {
    reach: 'sameThing',
    metBy: ['conference.decision_done'],
    stoppedBy: CASE_ENDED,
  },
  'conference-decision-agency': {
    reach: 'sameThing',
    metBy: ['conference.decision_done'],
    stoppedBy: ['referral.cancelled', ...CASE_ENDED],
  },

  // Each appointment by itself; one that can no longer take place asks nothing, and a person is looked after all the same.
  'appointment-result': {
    reach: 'sameThing',
    metBy: ['appointment.result'],
    stoppedBy: ['appointment.off', 'referral.completed', ...REFERRAL_ENDED, ...CASE_ENDED],
  },
  'appointment-escort': {
    reach: 'sameThing',
    metBy: ['appointment.result'],
    stoppedBy: ['appointment.off', 'referral.completed', ...REFERRAL_ENDED, ...CASE_ENDED],
  },
  'appointment-followup': {
    reach: 'sameThing',
    metBy: ['appointment.followed'],
    stoppedBy: CASE_ENDED,
  },

  'police-report-no-response': { reach: 'case', metBy: ['police_report.answered', 'investigation.started'] },
  'police-spdp': { reach: 'case', metBy: ['spdp.sent'] },

  // Service means that somebody was with the person, not that a form was filled in: only the recorded first
  // service ends it, whatever referrals are on their way.
  'complaint-service': { reach: 'case', metBy: ['service.first_given'], stoppedBy: NOTHING_TO_SERVE },
  // Followed up when somebody says what was decided, or when a partner has taken the case up. A referral that is
  // only sent is not yet a follow-up: nobody has answered.
  'complaint-followup': {
    reach: 'case',
    metBy: ['followup.done', 'referral.accepted'],
    stoppedBy: NOTHING_TO_SERVE,
  },
  'outreach-reach-victim': { reach: 'case', metBy: ['outreach.victim_reached'] },
  'walkin-crisis': { reach: 'case', metBy: ['walkin.settled'] },
  // An extension ends this stay; entering again, or the new period, is a new event with a new clock.
  'shelter-stay-max': { reach: 'case', metBy: ['shelter.left', 'shelter.extended'] },

  // An answer is also proof of receipt.
  'referral-ack': {
    reach: 'sameReferral',
    metBy: ['referral.acknowledged', 'referral.accepted', 'referral.rejected'],
    stoppedBy: ['referral.cancelled'],
  },
  'referral-answer': {
    reach: 'sameReferral',
    metBy: ['referral.accepted', 'referral.rejected'],
    stoppedBy: ['referral.cancelled'],
  },
  // A referral completed without a recorded start was served all the same. A failed one was not: its clock stops
  // without being met, so that no figure counts it as service.
  'referral-first-service': {
    reach: 'sameReferral',
    metBy: ['referral.started', 'referral.completed'],
    stoppedBy: REFERRAL_ENDED,
  },
  // Each interim feedback ends one period and begins the next; the last feedback comes with the outcome.
  'referral-progress-note': {
    reach: 'sameReferral',
    metBy: ['referral.reported', 'referral.completed', 'referral.failed'],
    stoppedBy: ['referral.cancelled'],
  },

  // Looked after by a note; the report of a new event restarts it through the note that records it.
  'monitoring-note': { reach: 'case', metBy: ['case.noted'], stoppedBy: CASE_ENDED },
  // What one person proposed and another has to decide: it may not wait in silence either.
  // The other office says yes or no to the whole case; a referral that ends takes the offer with it.
  'transfer-answer': {
    reach: 'sameReferral',
    metBy: ['transfer.decided'],
    stoppedBy: ['transfer.withdrawn', ...REFERRAL_ENDED],
  },
  // Whoever took a case over gets to know its people before they have to ask.
  'transfer-first-contact': {
    reach: 'case',
    metBy: ['case.noted', 'service.first_given'],
    stoppedBy: CASE_ENDED,
  },
  'closing-approval': { reach: 'case', metBy: ['closing.decided'] },
  'override-approval': { reach: 'case', metBy: ['consent.override_decided'], stoppedBy: CASE_ENDED },
  'lowering-approval': { reach: 'case', metBy: ['screening.lowering_decided'], stoppedBy: CASE_ENDED },
  'aftercare-1': AFTERCARE_ENDING,
  'aftercare-3': AFTERCARE_ENDING,
  'aftercare-6': AFTERCARE_ENDING,

  // Only care, or a clinician's word that none is needed, ends a clinical window: an accepted referral does not
  // mean that anybody was treated in time.
  'clinical-pep-window': {
    reach: 'case',
    metBy: ['clinical.care_given'],
    stoppedBy: ['clinical.not_indicated'],
  },
  'clinical-contraception-window': {
    reach: 'case',
    metBy: ['clinical.care_given'],
    stoppedBy: ['clinical.not_indicated'],
  },

  // The sender's side (our own proposals). A rejected referral is re-routed when a new one takes its place: by
  // name, or, where the new one does not say which it replaces, the longest waiting of the case.
  'referral-reroute': {
    reach: 'earliestOfCase',
    metBy: ['referral.rerouted', 'referral.sent'],
    stoppedBy: CASE_ENDED,
  },
  'referral-question': {
    reach: 'sameReferral',
    metBy: ['referral.answered'],
    stoppedBy: ['referral.cancelled', 'referral.rejected'],
  },
  // The rest of a need is somebody's again with the referral that names the one before it.
  'referral-remainder': { reach: 'sameThing', metBy: ['referral.rerouted'], stoppedBy: CASE_ENDED },
  'referral-confirm-completed': { reach: 'sameReferral', metBy: ['referral.confirmed'] },
  'referral-confirm-failed': { reach: 'sameReferral', metBy: ['referral.confirmed'] },
};

/** After-care checks are one family for `earliestOfCase`, though they are three rules. */
const AFTERCARE = /^aftercare-\d+$/;

/** What an event does to the deadlines of a rule: met, stopped, or nothing. */
export function whatEventDoes(slug: string, event: string): 'met' | 'stopped' | null {
  const ending = ENDINGS[ruleFamily(slug)];
  if (!ending) return null;
  if ((ending.metBy as readonly string[]).includes(event)) return 'met';
  if ((ending.stoppedBy as readonly string[] | undefined)?.includes(event)) return 'stopped';
  return null;
}

/** Whether the event is the act that the rule waits for. */
export function meets(slug: string, event: string): boolean {
  return whatEventDoes(slug, event) === 'met';
}

/** An open deadline as far as choosing needs it. */
export interface OpenDeadline {
  readonly id: string;
  readonly slug: string;
  readonly referralId: string | null;
  readonly aboutId: string | null;
  readonly triggerAt: Date;
  readonly dueAt: Date | null;
}

/** What an event ends, out of the open deadlines of its case (and of its referral). `aboutId`: see `sameThing`. */
export function endedBy<D extends OpenDeadline>(
  open: readonly D[],
  event: string,
  referralId: string | null,
  aboutId: string | null = null,
): readonly { readonly deadline: D; readonly as: 'met' | 'stopped' }[] {
  const ended: { deadline: D; as: 'met' | 'stopped' }[] = [];
  const takenFamilies = new Set<string>();
  const byDue = [...open].sort(
    (a, b) => dueTimeOf(a) - dueTimeOf(b) || a.triggerAt.getTime() - b.triggerAt.getTime(),
  );
  for (const deadline of byDue) {
    const as = whatEventDoes(deadline.slug, event);
    const reach = ENDINGS[ruleFamily(deadline.slug)]?.reach;
    if (!as || !reach) continue;
    if (reach === 'sameReferral' && deadline.referralId !== referralId) continue;
    // Without a name it reaches all of them: the case is closed.
    if (reach === 'sameThing' && aboutId && deadline.aboutId !== aboutId) continue;
    // What happened to one referral says nothing of the things of another.
    if (reach === 'sameThing' && referralId && deadline.referralId && deadline.referralId !== referralId)
      continue;
    if (reach === 'earliestOfCase' && as === 'met') {
      const family = AFTERCARE.test(deadline.slug) ? 'aftercare' : ruleFamily(deadline.slug);
      if (isNamed(event) && deadline.referralId !== referralId) continue;
      if (takenFamilies.has(family)) continue;
      takenFamilies.add(family);
    }
    ended.push({ deadline, as });
  }
  return ended;
}

function dueTimeOf({ dueAt }: OpenDeadline): number {
  // Finite, so that two without a due time are told apart by their trigger.
  return dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
}

/** A re-route that says which referral it replaces reaches that one only. */
function isNamed(event: string): boolean {
  return event === 'referral.rerouted';
}
