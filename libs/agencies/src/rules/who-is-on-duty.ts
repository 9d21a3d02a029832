export type Hours = '24/7' | 'OFFICE' | 'OFFICE_ONCALL';

export interface DutyVerdict {
  /** Somebody takes referrals now, at the desk or on call. */
  reachableNow: boolean;
  by: 'DESK' | 'ON_CALL' | 'NOBODY';
}

/** Who answers now: the desk while the office is open, the on-call phone outside hours, otherwise nobody. */
export function whoIsOnDuty(hours: Hours, officeOpen: boolean): DutyVerdict {
  if (hours === '24/7' || officeOpen) return { reachableNow: true, by: 'DESK' };
  if (hours === 'OFFICE_ONCALL') return { reachableNow: true, by: 'ON_CALL' };
  return { reachableNow: false, by: 'NOBODY' };
}
