import type { Locale, Notice } from '../api/contract';

export function noticeWords(notice: Notice, locale: Locale): string {
  const words = notice.words ?? notice.title;
  if (typeof words === 'string') return words;
  return (words as Record<Locale, string> | undefined)?.[locale] ?? '';
}

export function noticeHref(notice: Notice): string {
  if (notice.href?.startsWith('/')) return notice.href;
  if (notice.referralId) return `/rujukan/${notice.referralId}`;
  if (notice.caseId) return `/kasus/${notice.caseId}`;
  return '/pemberitahuan';
}
