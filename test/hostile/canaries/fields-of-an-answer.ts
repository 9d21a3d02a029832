import { POLICY } from '#access';

export interface Said {
  /** `NoteView.text`; `?` where the policy knows no such field. */
  place: string;
  text: string;
}

/** Every text of an answer with the place that the policy knows it by; a key that the policy does not name is `?`. */
export function saidIn(answer: unknown, answerClass: string | null, place = '?'): Said[] {
  if (typeof answer === 'string') return [{ place, text: answer }];
  if (typeof answer !== 'object' || answer === null) return [{ place, text: String(answer) }];
  if (Array.isArray(answer)) return answer.flatMap((one) => saidIn(one, answerClass, place));
  const fields = answerClass === null ? undefined : POLICY.fields.get(answerClass);
  // A field with words by key (the purpose fields of a referral, the facts of an entry) has no class of its own.
  if (!fields || isMap(answer, fields))
    return Object.values(answer).flatMap((one) => saidIn(one, fields ? answerClass : null, place));
  return Object.entries(answer).flatMap(([name, value]) =>
    fields.has(name)
      ? saidIn(value, fields.get(name) ?? null, `${answerClass}.${name}`)
      : [{ place: '?', text: `${answerClass} ${name}` }],
  );
}

/** Lists by name, as the codes have them: no name of a field among the keys, and a list or an object under each. */
const isMap = (answer: object, fields: ReadonlyMap<string, unknown>): boolean =>
  Object.entries(answer).every(
    ([name, value]) => !fields.has(name) && typeof value === 'object' && value !== null,
  );
