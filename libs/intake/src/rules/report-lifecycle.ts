export const REPORT_STATUSES = ['RECEIVED', 'OPENED', 'JOINED', 'OUTSIDE_MANDATE'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/**
 * received -> opened as a case | joined to a case | outside mandate. A report outside the mandate may still become a
 * case, because it may need a referral all the same; what has become a case stays one.
 */
export const REPORT_ACTS = {
  'report.open': { from: ['RECEIVED', 'OUTSIDE_MANDATE'], to: 'OPENED' },
  'report.join': { from: ['RECEIVED', 'OUTSIDE_MANDATE'], to: 'JOINED' },
  'report.outsideMandate': { from: ['RECEIVED'], to: 'OUTSIDE_MANDATE' },
} as const satisfies Record<string, { from: readonly ReportStatus[]; to: ReportStatus }>;

export type ReportAct = keyof typeof REPORT_ACTS;

export type ReportVerdict =
  | { allowed: true; to: ReportStatus }
  | {
      allowed: false;
      code: 'report.alreadyOpened' | 'report.alreadyJoined' | 'report.alreadyOutsideMandate';
    };

const REFUSALS = {
  RECEIVED: 'report.alreadyOutsideMandate',
  OPENED: 'report.alreadyOpened',
  JOINED: 'report.alreadyJoined',
  OUTSIDE_MANDATE: 'report.alreadyOutsideMandate',
} as const satisfies Record<ReportStatus, string>;

/** Whether an act is in the table for a status; the refusal says what the report has become. */
export function decideReport(act: ReportAct, status: ReportStatus): ReportVerdict {
  const { from, to } = REPORT_ACTS[act];
  if ((from as readonly ReportStatus[]).includes(status)) return { allowed: true, to };
  return { allowed: false, code: REFUSALS[status] };
}

/** The acts to offer; `roleAllows` is the permission table of `access`. */
export function availableReportActs(
  status: ReportStatus,
  roleAllows: (act: ReportAct) => boolean,
): ReportAct[] {
  return (Object.keys(REPORT_ACTS) as ReportAct[]).filter(
    (act) => decideReport(act, status).allowed && roleAllows(act),
  );
}
