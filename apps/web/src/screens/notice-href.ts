import type { Notice } from '../api/contract';

/** Where a notice leads: to the referral or the kept report it is about, else to the case. */
export function noticeHref(notice: Notice): string {
  if (notice.referralId) return `/rujukan/${notice.referralId}`;
  if (notice.reportId) return `/laporan/${notice.reportId}`;
  return notice.caseId ? `/kasus/${notice.caseId}` : '/pemberitahuan';
}
