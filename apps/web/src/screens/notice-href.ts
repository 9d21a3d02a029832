import type { Notice } from '../api/contract';

/** Where a notice leads: to the referral it is about, else to the case. */
export function noticeHref(notice: Notice): string {
  if (notice.referralId) return `/rujukan/${notice.referralId}`;
  return notice.caseId ? `/kasus/${notice.caseId}` : '/pemberitahuan';
}
