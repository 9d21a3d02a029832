/**
 * When the law itself, and not the client's wish, makes an agency pass a report on. Kept short on purpose: a duty
 * that no article states in so many words is not in this table, and then only consent (or vital interest) opens the
 * way. Adults decide themselves about a report of light domestic violence (complaint offence, UU 23/2004 Ps.51-53).
 */
export interface LegalDuty {
  readonly id: string;
  /** Kinds of agency on which the duty lies. */
  readonly owedBy: readonly string[];
  readonly receiverKind: string;
  /** Services the duty reaches; sharing for anything else needs a basis of its own. */
  readonly purposes: readonly string[];
  /** Data classes that a report of this kind has to contain, and no more. */
  readonly scopes: readonly string[];
  readonly applies: (facts: DutyFacts) => boolean;
  readonly citation: string;
}

export interface DutyFacts {
  readonly agencyKind: string;
  readonly tracks: readonly string[];
  readonly violenceTypes: readonly string[];
}

export const LEGAL_DUTIES: readonly LegalDuty[] = [
  {
    id: 'tpks-report-to-police',
    owedBy: ['UPTD_PPA', 'UPTD_PPA_PROVINSI', 'UPTD_PPA_LAIN'],
    receiverKind: 'POLRES',
    purposes: ['PENEGAKAN_HUKUM', 'PERLINDUNGAN_SEMENTARA'],
    scopes: ['IDENTITY', 'CHRONOLOGY', 'RISK_SAFETY', 'OWN_REFERRAL'],
    applies: (facts) => facts.violenceTypes.includes('SEKSUAL'),
    citation: 'UU 12/2022 Ps.41',
  },
  {
    id: 'health-informs-police-of-child',
    // As informant, not as reporter or witness (Ps.8); the regulation gives no hours.
    owedBy: ['RSUD', 'PUSKESMAS'],
    receiverKind: 'POLRES',
    purposes: ['PENEGAKAN_HUKUM'],
    scopes: ['IDENTITY', 'RISK_SAFETY', 'OWN_REFERRAL'],
    applies: (facts) => facts.tracks.includes('KTA'),
    citation: 'Permenkes 68/2013 Ps.7',
  },
];

/** The duty that makes this agency tell this receiver, or null. Pure. */
export function legalDuty(receiverKind: string, facts: DutyFacts): LegalDuty | null {
  return (
    LEGAL_DUTIES.find(
      (duty) =>
        duty.receiverKind === receiverKind && duty.owedBy.includes(facts.agencyKind) && duty.applies(facts),
    ) ?? null
  );
}

/** UU 27/2022 Ps.20 names these lawful bases beside consent; Perpres 55/2024 Ps.5 is the unit's public task. */
export const CITATIONS = {
  PERSETUJUAN: 'UU 27/2022 Ps.20, 22-26',
  KEPENTINGAN_VITAL: 'UU 27/2022 Ps.20',
  TUGAS_PUBLIK: 'UU 27/2022 Ps.20 jo. Perpres 55/2024 Ps.5',
} as const;
