import type { Problem } from '../api/problem';
import id from './id.json';
import type { WordKey, Words } from './words';

/** A refusal in words a person understands: by its stable code, else the server's own sentence. */
export function refusalWords(problem: Problem, t: Words): string {
  const key = `refusal.${problem.code}`;
  if (key in id) return t(key as WordKey);
  if (problem.status === 0) return t('refusal.network');
  if (problem.status === 401) return t('refusal.signed-out');
  if (problem.status === 429) return t('refusal.too-many');
  if (problem.status >= 500) return t('refusal.server');
  return problem.detail ?? t('refusal.unknown', { code: problem.code });
}

/** A fault of one field. Codes without words of their own fall back to the server's message. */
export function faultWords(fault: { code: string; message?: string }, t: Words): string {
  const key = `fault.${fault.code}`;
  if (key in id) return t(key as WordKey);
  return fault.message ?? t('fault.invalid');
}
