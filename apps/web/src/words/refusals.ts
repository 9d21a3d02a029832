import type { FieldFault, Problem } from '../api/problem';
import { hasWords, type Words } from './words';

/** A refusal in words a person understands: by its stable code, else the server's own sentence. */
export function refusalWords(problem: Problem, t: Words): string {
  const key = `refusal.${problem.code}`;
  if (hasWords(key)) return t(key);
  // `referral.accept.not-from-cancelled`: somebody else was faster, and the page shows the new state by now.
  if (/^referral\.\w+\.not-from-/.test(problem.code)) return t('refusal.stale');
  if (problem.status === 0) return t('refusal.network');
  if (problem.status === 401) return t('refusal.signed-out');
  if (problem.status === 429) return t('refusal.too-many');
  if (problem.status >= 500) return t('refusal.server');
  return problem.detail ?? t('refusal.unknown', { code: problem.code });
}

/** A fault of one field. Codes without words of their own fall back to the server's message. */
export function faultWords(fault: Pick<FieldFault, 'code' | 'message'>, t: Words): string {
  const key = `fault.${fault.code}`;
  if (hasWords(key)) return t(key);
  return fault.message ?? t('fault.invalid');
}
