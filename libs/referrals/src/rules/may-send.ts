/**
 * Whether this receiver is open for this referral. Everything here is about the receiver and the service; the
 * lawful basis is judged by `consent`, the amount of data by `handoff`. Pure.
 */
export interface ReceiverFacts {
  readonly agencyId: string;
  readonly takesTracks: readonly string[];
  /** False for those that plan, count, inspect or run the machines. */
  readonly receivesPersons: boolean;
  /** The reported person works there, or in a unit of the same conflict group. */
  readonly conflictOfInterest: boolean;
}

export interface ServiceFacts {
  readonly code: string;
  readonly forTracks: readonly string[];
  /** JENIS_KELAMIN codes, P and L. */
  readonly forSex: readonly string[];
  /** Whole years, inclusive; null = no limit. */
  readonly ageMin: number | null;
  readonly ageMax: number | null;
  readonly riskLevels: readonly string[];
}

export interface ClientFacts {
  readonly sex: string | null;
  /** Whole years; null when unknown. */
  readonly age: number | null;
}

export interface CaseFacts {
  readonly agencyId: string;
  readonly mandate: 'VIOLENCE' | 'FAMILY';
  readonly tracks: readonly string[];
  readonly risk: string | null;
  /** What `screening` says about mediation: ALLOWED, or why not. */
  readonly mediation: string;
}

/** One reason why not; `field` is the input that would have to change. */
export interface Obstacle {
  readonly code: string;
  readonly field: 'toAgencyId' | 'serviceCode' | 'clientIds';
}

/**
 * Services for which the risk level is a bar and not only advice: counselling two sides of a dangerous household
 * harms, and so does treating violence as a family matter. Everywhere else a higher danger is no reason to refuse
 * help: the directory's risk levels then order the suggestions (decision 0041).
 */
export const RISK_IS_A_BAR = ['MEDIASI', 'KONSULTASI_KELUARGA'] as const;

/** A family without violence has no track of its own; the directory names it by its context. */
const FAMILY_TRACK = 'KELUARGA_TANPA_KEKERASAN';

/**
 * Every reason why the referral cannot go there; empty = open. Codes: `referral.receiver.isSender`,
 * `.neverReceivesPersons`, `.conflictOfInterest`, `.doesNotTakeTrack`, `referral.service.notOffered`, `.notForTrack`,
 * `.notForRisk`, `.notForClient`, `referral.mediation.sexualViolence`, `.risk`, `.notBeforeRescreen`, `.notApplicable`.
 * `services` are the receiver's services with the wanted code (a shelter has one row for women, one for boys).
 */
export function obstacles(
  receiver: ReceiverFacts,
  services: readonly ServiceFacts[],
  serviceCode: string,
  clients: readonly ClientFacts[],
  theCase: CaseFacts,
): Obstacle[] {
  const found: Obstacle[] = [];
  const mediation = serviceCode === 'MEDIASI' ? mediationObstacle(theCase) : null;
  if (mediation) found.push(mediation);
  if (!receiver.receivesPersons)
    found.push({ code: 'referral.receiver.neverReceivesPersons', field: 'toAgencyId' });
  if (receiver.conflictOfInterest)
    found.push({ code: 'referral.receiver.conflictOfInterest', field: 'toAgencyId' });
  if (receiver.agencyId === theCase.agencyId)
    found.push({ code: 'referral.receiver.isSender', field: 'toAgencyId' });
  const tracks = theCase.mandate === 'FAMILY' ? [FAMILY_TRACK] : theCase.tracks;
  if (!shares(receiver.takesTracks, tracks))
    found.push({ code: 'referral.receiver.doesNotTakeTrack', field: 'toAgencyId' });
  const service = serviceObstacle(services, serviceCode, clients, tracks, theCase.risk);
  if (service) found.push(service);
  return found;
}

function serviceObstacle(
  services: readonly ServiceFacts[],
  serviceCode: string,
  clients: readonly ClientFacts[],
  tracks: readonly string[],
  risk: string | null,
): Obstacle | null {
  const offered = services.filter((service) => service.code === serviceCode);
  if (offered.length === 0) return { code: 'referral.service.notOffered', field: 'serviceCode' };
  const forTrack = offered.filter((service) => shares(service.forTracks, tracks));
  if (forTrack.length === 0) return { code: 'referral.service.notForTrack', field: 'serviceCode' };
  const bar = (RISK_IS_A_BAR as readonly string[]).includes(serviceCode);
  const forRisk = bar
    ? forTrack.filter((service) => risk !== null && service.riskLevels.includes(risk))
    : forTrack;
  if (forRisk.length === 0) return { code: 'referral.service.notForRisk', field: 'serviceCode' };
  if (!clients.some((client) => forRisk.some((service) => fits(service, client))))
    return { code: 'referral.service.notForClient', field: 'clientIds' };
  return null;
}

/** Whether the service is meant for this client. What is not known never shuts a door. */
export function fits(service: ServiceFacts, client: ClientFacts): boolean {
  if (client.sex !== null && service.forSex.length > 0 && !service.forSex.includes(client.sex)) return false;
  if (client.age === null) return true;
  if (service.ageMin !== null && client.age < service.ageMin) return false;
  return service.ageMax === null || client.age <= service.ageMax;
}

/** The verdict is `screening`'s (UU 12/2022 Ps.23, risk, children, a second screening); here it gets its code. */
function mediationObstacle(theCase: CaseFacts): Obstacle | null {
  if (theCase.mediation === 'ALLOWED') return null;
  return {
    code: MEDIATION_CODES[theCase.mediation] ?? 'referral.mediation.notApplicable',
    field: 'serviceCode',
  };
}

const MEDIATION_CODES: Readonly<Record<string, string>> = {
  REFUSED_SEXUAL_VIOLENCE: 'referral.mediation.sexualViolence',
  REFUSED_RISK: 'referral.mediation.risk',
  NOT_BEFORE_RESCREEN: 'referral.mediation.notBeforeRescreen',
  NOT_APPLICABLE: 'referral.mediation.notApplicable',
};

function shares(left: readonly string[], right: readonly string[]): boolean {
  return left.some((item) => right.includes(item));
}
