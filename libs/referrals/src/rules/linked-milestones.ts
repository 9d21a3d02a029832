/**
 * Where a referral is itself a step that the law counts from: asking LPSK for protection is the request to LPSK. A
 * table, so that the link can be read and disputed. Pure.
 */
export interface MilestoneLink {
  readonly on: 'send' | 'acknowledge';
  readonly kinds: readonly string[];
  readonly services: readonly string[];
  /** Only in cases with this track. */
  readonly track?: string;
  readonly milestone: string;
}

export const MILESTONE_LINKS: readonly MilestoneLink[] = [
  {
    // UU 21/2007 Ps.52: seven days from the application for rehabilitation, return or reintegration.
    on: 'send',
    kinds: ['DINSOS', 'DINKES'],
    services: ['REHABILITASI_SOSIAL', 'REINTEGRASI_SOSIAL', 'PEMULANGAN', 'KESEHATAN'],
    track: 'TPPO',
    milestone: 'tppo.rehab_applied',
  },
  {
    // UU 13/2006 Ps.29: LPSK decides within seven days of the request.
    on: 'send',
    kinds: ['LPSK'],
    services: ['PERLINDUNGAN_LPSK'],
    milestone: 'lpsk.requested',
  },
  {
    // UU 12/2022 Ps.41 and 42, UU 23/2004 Ps.16: our duty ends and theirs begins when the police have the report.
    on: 'acknowledge',
    kinds: ['POLRES'],
    services: ['PENEGAKAN_HUKUM'],
    milestone: 'report.received_by_police',
  },
];

/** The milestones that this act makes true. Accepting without a separate receipt acknowledges as well. */
export function milestonesOf(
  act: 'send' | 'acknowledge',
  receiverKind: string,
  serviceCode: string,
  tracks: readonly string[],
): string[] {
  return MILESTONE_LINKS.filter(
    (link) =>
      link.on === act &&
      link.kinds.includes(receiverKind) &&
      link.services.includes(serviceCode) &&
      (link.track === undefined || tracks.includes(link.track)),
  ).map((link) => link.milestone);
}
